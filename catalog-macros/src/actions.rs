//! The attribute `actions`: an annotated enum of actions into a typed one.

mod action;
mod overview;
mod service;
mod table;

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::{annotated_enum, errors::Errors, tables};
use action::Action;
use overview::overview;
use service::ServiceOptions;
use table::table;

const OWN: &[&str] = &["action", "row", "scenario"];

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut input = match annotated_enum::read("actions", item, OWN, &mut errors) {
        Ok(input) => input,
        Err(tokens) => return tokens,
    };
    let service = ServiceOptions::read(arguments, &mut errors);
    let actions: Vec<Action> =
        input.variants.iter_mut().map(|variant| Action::read(variant, &service, &mut errors)).collect();
    let names = actions.iter().map(|action| (action.name.as_str(), &action.named_by as &dyn ToTokens));
    tables::check_names(names, false, &mut errors);
    if !actions.is_empty() {
        input.document(&overview(&input, &service, &actions));
    }
    input.expand(table(&input, &service, &actions), actions.iter().map(|action| action.documentation(&service)), errors)
}
