//! Expands the attribute `actions`, which turns an annotated enum into the actions of a service.

mod action;
mod overview;
mod service;
mod spelling;
mod table;

use proc_macro2::{Delimiter, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::{
    annotated_enum::{self, AnnotatedEnum},
    errors::Errors,
    tables,
    token_reader::TokenReader,
};
use action::Action;
use service::ServiceOptions;
use table::table;

const OWN: &[&str] = &["action", "row", "scenario"];

/// Expands the attribute.
pub(crate) fn expand(arguments: &TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut input = match annotated_enum::read("actions", item, OWN, &mut errors) {
        Ok(input) => input,
        Err(tokens) => return tokens,
    };
    let service = ServiceOptions::read(arguments.clone(), &mut errors);
    let actions = read(&mut input, &service, &mut errors);
    let names = actions.iter().map(|action| (action.name.as_str(), &action.named_by as &dyn ToTokens));
    tables::check_names(names, false, &mut errors);
    if !actions.is_empty() {
        let krate = &service.common.krate;
        input.document(&quote!(#krate::__private::overview!((#arguments) #item)));
    }
    input.expand(table(&input, &service, &actions), actions.iter().map(|action| action.documentation(&service)), errors)
}

/// Expands `overview!` to a string literal with the documentation table of all actions.
///
/// All errors are discarded, because the attribute reports them.
pub(crate) fn overview(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut tokens = TokenReader::new(tokens, Span::call_site());
    let arguments = tokens.group(Delimiter::Parenthesis).map(|group| group.stream()).unwrap_or_default();
    let item = tokens.rest();
    let Ok(mut input) = annotated_enum::read("actions", &item, OWN, &mut errors) else { return quote!("") };
    let service = ServiceOptions::read(arguments, &mut errors);
    let actions = read(&mut input, &service, &mut errors);
    drop(errors);
    Literal::string(&overview::overview(&input, &service, &actions)).to_token_stream()
}

fn read(input: &mut AnnotatedEnum, service: &ServiceOptions, errors: &mut Errors) -> Vec<Action> {
    input.variants.iter_mut().map(|variant| Action::read(variant, service, errors)).collect()
}
