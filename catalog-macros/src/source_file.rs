//! Finds the source file in which a token is written.

use std::path::PathBuf;

use proc_macro2::Span;

/// Returns the file that contains a token, if the compiler knows it.
pub(crate) fn of_token(token: Span) -> Option<PathBuf> {
    if proc_macro::is_available() { token.unwrap().local_file() } else { None }
}
