//! The interface of a format.

use std::io::{self, Write};

use super::{checked::Checked, summary::Summary};

/// A format: writes findings as they come, and the rest at the end.
pub(crate) trait Report {
    /// Writes the findings of a file.
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()>;

    /// Writes what remains when all files have been checked.
    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, quiet: bool) -> io::Result<()>;
}
