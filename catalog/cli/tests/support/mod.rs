//! Runs the command and collects its output, for all tests.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

/// The result of a run: exit status, standard output, standard error.
pub(crate) type Outcome = (i32, String, String);

/// Returns the command with these arguments, without starting it.
pub(crate) fn catalog(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalog"));
    command.args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for variable in ["CLICOLOR", "CLICOLOR_FORCE", "NO_COLOR", "COLUMNS"] {
        command.env_remove(variable);
    }
    command
}

/// Runs a command with this input until it exits.
pub(crate) fn outcome(command: &mut Command, input: impl AsRef<[u8]>) -> Outcome {
    let mut child = command.spawn().unwrap();
    // Ignore write errors: a command that gets its input from arguments does not read standard input.
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().replace("\r\n", "\n").replace("catalog.exe", "catalog");
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}
