//! Pages that share a service prefix → one service: the union of what they say.
//!
//! A contradiction is two answers to a question that IAM asks: access levels, ARN formats, types, the permission-only
//! mark. Descriptions and links are prose; where two pages word them differently, the first page's are kept.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::lower::{Lowered, repeated_name};
use crate::model::{Action, ConditionKey, ResourceType};
use crate::rows::Origin;
use std::collections::{BTreeMap, HashMap};

/// Merges services by prefix; they come back sorted by it. What two pages state differently is reported.
///
/// Pages must come sorted by file name: the first one gives the service its name, and order inside a service is
/// page after page.
#[must_use]
pub fn merge(pages: Vec<Lowered>, found: &mut Vec<Diagnostic>) -> Vec<Lowered> {
    let mut services: BTreeMap<String, Lowered> = BTreeMap::new();
    for page in pages {
        match services.get_mut(&page.service.prefix) {
            Some(service) => unite(service, page, found),
            None => {
                services.insert(page.service.prefix.clone(), page);
            }
        }
    }
    services.into_values().collect()
}

/// Adds what another page says.
fn unite(into: &mut Lowered, page: Lowered, found: &mut Vec<Diagnostic>) {
    let Lowered { service, origins, account } = page;
    into.account += account;
    into.service.pages.extend(service.pages);
    for section in service.left_out {
        if !into.service.left_out.contains(&section) {
            into.service.left_out.push(section);
        }
    }
    into.service.operations.extend(service.operations);
    into.origins.operations.extend(origins.operations);
    list(&mut into.service.actions, &mut into.origins.actions, (service.actions, origins.actions), found);
    list(
        &mut into.service.resource_types,
        &mut into.origins.resource_types,
        (service.resource_types, origins.resource_types),
        found,
    );
    list(
        &mut into.service.condition_keys,
        &mut into.origins.condition_keys,
        (service.condition_keys, origins.condition_keys),
        found,
    );
}

/// Adds another page's list: new names at the end, known ones united with what is there.
fn list<T: Named>(
    into: &mut Vec<T>,
    places: &mut Vec<Origin>,
    (items, origins): (Vec<T>, Vec<Origin>),
    found: &mut Vec<Diagnostic>,
) {
    let mut known: HashMap<String, usize> =
        into.iter().enumerate().map(|(at, item)| (item.name().to_ascii_lowercase(), at)).collect();
    for (item, origin) in items.into_iter().zip(origins) {
        let place = |origin: &Origin| Place::Text(origin.file, origin.span.clone());
        let Some(&at) = known.get(&item.name().to_ascii_lowercase()) else {
            known.insert(item.name().to_ascii_lowercase(), into.len());
            into.push(item);
            places.push(origin);
            continue;
        };
        let (Some(first), Some(first_origin)) = (into.get_mut(at), places.get(at)) else { continue };
        if first.name() != item.name() {
            let (first, second) = ((first.name(), place(first_origin)), (item.name(), place(&origin)));
            found.push(repeated_name(T::NOUN, first, second));
            continue;
        }
        let name = item.name().to_owned();
        let mut differing = Vec::new();
        first.unite(item, &mut differing);
        if !differing.is_empty() {
            let message =
                format!("two pages differ on the {} of the {} `{name}`", differing.join(" and the "), T::NOUN);
            found.push(
                Diagnostic::error(Code::Contradiction, message, place(&origin))
                    .also(place(first_origin), "the other page")
                    .help("find out which page is right, and correct the other"),
            );
        }
    }
}

/// What the three lists of a service have in common.
trait Named {
    /// AWS's word for one of them.
    const NOUN: &'static str;

    fn name(&self) -> &str;

    /// Adds what another page says about the same thing. What cannot be both goes to `differing`.
    fn unite(&mut self, other: Self, differing: &mut Vec<&'static str>);
}

impl Named for Action {
    const NOUN: &'static str = "action";

    fn name(&self) -> &str {
        &self.name
    }

    fn unite(&mut self, other: Self, differing: &mut Vec<&'static str>) {
        prose(&mut self.description, other.description);
        prose(&mut self.url, other.url);
        set(&mut self.access_levels, other.access_levels, "access levels", differing);
        if self.permission_only != other.permission_only {
            differing.push("permission-only mark");
        }
        all(&mut self.rows, other.rows);
        all(&mut self.scenarios, other.scenarios);
    }
}

impl Named for ResourceType {
    const NOUN: &'static str = "resource type";

    fn name(&self) -> &str {
        &self.name
    }

    fn unite(&mut self, other: Self, differing: &mut Vec<&'static str>) {
        prose(&mut self.url, other.url);
        set(&mut self.arns, other.arns, "ARN formats", differing);
        all(&mut self.condition_keys, other.condition_keys);
    }
}

impl Named for ConditionKey {
    const NOUN: &'static str = "condition key";

    fn name(&self) -> &str {
        &self.name
    }

    fn unite(&mut self, other: Self, differing: &mut Vec<&'static str>) {
        match (self.value_type, other.value_type) {
            (Some(first), Some(second)) if first != second => differing.push("type"),
            (first, second) => self.value_type = first.or(second),
        }
        prose(&mut self.description, other.description);
        prose(&mut self.url, other.url);
    }
}

/// Words that AWS may put differently on another page: the first page that has any is kept.
fn prose(into: &mut Option<String>, other: Option<String>) {
    if into.is_none() {
        *into = other;
    }
}

/// A set that is stated as a whole, in any order.
fn set<T: PartialEq>(into: &mut Vec<T>, other: Vec<T>, what: &'static str, differing: &mut Vec<&'static str>) {
    if into.is_empty() {
        *into = other;
    } else if !other.is_empty() && (into.len() != other.len() || other.iter().any(|item| !into.contains(item))) {
        differing.push(what);
    }
}

/// A list to which each page adds.
fn all<T: PartialEq>(into: &mut Vec<T>, other: Vec<T>) {
    for item in other {
        if !into.contains(&item) {
            into.push(item);
        }
    }
}
