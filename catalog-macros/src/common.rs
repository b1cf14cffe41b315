//! Reads the options that all attributes have in common.

use catalog_core::NameForm;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::Path;

use crate::{
    errors::Errors,
    options::{self, AttributeOption},
    text_literal::TextLiteral,
};

/// The options that the attributes share, with their defaults.
pub(crate) struct Common {
    /// The service prefix.
    service: Option<TextLiteral>,
    /// The path of the crate `catalog`. The default is `::catalog`.
    pub(crate) krate: TokenStream,
    /// The enum of actions.
    pub(crate) actions: TokenStream,
    /// The enum of resource types.
    pub(crate) resource_types: TokenStream,
    /// The enum of condition keys.
    pub(crate) condition_keys: TokenStream,
    /// The options that only this attribute has.
    pub(crate) others: Vec<AttributeOption>,
}

impl Common {
    /// Reads the options in an attribute's parentheses.
    pub(crate) fn read(attribute: &str, arguments: TokenStream, known: &[&'static str], errors: &mut Errors) -> Self {
        // If the options cannot be parsed, report only that error, and not also a missing `service`.
        let (items, mut names_service) = match options::items(arguments, Span::call_site()) {
            Ok(items) => (items, false),
            Err(error) => {
                errors.add(error);
                (Vec::new(), true)
            }
        };
        let mut common = Self {
            service: None,
            krate: quote!(::catalog),
            actions: quote!(Action),
            resource_types: quote!(ResourceType),
            condition_keys: quote!(ConditionKey),
            others: Vec::new(),
        };
        for item in options::known_once(items, known, errors) {
            match item.word() {
                "service" => {
                    names_service = true;
                    common.service = item.text(errors).and_then(|text| prefix(text, errors));
                }
                "crate" => set(&mut common.krate, item.path(errors)),
                "actions" => set(&mut common.actions, item.path(errors)),
                "resource_types" => set(&mut common.resource_types, item.path(errors)),
                "condition_keys" => set(&mut common.condition_keys, item.path(errors)),
                _ => common.others.push(item),
            }
        }
        if !names_service {
            let message = format!("missing option `service`: write `#[{attribute}(service = \"…\")]`");
            errors.add(syn::Error::new(Span::call_site(), message));
        }
        common
    }

    /// Returns the service prefix, or `unknown` if the attribute has no valid prefix. [`read`](Self::read) reports a
    /// missing or wrong prefix.
    pub(crate) fn prefix(&self) -> String {
        self.service.as_ref().map_or_else(|| "unknown".to_owned(), TextLiteral::value)
    }
}

fn set(path: &mut TokenStream, given: Option<Path>) {
    if let Some(given) = given {
        *path = given.into_token_stream();
    }
}

fn prefix(text: TextLiteral, errors: &mut Errors) -> Option<TextLiteral> {
    match NameForm::ServicePrefix.check(&text.value()) {
        Ok(()) => return Some(text),
        Err(error) => errors.push(text, error),
    }
    None
}
