//! The format `github`: annotations for a GitHub workflow, written as
//! [workflow commands](https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
//!
//! GitHub shows only the first ten errors and the first ten warnings of a step.

use std::io::{self, Write};

use catalog::policy::{Severity, files::Escaped, json::Lines};

use super::{checked::Checked, report::Report, summary::Summary};

/// The format `github`.
pub(crate) struct Github;

impl Report for Github {
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        for finding in checked.findings {
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "notice",
            };
            let (start, end) = (lines.position(finding.span.start), lines.position(finding.span.end));
            write!(out, "::{command} file={},line={},endLine={}", property(checked.name), start.line, end.line)?;
            // GitHub does not accept columns if a finding spans several lines.
            if start.line == end.line {
                write!(out, ",col={}", start.column)?;
            }
            writeln!(out, ",title={}::{}", finding.id, data(&finding.message))?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}

/// Escapes a message, which follows the last `::`. Invisible characters are escaped as in the other formats, because
/// the log of a workflow shows them.
fn data(text: &str) -> String {
    Escaped(text).to_string().replace('%', "%25")
}

/// Escapes the value of a property, which is between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
