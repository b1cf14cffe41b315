//! The format `json`: a JSON array with one object per line.

use std::io::{self, Write};

use catalog::policy::json::Lines;

use super::{
    checked::Checked,
    json_tree::{array, number, object, string, string_or_null},
    report::Report,
    rows::Rows,
    summary::Summary,
};

/// The format `json`.
#[derive(Default)]
pub(crate) struct Json {
    rows: Rows,
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
                ("access_analyzer", array(finding.access_analyzer_checks().map(|check| string(check.code())))),
            ]);
            self.rows.add(out, row)?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        self.rows.finish(out)
    }
}
