//! The format `text`: findings in the style of rustc's errors, with the lines of the policies.

use std::io::{self, Write};

use super::{checked::Checked, report::Report, summary::Summary};

/// The format `text`.
pub(crate) struct Text;

impl Report for Text {
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        if checked.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "{:#}\n", checked.findings)
    }

    fn finish(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}
