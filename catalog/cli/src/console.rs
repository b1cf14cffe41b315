//! The two streams that the commands write to.

use std::{
    fmt::Display,
    io::{self, Write as _},
    process::ExitCode,
};

/// The exit status where something could not be read or written.
const TROUBLE: u8 = 2;

/// Prints the whole output of a command, and returns its exit status.
pub(crate) fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()), ExitCode::SUCCESS)
}

/// Returns the exit status of a command that has written its output: `status`, unless the output was lost.
///
/// A closed pipe does not count, because a reader such as `head` has seen enough.
pub(crate) fn written(result: io::Result<()>, status: ExitCode) -> ExitCode {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            self::error(format_args!("standard output cannot be written: {error}"));
            ExitCode::from(TROUBLE)
        }
        _ => status,
    }
}

/// Prints errors, and returns the exit status of a command that failed because of them.
pub(crate) fn fail<E: Display>(errors: impl IntoIterator<Item = E>) -> ExitCode {
    for error in errors {
        self::error(error);
    }
    ExitCode::FAILURE
}

/// Prints an error. Names come from outside, and their control characters must not reach a terminal.
pub(crate) fn error(message: impl Display) {
    let mut line = String::new();
    for character in message.to_string().chars() {
        if character.is_control() && character != '\n' {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    // There is no other place to report that standard error is closed.
    let _ = writeln!(anstream::stderr(), "\x1b[1;91merror\x1b[0m: {line}");
}

/// Prints a remark to standard error, where it does not mix with the output.
pub(crate) fn remark(message: impl Display) {
    let _ = writeln!(io::stderr(), "{message}");
}
