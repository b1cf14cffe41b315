//! Formats the tables of facts about sets of actions: methods of privilege escalation, and sensitive actions.

use super::table_file::{POLICY, file, string};
use crate::emit::file::File;
use crate::emit::tokens::ident;
use crate::facts::{EscalationMethod, FactFile, FactTable, SensitiveActions};
use proc_macro2::Literal;
use quote::quote;
use std::collections::BTreeMap;

pub(super) fn escalation_methods(table: &FactTable<EscalationMethod>) -> File {
    let title = "Sets of actions with which a principal can get more permissions.";
    file((POLICY, FactFile::EscalationMethods), title, table, |table| {
        let positions = positions(table);
        let actions = positions.iter().map(|((prefix, name), (_, resource))| {
            let (prefix, name) = (string(prefix), string(name));
            let resource = if let Some((service, part)) = resource {
                let (service, part) = (string(service), string(part));
                quote! { Some((#service, #part)) }
            } else {
                quote! { None }
            };
            quote! { EscalationAction { prefix: #prefix, name: #name, resource: #resource } }
        });
        let methods = table.values().map(|method| {
            let position = |name: &str| positions.get(&split(name)).map_or(0, |(position, _)| *position);
            let needed = method.actions.iter().map(|name| Literal::usize_unsuffixed(position(name.get_ref())));
            let (name, list, way) = (string(&method.name), string(&method.list), ident(method.way));
            quote! { EscalationMethod { name: #name, list: #list, way: Way::#way, actions: &[#(#needed),*] } }
        });
        quote! {
            use crate::escalation_methods::{EscalationAction, EscalationMethod, Way};

            #[doc = " The actions of all methods, sorted by prefix and name."]
            pub(crate) const ESCALATION_ACTIONS: &[EscalationAction] = &[#(#actions),*];

            #[doc = " The methods. They refer to their actions by position."]
            pub(crate) const ESCALATION_METHODS: &[EscalationMethod] = &[#(#methods),*];
        }
    })
}

/// The positions of actions in the table, and the resources of those that are the first action of a method.
type Positions = BTreeMap<(String, String), (usize, Option<(String, String)>)>;

fn positions(table: &FactTable<EscalationMethod>) -> Positions {
    let mut all = Positions::new();
    for method in table.values() {
        for (nth, name) in method.actions.iter().enumerate() {
            let (_, resource) = all.entry(split(name.get_ref())).or_default();
            if nth == 0 {
                *resource = Some(method.resource.clone());
            }
        }
    }
    for (position, (first, _)) in all.values_mut().enumerate() {
        *first = position;
    }
    all
}

/// Returns the prefix and the name of an action.
fn split(name: &str) -> (String, String) {
    let (prefix, name) = name.split_once(':').unwrap_or_default();
    (prefix.to_owned(), name.to_owned())
}

pub(super) fn sensitive_actions(table: &FactTable<SensitiveActions>) -> File {
    let title = "Actions that return credentials or stored data.";
    file((POLICY, FactFile::SensitiveActions), title, table, |table| {
        let mut rows: Vec<_> = table
            .values()
            .flat_map(|actions| actions.names.iter().map(|name| (split(name.get_ref()), actions.what)))
            .collect();
        rows.sort_unstable();
        let rows = rows.into_iter().map(|((prefix, name), what)| {
            let (prefix, name, what) = (string(&prefix), string(&name), ident(what));
            quote! { (#prefix, #name, Sensitive::#what) }
        });
        quote! {
            use crate::sensitive_actions::Sensitive;

            #[doc = " The prefixes and names of the actions, sorted, each with what it returns."]
            pub(crate) const SENSITIVE_ACTIONS: &[(&str, &str, Sensitive)] = &[#(#rows),*];
        }
    })
}
