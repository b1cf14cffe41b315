//! Finds the actions that two pages of the same service prefix and edition both list. The pages of April 2018,
//! September 2020, and September and October 2026 have no such actions.

use super::kept_editions::edition;
use crate::diagnostic::Place;
use crate::lower::Lowered;
use crate::model::Edition;
use std::collections::{BTreeMap, HashMap};

/// Two pages of the same service prefix and edition that list the same actions.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// The service prefix.
    pub prefix: String,
    /// The edition.
    pub edition: Option<Edition>,
    /// The two pages, sorted by name.
    pub pages: [OverlappingPage; 2],
    /// The names of the actions that both pages list.
    pub shared: Vec<String>,
}

/// A page of an overlap.
#[derive(Clone, Debug)]
pub struct OverlappingPage {
    /// The file name.
    pub file: String,
    /// The number of actions on the page.
    pub actions: usize,
    /// The place of the first action that the other page also lists.
    pub place: Place,
}

/// Returns the overlaps of pages, which must be sorted by file name.
#[must_use]
pub fn overlaps(pages: &[Lowered]) -> Vec<Overlap> {
    let mut groups: BTreeMap<(&str, Option<Edition>), Vec<&Lowered>> = BTreeMap::new();
    for page in pages {
        groups.entry((&page.service.prefix, edition(page))).or_default().push(page);
    }
    let mut found = Vec::new();
    for ((prefix, edition), pages) in groups.into_iter().filter(|(_, pages)| pages.len() > 1) {
        // The pages so far that list each action. Few names are on many pages, so this takes linear time.
        let mut listing: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        let mut shared: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
        for (nth, page) in pages.iter().enumerate() {
            for (at, action) in page.service.actions.iter().enumerate() {
                let known = listing.entry(action.name.to_ascii_lowercase()).or_default();
                for (other, at_other) in known.iter().filter(|(other, _)| *other != nth) {
                    shared.entry((*other, nth)).or_default().push((*at_other, at));
                }
                known.push((nth, at));
            }
        }
        found.extend(shared.into_iter().filter_map(|((one, other), positions)| {
            let (one, other) = (pages.get(one)?, pages.get(other)?);
            let (at_one, at_other) = *positions.first()?;
            let names = positions.iter().filter_map(|(at, _)| Some(one.service.actions.get(*at)?.name.clone()));
            Some(Overlap {
                prefix: prefix.to_owned(),
                edition,
                shared: names.collect(),
                pages: [page(one, at_one)?, page(other, at_other)?],
            })
        }));
    }
    found
}

fn page(page: &Lowered, at: usize) -> Option<OverlappingPage> {
    Some(OverlappingPage {
        file: page.service.pages.first()?.file.clone(),
        actions: page.service.actions.len(),
        place: page.origins.actions.get(at)?.place(),
    })
}
