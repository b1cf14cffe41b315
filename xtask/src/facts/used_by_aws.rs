//! Reads and checks `used_by_aws.toml`: names that AWS's own policies use as actions, although no page lists them.

use super::fact::FactTable;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A policy of AWS with the names that no page lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedByAws {
    /// The name of the policy, or the resource whose default policy it is.
    pub policy: PolicyOfAws,
    /// The full names.
    pub actions: Vec<Spanned<String>>,
}

/// A policy that AWS has written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PolicyOfAws {
    /// A managed policy with this name.
    Managed(String),
    /// The policy that a resource such as `topic` has until it gets another one.
    DefaultOf(String),
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<UsedByAws> {
    let form = Form { list: "policy", fields: &["name", "default-of", "actions"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let resource = fields.optional_text("default-of");
        let name = if resource.is_none() { fields.text("name") } else { fields.optional_text("name") };
        let actions = fields.texts("actions").into_iter().flatten();
        let actions = actions.map(|name| name_form::action(fields, name)).collect::<Vec<_>>();
        if let (Some(name), Some(_)) = (&name, &resource) {
            fields.bad("a policy has either `name` or `default-of`".to_owned(), name.span(), "remove one of them");
            return None;
        }
        let policy = match (name, resource) {
            (Some(name), _) => PolicyOfAws::Managed(name.into_inner()),
            (None, resource) => PolicyOfAws::DefaultOf(resource?.into_inner()),
        };
        let actions = actions.into_iter().collect::<Option<Vec<_>>>()?;
        let span = actions.first()?.span();
        Some((UsedByAws { policy, actions }, span))
    });
    let names = |used: &UsedByAws| used.actions.iter().map(|name| name.get_ref().clone()).collect();
    table.report_repeated(form.code, names, found);
    table
}

/// Removes the names that a page lists. Each is an error if the file is next to the pages.
pub(super) fn check(table: &mut FactTable<UsedByAws>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let (file, is_own) = (table.file, table.is_own);
    for fact in &mut table.facts {
        fact.value.actions.retain(|name| {
            let is_listed = names.lists_action(name.get_ref());
            if is_listed && is_own {
                let message = format!("unneeded entry: a page lists `{}`", name.get_ref());
                found.push(Diagnostic::at(Code::UnusedFact, message, file, name.span()).help("remove the name"));
            }
            !is_listed
        });
    }
    table.facts.retain(|fact| !fact.value.actions.is_empty());
}
