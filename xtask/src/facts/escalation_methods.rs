//! Reads and checks `escalation_methods.toml`: the sets of actions with which a principal can get more permissions.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Fields, Form};
use crate::diagnostic::{Code, Diagnostic};
use std::collections::BTreeSet;
use toml::Spanned;

/// The possible values of `way`, each with the variant of `Way` in `catalog-policy`.
const WAYS: [(&str, &str); 4] = [
    ("own-permissions", "OwnPermissions"),
    ("other-principal", "OtherPrincipal"),
    ("passed-role", "PassedRole"),
    (EXISTING, "ExistingResource"),
];

/// The way of methods that need a resource with a role.
const EXISTING: &str = "existing-resource";

/// The maximum number of distinct actions, because `catalog-policy` keeps a set of them in a `u128`.
const MAXIMUM: usize = 128;

/// A method: a set of actions with which a principal can get more permissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EscalationMethod {
    /// The name of the method in its list.
    pub name: String,
    /// The published list.
    pub list: String,
    /// The variant of `Way` in `catalog-policy`.
    pub way: &'static str,
    /// The service and the resource in the ARN of the resources of the first action.
    pub resource: (String, String),
    /// The full names of the actions. The first one needs the resource.
    pub actions: Vec<Spanned<String>>,
}

impl EscalationMethod {
    /// Returns the names of the actions in lower case.
    fn names(&self) -> BTreeSet<String> {
        self.actions.iter().map(|name| name.get_ref().to_ascii_lowercase()).collect()
    }

    fn needs_existing_resource(&self) -> bool {
        WAYS.contains(&(EXISTING, self.way))
    }
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<EscalationMethod> {
    let fields: &[&str] = &["name", "list", "way", "resource", "actions"];
    let form = Form { list: "method", fields, code: Code::BadFact };
    let table = reader::read(source, form, found, method);
    table.report_repeated(form.code, |method| vec![method.name.clone()], found);
    report_needless(&table, found);
    let all: BTreeSet<String> = table.values().flat_map(EscalationMethod::names).collect();
    if let Some(last) = table.facts.last()
        && all.len() > MAXIMUM
    {
        let message = format!("expected at most {MAXIMUM} distinct actions, found {}", all.len());
        found.push(table.error(form.code, message, last.span.clone()).help("remove methods"));
    }
    table
}

fn method(fields: &mut Fields<'_>) -> Option<(EscalationMethod, std::ops::Range<usize>)> {
    let (name, list) = (fields.text("name"), fields.text("list"));
    let (way, resource) = (fields.word("way", &WAYS), fields.text("resource"));
    let actions = fields.texts("actions").into_iter().flatten();
    let actions = actions.map(|name| name_form::action(fields, name)).collect::<Vec<_>>();
    let actions = actions.into_iter().collect::<Option<Vec<_>>>()?;
    let (name, resource) = (name?, resource?);
    let Some((service, part)) = resource.get_ref().split_once(':') else {
        let message = format!("`{}` is not a service and a resource", resource.get_ref());
        fields.bad(message, resource.span(), "write it such as `iam:role/*`");
        return None;
    };
    let resource = (service.to_owned(), part.to_owned());
    let span = name.span();
    let name = name.into_inner();
    Some((EscalationMethod { name, list: list?.into_inner(), way: way?, resource, actions }, span))
}

/// Reports methods that need all actions of another method, and methods whose first action has another resource
/// elsewhere.
fn report_needless(table: &FactTable<EscalationMethod>, found: &mut Vec<Diagnostic>) {
    for fact in &table.facts {
        let method = &fact.value;
        let first = |method: &EscalationMethod| method.actions.first().map(|name| name.get_ref().clone());
        for other in table.values().filter(|other| other.name != method.name) {
            let is_comparable = method.needs_existing_resource() == other.needs_existing_resource();
            if is_comparable && other.names().is_subset(&method.names()) {
                let message = format!("needless entry: `{}` includes the actions of `{}`", method.name, other.name);
                found.push(table.error(Code::BadFact, message, fact.span.clone()).help("remove the entry"));
            }
            if first(method) == first(other) && method.resource != other.resource {
                let message = format!("`{}` and `{}` have different resources", method.name, other.name);
                let help = "an action has the same resource in all methods that begin with it";
                found.push(table.error(Code::BadFact, message, fact.span.clone()).help(help));
            }
        }
    }
}

/// Removes methods with an action that no page defines.
pub(super) fn check(table: &mut FactTable<EscalationMethod>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined =
        |method: &EscalationMethod| method.actions.iter().filter_map(|name| names.undefined_action(name)).collect();
    table.remove_undefined(undefined, found);
}
