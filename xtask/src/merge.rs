//! Merges pages that share a service prefix into one service: the union of the facts on the newest pages.
//!
//! If two pages of the same edition have a name, their facts about it are united. The module `facts` has the rules, and
//! `rows` has the rules for the requirements of an action. If pages contradict each other on a fact that IAM
//! evaluates, a warning shows both places and states which fact is kept.
//!
//! A page of an older edition causes no contradictions, because AWS has updated the reference since. It adds
//! descriptions and links to names that newer pages have without them. A name that is only on an older page is left out
//! with a warning, except in the case below. An edition that is not stated counts as older than any stated edition.
//!
//! A page that leaves out its table of actions states nothing about them. If another page of the prefix has that
//! table, its actions are kept, even if that page is older. The table is still marked as left out, because some
//! actions may be missing.

mod answers;
mod facts;
mod kept_editions;
mod overlaps;
mod rows;
mod spelling;

pub use overlaps::{Overlap, OverlappingPage, overlaps};

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowered;
use crate::model::{Edition, Operation};
use crate::rows::Origin;
use answers::Difference;
use facts::Mergeable;
use kept_editions::KeptEditions;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::mem::take;

/// Merges the pages of each service prefix, and returns the services sorted by prefix.
///
/// Reports facts that two pages state differently.
///
/// Pages must be sorted by file name, because the first of the newest pages names the service. The items of a service
/// are in the order of its pages, newest first.
#[must_use]
pub fn merge(pages: Vec<Lowered>, found: &mut Vec<Diagnostic>) -> Vec<Lowered> {
    let mut services: BTreeMap<String, Vec<Lowered>> = BTreeMap::new();
    for page in pages {
        services.entry(page.service.prefix.clone()).or_default().push(page);
    }
    services.into_values().filter_map(|pages| service(pages, found)).collect()
}

/// Unites the pages of one prefix. Returns `None` if there are no pages.
fn service(mut pages: Vec<Lowered>, found: &mut Vec<Diagnostic>) -> Option<Lowered> {
    if pages.len() < 2 {
        return pages.pop();
    }
    pages.sort_by_key(|page| Reverse(kept_editions::edition(page)));
    let kept = KeptEditions::new(&pages);
    let prefix = pages.first()?.service.prefix.clone();
    macro_rules! unite {
        ($list:ident, $keeps:expr) => {{
            let lists = pages.iter_mut().map(|page| PageList {
                edition: kept_editions::edition(page),
                items: take(&mut page.service.$list),
                origins: take(&mut page.origins.$list),
            });
            list(&prefix, lists.collect(), $keeps, found)
        }};
    }
    // References must use the names that are kept, so the names that they refer to are merged first.
    let condition_keys = unite!(condition_keys, |edition, name| kept.condition_key(edition, name));
    for (page, keys) in pages.iter_mut().zip(&condition_keys.renamed) {
        let of_types = page.service.resource_types.iter_mut().flat_map(|item| &mut item.condition_keys);
        let rows = page.service.actions.iter_mut().flat_map(|action| &mut action.rows);
        of_types.chain(rows.flat_map(|row| &mut row.condition_keys)).for_each(|name| rename(name, keys));
    }
    let resource_types = unite!(resource_types, |edition, name| kept.resource_type(edition, name));
    for (page, types) in pages.iter_mut().zip(&resource_types.renamed) {
        for action in &mut page.service.actions {
            let of_rows = action.rows.iter_mut().flat_map(|row| &mut row.resource_types);
            let of_scenarios = action.scenarios.iter_mut().flat_map(|scenario| &mut scenario.resource_types);
            of_rows.chain(of_scenarios).for_each(|resource| rename(&mut resource.name, types));
        }
    }
    let reference_page = pages.first()?.service.pages.first()?.file.clone();
    for page in &mut pages {
        let file = page.service.pages.first().map(|page| &page.file).filter(|file| **file != reference_page);
        page.service.actions.iter_mut().for_each(|action| action.page = file.cloned());
        page.service.operations.iter_mut().for_each(|operation| operation.page = file.cloned());
    }
    let actions = unite!(actions, |edition, _| kept.action(edition));
    remove_older_operations(&mut pages, &kept);
    let operations = unite!(operations, |edition, _| kept.newest(edition));

    let mut pages = pages.into_iter();
    let mut into = pages.next()?;
    for page in pages {
        if kept.newest(kept_editions::edition(&page)) {
            rows::add(&mut into.service.left_out, page.service.left_out);
        }
        into.service.pages.extend(page.service.pages);
        into.row_totals.extend(page.row_totals);
    }
    into.service.pages.sort();
    (into.service.actions, into.origins.actions) = (actions.items, actions.origins);
    (into.service.operations, into.origins.operations) = (operations.items, operations.origins);
    (into.service.resource_types, into.origins.resource_types) = (resource_types.items, resource_types.origins);
    (into.service.condition_keys, into.origins.condition_keys) = (condition_keys.items, condition_keys.origins);
    spelling::settle(&mut into.service);
    Some(into)
}

/// Removes the operations of older pages that one of the newest pages also has. If AWS has renamed the page, they would
/// otherwise count as different operations.
fn remove_older_operations(pages: &mut [Lowered], kept: &KeptEditions) {
    let key = |operation: &Operation| (operation.sdk_client.clone(), operation.name.clone());
    let newest = pages.iter().filter(|page| kept.newest(kept_editions::edition(page)));
    let known: HashSet<_> = newest.flat_map(|page| page.service.operations.iter().map(key)).collect();
    for page in pages.iter_mut().filter(|page| !kept.newest(kept_editions::edition(page))) {
        let stays: Vec<bool> =
            page.service.operations.iter().map(|operation| !known.contains(&key(operation))).collect();
        let mut each = stays.iter().copied();
        page.service.operations.retain(|_| each.next().unwrap_or(true));
        let mut each = stays.iter().copied();
        page.origins.operations.retain(|_| each.next().unwrap_or(true));
    }
}

/// Replaces a name by the first page's spelling.
fn rename(name: &mut String, renamed: &HashMap<String, String>) {
    if let Some(kept) = renamed.get(name) {
        name.clone_from(kept);
    }
}

/// A list of names on one page.
struct PageList<T> {
    edition: Option<Edition>,
    items: Vec<T>,
    origins: Vec<Origin>,
}

/// The statements about one name: those on pages of the newest edition that has the name, and those on older pages.
struct Statements<T> {
    edition: Option<Edition>,
    pages: Vec<(T, Origin)>,
    older: Vec<T>,
}

/// A list of the service, merged from the lists of its pages.
struct MergedList<T> {
    items: Vec<T>,
    /// The place of each item's first statement.
    origins: Vec<Origin>,
    /// For each page, a map from its spelling of a name to a different spelling on the first page with the name.
    renamed: Vec<HashMap<String, String>>,
}

/// Unites the lists of the pages, newest first. Each name is at the position where it first appears, with all facts
/// about it. `keeps` decides, by edition and name, whether to keep a name that no newer page has.
fn list<T: Mergeable>(
    prefix: &str,
    pages: Vec<PageList<T>>,
    keeps: impl Fn(Option<Edition>, &str) -> bool,
    found: &mut Vec<Diagnostic>,
) -> MergedList<T> {
    let newest = pages.first().and_then(|page| page.edition);
    let mut things: Vec<Statements<T>> = Vec::new();
    let mut exact: HashMap<String, usize> = HashMap::new();
    let mut folded: HashMap<String, usize> = HashMap::new();
    let mut renamed = Vec::with_capacity(pages.len());
    for PageList { edition, items, origins } in pages {
        let mut other_names = HashMap::new();
        // Two spellings on one page are two names to AWS, even if one of them may be a typo.
        let own: HashSet<String> = items.iter().map(T::key).collect();
        for (item, origin) in items.into_iter().zip(origins) {
            let (key, fold) = (item.key(), item.key().to_ascii_lowercase());
            let known = exact.get(&key).copied().or_else(|| {
                folded.get(&fold).copied().filter(|&at| {
                    let first = things.get(at).and_then(|thing| thing.pages.first());
                    T::IGNORES_CASE && first.is_some_and(|(first, _)| !own.contains(&first.key()))
                })
            });
            if known.is_none() && !keeps(edition, item.name()) {
                found.push(not_in_newest::<T>(prefix, item.name(), &origin, edition, newest));
                continue;
            }
            let at = known.unwrap_or(things.len());
            exact.entry(key).or_insert(at);
            folded.entry(fold).or_insert(at);
            let Some(thing) = things.get_mut(at) else {
                things.push(Statements { edition, pages: vec![(item, origin)], older: Vec::new() });
                continue;
            };
            let same_edition = thing.edition == edition;
            if let Some((first, first_origin)) = thing.pages.first().filter(|(first, _)| first.name() != item.name()) {
                if same_edition {
                    found.push(other_spelling::<T>((first.name(), first_origin), (item.name(), &origin)));
                }
                other_names.insert(item.name().to_owned(), first.name().to_owned());
            }
            if same_edition {
                thing.pages.push((item, origin));
            } else {
                thing.older.push(item);
            }
        }
        renamed.push(other_names);
    }
    let mut united = MergedList { items: Vec::with_capacity(things.len()), origins: Vec::new(), renamed };
    for Statements { pages, older, .. } in things {
        let Some((_, origin)) = pages.first() else { continue };
        united.origins.push(origin.clone());
        let mut differences = Vec::new();
        let item = T::unite(pages, &mut differences).map(|mut item| {
            for older in older {
                item.borrow(older);
            }
            item
        });
        united.items.extend(item);
        found.extend(differences.into_iter().filter_map(|difference| contradiction(prefix, difference)));
    }
    united
}

/// Returns the warning about a name that newer pages do not have.
fn not_in_newest<T: Mergeable>(
    prefix: &str,
    name: &str,
    origin: &Origin,
    edition: Option<Edition>,
    newest: Option<Edition>,
) -> Diagnostic {
    let of = |edition: Option<Edition>| {
        edition.map_or_else(|| "no stated edition".to_owned(), |edition| edition.to_string())
    };
    let message = format!(
        "the {} `{name}` is not on the newest pages of `{prefix}` ({}), only on this page ({})",
        T::NOUN,
        of(newest),
        of(edition)
    );
    Diagnostic::warning(Code::NotInNewest, message, origin.place()).help("it is left out: AWS no longer lists it")
}

/// Returns the warning about a name whose case differs between pages.
fn other_spelling<T: Mergeable>(first: (&str, &Origin), second: (&str, &Origin)) -> Diagnostic {
    let message = format!("the {} `{}` differs only in case from `{}` on another page", T::NOUN, second.0, first.0);
    Diagnostic::warning(Code::SpellingDiffers, message, second.1.place())
        .also(first.1.place(), "the other page")
        .help(format!("the spelling of the first page, `{}`, is kept", first.0))
}

/// Returns the warning about a fact that pages state differently. Returns `None` if there are fewer than two answers.
fn contradiction(prefix: &str, difference: Difference) -> Option<Diagnostic> {
    let message = format!("the pages of `{prefix}` differ on {}", difference.question);
    let mut answers = difference.answers.into_iter();
    let (first, second) = (answers.next()?, answers.next()?);
    let warning = Diagnostic::warning(Code::Contradiction, message, second.0.place()).label(second.1);
    let warning = [first]
        .into_iter()
        .chain(answers)
        .fold(warning, |warning, (origin, words)| warning.also(origin.place(), words));
    Some(warning.help(difference.kept))
}
