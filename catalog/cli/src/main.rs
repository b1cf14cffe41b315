//! The command `catalog`: dispatches each subcommand to its module.

mod cli;
mod color;
mod commands;
mod console;
mod evaluate;
mod explain;
mod lint;
mod output;
mod scenarios;
mod test;

use std::process::ExitCode;

use cli::Command;

fn main() -> ExitCode {
    match cli::parse() {
        Command::Lint(arguments) if arguments.list => lint::list(),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Test(arguments) => test::run(&arguments),
        Command::Expand(arguments) => commands::expand::run(&arguments),
        Command::Shrink(arguments) => commands::shrink::run(arguments),
        Command::WhoNeeds(arguments) => commands::who_needs::run(&arguments),
        Command::Editions => commands::editions::run(),
        Command::Completions(arguments) => commands::completions::run(&arguments, cli::command()),
    }
}
