//! As the compiler tells its errors.

use std::io::{self, Write};

use super::{Checked, Summary, Tell};

pub(crate) struct Text;

impl Tell for Text {
    fn tell(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        writeln!(out, "{:#}\n", checked.findings)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary, quiet: bool) -> io::Result<()> {
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
            writeln!(out, "what that means and what to do: `--explain {id}`")?;
        }
        Ok(())
    }
}

/// `2 errors`, or nothing where there is none.
fn counted(count: usize, word: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{count} {word}s")),
    }
}
