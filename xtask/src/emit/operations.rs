//! Formats the API operations in the file of a service, which are an optional fourth enum.

use super::tokens;
use crate::model::{AuthorizedAction, Operation};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Attribute, Variant};

/// Returns the enum of operations without its variants.
pub(super) fn empty_enum(prefix: &str, name_in_doc: &str) -> TokenStream {
    let doc = tokens::doc_line(&format!("API operations of {name_in_doc}."));
    quote! {
        #[doc = #doc]
        #[catalog_macros::operations(service = #prefix)]
        pub enum Operation {}
    }
}

/// Returns the variants of the enum of operations.
pub(super) fn variants(operations: &[Operation], identifiers: &[String]) -> Vec<Variant> {
    operations.iter().zip(identifiers).map(|(operation, identifier)| variant(operation, identifier)).collect()
}

fn variant(operation: &Operation, identifier: &str) -> Variant {
    let mut options = Vec::with_capacity(3);
    options.extend(tokens::string("name", Some(&*operation.name).filter(|name| *name != identifier)));
    options.extend(tokens::string("sdk_client", operation.sdk_client.as_deref()));
    options.extend(tokens::string("page", operation.page.as_deref()));
    let options = tokens::attribute("operation", &options);
    let actions = operation.actions.iter().filter_map(authorized_by);
    tokens::variant(options.into_iter().chain(actions).collect(), identifier)
}

fn authorized_by(authorized: &AuthorizedAction) -> Option<Attribute> {
    let action = Literal::string(&authorized.action);
    let mut options = vec![quote!(#action)];
    options.extend(tokens::string("condition_key", authorized.condition_key.as_deref()));
    options.extend(tokens::strings("values", authorized.values.iter().map(String::as_str)));
    options.extend(tokens::strings("access_levels", authorized.access_levels.iter().map(|level| level.name())));
    tokens::attribute("authorized_by", &options)
}
