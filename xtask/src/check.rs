//! Assigns a unique Rust identifier to every name of every service, and checks that each chosen identifier is needed.
//!
//! A rule derives the identifier from the name. If the rule gives two names the same identifier, one of them keeps it.
//! The other gets a longer identifier, with a warning. An identifier that the generated files already give to a name
//! stays.

mod assign;
mod entries;
mod enumeration;
mod given;
mod identifiers;
mod operations;

pub use given::GivenIdentifiers;
pub use identifiers::Identifiers;

use crate::diagnostic::Diagnostic;
use crate::facts::identifiers::ChosenIdentifiers;
use crate::lower::Lowered;
use crate::rows::Origin;
use crate::unread::Unread;
use catalog_core::NameKind;
use entries::{Entry, Outcome};
use enumeration::Enumeration;
use std::collections::{BTreeMap, HashMap};

/// The identifiers that take precedence over the rule.
#[derive(Clone, Copy, Debug)]
pub struct Settled<'a> {
    /// The identifiers that are chosen by hand.
    pub chosen: &'a ChosenIdentifiers,
    /// The identifiers that the generated files give, by service prefix.
    pub given: &'a BTreeMap<String, GivenIdentifiers>,
    /// The services with pages that could not be read completely.
    pub unread: &'a Unread,
}

/// Assigns an identifier to every name of every service. Ignores the identifiers in generated files.
#[must_use]
pub fn identifiers(services: &[Lowered], chosen: &ChosenIdentifiers, found: &mut Vec<Diagnostic>) -> Vec<Identifiers> {
    let (given, unread) = (BTreeMap::new(), Unread::default());
    settled_identifiers(services, Settled { chosen, given: &given, unread: &unread }, found)
}

/// Assigns an identifier to every name of every service.
///
/// If a name has no letter or digit, this is reported as an error and the identifier is empty.
#[must_use]
pub fn settled_identifiers(
    services: &[Lowered],
    Settled { chosen, given, unread }: Settled<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Identifiers> {
    let mut entries: Vec<Entry<'_>> =
        chosen.facts.iter().map(|chosen| Entry { chosen, outcome: Outcome::NoSuchName }).collect();
    let identifiers = services
        .iter()
        .map(|Lowered { service, origins, .. }| {
            let prefix = service.prefix.as_str();
            let given = given.get(prefix);
            let is_settled = !unread.services.contains(prefix);
            let mut enumeration =
                |kind, names: Vec<&str>, origins: &[Origin], given: Option<&HashMap<String, String>>| {
                    Enumeration { prefix, kind, names, origins, given, is_settled }.identifiers(&mut entries, found)
                };
            let actions = service.actions.iter().map(|action| action.name.as_str()).collect();
            let types = service.resource_types.iter().map(|resource_type| resource_type.name.as_str()).collect();
            let keys = service.condition_keys.iter().map(|key| key.name.as_str()).collect();
            Identifiers {
                actions: enumeration(NameKind::Action, actions, &origins.actions, given.map(|given| &given.actions)),
                resource_types: enumeration(
                    NameKind::ResourceType,
                    types,
                    &origins.resource_types,
                    given.map(|given| &given.resource_types),
                ),
                condition_keys: enumeration(
                    NameKind::ConditionKey,
                    keys,
                    &origins.condition_keys,
                    given.map(|given| &given.condition_keys),
                ),
                operations: operations::identifiers(
                    service,
                    &origins.operations,
                    given.map(|given| &given.operations),
                    is_settled,
                    found,
                ),
            }
        })
        .collect();
    if chosen.is_own {
        let services: Vec<_> = services.iter().map(|lowered| &lowered.service).collect();
        found.extend(entries.iter().filter_map(|entry| entry.complaint(&services, chosen.file, unread)));
    }
    identifiers
}
