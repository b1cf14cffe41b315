//! The format `sarif`: a log for code scanning in
//! [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).

mod message;
mod result;
mod rules;
mod uri;

use std::io::{self, Write};

use catalog::policy::json::{Lines, Value};

use super::{
    checked::Checked,
    json_tree::{array, boolean, count, object, string},
    report::Report,
    summary::Summary,
};
use message::message;
use uri::uri;

/// The format `sarif`, with the results so far. They are collected because the log is written at the end.
#[derive(Default)]
pub(crate) struct Sarif(Vec<Value<'static>>);

impl Report for Sarif {
    fn report(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        let file = uri(checked.name);
        self.0.extend(checked.findings.iter().map(|finding| result::result(finding, checked.text, &file, &lines)));
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let driver = object([
            ("name", string("catalog")),
            ("semanticVersion", string(env!("CARGO_PKG_VERSION"))),
            ("rules", rules::rules()),
        ]);
        let run = object([
            ("tool", object([("driver", driver)])),
            // Columns of findings are counted in Unicode code points.
            ("columnKind", string("unicodeCodePoints")),
            ("invocations", array([invocation(summary)])),
            ("results", array(std::mem::take(&mut self.0))),
            ("properties", object([("files", count(summary.files)), ("policies", count(summary.policies))])),
        ]);
        let log = object([
            ("$schema", string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", string("2.1.0")),
            ("runs", array([run])),
        ]);
        writeln!(out, "{log:#}")
    }
}

/// Describes this run of the command, including the files that could not be read.
fn invocation(summary: &Summary) -> Value<'static> {
    let notification = |error: &String| object([("level", string("error")), ("message", message(error.clone()))]);
    let notifications = summary.unread.iter().map(notification);
    let notifications = (!summary.unread.is_empty()).then(|| ("toolExecutionNotifications", array(notifications)));
    object([("executionSuccessful", boolean(summary.unread.is_empty()))].into_iter().chain(notifications))
}
