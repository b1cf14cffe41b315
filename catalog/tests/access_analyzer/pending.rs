//! The checks that no rule reports yet. A test of the sources reads the list, too.

/// The codes of checks that need neither an example nor a place in the sources.
pub(crate) const PENDING: &[&str] = &[];
