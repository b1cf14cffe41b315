//! Extends the history by the changes of a run: names that retire or come back, and actions that are new.
//!
//! The history is the contents of `retired.toml` and `facts/first_listed.toml`.
//!
//! The names of the generated files are compared with those of the pages, ignoring case. A name that retires is
//! recorded with the edition in its generated file, and a new action with the edition of its page.

mod files;
mod text;
mod undated;

pub use files::{HistoryFiles, changes};
pub use text::{first_listed_text, retired_text};

use crate::facts::first_listed::FirstListing;
use crate::facts::{History, ListedName, PageNames, names_of};
use crate::model::{Edition, LeftOut, Service};
use crate::previous::{Previous, PreviousService};
use crate::rust_names;
use crate::unread::Unread;
use catalog_core::NameKind;
use std::collections::{BTreeMap, HashSet};
use undated::Undated;

/// The numbers of names that a run adds to the history or removes from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryChange {
    /// The number of names and services that retired.
    pub retired: usize,
    /// The number of names and services that came back.
    pub came_back: usize,
    /// The number of actions that are listed for the first time.
    pub first_listed: usize,
    /// The names that cannot be recorded, because their month is unknown.
    undated: Undated,
}

impl HistoryChange {
    /// Returns true if the history gets new entries.
    #[must_use]
    pub fn has_additions(&self) -> bool {
        self.retired > 0 || self.first_listed > 0
    }
}

/// Extends a history by the changes since the generated files were written.
///
/// Services in `unread` are skipped. A first run, without generated files, finds no new actions.
pub fn extend(history: &mut History, previous: &Previous, services: &[&Service], unread: &Unread) -> HistoryChange {
    let mut change = HistoryChange::default();
    let pages = PageNames::new(services.iter().copied());
    let retired_before: HashSet<ListedName> = history.retired.names.keys().cloned().collect();
    come_back(history, &pages, &mut change);
    let by_prefix: BTreeMap<&str, &Service> =
        services.iter().map(|service| (service.prefix.as_str(), *service)).collect();
    for (prefix, old) in &previous.services {
        if !unread.names_service(prefix) {
            retire(history, old, by_prefix.get(prefix.as_str()).copied(), &mut change);
        }
    }
    let Some(modules) = &previous.modules else { return change };
    for service in services.iter().filter(|service| !unread.names_service(&service.prefix)) {
        let module = rust_names::module(&service.prefix);
        let old = previous.services.get(&service.prefix).map(|old| &old.service);
        // If the list of modules still has the service, its file was removed by hand and its actions are not new.
        let is_new = old.is_none() && previous.added.contains(&module) && !modules.contains(&module);
        if is_new || old.is_some_and(|old| !old.left_out.contains(&LeftOut::Actions)) {
            list_first(history, service, old, &retired_before, &mut change);
        }
    }
    change
}

/// Removes the retired names that pages define.
///
/// They are counted only if the file is next to the pages, because the repository's file is about other pages.
fn come_back(history: &mut History, pages: &PageNames<'_>, change: &mut HistoryChange) {
    let retired = &mut history.retired;
    let count = retired.names.len() + retired.services.len();
    *retired = retired.without(pages);
    if retired.is_own {
        change.came_back = count - retired.names.len() - retired.services.len();
    }
}

/// Adds the names that a service no longer has. `new` is `None` if the whole service has disappeared.
///
/// A name that is already recorded keeps its month, because an interrupted run or a maintainer has recorded it.
fn retire(history: &mut History, old: &PreviousService, new: Option<&Service>, change: &mut HistoryChange) {
    let PreviousService { service: old, file, .. } = old;
    if new.is_none() {
        match old.newest_edition() {
            Some(month) => {
                history.retired.services.entry(old.prefix.clone()).or_insert_with(|| {
                    change.retired += 1;
                    month
                });
            }
            None => change.undated.retired(file, old.prefix.clone()),
        }
    }
    for kind in NameKind::ALL {
        // If a page leaves out actions, a missing action may still exist.
        if kind == NameKind::Action && new.is_some_and(|new| new.left_out.contains(&LeftOut::Actions)) {
            continue;
        }
        let now: HashSet<String> =
            new.into_iter().flat_map(|new| names_of(new, kind)).map(str::to_ascii_lowercase).collect();
        for name in names_of(old, kind).into_iter().filter(|name| !now.contains(&name.to_ascii_lowercase())) {
            let listed = ListedName { kind, service: old.prefix.clone(), name: name.to_owned() };
            let Some(month) = month_of(old, &listed) else {
                change.undated.retired(file, listed.to_string());
                continue;
            };
            if !listed.is_well_formed() {
                continue;
            }
            history.retired.names.entry(listed.folded()).or_insert_with(|| {
                change.retired += 1;
                (listed, month)
            });
        }
    }
}

/// Adds the actions that are new in a service.
fn list_first(
    history: &mut History,
    service: &Service,
    old: Option<&Service>,
    retired_before: &HashSet<ListedName>,
    change: &mut HistoryChange,
) {
    let before: HashSet<String> =
        old.into_iter().flat_map(|old| &old.actions).map(|action| action.name.to_ascii_lowercase()).collect();
    for action in service.actions.iter().filter(|action| !before.contains(&action.name.to_ascii_lowercase())) {
        let listed = ListedName { kind: NameKind::Action, service: service.prefix.clone(), name: action.name.clone() };
        let name = listed.to_string();
        let key = name.to_ascii_lowercase();
        // A retired action without a first month was first listed in `known-since` or earlier.
        if history.first_listed.actions.contains_key(&key) || retired_before.contains(&listed.folded()) {
            continue;
        }
        let Some(month) = month_of(service, &listed) else {
            change.undated.first_listed(name);
            continue;
        };
        if history.first_listed.known_since.is_some_and(|since| month > since) {
            change.first_listed += 1;
            history.first_listed.actions.insert(key, FirstListing { name, month, span: None });
        }
    }
}

/// Returns the edition of the page that lists a name of a service.
fn month_of(service: &Service, name: &ListedName) -> Option<Edition> {
    let actions = || service.actions.iter().filter(|action| action.name == name.name);
    let page = (name.kind == NameKind::Action).then(|| actions().find_map(|action| action.page.as_ref())).flatten();
    match page {
        Some(page) => service.pages.iter().find(|other| other.file == *page)?.edition,
        None => service.newest_edition(),
    }
}
