//! The format `junit`: a [JUnit test report in XML](https://docs.gitlab.com/ci/testing/unit_test_reports/), with a suite
//! per file.
//!
//! An error or a warning is a failed test, and a note is a skipped one. A file without findings is a test that succeeds.
//! GitLab identifies a test by its class and name, so each finding of a file has its own name.

mod xml;

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use catalog::policy::{
    Finding, Severity,
    json::{Lines, Position},
};

use super::{checked::Checked, report::Report, summary::Summary};
pub(crate) use xml::Xml;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"catalog lint\">\n";

/// The suite of the files that could not be read.
const UNREAD: &str = "files that could not be checked";

/// The format `junit`.
#[derive(Default)]
pub(crate) struct Junit {
    /// Whether the root has been opened.
    is_open: bool,
}

impl Junit {
    fn open(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_open {
            return Ok(());
        }
        self.is_open = true;
        out.write_all(HEAD.as_bytes())
    }
}

impl Report for Junit {
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        self.open(out)?;
        let Checked { name: file, findings, text } = checked;
        let notes = findings.iter().filter(|finding| finding.severity == Severity::Note).count();
        let failures = findings.len() - notes;
        let (tests, name) = (findings.len().max(1), Xml(file));
        writeln!(
            out,
            "<testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{notes}\">"
        )?;
        if findings.is_empty() {
            writeln!(out, "<testcase name=\"no findings\" classname=\"{name}\" file=\"{name}\"/>")?;
        }
        let lines = Lines::new(text);
        let mut names = Names::default();
        for finding in *findings {
            test(out, file, &names.next(finding), finding, lines.position(finding.span.start))?;
        }
        out.write_all(b"</testsuite>\n")
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.open(out)?;
        let unread = &summary.unread;
        if !unread.is_empty() {
            let count = unread.len();
            writeln!(
                out,
                "<testsuite name=\"{UNREAD}\" tests=\"{count}\" failures=\"0\" errors=\"{count}\" skipped=\"0\">"
            )?;
            for error in unread {
                let error = Xml(error);
                write!(out, "<testcase name=\"{error}\" classname=\"{UNREAD}\">")?;
                writeln!(out, "<error message=\"{error}\" type=\"unread\"/></testcase>")?;
            }
            out.write_all(b"</testsuite>\n")?;
        }
        out.write_all(b"</testsuites>\n")
    }
}

/// Writes the test that a finding fails, or skips if it is a note.
fn test(out: &mut dyn Write, file: &str, name: &str, finding: &Finding, position: Position) -> io::Result<()> {
    let (name, message, line) = (Xml(name), Xml(&finding.message), position.line);
    let file = Xml(file);
    write!(out, "<testcase name=\"{name}\" classname=\"{file}\" file=\"{file}\" line=\"{line}\">")?;
    let (id, severity) = (finding.id, finding.severity);
    if severity == Severity::Note {
        return writeln!(out, "<skipped message=\"{message}\"/></testcase>");
    }
    write!(out, "<failure message=\"{message}\" type=\"{id}\">")?;
    writeln!(out, "{severity}[{id}]: {message}\n{file}:{position}</failure></testcase>")
}

/// The names of the tests of a file, which are made of the rule and the pointer of each finding. They do not contain a
/// line, so that a test keeps its name if lines move.
#[derive(Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    fn next(&mut self, finding: &Finding) -> String {
        let name = match &*finding.pointer {
            "" => finding.id.to_string(),
            pointer => format!("{} at {pointer}", finding.id),
        };
        let count = self.0.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name} ({count})") }
    }
}
