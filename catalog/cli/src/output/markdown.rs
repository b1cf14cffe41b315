//! The format `markdown`: a table for the summary of a GitHub workflow, or for a comment.
//!
//! GitHub accepts 65,536 characters in a comment, and one MiB in the
//! [summary of a step](https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).

mod inline;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use catalog::policy::json::Lines;

use super::{checked::Checked, report::Report, summary::Summary};
use inline::{Cell, code, message};

/// The number of bytes after which further rows and lines are only counted.
const LIMIT: usize = 60_000;

const HEAD: &str = "| Severity | Place | Finding | Message |\n| --- | --- | --- | --- |\n";

/// The format `markdown`, with the rows so far. They are collected because the counts are above the table.
#[derive(Default)]
pub(crate) struct Markdown {
    rows: String,
    /// The number of findings that did not fit.
    omitted: usize,
}

impl Report for Markdown {
    fn report(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let lines = Lines::new(checked.text);
        for finding in checked.findings {
            let position = lines.position(finding.span.start);
            let place = code(&format!("{}:{position}", checked.name));
            let (severity, id) = (finding.severity, finding.id);
            let row = format!("| {severity} | {} | `{id}` | {} |\n", Cell(&place), Cell(&message(&finding.message)));
            if self.omitted == 0 && self.rows.len() + row.len() <= LIMIT {
                self.rows.push_str(&row);
            } else {
                self.omitted += 1;
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        writeln!(out, "### `catalog lint`: {}\n", summary.counts())?;
        if !self.rows.is_empty() {
            writeln!(out, "{HEAD}{}", self.rows)?;
        }
        if self.omitted > 0 {
            writeln!(out, "{} more findings do not fit into this report.\n", self.omitted)?;
        }
        let mut left = LIMIT.saturating_sub(self.rows.len());
        let unread = list(&summary.unread, "error", &mut left);
        let remarks = list(&summary.remarks, "note", &mut left);
        write!(out, "{unread}{remarks}")?;
        match summary.worst {
            Some((_, id)) => writeln!(out, "For details and the fix, run `catalog explain {id}`."),
            None => Ok(()),
        }
    }
}

/// Returns a list of messages that fits into the given number of bytes. The remaining messages are counted.
fn list(messages: &[String], label: &str, left: &mut usize) -> String {
    let mut list = String::new();
    for (position, text) in messages.iter().enumerate() {
        let item = format!("- {label}: {}\n", message(text));
        let Some(after) = left.checked_sub(item.len()) else {
            // Writing to a string does not fail.
            let _ = writeln!(list, "- {} more", messages.len() - position);
            break;
        };
        *left = after;
        list.push_str(&item);
    }
    if !list.is_empty() {
        list.push('\n');
    }
    list
}
