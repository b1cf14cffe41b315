//! The exit status of `catalog evaluate` and `catalog test`.

use std::process::ExitCode;

/// Returns 2 if something could not be read, 1 if an expectation is not met, and 0 otherwise.
pub(crate) fn status(has_unread: bool, has_failed: bool) -> ExitCode {
    match (has_unread, has_failed) {
        (true, _) => ExitCode::from(2),
        (false, true) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    }
}
