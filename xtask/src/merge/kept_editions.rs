//! Decides which editions of a service's names are kept.
//!
//! Usually only the names of the newest edition are kept. If pages of the newest edition leave out their actions, the
//! actions of the next edition are the best known ones. They are kept with the names that they refer to.

use crate::lower::Lowered;
use crate::model::Edition;
use std::collections::HashSet;

/// Returns the edition of one page.
pub(super) fn edition(page: &Lowered) -> Option<Edition> {
    page.service.pages.first().and_then(|page| page.edition)
}

/// The editions that are kept. Names are in lower case, because IAM ignores case.
#[derive(Default)]
pub(super) struct KeptEditions {
    newest: Option<Edition>,
    /// The oldest edition whose actions are kept.
    actions_since: Option<Edition>,
    /// The resource types that the kept older actions refer to.
    resource_types: HashSet<String>,
    /// The condition keys that these actions and resource types refer to.
    condition_keys: HashSet<String>,
}

impl KeptEditions {
    /// Chooses the editions from the pages of a service, which must be sorted newest first.
    pub(super) fn new(pages: &[Lowered]) -> Self {
        let newest = pages.first().and_then(edition);
        let mut kept = Self { newest, actions_since: newest, ..Self::default() };
        let mut known = NewerNames::default();
        for pages in pages.chunk_by(|one, other| edition(one) == edition(other)) {
            kept.actions_since = pages.first().and_then(edition);
            if kept.actions_since != newest {
                for page in pages {
                    kept.refer(page, &known);
                }
            }
            if pages.iter().all(|page| page.service.left_out.is_empty()) {
                break;
            }
            for page in pages {
                known.add(page);
            }
        }
        kept
    }

    /// Adds the names to which a page's actions and resource types refer. Skips actions and types that a newer page
    /// has.
    fn refer(&mut self, page: &Lowered, newer: &NewerNames) {
        let actions = || page.service.actions.iter().filter(|action| !newer.actions.contains(&lower(&action.name)));
        let rows = || actions().flat_map(|action| &action.rows);
        let of_scenarios = actions().flat_map(|action| &action.scenarios).flat_map(|scenario| &scenario.resource_types);
        let resources = rows().flat_map(|row| &row.resource_types).chain(of_scenarios);
        self.resource_types.extend(resources.map(|resource| lower(&resource.name)));
        let types = page.service.resource_types.iter().filter(|item| {
            let name = lower(&item.name);
            self.resource_types.contains(&name) && !newer.resource_types.contains(&name)
        });
        let keys = rows().flat_map(|row| &row.condition_keys).chain(types.flat_map(|item| &item.condition_keys));
        self.condition_keys.extend(keys.map(|name| lower(name)));
    }

    /// Returns true if an edition is the newest.
    pub(super) fn newest(&self, edition: Option<Edition>) -> bool {
        edition == self.newest
    }

    /// Returns true if the actions of an edition are kept.
    pub(super) fn action(&self, edition: Option<Edition>) -> bool {
        edition >= self.actions_since
    }

    /// Returns true if a resource type of an edition is kept.
    pub(super) fn resource_type(&self, edition: Option<Edition>, name: &str) -> bool {
        self.newest(edition) || self.action(edition) && self.resource_types.contains(&lower(name))
    }

    /// Returns true if a condition key of an edition is kept.
    pub(super) fn condition_key(&self, edition: Option<Edition>, name: &str) -> bool {
        self.newest(edition) || self.action(edition) && self.condition_keys.contains(&lower(name))
    }
}

/// The names that newer pages have.
#[derive(Default)]
struct NewerNames {
    actions: HashSet<String>,
    resource_types: HashSet<String>,
}

impl NewerNames {
    fn add(&mut self, page: &Lowered) {
        self.actions.extend(page.service.actions.iter().map(|action| lower(&action.name)));
        self.resource_types.extend(page.service.resource_types.iter().map(|item| lower(&item.name)));
    }
}

fn lower(name: &str) -> String {
    name.to_ascii_lowercase()
}
