//! Formats a comparison as Markdown for a changelog, with one heading per service and one list item per change.

use super::change::{Diff, ServiceDiff};
use super::change_kind::Verb;
use super::lines::{lines, prose};
use std::fmt;

/// A comparison that is displayed as Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Markdown<'a> {
    /// The comparison.
    pub diff: &'a Diff,
    /// Whether all changed descriptions and links are listed.
    pub list_prose: bool,
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(needed) = self.diff.needed() else { return writeln!(f, "Nothing has changed.") };
        for verb in [Verb::Added, Verb::Removed] {
            let mut heading = Some(format!("### Services {}\n\n", verb.word()));
            for service in &self.diff.services {
                let Some((_, contents)) = service.whole().filter(|(of, _)| *of == verb) else { continue };
                let (prefix, name) = (code(&service.prefix), escape(&service.name));
                writeln!(f, "{}- {name} ({prefix}): {contents}", heading.take().unwrap_or_default())?;
            }
            if heading.is_none() {
                writeln!(f)?;
            }
        }
        for service in self.diff.services.iter().filter(|service| service.whole().is_none()) {
            self.service(service, f)?;
        }
        let (bump, before) = (needed.bump.word(), needed.bump.before_1_0().word());
        writeln!(f, "### Version\n\nThese changes need a **{bump}** bump, or a **{before}** bump before 1.0:\n")?;
        for (bump, reasons) in needed.by_bump() {
            writeln!(f, "- {}: {}", bump.word(), reasons.join(", "))?;
        }
        Ok(())
    }
}

impl Markdown<'_> {
    fn service(&self, service: &ServiceDiff, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "### {} ({})\n", escape(&service.name), code(&service.prefix))?;
        for line in lines(&service.changes, code, escape) {
            writeln!(f, "- {} {}", word(line.verb), line.words)?;
        }
        if let Some(counts) = prose(|kind| service.prose_count(kind)) {
            writeln!(f, "- Changed prose: {counts}")?;
        }
        if self.list_prose {
            for line in lines(&service.prose, code, escape) {
                writeln!(f, "  - {} {}", word(line.verb), line.words)?;
            }
        }
        writeln!(f)
    }
}

fn word(verb: Verb) -> &'static str {
    match verb {
        Verb::Added => "Added",
        Verb::Removed => "Removed",
        Verb::Changed => "Changed",
    }
}

/// Formats a name as a code span, even if it contains backticks.
pub(super) fn code(name: &str) -> String {
    let longest = name.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{fence}{space}{name}{space}{fence}")
}

/// Escapes all markup in a string.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{code, escape};

    #[test]
    fn names_and_words_are_not_markup() {
        assert_eq!(code("s3:ExistingObjectTag/<key>"), "`s3:ExistingObjectTag/<key>`");
        assert_eq!(code("a``b"), "``` a``b ```");
        assert_eq!(escape("all *of* <it>"), r"all \*of\* \<it\>");
    }
}
