//! The rules, and what they ask of a catalog.
//!
//! A file a subject. A rule speaks where something is known to be wrong; what the catalog does not know silences it.

mod actions;
mod breadth;
mod conditions;
mod effect;
pub(crate) mod principals;
mod report;
mod resources;
mod sid;
mod size;
mod structure;
#[cfg(test)]
mod tests;
mod trust;
mod variables;
mod version;

use alloc::{
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use super::{
    PolicyKind,
    config::{Config, Usage},
    document::{Document, Effect, Statement},
    finding::{Finding, FindingId},
    json::{self, Value},
};
use catalog_core::{
    ConditionKeyType,
    resolve::{Catalog, ServiceNames as _},
    wildcard,
};

pub use report::WORK_LIMIT;

use report::Report;

/// The names of a catalog, and what is known about them.
///
/// Names are asked for by the traits that this one builds upon. A catalog that knows no more, as the macros', says what
/// stands for a resource type and leaves the rest as it is: every answer is "not known" then.
///
/// An action or a condition key is its service and its position there, as [`Catalog`] gives them.
pub trait PolicyCatalog: Catalog {
    /// What stands for a resource type.
    type ResourceType: Copy + Ord;

    /// The actions of a service whose names a pattern matches, by their positions.
    fn matching(self, service: Self::Service, pattern: &str) -> impl Iterator<Item = usize> {
        let names = service.names(catalog_core::NameKind::Action).enumerate();
        names.filter(move |(_, name)| wildcard::matches(pattern, name)).map(|(position, _)| position)
    }

    /// The resource types that an action takes, those of its service and of others. `None`: not known.
    fn resource_types(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = Self::ResourceType>> {
        let _ = (service, action);
        None::<core::iter::Empty<Self::ResourceType>>
    }

    /// Whether there could be a resource of a type that the pattern of a policy stands for, to be asked of many types.
    /// `None`: not known.
    fn overlaps(self, pattern: &str) -> Option<impl Fn(Self::ResourceType) -> bool> {
        let _ = pattern;
        None::<fn(Self::ResourceType) -> bool>
    }

    /// What a resource type is called, without its prefix, and the first form of its ARNs, for messages. `None`: not
    /// known.
    fn describe(self, resource_type: Self::ResourceType) -> Option<(&'static str, &'static str)> {
        let _ = resource_type;
        None
    }

    /// The names of the condition keys that a request for an action may carry: those of the action and of the resource
    /// types that it takes, global ones left out or not. `None`: not known.
    fn action_keys(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        let _ = (service, action);
        None::<core::iter::Empty<&'static str>>
    }

    /// The type of a condition key. `None`: not known.
    fn key_type(self, service: Self::Service, key: usize) -> Option<ConditionKeyType> {
        let _ = (service, key);
        None
    }

    /// The full names of the actions that a caller needs besides this one. `None`: not known.
    fn needs(self, service: Self::Service, action: usize) -> Option<impl Iterator<Item = String>> {
        let _ = (service, action);
        None::<core::iter::Empty<String>>
    }
}

/// What a check gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What has been found and is not allowed, by [place](Finding::by_place).
    pub findings: Vec<Finding>,
    /// Which entries of the configuration were needed.
    pub usage: Usage,
}

/// Checks the text of a policy. A text that is no JSON is a finding, [`FindingId::MalformedJson`], and the only one.
pub fn check_text<C: PolicyCatalog>(text: &[u8], kind: PolicyKind, catalog: C, config: &Config) -> Outcome {
    match json::parse(text) {
        Ok(tree) => check(&tree, kind, catalog, config),
        Err(error) => {
            let pointer = String::new();
            let finding = Finding::new(FindingId::MalformedJson, pointer, error.span(), error.to_string());
            Outcome { findings: vec![finding], usage: config.usage() }
        }
    }
}

/// Checks the tree of a policy, whoever made it.
///
/// The time grows with the policy and no faster, and there is an end to both: see [`WORK_LIMIT`].
pub fn check<'t, C: PolicyCatalog>(tree: &'t Value<'t>, kind: PolicyKind, catalog: C, config: &Config) -> Outcome {
    let mut report = Report::new(config);
    let document = structure::document(tree, kind, &mut report);
    if let Some(document) = document {
        size::check(tree, kind, &mut report);
        version::check(document, kind, &mut report);
        sid::check(document, kind, &mut report);
        if kind == PolicyKind::Trust {
            trust::check(document, &mut report);
        }
        statements(document, kind, catalog, &mut report);
        report.close(document.members().place);
    }
    report.into_outcome()
}

/// Goes through the statements until they or the work are at an end.
fn statements<C: PolicyCatalog>(document: Document<'_>, kind: PolicyKind, catalog: C, report: &mut Report<'_>) {
    let mut rules = Rules { document, kind, catalog, report, allowed: None };
    for statement in document.statement_values() {
        if rules.report.is_full() {
            break;
        }
        if let Some(statement) = structure::statement(statement, kind, rules.report) {
            rules.statement(statement);
        }
    }
}

/// What the rules of a statement share.
struct Rules<'r, 'c, 't, C> {
    document: Document<'t>,
    kind: PolicyKind,
    catalog: C,
    report: &'r mut Report<'c>,
    /// Made when it is first asked for.
    allowed: Option<actions::Allowed<'t>>,
}

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    fn statement(&mut self, statement: Statement<'t>) {
        effect::check(statement, self.kind, self.report);
        principals::check(statement, self.kind, self.report);
        breadth::check(statement, self.kind, self.report);
        let mut actions = self.actions(statement);
        if self.kind == PolicyKind::Trust {
            self.trust(statement, &mut actions);
        }
        self.resources(statement, &actions);
        self.conditions(statement, &actions);
        if statement.effect() == Some(Effect::Allow) {
            self.needs(&actions);
        }
    }
}
