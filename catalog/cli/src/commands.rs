//! The short subcommands, one per file.

pub(crate) mod completions;
pub(crate) mod editions;
pub(crate) mod expand;
pub(crate) mod shrink;
pub(crate) mod who_needs;
