//! Expands the checking macros: turns a string literal into the variant that it names, or into an error.

mod arguments;
mod directory;
#[cfg(test)]
mod tests;

use catalog_core::{
    NameError, NameErrorKind, NameKind, ascii_case,
    resolve::{self, Catalog as _, Pattern, ServiceNames as _},
    syntax, wildcard,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::LitStr;

use crate::{
    errors::Errors,
    index::{Index, ServiceIndex},
};
use arguments::{MacroArguments, literal};
pub(crate) use directory::{action_directory, service_directory};

/// Expands `action!`.
pub(crate) fn action(index: Index, tokens: TokenStream) -> TokenStream {
    let input = MacroArguments::from_tokens(tokens);
    input.one("an action", "ses:SendEmail", |krate, literal| {
        let found = resolve::name(index, NameKind::Action, &literal.value());
        let (service, position) = found.map_err(|error| on(literal, with_advice(error)))?;
        Ok(variant(krate, service, NameKind::Action, position))
    })
}

/// Expands `condition_key!`.
pub(crate) fn condition_key(index: Index, tokens: TokenStream) -> TokenStream {
    let mut input = MacroArguments::from_tokens(tokens);
    let service = input.take_service();
    input.one("a condition key", "ses:FromAddress", |krate, literal| {
        let text = literal.value();
        let (service, position) = if let Some(named) = service? {
            let prefix = named.value();
            let service = index.find_service(&prefix);
            let service = service.ok_or_else(|| on(&named, unknown_service(&prefix)))?;
            let found = resolve::name_in(service, NameKind::ConditionKey, &text);
            let found = found.map_err(|error| {
                let error = resolve::retired_name_in(service, NameKind::ConditionKey, &text).unwrap_or(error);
                on(literal, key_error(&text, [service], error))
            });
            (service, found?)
        } else {
            let found = resolve::name(index, NameKind::ConditionKey, &text);
            let found = found.map_err(|error| on(literal, key_error(&text, index.0, error)))?;
            only_owner(index, &text, found).map_err(|error| on(literal, error))?
        };
        Ok(variant(krate, service, NameKind::ConditionKey, position))
    })
}

/// Expands `actions!`.
pub(crate) fn action_list(index: Index, tokens: TokenStream) -> TokenStream {
    let MacroArguments { krate, entries } = MacroArguments::from_tokens(tokens);
    let mut errors = Errors::default();
    // The set sorts the actions by service and position, which is catalog order, and removes duplicates.
    let mut found = std::collections::BTreeSet::new();
    for entry in entries {
        let found_here = literal(entry, "an action or a pattern", "ses:Send*")
            .and_then(|literal| matches(index, &literal.value()).map_err(|error| on(&literal, error)));
        match found_here {
            Ok(places) => found.extend(places),
            Err(error) => errors.add(error),
        }
    }
    if !errors.is_empty() {
        let errors = errors.into_tokens();
        return quote!({ #errors });
    }
    let handles: Vec<TokenStream> = found
        .into_iter()
        .filter_map(|(place, position)| {
            let variant = variant(&krate, index.0.get(place)?, NameKind::Action, position);
            Some(quote!(#variant.any()))
        })
        .collect();
    let count = handles.len();
    // Emit a constant, because it gives an empty array its type, and because a reference to it is `'static`.
    quote! {{
        const ACTIONS: [#krate::AnyAction; #count] = [#(#handles),*];
        ACTIONS
    }}
}

/// Returns the actions that a name or a pattern matches, as pairs of service index and position.
fn matches(index: Index, text: &str) -> Result<Vec<(usize, usize)>, NameError> {
    let place = |service: &'static ServiceIndex| index.0.iter().position(|other| std::ptr::eq(other, service));
    let all = |place: usize, service: &'static ServiceIndex| {
        (0..service.names(NameKind::Action).count()).map(move |position| (place, position))
    };
    match resolve::pattern(index, text)? {
        Pattern::Everything => {
            Ok(index.0.iter().enumerate().flat_map(|(place, service)| all(place, service)).collect())
        }
        Pattern::One(service, position) => Ok(place(service).map(|place| (place, position)).into_iter().collect()),
        Pattern::Matching(service, pattern) => {
            let names = service.names(NameKind::Action).enumerate();
            let matching = names.filter(|(_, name)| wildcard::matches(pattern, name));
            let matching: Vec<_> = matching.filter_map(|(position, _)| Some((place(service)?, position))).collect();
            if matching.is_empty() { Err(resolve::no_match(service, text)) } else { Ok(matching) }
        }
    }
}

/// Returns the owner of a condition key if the macro call does not name a service.
///
/// The owner is the service with the key's prefix, or else the only service that lists the key. If several services
/// list it, the function returns a message.
fn only_owner(
    index: Index,
    text: &str,
    (service, position): (&'static ServiceIndex, usize),
) -> Result<(&'static ServiceIndex, usize), String> {
    let prefix = syntax::split(text).map(|parts| parts.prefix).unwrap_or_default();
    if ascii_case::eq(service.prefix, prefix) {
        return Ok((service, position));
    }
    let owners = index.services().filter(|service| service.find(NameKind::ConditionKey, text).is_some());
    let owners: Vec<&str> = owners.map(|service| service.prefix).collect();
    let [_, _, ..] = *owners else { return Ok((service, position)) };
    let some = owners.iter().take(4).map(|prefix| format!("`{prefix}`")).collect::<Vec<_>>().join(", ");
    let more = if owners.len() > 4 { ", …" } else { "" };
    Err(format!(
        "condition key `{text}` belongs to {} services ({some}{more}): \
         name one of them with `condition_key!(\"{text}\", service = \"…\")`",
        owners.len(),
    ))
}

/// Returns the path of a variant.
fn variant(krate: &TokenStream, service: &'static ServiceIndex, kind: NameKind, position: usize) -> TokenStream {
    let ident = |name: &str| Ident::new(name, Span::call_site());
    let module = ident(service.module);
    let variant = service.variant(kind, position).map(ident);
    let kind = ident(if kind == NameKind::ConditionKey { "ConditionKey" } else { "Action" });
    quote!(#krate::#module::#kind::#variant)
}

fn on(tokens: &LitStr, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new_spanned(tokens, message)
}

/// Returns the message about a name that is not a condition key of the services.
fn key_error(text: &str, services: impl IntoIterator<Item = &'static ServiceIndex>, error: NameError) -> String {
    let mut services = services.into_iter();
    let user = services.find(|service| service.undefined_keys().any(|name| ascii_case::eq(name, text)));
    user.map_or_else(
        || error.to_string(),
        |service| {
            format!(
                "the condition key `{text}` has no variant: AWS's page of `{}` uses it but does not define it",
                service.prefix,
            )
        },
    )
}

/// Returns the message about a service prefix that the catalog does not have.
fn unknown_service(prefix: &str) -> String {
    let retired = resolve::retired_service(prefix).map(|error| error.to_string());
    retired.unwrap_or_else(|| format!("unknown service prefix `{prefix}`"))
}

/// Returns the message of an error, with advice if the name is a pattern.
fn with_advice(error: NameError) -> String {
    match error.kind() {
        NameErrorKind::Pattern => format!("{error}: use `actions!` for patterns"),
        _ => error.to_string(),
    }
}
