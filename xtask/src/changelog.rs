//! Updates the numbers in READMEs and the entry in the changelog for a new month of the reference.
//!
//! The numbers of a file are between two Markdown comments, so that the rest of the file can be edited freely:
//!
//! ```text
//! <!-- counts: `cargo xtask changelog` writes this -->
//! As of October 2026, the catalog has 457 services.
//! <!-- end of counts -->
//! ```

mod block;
mod section;

pub use block::{Block, BlockError};
pub use section::with_entry;

use crate::counts::{Counts, thousands};
use crate::model::{Action, ConditionKey, Edition, Page, Service, month_in_words};
use std::collections::BTreeMap;

/// The file of the changelog.
pub const CHANGELOG: &str = "CHANGELOG.md";

/// Returns the blocks with their new numbers, each with the file that contains it.
#[must_use]
pub fn blocks(edition: Option<Edition>, services: &[Service]) -> [(&'static str, Block); 3] {
    let counts = Counts::from_services(0, services).in_words();
    let as_of = edition.map_or_else(
        || "The catalog has".to_owned(),
        |edition| format!("As of {}, the catalog has", month_in_words(edition)),
    );
    [
        ("README.md", Block { name: "counts", text: format!("{as_of} {counts}.") }),
        ("README.md", Block { name: "completeness", text: completeness(services) }),
        (
            "docs-src/README.md",
            Block { name: "pages", text: format!("{} {}", pages(services), dependent_actions(services)) },
        ),
    ]
}

/// Describes how many pages of each month there are, the newest first.
fn pages(services: &[Service]) -> String {
    let mut months: BTreeMap<Option<Edition>, usize> = BTreeMap::new();
    for Page { edition, .. } in services.iter().flat_map(|service| &service.pages) {
        *months.entry(*edition).or_default() += 1;
    }
    let words = months.into_iter().rev().map(|(edition, count)| {
        let noun = if count == 1 { "page" } else { "pages" };
        let of = edition.map_or_else(|| "a month that is not stated".to_owned(), month_in_words);
        format!("{} {noun} of {of}", thousands(count))
    });
    let words: Vec<_> = words.collect();
    match words.split_last() {
        Some((last, [])) => format!("There are {last}."),
        Some((last, rest)) => format!("There are {} and {last}.", rest.join(", ")),
        None => "There are no pages.".to_owned(),
    }
}

/// Describes for how many actions the pages state dependent actions.
fn dependent_actions(services: &[Service]) -> String {
    let actions = || services.iter().flat_map(|service| &service.actions);
    let is_stated = |action: &&Action| action.rows.iter().any(|row| row.dependent_actions.is_some());
    let (stated, all) = (actions().filter(is_stated).count(), actions().count());
    format!("They state the dependent actions of {} of {} actions.", thousands(stated), thousands(all))
}

/// Describes how many actions and condition keys have the facts that only some pages state.
fn completeness(services: &[Service]) -> String {
    let actions = || services.iter().flat_map(|service| &service.actions);
    let keys = || services.iter().flat_map(|service| &service.condition_keys);
    let count = |has: fn(&&Action) -> bool| thousands(actions().filter(has).count());
    let described = count(|action| action.description.is_some());
    let with_levels = count(|action| !action.access_levels.is_empty());
    let with_dependents = count(|action| action.rows.iter().any(|row| row.dependent_actions.is_some()));
    let typed = |key: &&ConditionKey| key.value_type.is_some();
    format!(
        "Of {} actions, {with_levels} have an access level, {with_dependents} state their dependent actions, and {described} \
         have a description. Of {} condition keys, {} have a type.",
        thousands(actions().count()),
        thousands(keys().count()),
        thousands(keys().filter(typed).count()),
    )
}

/// Returns the newest edition of any page, which is normally the edition of most pages.
#[must_use]
pub fn edition(services: &[Service]) -> Option<Edition> {
    services.iter().filter_map(Service::newest_edition).max()
}

#[cfg(test)]
mod tests {
    use super::{blocks, edition};
    use crate::model::{Edition, Page, Service};

    #[test]
    fn blocks_state_the_counts_and_the_months() {
        let page = |file: &str, edition| Page { file: file.to_owned(), edition };
        let [old, new] = [Edition::new(2018, 4), Edition::new(2026, 10)];
        let service = |pages| Service { pages, ..Service::default() };
        let services =
            [service(vec![page("list_a.md", new), page("list_b.md", old)]), service(vec![page("list_c.md", new)])];
        let [(readme, counts), (also_readme, completeness), (docs_src, pages)] = blocks(edition(&services), &services);
        assert_eq!((readme, also_readme, docs_src), ("README.md", "README.md", "docs-src/README.md"));
        let expected =
            "As of October 2026, the catalog has 2 services, 0 actions, 0 resource types and 0 condition keys.";
        assert_eq!(counts.text, expected);
        let expected = "Of 0 actions, 0 have an access level, 0 state their dependent actions, and 0 have a description. \
                        Of 0 condition keys, 0 have a type.";
        assert_eq!(completeness.text, expected);
        let expected = "There are 2 pages of October 2026 and 1 page of April 2018. They state the dependent actions of 0 of 0 actions.";
        assert_eq!(pages.text, expected);
    }
}
