//! `catalog-macros/src/index.rs`: the names that the checking macros know.

use super::named_service::NamedService;
use super::tokens;
use crate::model::{ConditionKey, LeftOut};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The text of the index.
pub(super) fn text(services: &[NamedService<'_>]) -> String {
    let count = Literal::usize_unsuffixed(services.len());
    let entries = services.iter().map(entry);
    tokens::file(
        "every page of docs-src.",
        quote! {
            #![doc = " Every name of the catalog, for the checking macros: one line a name."]

            use crate::index_format::ServiceIndex;

            pub(crate) static SERVICES: [ServiceIndex; #count] = [#(#entries,)*];
        },
        [],
    )
}

fn entry(named: &NamedService<'_>) -> TokenStream {
    let NamedService { service, identifiers } = named;
    let prefix = service.prefix.as_str();
    let name = service.name.as_str();
    let module = named.module();
    let left_out = service.left_out.contains(&LeftOut::Actions);
    let actions = lines(service.actions.iter().zip(&identifiers.actions).map(|(action, identifier)| {
        (action.name.as_str(), Some(identifier.as_str()).filter(|identifier| *identifier != action.name))
    }));
    // The type of the values stands behind the variant, as in a declaration.
    let typed = |(key, identifier): (&ConditionKey, &String)| match key.value_type {
        Some(value_type) => format!("{identifier}:{}", value_type.name()),
        None => identifier.clone(),
    };
    let variants: Vec<String> = service.condition_keys.iter().zip(&identifiers.condition_keys).map(typed).collect();
    let condition_keys = lines(
        service.condition_keys.iter().zip(&variants).map(|(key, variant)| (key.name.as_str(), Some(variant.as_str()))),
    );
    // An operation with the name of an action is no mistake to explain.
    let is_action = |name: &str| service.actions.iter().any(|action| action.name.eq_ignore_ascii_case(name));
    let operations = service.operations.iter().filter(|operation| !is_action(&operation.name));
    let operations: Vec<(&str, String)> = operations
        .map(|operation| {
            let actions: Vec<&str> = operation.actions.iter().map(|needed| needed.action.as_str()).collect();
            (operation.name.as_str(), actions.join(" "))
        })
        .collect();
    let operations = lines(operations.iter().map(|(name, actions)| (*name, Some(actions.as_str()))));
    quote! {
        ServiceIndex {
            prefix: #prefix,
            module: #module,
            name: #name,
            actions_left_out: #left_out,
            actions: #actions,
            condition_keys: #condition_keys,
            operations: #operations,
        }
    }
}

/// A string literal with one name a line: what changes in it is one line in a diff.
fn lines<'a>(names: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Literal {
    let mut literal = String::from("\"\\\n");
    let empty = literal.len();
    for (name, identifier) in names {
        for character in name.chars() {
            match character {
                '\\' | '"' => literal.extend(['\\', character]),
                _ => literal.push(character),
            }
        }
        if let Some(identifier) = identifier {
            literal.push(' ');
            literal.push_str(identifier);
        }
        literal.push('\n');
    }
    if literal.len() == empty {
        return Literal::string("");
    }
    literal.push('"');
    #[expect(clippy::expect_used, reason = "every character that ends or escapes a string literal is escaped above")]
    literal.parse().expect("a string literal")
}
