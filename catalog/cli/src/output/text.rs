//! The format `text`: findings in the style of rustc's errors, and a summary.

use std::io::{self, Write};

use super::{checked::Checked, report::Report, summary::Summary};

/// The format `text`.
pub(crate) struct Text;

impl Report for Text {
    fn report(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        writeln!(out, "{:#}\n", checked.findings)
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, quiet: bool) -> io::Result<()> {
        if quiet {
            return Ok(());
        }
        let counted =
            [counted(summary.errors, "error"), counted(summary.warnings, "warning"), counted(summary.notes, "note")];
        let counted: Vec<_> = counted.into_iter().flatten().collect();
        let found = if counted.is_empty() { "nothing found".to_owned() } else { counted.join(", ") };
        let files = self::counted(summary.files, "file").unwrap_or_else(|| "no file".to_owned());
        let unread = match summary.unread.len() {
            0 => String::new(),
            unread => format!("; {unread} could not be read"),
        };
        writeln!(out, "{found} in {files}{unread}")?;
        if let Some((_, id)) = summary.worst {
            writeln!(out, "for details and the fix, run `catalog explain {id}`")?;
        }
        Ok(())
    }
}

/// Returns a number with its noun, such as `2 errors`, or `None` for zero.
fn counted(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    }
}
