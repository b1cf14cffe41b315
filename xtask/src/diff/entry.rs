//! Formats a comparison as an entry of the changelog.
//!
//! The entry states the numbers of names in the catalog, lists removed and renamed names, and counts new ones.

use super::bump::Bump;
use super::change::Diff;
use super::change_kind::{ChangeKind, Verb};
use super::markdown::{code, escape};
use super::needed_bump::NeededBump;
use super::totals::Totals;
use crate::counts::Counts;
use crate::model::{Edition, month_in_words};
use std::collections::BTreeMap;
use std::fmt;

/// The width of a line of the changelog.
const WIDTH: usize = 120;

/// The entry of the changelog about a new month of the reference, as Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The month of the reference.
    pub edition: Option<Edition>,
    /// The numbers of names in the reference.
    pub counts: Counts,
    /// The changes since the previous state.
    pub diff: &'a Diff,
    /// The numbers of these changes.
    pub totals: &'a Totals,
}

impl Entry<'_> {
    /// Returns the heading, which names the month. There is one entry for each month.
    #[must_use]
    pub fn heading(&self) -> String {
        match self.edition {
            Some(edition) => format!("### AWS's reference of {}", month_in_words(edition)),
            None => "### AWS's reference".to_owned(),
        }
    }

    /// Returns the names with changes of a kind and verb, each once and in Markdown, such as `` `ses:SendEmail` ``.
    fn names(&self, kind: ChangeKind, verb: Verb) -> Vec<String> {
        let services = self.diff.services.iter();
        let names = services.flat_map(|service| {
            let changes = service.changes.iter().filter(move |change| change.kind == kind && change.verb == verb);
            changes.map(move |change| {
                let full = |name: &str| match kind {
                    ChangeKind::Service | ChangeKind::ConditionKey => code(name),
                    _ => code(&format!("{}:{name}", service.prefix)),
                };
                let shown = match (kind, &change.old) {
                    (ChangeKind::Service, _) => format!("{} ({})", escape(&service.name), code(&service.prefix)),
                    (_, Some(old)) if verb == Verb::Changed => {
                        format!("{} is now {}", full(old), full(&change.subject))
                    }
                    // Many services define the same global key, so name the service too.
                    (ChangeKind::ConditionKey, _) => format!("{} of {}", full(&change.subject), code(&service.prefix)),
                    _ => full(&change.subject),
                };
                // Sort by the names without backticks, so that `Get` comes before `GetAll`.
                ((service.prefix.as_str(), change.subject.as_str()), shown)
            })
        });
        names.collect::<BTreeMap<_, _>>().into_values().collect()
    }
}

impl fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.heading())?;
        write_wrapped(f, "", &format!("{}.", self.counts.in_words()))?;
        writeln!(f)?;
        let version = self.totals.version.map_or("patch", Bump::word);
        for (bump, reasons) in self.diff.needed().iter().flat_map(NeededBump::by_bump) {
            let reasons = reasons.join(", ");
            let line = match bump {
                Bump::Major => format!("Changes that can break a program: {reasons}."),
                Bump::Minor => format!("Additions: {reasons}."),
                Bump::Patch => format!("Other changes: {reasons}."),
            };
            write_wrapped(f, "* ", &line)?;
        }
        for kind in [
            ChangeKind::Service,
            ChangeKind::Action,
            ChangeKind::Operation,
            ChangeKind::ResourceType,
            ChangeKind::ConditionKey,
        ] {
            for (verb, words) in [
                (Verb::Removed, "that AWS no longer lists"),
                (Verb::Changed, "that AWS spells differently"),
                (Verb::Added, "that are new"),
            ] {
                // New names are only counted, except for services.
                if verb == Verb::Added && kind != ChangeKind::Service {
                    continue;
                }
                let names = self.names(kind, verb);
                if !names.is_empty() {
                    let line = format!("{} {words}: {}.", capitalized(kind.noun(2)), names.join(", "));
                    write_wrapped(f, "* ", &line)?;
                }
            }
        }
        write_wrapped(f, "* ", &format!("Version: these changes need a {version} version."))
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Writes a paragraph, or a list item with the given mark, wrapped to `WIDTH`.
///
/// Further lines of a list item are indented by the width of the mark.
fn write_wrapped(f: &mut fmt::Formatter<'_>, mark: &str, text: &str) -> fmt::Result {
    let mut line = mark.to_owned();
    let mut is_empty = true;
    for word in text.split(' ') {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(f, "{line}")?;
            line = " ".repeat(mark.len());
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    writeln!(f, "{line}")
}
