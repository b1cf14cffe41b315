//! The error about a file or a directory that could not be read.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;
use std::io;

use catalog_core::excerpt::Escaped;

use crate::config::ConfigError;

/// A file or directory that could not be read, or a mistake in a configuration.
///
/// `Display` escapes the invisible characters of the name and the reason, so that neither can imitate other output.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unread {
    /// The name of the file. For a mistake in a configuration, it includes the line and the column.
    pub name: String,
    /// The reason why it could not be read.
    pub why: String,
}

impl Unread {
    /// Returns an error about a file with this name.
    #[must_use]
    pub fn new(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self { name: name.into(), why: why.into() }
    }

    pub(super) fn from_io(name: impl Into<String>, error: &io::Error) -> Self {
        Self::new(name, error.to_string())
    }

    /// Returns the errors about the mistakes in a configuration file.
    pub(super) fn from_config(name: &str, error: &ConfigError) -> Vec<Self> {
        let problems = error.problems().iter();
        problems.map(|problem| Self::new(format!("{name}:{}", problem.position), problem.message.clone())).collect()
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", Escaped(&self.name), Escaped(&self.why))
    }
}

impl core::error::Error for Unread {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_imitate_other_output() {
        let unread = Unread::new("a\n::error::b\u{1b}[2J\u{202e}", "not\rfound");
        assert_eq!(unread.to_string(), r"a\n::error::b\u{1b}[2J\u{202e}: not\rfound");
    }
}
