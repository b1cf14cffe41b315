//! The trait that every output format implements.

use std::io::{self, Write};

use super::{checked::Checked, summary::Summary};

/// An output format, which writes findings file by file.
pub(crate) trait Report {
    /// Writes the findings of a file, which may have none.
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()>;

    /// Writes the end of the output, after all files have been checked.
    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()>;
}
