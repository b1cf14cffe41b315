//! An array of objects, one a line.

use std::io::{self, Write};

use catalog::policy::json::Lines;
use serde::Serialize;

use super::{Checked, Summary, Tell};

#[derive(Default)]
pub(crate) struct Json {
    /// Whether an object has been written.
    is_open: bool,
}

/// What is told of a finding.
#[derive(Serialize)]
struct Row<'f> {
    file: &'f str,
    id: &'f str,
    severity: &'f str,
    message: &'f str,
    pointer: &'f str,
    line: u32,
    column: u32,
    suggestion: Option<&'f str>,
}

impl Tell for Json {
    fn tell(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        for finding in checked.findings {
            let position = lines.position(finding.span.start);
            let row = Row {
                file: checked.name,
                id: finding.id.name(),
                severity: finding.severity.name(),
                message: &finding.message,
                pointer: &finding.pointer,
                line: position.line,
                column: position.column,
                suggestion: finding.suggestion.as_deref(),
            };
            out.write_all(if self.is_open { b",\n" } else { b"[\n" })?;
            self.is_open = true;
            serde_json::to_writer(&mut *out, &row)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &Summary, _: bool) -> io::Result<()> {
        out.write_all(if self.is_open { b"\n]\n" } else { b"[]\n" })
    }
}
