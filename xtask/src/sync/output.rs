//! Compares the fetched pages with the directory, and plans the files to write and to remove.

use super::editions_file;
use super::held::Held;
use super::pages::Page;
use super::state::{self, State};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::editions;
use crate::messages::PageTotals;
use crate::model::Edition;
use crate::read::join;
use crate::write::{FileChange, Plan};
use std::collections::BTreeMap;
use std::path::Path;

/// The directory to which a plan applies.
pub(super) struct Directory<'a> {
    pub(super) path: &'a Path,
    pub(super) shown: &'a str,
}

impl Directory<'_> {
    /// Returns the change of a file, if there is one.
    fn change(&self, name: &str, old: Option<Vec<u8>>, new: Option<String>) -> Option<FileChange> {
        let is_changed = old.as_deref() != new.as_deref().map(str::as_bytes);
        is_changed.then(|| FileChange { path: self.path.join(name), shown: join(self.shown, name), old, new })
    }
}

/// Returns the changes and the numbers of pages. Warns about pages that no run wrote and that are replaced or kept.
pub(super) fn plan(
    directory: &Directory<'_>,
    from: String,
    month: Edition,
    mut held: Held,
    pages: BTreeMap<String, Page>,
    found: &mut Vec<Diagnostic>,
) -> (Plan, PageTotals) {
    let mut totals = PageTotals::default();
    let mut plan = Plan::default();
    let mut state = State::new(from);
    // The pages of other months, with their months.
    let mut others = BTreeMap::new();
    let kept = pages.iter().filter(|(_, page)| matches!(page, Page::Kept)).map(|(name, _)| name);
    let unlisted: Vec<String> = held.pages.keys().filter(|name| !pages.contains_key(*name)).cloned().collect();
    let (removed, left): (Vec<_>, Vec<_>) = unlisted.into_iter().partition(|name| held.is_as_fetched(name));
    for name in kept.chain(&left) {
        others.extend(held.edition(name).map(|edition| (name.clone(), edition)));
    }
    for name in left {
        let message = "AWS's reference does not have this page, but it differs from the page that `sync` fetched";
        let warning = Diagnostic::warning(Code::NotRemoved, message, Place::Path(join(directory.shown, &name)));
        found.push(warning.help("the page is kept with its month; remove it if it is not yours"));
    }
    for name in removed {
        totals.removed = totals.removed.saturating_add(1);
        plan.changes.extend(directory.change(&name, held.pages.remove(&name), None));
    }
    let known = held.state.take().map(|state| state.pages).unwrap_or_default();
    for (name, page) in pages {
        let old = held.pages.remove(&name);
        match page {
            Page::Kept => {
                totals.kept = totals.kept.saturating_add(1);
                state.pages.extend(known.get(&name).map(|page| (name.clone(), page.clone())));
            }
            Page::Confirmed(page) => {
                totals.unchanged = totals.unchanged.saturating_add(1);
                state.pages.insert(name, page);
            }
            Page::Fetched(text, page) => {
                let is_foreign = match (&old, known.get(&name)) {
                    (Some(old), Some(known)) => !known.is_same(old),
                    (Some(_), None) => true,
                    (None, _) => false,
                };
                let change = directory.change(&name, old, Some(text));
                match &change {
                    Some(_) => totals.fetched = totals.fetched.saturating_add(1),
                    None => totals.unchanged = totals.unchanged.saturating_add(1),
                }
                if is_foreign && change.is_some() {
                    let message = "replacing a page that `sync` did not fetch or that was edited since";
                    let place = Place::Path(join(directory.shown, &name));
                    found.push(Diagnostic::warning(Code::PageReplaced, message, place));
                }
                plan.changes.extend(change);
                state.pages.insert(name, page);
            }
        }
    }
    let editions = editions_file::text(held.editions_file.as_deref(), month, &others);
    let old = held.editions_file.map(String::into_bytes);
    plan.changes.sort_by(|one, other| one.path.cmp(&other.path));
    // These files are written last. If the run is killed before that, the next run still knows the pages to remove.
    plan.last.extend(directory.change(editions::FILE, old, Some(editions)));
    plan.last.extend(directory.change(state::FILE, held.state_file, Some(state.to_text())));
    (plan, totals)
}
