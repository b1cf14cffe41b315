//! The format `gitlab`: a
//! [Code Quality report](https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
//!
//! GitLab reads a finding's description, rule, fingerprint, severity, path and line, and no other fields.

mod fingerprint;
mod path;

use std::io::{self, Write};

use catalog::policy::{Severity, files::Escaped, json::Lines};

use self::path::Paths;
use super::{
    checked::Checked,
    json_tree::{number, object, string},
    report::Report,
    rows::Rows,
    summary::Summary,
};
use fingerprint::Fingerprints;

/// The format `gitlab`.
#[derive(Default)]
pub(crate) struct Gitlab {
    rows: Rows,
    paths: Paths,
}

impl Report for Gitlab {
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        let path = self.paths.relative(checked.name);
        let mut fingerprints = Fingerprints::new(&path);
        for finding in checked.findings {
            let line = lines.position(finding.span.start).line;
            let location = object([("path", string(&*path)), ("lines", object([("begin", number(line))]))]);
            let row = object([
                ("description", string(Escaped(&finding.message).to_string())),
                ("check_name", string(finding.id.name())),
                ("fingerprint", string(fingerprints.next(finding, checked.text))),
                ("severity", string(severity(finding.severity))),
                ("location", location),
            ]);
            self.rows.add(out, row)?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        self.rows.finish(out)
    }
}

/// Returns GitLab's name of a severity. Its names `critical` and `blocker` are for findings that a linter cannot weigh.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
