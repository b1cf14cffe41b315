//! Assigns the identifiers of the API operations of one service.
//!
//! `identifiers.toml` does not choose identifiers of operations. Operations of one name differ in their SDK clients or,
//! without clients, in their pages.

use super::assign::Names;
use super::given::operation_key;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Operation, Service};
use crate::rows::Origin;
use crate::rust_names::{self, distinct};
use std::collections::{HashMap, HashSet};

/// Assigns an identifier to each operation.
pub(super) fn identifiers(
    service: &Service,
    origins: &[Origin],
    given: Option<&HashMap<String, String>>,
    is_settled: bool,
    found: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let operations = &service.operations;
    let mut clients: HashMap<&str, HashSet<Option<&str>>> = HashMap::with_capacity(operations.len());
    for operation in operations {
        clients.entry(&operation.name).or_default().insert(operation.sdk_client.as_deref());
    }
    let by_rule = |operation: &Operation| {
        let several = clients.get(operation.name.as_str()).is_some_and(|clients| clients.len() > 1);
        rust_names::operation(&operation.name, operation.sdk_client.as_deref().filter(|_| several))
    };
    let by_rule: Vec<Option<String>> = operations.iter().map(by_rule).collect();
    let keys: Vec<String> = operations.iter().map(operation_key).collect();
    let chosen = HashMap::new();
    let names = Names { keys: keys.iter().map(String::as_str).collect(), by_rule: &by_rule, chosen: &chosen, given };
    let name = |at: usize| operations.get(at).map_or("", |operation| operation.name.as_str());
    let assigned = names.assign(
        |at| {
            let (_, _, signs, _) = distinct::rank(name(at), None);
            (
                operations.get(at).and_then(|operation| operation.page.as_deref()).is_some(),
                false,
                signs,
                keys.get(at).map_or("", String::as_str),
            )
        },
        |at, identifier| {
            let suffix =
                operations.get(at).and_then(|operation| operation.page.as_deref()).and_then(distinct::page_suffix);
            let of_page = suffix.map(|suffix| format!("{identifier}{suffix}"));
            of_page.into_iter().chain(distinct::alternatives(name(at), identifier, None))
        },
    );
    if !is_settled {
        return assigned.identifiers.into_iter().map(Option::unwrap_or_default).collect();
    }
    let place = |at: usize| origins.get(at).map_or_else(|| Place::Path(String::new()), Origin::place);
    for (at, _) in assigned.identifiers.iter().enumerate().filter(|(_, identifier)| identifier.is_none()) {
        let message = format!("the operation `{}` has no letter or digit", name(at));
        let help = "write the name that the service's API reference has";
        found.push(Diagnostic::error(Code::NoIdentifier, message, place(at)).help(help));
    }
    let identifier = |at: usize| assigned.identifiers.get(at).cloned().flatten().unwrap_or_default();
    // Two pages may list operations of the same name.
    let is_of_other_page = |at, first| {
        name(at) == name(first)
            && operations.get(at).map(|operation| &operation.page)
                != operations.get(first).map(|operation| &operation.page)
    };
    for &(at, first) in assigned.others.iter().filter(|(at, first)| !is_of_other_page(*at, *first)) {
        let message =
            format!("the operations `{}` and `{}` would both become `{}`", name(first), name(at), identifier(first));
        let warning = Diagnostic::warning(Code::SameIdentifier, message, place(at));
        let help = format!("`{}` becomes `{}`", name(at), identifier(at));
        found.push(warning.also(place(first), "the other one").help(help));
    }
    assigned.identifiers.into_iter().map(Option::unwrap_or_default).collect()
}
