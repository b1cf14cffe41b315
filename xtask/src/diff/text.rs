//! Formats a comparison as plain text for a terminal: `+` added, `-` removed, `~` changed.

use super::change::Diff;
use super::change_kind::Verb;
use super::lines::{lines, prose};
use std::fmt;

/// A comparison that is displayed as plain text.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The comparison.
    pub diff: &'a Diff,
    /// Whether all changed descriptions and links are listed.
    pub list_prose: bool,
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(needed) = self.diff.needed() else { return writeln!(f, "nothing has changed") };
        for service in &self.diff.services {
            let (prefix, name) = (&service.prefix, &service.name);
            if let Some((verb, contents)) = service.whole() {
                writeln!(f, "{} {prefix} ({name}): {contents}\n", sign(verb))?;
                continue;
            }
            writeln!(f, "{prefix} ({name})")?;
            for line in lines(&service.changes, str::to_owned, str::to_owned) {
                writeln!(f, "  {} {}", sign(line.verb), line.words)?;
            }
            if let Some(counts) = prose(|kind| service.prose_count(kind)) {
                writeln!(f, "  ~ prose: {counts}")?;
            }
            if self.list_prose {
                for line in lines(&service.prose, str::to_owned, str::to_owned) {
                    writeln!(f, "    {} {}", sign(line.verb), line.words)?;
                }
            }
            writeln!(f)?;
        }
        writeln!(f, "version bump: {} (before 1.0: {})", needed.bump.word(), needed.bump.before_1_0().word())?;
        for (bump, reasons) in needed.by_bump() {
            writeln!(f, "  {}: {}", bump.word(), reasons.join(", "))?;
        }
        Ok(())
    }
}

fn sign(verb: Verb) -> char {
    match verb {
        Verb::Added => '+',
        Verb::Removed => '-',
        Verb::Changed => '~',
    }
}
