//! Reads `editions.toml`, which is next to the pages and states the month of the reference that each page is from.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Edition, FactEditions};
use crate::source::{FileId, Span};
use crate::suggest;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The file's name.
pub const FILE: &str = "editions.toml";

/// The content that this repository's file had when this program was built.
pub const REPOSITORY: &str = include_str!("../../docs-src/editions.toml");

/// A description of the form of a month, for messages.
pub(crate) const MONTH: &str = "four digits, a hyphen, and two digits from 01 to 12";

/// Returns the message about a string that is not a month.
pub(crate) fn not_a_month(text: &str) -> String {
    format!("`{text}` is not a valid month: expected a year and a month such as `2026-09`")
}

/// The editions of pages: the edition of most pages, and the exceptions for single pages and kinds of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editions {
    rule: Option<Edition>,
    facts: FactEditions,
    exceptions: BTreeMap<String, Edition>,
}

impl Editions {
    /// Returns the edition of the page called `page`, or `None` if it is not stated.
    #[must_use]
    pub fn get(&self, page: &str) -> Option<Edition> {
        self.exceptions.get(page).copied().or(self.rule)
    }

    /// Returns the months of the facts whose edition differs from that of most pages.
    #[must_use]
    pub fn facts(&self) -> FactEditions {
        self.facts
    }
}

/// A month that the file states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedMonth {
    /// The pages or facts that the month is about.
    pub subject: Subject,
    /// The month.
    pub edition: Edition,
    /// The place of the month in the file.
    pub span: Span,
}

/// The pages or facts that a month is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All pages without a month of their own.
    Pages,
    /// One page.
    Page(String),
    /// The permission-only marks.
    PermissionOnly,
    /// The dependent actions.
    DependentActions,
}

/// Returns the valid months in the content of the file. [`parse`] reports the errors.
#[must_use]
pub fn stated(text: &str) -> Vec<StatedMonth> {
    let Ok(EditionTable { edition, permission_only, dependent_actions, pages }) = toml::from_str(text) else {
        return Vec::new();
    };
    let of_all = [
        (Subject::Pages, edition),
        (Subject::PermissionOnly, permission_only),
        (Subject::DependentActions, dependent_actions),
    ];
    let of_all = of_all.into_iter().filter_map(|(subject, text)| Some((subject, text?)));
    let of_pages = pages.into_iter().map(|(page, text)| (Subject::Page(page.into_inner()), text));
    let month = |(subject, text): (Subject, Spanned<String>)| {
        Some(StatedMonth { subject, edition: Edition::parse(text.get_ref())?, span: text.span() })
    };
    of_all.chain(of_pages).filter_map(month).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct EditionTable {
    edition: Option<Spanned<String>>,
    permission_only: Option<Spanned<String>>,
    dependent_actions: Option<Spanned<String>>,
    #[serde(default)]
    pages: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// Parses the editions of `pages`, and reports all errors.
///
/// `is_own` is true if the file is next to the pages, and false if it is this repository's file. An exception about a
/// missing page is an error only if `is_own` is true. If it is false, the months of facts are left out, because they
/// are about the pages of this repository.
#[must_use]
pub fn parse(file: FileId, is_own: bool, text: &str, pages: &[&str], found: &mut Vec<Diagnostic>) -> Editions {
    let table: EditionTable = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => {
            let message = format!("cannot read the editions of the pages: {}", error.message());
            let help = "write `edition = \"2026-09\"` for all pages, and below `[pages]` a line \
                        `\"list_….md\" = \"2018-04\"` for each page of another month";
            found.push(Diagnostic::at(Code::BadEdition, message, file, error.span().unwrap_or(0..0)).help(help));
            return Editions::default();
        }
    };
    let mut month = |text: &Spanned<String>| {
        let edition = Edition::parse(text.get_ref());
        if edition.is_none() {
            found.push(Diagnostic::at(Code::BadEdition, not_a_month(text.get_ref()), file, text.span()).help(MONTH));
        }
        edition
    };
    let rule = table.edition.as_ref().and_then(&mut month);
    let of_facts = [&table.permission_only, &table.dependent_actions]
        .map(|text| text.as_ref().and_then(|text| Some((month(text)?, text.span()))));
    let exceptions: Vec<_> =
        table.pages.into_iter().filter_map(|(page, text)| month(&text).map(|edition| (page, edition))).collect();
    let mut unneeded = |message: String, span: Span, help: String| {
        found.push(Diagnostic::at(Code::UnusedEdition, message, file, span).help(help));
    };
    for (edition, span) in of_facts.iter().flatten().filter(|(edition, _)| is_own && rule == Some(*edition)) {
        let message = format!("this month is not an exception: all pages are of {edition}");
        unneeded(message, span.clone(), "remove the line".to_owned());
    }
    for (page, edition) in exceptions.iter().filter(|_| is_own) {
        if !pages.contains(&page.get_ref().as_str()) {
            let message = format!("unknown page `{}`", page.get_ref());
            unneeded(message, page.span(), suggest::hint(page.get_ref(), pages.iter().copied()));
        } else if rule == Some(*edition) {
            let message = format!("this month is not an exception: all pages are of {edition}");
            unneeded(message, page.span(), "remove the line".to_owned());
        }
    }
    let exceptions = exceptions.into_iter().map(|(page, edition)| (page.into_inner(), edition)).collect();
    let [permission_only, dependent_actions] =
        of_facts.map(|fact| fact.map(|(edition, _)| edition).filter(|edition| is_own && rule != Some(*edition)));
    Editions { rule, facts: FactEditions { permission_only, dependent_actions }, exceptions }
}

#[cfg(test)]
mod tests {
    use super::{Editions, parse};
    use crate::model::{Edition, FactEditions};
    use crate::source::{Source, Sources};

    fn read(text: &str) -> Editions {
        read_where(true, text)
    }

    fn read_where(is_own: bool, text: &str) -> Editions {
        let mut found = Vec::new();
        let source = Source { name: String::new(), path: String::new(), text: text.to_owned() };
        let editions = parse(Sources::default().add(source), is_own, text, &["list_a.md", "list_b.md"], &mut found);
        assert_eq!(found, []);
        editions
    }

    #[test]
    fn an_exception_overrides_the_rule_and_a_missing_edition_is_not_stated() {
        let all = |editions: Editions| ["list_a.md", "list_b.md"].map(|page| editions.get(page));
        let [old, new] = [Edition::new(2018, 4), Edition::new(2026, 9)];
        assert_eq!(all(read("edition = '2026-09'\n[pages]\n'list_a.md' = '2018-04'\n")), [old, new]);
        assert_eq!(all(read("edition = '2026-09'\n")), [new, new]);
        assert_eq!(all(read("[pages]\n'list_a.md' = '2018-04'\n")), [old, None]);
        assert_eq!(all(read("")), [None, None]);
    }

    #[test]
    fn facts_of_other_months_are_only_stated_in_the_file_next_to_the_pages() {
        let text = "edition = '2026-10'\npermission-only = '2026-07'\ndependent-actions = '2026-11'\n";
        let [permission_only, dependent_actions] = [Edition::new(2026, 7), Edition::new(2026, 11)];
        assert_eq!(read(text).facts(), FactEditions { permission_only, dependent_actions });
        assert_eq!(read_where(false, text).facts(), FactEditions::default());
        assert_eq!(read("edition = '2026-10'\n").facts(), FactEditions::default());
        let text = "edition = '2026-10'\ndependent-actions = '2026-11'\n";
        assert_eq!(read(text).facts(), FactEditions { permission_only: None, dependent_actions });
    }
}
