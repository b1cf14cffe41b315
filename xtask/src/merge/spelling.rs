//! Corrects the case of names that one page uses and another page of the service defines.

use crate::model::{ActionResource, Service};
use std::collections::{HashMap, HashSet};

/// Replaces each name in rows by its definition's spelling in the service, because IAM ignores case.
///
/// References to names that the same page defines were corrected earlier. A name that no page defines stays unchanged.
pub(super) fn settle(service: &mut Service) {
    let types = Spelling::new(service.resource_types.iter().map(|item| item.name.as_str()));
    let keys = Spelling::new(service.condition_keys.iter().map(|key| key.name.as_str()));
    for action in &mut service.actions {
        for row in &mut action.rows {
            types.settle_resources(&mut row.resource_types);
            keys.settle_list(&mut row.condition_keys);
        }
        for scenario in &mut action.scenarios {
            types.settle_resources(&mut scenario.resource_types);
        }
    }
    for item in &mut service.resource_types {
        keys.settle_list(&mut item.condition_keys);
    }
}

/// The names that a service defines.
struct Spelling {
    defined: HashSet<String>,
    /// The first defined name for each name in lower case.
    folded: HashMap<String, String>,
}

impl Spelling {
    fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut spelling = Self { defined: HashSet::new(), folded: HashMap::new() };
        for name in names {
            spelling.defined.insert(name.to_owned());
            spelling.folded.entry(name.to_ascii_lowercase()).or_insert_with(|| name.to_owned());
        }
        spelling
    }

    /// Corrects the names of a list and removes duplicates.
    fn settle_list(&self, names: &mut Vec<String>) {
        for name in names.iter_mut() {
            self.settle(name);
        }
        let mut seen = HashSet::new();
        names.retain(|name| seen.insert(name.clone()));
    }

    /// Corrects the names of resource types and removes duplicates. A type is required if one of its spellings is.
    fn settle_resources(&self, resources: &mut Vec<ActionResource>) {
        let mut settled: Vec<ActionResource> = Vec::with_capacity(resources.len());
        for mut resource in resources.drain(..) {
            self.settle(&mut resource.name);
            match settled.iter_mut().find(|known| known.name == resource.name) {
                Some(known) => known.required = known.required.max(resource.required),
                None => settled.push(resource),
            }
        }
        *resources = settled;
    }

    fn settle(&self, name: &mut String) {
        if self.defined.contains(name) {
            return;
        }
        if let Some(known) = self.folded.get(&name.to_ascii_lowercase()) {
            name.clone_from(known);
        }
    }
}
