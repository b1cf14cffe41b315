//! The format `junit` of test results: a JUnit test report in XML, with a suite per file.

use std::fmt::{self, Write as _};

use catalog::policy::files::Unread;

use super::case::Case;
use crate::output::Xml;

/// The suite of the scenarios that could not be read.
const UNREAD: &str = "scenarios that could not be read";

/// Returns all results, and the errors about scenarios that could not be read.
pub(super) fn output(cases: &[Case], unread: &[Unread]) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"catalog test\">\n");
    // Writing to a string does not fail.
    let _ = suites(&mut text, cases, unread);
    text.push_str("</testsuites>\n");
    text
}

fn suites(text: &mut String, cases: &[Case], unread: &[Unread]) -> fmt::Result {
    for suite in cases.chunk_by(|one, other| one.file == other.file) {
        let name = suite.first().map_or("", |case| &case.file);
        head(text, name, suite.len(), suite.iter().filter(|case| !case.passes()).count(), 0)?;
        for case in suite {
            test(text, case)?;
        }
        text.push_str("</testsuite>\n");
    }
    if unread.is_empty() {
        return Ok(());
    }
    head(text, UNREAD, unread.len(), 0, unread.len())?;
    for error in unread {
        let error = error.to_string();
        let error = Xml(&error);
        write!(text, "<testcase name=\"{error}\" classname=\"{UNREAD}\">")?;
        writeln!(text, "<error message=\"{error}\" type=\"unread\"/></testcase>")?;
    }
    text.push_str("</testsuite>\n");
    Ok(())
}

fn head(text: &mut String, name: &str, tests: usize, failures: usize, errors: usize) -> fmt::Result {
    let name = Xml(name);
    writeln!(
        text,
        "<testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\">"
    )
}

fn test(text: &mut String, case: &Case) -> fmt::Result {
    let (name, file, line) = (Xml(&case.name), Xml(&case.file), case.position.line);
    write!(text, "<testcase name=\"{name}\" classname=\"{file}\" file=\"{file}\" line=\"{line}\"")?;
    if case.passes() {
        return writeln!(text, "/>");
    }
    let message = format!("expected {}, got {}: {}", case.expect, case.got, case.reason);
    let message = Xml(&message);
    write!(text, "><failure message=\"{message}\" type=\"{}\">", case.got)?;
    writeln!(text, "{file}:{}: {message}</failure></testcase>", case.position)
}
