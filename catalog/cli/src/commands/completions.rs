//! `catalog completions`: prints a script that completes the arguments of the command in a shell.

use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use crate::console;

const AFTER_HELP: &str = "\
Examples:
  catalog completions bash > ~/.local/share/bash-completion/completions/catalog
  catalog completions zsh > ~/.zfunc/_catalog
  catalog completions fish > ~/.config/fish/completions/catalog.fish
  catalog completions powershell >> $PROFILE";

/// The arguments of `catalog completions`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct CompletionsArguments {
    /// The shell that reads the script.
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

/// Prints the script for a shell, which completes the given command line.
pub(crate) fn run(arguments: &CompletionsArguments, mut command: Command) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "catalog", &mut script);
    console::print(&String::from_utf8_lossy(&script))
}
