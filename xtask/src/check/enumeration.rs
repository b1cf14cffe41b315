//! Assigns the identifiers of the actions, the resource types or the condition keys of one service.

use super::assign::Names;
use super::entries::{Entry, Outcome};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::facts::FactFile;
use crate::rows::Origin;
use crate::rust_names::{self, distinct};
use catalog_core::NameKind;
use std::collections::HashMap;

/// An enum to generate.
pub(super) struct Enumeration<'a> {
    pub(super) prefix: &'a str,
    pub(super) kind: NameKind,
    pub(super) names: Vec<&'a str>,
    pub(super) origins: &'a [Origin],
    /// The identifiers in the service's generated file.
    pub(super) given: Option<&'a HashMap<String, String>>,
    /// Whether all names of the service are known. If not, only conflicts between chosen identifiers are reported.
    pub(super) is_settled: bool,
}

impl Enumeration<'_> {
    /// Assigns an identifier to each name. Also sets the outcome of each entry of `identifiers.toml` about these names:
    /// whether the entry is needed.
    pub(super) fn identifiers(&self, entries: &mut [Entry<'_>], found: &mut Vec<Diagnostic>) -> Vec<String> {
        let by_rule: Vec<Option<String>> = self.names.iter().map(|name| self.by_rule(name)).collect();
        let chosen = self.chosen(entries, &by_rule);
        let names = Names { keys: self.names.clone(), by_rule: &by_rule, chosen: &chosen, given: self.given };
        let prefix = (self.kind == NameKind::ConditionKey).then_some(self.prefix);
        let name = |at: usize| self.names.get(at).copied().unwrap_or_default();
        let assigned = names.assign(
            |at| distinct::rank(name(at), prefix),
            |at, identifier| distinct::alternatives(name(at), identifier, prefix),
        );
        for (at, identifier) in assigned.identifiers.iter().enumerate().filter(|_| self.is_settled) {
            if identifier.is_none() {
                let message = format!("`{}` has no letter or digit", name(at));
                found.push(Diagnostic::error(Code::NoIdentifier, message, self.place(at)).help(self.help(name(at))));
            }
        }
        let identifier = |at: usize| assigned.identifiers.get(at).cloned().flatten().unwrap_or_default();
        let meet = |first: usize, at: usize, identifier: &str| {
            let noun = self.kind.noun();
            format!("the {noun}s `{}` and `{}` would both become `{identifier}`", name(first), name(at))
        };
        for &(at, first) in &assigned.clashes {
            let error = Diagnostic::error(Code::SameIdentifier, meet(first, at, &identifier(at)), self.place(at));
            found.push(error.also(self.place(first), "the first one").help(self.help(name(at))));
        }
        for &(at, first) in assigned.others.iter().filter(|_| self.is_settled) {
            let message = meet(first, at, &identifier(first));
            let help = format!("`{}` becomes `{}`; {}", name(at), identifier(at), self.help(name(at)));
            let warning = Diagnostic::warning(Code::SameIdentifier, message, self.place(at));
            found.push(warning.also(self.place(first), "the other one").help(help));
        }
        assigned.identifiers.into_iter().map(Option::unwrap_or_default).collect()
    }

    fn by_rule(&self, name: &str) -> Option<String> {
        match self.kind {
            NameKind::ConditionKey => rust_names::condition_key(name, self.prefix),
            _ => rust_names::variant(name),
        }
    }

    /// Returns the chosen identifiers by name, and sets the outcomes of their entries.
    fn chosen<'q>(&self, entries: &mut [Entry<'q>], by_rule: &[Option<String>]) -> HashMap<&'q str, &'q str> {
        let mut chosen: HashMap<&str, &str> = HashMap::new();
        let own = entries
            .iter_mut()
            .filter(|entry| entry.chosen.value.service == self.prefix && entry.chosen.value.kind == self.kind);
        for entry in own {
            let wanted = &entry.chosen.value;
            let Some(at) = self.names.iter().position(|name| *name == wanted.name) else { continue };
            let rule = by_rule.get(at).unwrap_or(&None);
            // If two names conflict, an entry may give the rule's identifier to either of them.
            let is_alone = by_rule.iter().filter(|other| *other == rule).count() < 2;
            entry.outcome = if is_alone && rule.as_ref() == Some(&wanted.identifier) {
                Outcome::SameAsRule
            } else if chosen.contains_key(wanted.name.as_str()) {
                Outcome::Repeated
            } else if is_alone && rule.is_some() {
                Outcome::NoConflict
            } else {
                Outcome::Needed
            };
            // Keep the choice if the conflicting name is missing, so that the identifier does not depend on it.
            chosen.entry(&wanted.name).or_insert(&wanted.identifier);
        }
        chosen
    }

    fn place(&self, at: usize) -> Place {
        self.origins.get(at).map_or_else(|| Place::Path(String::new()), Origin::place)
    }

    /// Returns the help about a name: the entry of `identifiers.toml` that gives it another identifier.
    fn help(&self, name: &str) -> String {
        format!(
            "choose another one in {}/{}, next to the pages:\n\
             [[identifier]]\nservice = {:?}\nkind = {:?}\nname = {name:?}\n\
             identifier = \"…\"\nsource = \"https://…\"\nmonth = \"…\"\nreason = \"…\"",
            FactFile::DIRECTORY,
            FactFile::Identifiers.name(),
            self.prefix,
            self.kind.word(),
        )
    }
}
