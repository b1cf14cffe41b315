//! Formats `catalog/src/services.rs`, the list of all service modules.

use super::named_service::NamedService;
use super::{catalog_edition, tokens};
use crate::model::{Edition, FactEditions};
use proc_macro2::TokenStream;
use quote::quote;

/// Returns the content of the list.
pub(super) fn text(services: &[NamedService<'_>], edition: Option<Edition>, facts: FactEditions) -> String {
    let newest = catalog_edition::newest(services);
    let permission_only = facts.permission_only.or(edition);
    let dependent_actions = facts.dependent_actions.or(edition);
    let [edition, newest, permission_only, dependent_actions] =
        [edition, newest, permission_only, dependent_actions].map(constant);
    let modules: Vec<_> = services.iter().map(|service| tokens::ident(&service.module())).collect();
    let count = proc_macro2::Literal::usize_unsuffixed(modules.len());
    tokens::file(
        "every page of docs-src.",
        quote! {
            #![doc = " All services of the catalog, with one module per service, sorted by prefix."]

            #(pub mod #modules;)*

            #[doc = " The edition of all pages that do not state their own."]
            pub(crate) const EDITION: Option<crate::Edition> = #edition;

            #[doc = " The newest edition of any page."]
            pub(crate) const NEWEST_EDITION: Option<crate::Edition> = #newest;

            #[doc = " The edition of the permission-only marks, for the pages whose edition is `EDITION`."]
            pub(crate) const PERMISSION_ONLY_EDITION: Option<crate::Edition> = #permission_only;

            #[doc = " The edition of the dependent actions, for the pages whose edition is `EDITION`."]
            pub(crate) const DEPENDENT_ACTIONS_EDITION: Option<crate::Edition> = #dependent_actions;

            #[doc = " All services, sorted by prefix."]
            pub(crate) static ALL: [crate::handles::Service; #count] = [#(#modules::SERVICE),*];
        },
        [],
    )
}

/// Returns the Rust expression for an edition that may not be stated.
fn constant(edition: Option<Edition>) -> TokenStream {
    let Some(edition) = edition else { return quote!(None) };
    let text = edition.to_string();
    quote!(crate::Edition::parse(#text))
}
