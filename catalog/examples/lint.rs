//! Checks policies in JSON files: `cargo run --release -p catalog --example lint --features policy -- policies`.
//!
//! `--help` says what it takes. It is a program on top of `catalog::policy`, which finds everything; here is how files
//! are found and read, and how findings are told.

#[path = "lint/cli.rs"]
mod cli;
#[path = "lint/explain.rs"]
mod explain;
#[path = "lint/inputs.rs"]
mod inputs;
#[path = "lint/output.rs"]
mod output;
#[path = "lint/run.rs"]
mod run;
#[path = "lint/settings.rs"]
mod settings;
#[path = "lint/wrapped.rs"]
mod wrapped;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = cli::parse();
    if let Some(id) = arguments.explain {
        return run::print(&explain::one(id));
    }
    if arguments.list {
        return run::print(&explain::all());
    }
    run::run(&arguments)
}
