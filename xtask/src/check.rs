//! Rules that need the whole: every name gets an identifier, no two the same, and every chosen identifier is needed.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::facts::identifiers::{ChosenIdentifier, ChosenIdentifiers};
use crate::facts::{Fact, FactFile, unneeded};
use crate::lower::Lowered;
use crate::model::{Operation, Service};
use crate::rows::Origin;
use crate::rust_names;
use crate::source::FileId;
use catalog_core::NameKind;
use std::collections::{HashMap, HashSet};

/// The identifiers of a service's names: one vector beside each of the service's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// The variants of `Action`.
    pub actions: Vec<String>,
    /// The variants of `ResourceType`.
    pub resource_types: Vec<String>,
    /// The variants of `ConditionKey`.
    pub condition_keys: Vec<String>,
    /// The variants of `Operation`.
    pub operations: Vec<String>,
}

/// Gives every name of every service its identifier.
#[must_use]
pub fn identifiers(services: &[Lowered], chosen: &ChosenIdentifiers, found: &mut Vec<Diagnostic>) -> Vec<Identifiers> {
    let mut entries: Vec<Entry<'_>> =
        chosen.facts.iter().map(|chosen| Entry { chosen, outcome: Outcome::NoSuchName }).collect();
    let identifiers = services
        .iter()
        .map(|Lowered { service, origins, .. }| {
            let prefix = service.prefix.as_str();
            let mut enumeration = |kind, names: Vec<&str>, origins: &[Origin]| {
                Enumeration { prefix, kind, names: &names, origins }.identifiers(&mut entries, found)
            };
            let actions = service.actions.iter().map(|action| action.name.as_str()).collect();
            let types = service.resource_types.iter().map(|resource_type| resource_type.name.as_str()).collect();
            let keys = service.condition_keys.iter().map(|key| key.name.as_str()).collect();
            Identifiers {
                actions: enumeration(NameKind::Action, actions, &origins.actions),
                resource_types: enumeration(NameKind::ResourceType, types, &origins.resource_types),
                condition_keys: enumeration(NameKind::ConditionKey, keys, &origins.condition_keys),
                operations: operations(service, found),
            }
        })
        .collect();
    if chosen.is_own {
        let services: Vec<_> = services.iter().map(|lowered| &lowered.service).collect();
        found.extend(entries.iter().filter_map(|entry| entry.complaint(&services, chosen.file)));
    }
    identifiers
}

/// Returns the identifiers of a service's operations. No chosen identifier settles them: where two have one name, their
/// clients do.
fn operations(service: &Service, found: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut clients: HashMap<&str, HashSet<Option<&str>>> = HashMap::with_capacity(service.operations.len());
    for operation in &service.operations {
        clients.entry(&operation.name).or_default().insert(operation.sdk_client.as_deref());
    }
    let page = || Place::Path(service.pages.iter().map(|page| page.file.as_str()).collect::<Vec<_>>().join(", "));
    let mut taken: HashMap<String, &Operation> = HashMap::with_capacity(service.operations.len());
    let mut identifiers = Vec::with_capacity(service.operations.len());
    for operation in &service.operations {
        let name = &operation.name;
        let several = clients.get(name.as_str()).is_some_and(|clients| clients.len() > 1);
        let client = operation.sdk_client.as_deref().filter(|_| several);
        let Some(identifier) = rust_names::operation(name, client) else {
            let message = format!("the operation `{name}` has no letter or digit");
            let help = "give it the name that the service's API reference has";
            found.push(Diagnostic::error(Code::NoIdentifier, message, page()).help(help));
            continue;
        };
        if let Some(other) = taken.insert(identifier.clone(), operation) {
            let message = format!("the operations `{}` and `{name}` would both become `{identifier}`", other.name);
            let help = "name the SDK client of each, or keep one of the two";
            found.push(Diagnostic::error(Code::SameIdentifier, message, page()).help(help));
        }
        identifiers.push(identifier);
    }
    identifiers
}

/// An entry of `identifiers.toml`, and its outcome.
struct Entry<'a> {
    chosen: &'a Fact<ChosenIdentifier>,
    outcome: Outcome,
}

/// Whether an entry is needed, and the reason if it is not.
enum Outcome {
    NoSuchName,
    SameAsRule,
    NoConflict,
    Repeated,
    Needed,
}

impl Entry<'_> {
    /// Returns the error about an entry that nothing needs.
    fn complaint(&self, services: &[&Service], file: FileId) -> Option<Diagnostic> {
        let Fact { value: ChosenIdentifier { service, kind, name, identifier, edition }, span, .. } = self.chosen;
        if !matches!(self.outcome, Outcome::Repeated) && !unneeded::is_expected(services, service, *edition) {
            return None;
        }
        let noun = kind.noun();
        let why = match self.outcome {
            Outcome::Needed => return None,
            Outcome::NoSuchName => format!("no page defines the {noun} `{name}` of `{service}`"),
            Outcome::SameAsRule => format!("the rule already makes `{identifier}` of `{name}`"),
            Outcome::NoConflict => format!("no other {noun} of `{service}` would get the identifier of `{name}`"),
            Outcome::Repeated => format!("an entry above already settles the {noun} `{name}`"),
        };
        let help = match self.outcome {
            Outcome::NoSuchName | Outcome::NoConflict => {
                "remove the entry, or name the month of the pages that need it as `edition`"
            }
            Outcome::SameAsRule | Outcome::Repeated | Outcome::Needed => "remove the entry",
        };
        let message = format!("an entry that is not needed: {why}");
        Some(Diagnostic::at(Code::UnusedIdentifier, message, file, span.clone()).help(help))
    }
}

/// One enum to be.
struct Enumeration<'a> {
    prefix: &'a str,
    kind: NameKind,
    names: &'a [&'a str],
    origins: &'a [Origin],
}

impl Enumeration<'_> {
    fn identifiers(&self, entries: &mut [Entry<'_>], found: &mut Vec<Diagnostic>) -> Vec<String> {
        let by_rule: Vec<Option<String>> = self.names.iter().map(|name| self.by_rule(name)).collect();
        let mut uses: HashMap<&Option<String>, usize> = HashMap::with_capacity(by_rule.len());
        for identifier in &by_rule {
            *uses.entry(identifier).or_default() += 1;
        }
        let chosen = self.chosen(entries, &by_rule, &uses);

        let mut taken: HashMap<String, usize> = HashMap::with_capacity(by_rule.len());
        let mut identifiers = Vec::with_capacity(by_rule.len());
        for (at, (name, rule)) in self.names.iter().zip(&by_rule).enumerate() {
            let Some(identifier) = chosen.get(name).map(|chosen| (*chosen).to_owned()).or_else(|| rule.clone()) else {
                found.push(self.error(Code::NoIdentifier, format!("`{name}` has no letter or digit"), at, name));
                continue;
            };
            if let Some(&first) = taken.get(&identifier) {
                let other = self.names.get(first).copied().unwrap_or_default();
                let message =
                    format!("the {}s `{other}` and `{name}` would both become `{identifier}`", self.kind.noun());
                let error = self.error(Code::SameIdentifier, message, at, name);
                found.push(error.also(self.place(first), "the first one"));
            }
            taken.entry(identifier.clone()).or_insert(at);
            identifiers.push(identifier);
        }
        identifiers
    }

    fn by_rule(&self, name: &str) -> Option<String> {
        match self.kind {
            NameKind::ConditionKey => rust_names::condition_key(name, self.prefix),
            _ => rust_names::variant(name),
        }
    }

    /// Returns the chosen identifiers by name, and sets the outcome of each entry.
    fn chosen<'q>(
        &self,
        entries: &mut [Entry<'q>],
        by_rule: &[Option<String>],
        uses: &HashMap<&Option<String>, usize>,
    ) -> HashMap<&'q str, &'q str> {
        let mut chosen: HashMap<&str, &str> = HashMap::new();
        let own = entries
            .iter_mut()
            .filter(|entry| entry.chosen.value.service == self.prefix && entry.chosen.value.kind == self.kind);
        for entry in own {
            let wanted = &entry.chosen.value;
            let Some(at) = self.names.iter().position(|name| *name == wanted.name) else { continue };
            let rule = by_rule.get(at).unwrap_or(&None);
            entry.outcome = if rule.as_ref() == Some(&wanted.identifier) {
                Outcome::SameAsRule
            } else if chosen.contains_key(wanted.name.as_str()) {
                Outcome::Repeated
            } else if rule.is_some() && uses.get(rule).is_none_or(|uses| *uses < 2) {
                Outcome::NoConflict
            } else {
                Outcome::Needed
            };
            // A page without the other name gives the same identifier.
            chosen.entry(&wanted.name).or_insert(&wanted.identifier);
        }
        chosen
    }

    fn place(&self, at: usize) -> Place {
        self.origins
            .get(at)
            .map_or_else(|| Place::Path(String::new()), |origin| Place::Text(origin.file, origin.span.clone()))
    }

    fn error(&self, code: Code, message: String, at: usize, name: &str) -> Diagnostic {
        let help = format!(
            "choose another one in {}/{}, beside the pages:\n[[identifier]]\nservice = {:?}\nkind = {:?}\nname = {name:?}\n\
             identifier = \"…\"\nsource = \"https://…\"\nmonth = \"…\"\nreason = \"…\"",
            FactFile::DIRECTORY,
            FactFile::Identifiers.name(),
            self.prefix,
            self.kind.word(),
        );
        Diagnostic::error(code, message, self.place(at)).help(help)
    }
}
