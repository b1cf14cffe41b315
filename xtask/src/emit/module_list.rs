//! `catalog/src/services.rs`: the list of all modules.

use super::named_service::NamedService;
use super::{catalog_edition, tokens};
use crate::model::{Edition, FactEditions};
use proc_macro2::TokenStream;
use quote::quote;

/// The text of the list.
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
            #![doc = " Every service of the catalog, a module each, in order of prefix."]

            #(pub mod #modules;)*

            #[doc = " The edition of the pages that state none of their own."]
            pub(crate) const EDITION: Option<crate::Edition> = #edition;

            #[doc = " The newest edition that any page shows."]
            pub(crate) const NEWEST_EDITION: Option<crate::Edition> = #newest;

            #[doc = " The edition of the permission-only marks on the pages of `EDITION`."]
            pub(crate) const PERMISSION_ONLY_EDITION: Option<crate::Edition> = #permission_only;

            #[doc = " The edition of the dependent actions on the pages of `EDITION`."]
            pub(crate) const DEPENDENT_ACTIONS_EDITION: Option<crate::Edition> = #dependent_actions;

            #[doc = " Every service, in order of prefix."]
            pub(crate) static ALL: [crate::handles::Service; #count] = [#(#modules::SERVICE),*];
        },
        [],
    )
}

/// Returns the expression of an edition, which may not be stated.
fn constant(edition: Option<Edition>) -> TokenStream {
    let Some(edition) = edition else { return quote!(None) };
    let text = edition.to_string();
    quote!(crate::Edition::parse(#text))
}
