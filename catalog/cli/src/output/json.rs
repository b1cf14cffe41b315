//! The format `json`: a JSON array with one object per line.

use std::io::{self, Write};

use catalog::policy::json::Lines;

use super::{
    checked::Checked,
    json_tree::{number, object, string, string_or_null},
    report::Report,
    summary::Summary,
};

/// The format `json`.
#[derive(Default)]
pub(crate) struct Json {
    /// Whether the array has been opened.
    is_open: bool,
}

impl Report for Json {
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        for finding in checked.findings {
            let position = lines.position(finding.span.start);
            let row = object([
                ("file", string(checked.name)),
                ("id", string(finding.id.name())),
                ("severity", string(finding.severity.name())),
                ("message", string(&finding.message)),
                ("pointer", string(&finding.pointer)),
                ("line", number(position.line)),
                ("column", number(position.column)),
                ("suggestion", string_or_null(finding.suggestion.as_deref())),
            ]);
            out.write_all(if self.is_open { b",\n" } else { b"[\n" })?;
            self.is_open = true;
            write!(out, "{row}")?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        out.write_all(if self.is_open { b"\n]\n" } else { b"[]\n" })
    }
}
