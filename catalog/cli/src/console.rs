//! Writes to standard output and standard error for the commands.

use std::{
    fmt::Display,
    io::{self, Write as _},
    process::ExitCode,
};

use catalog::policy::files::Escaped;

/// The exit status if something could not be read or written.
const TROUBLE: u8 = 2;

/// Prints the whole output of a command, and returns its exit status.
pub(crate) fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()), ExitCode::SUCCESS)
}

/// Returns `status`, or reports an error and returns its exit status if the output could not be written.
///
/// A closed pipe is not an error, because a reader such as `head` closes it after it has read enough.
pub(crate) fn written(result: io::Result<()>, status: ExitCode) -> ExitCode {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            self::error(format_args!("cannot write to standard output: {error}"));
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

/// Prints an error on one line. Invisible characters are escaped, because messages contain untrusted names.
pub(crate) fn error(message: impl Display) {
    let message = message.to_string();
    // Ignore write errors: there is no other place to report that standard error is closed.
    let _ = writeln!(anstream::stderr(), "\x1b[1;91merror\x1b[0m: {}", Escaped(&message));
}

/// Prints a remark to standard error, so that it does not mix with the output.
pub(crate) fn remark(message: impl Display) {
    let _ = writeln!(io::stderr(), "{message}");
}
