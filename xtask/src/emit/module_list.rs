//! `catalog/src/services.rs`: the list of all modules.

use super::named_service::NamedService;
use super::{catalog_edition, tokens};
use crate::model::Edition;
use proc_macro2::TokenStream;
use quote::quote;

/// The text of the list.
pub(super) fn text(services: &[NamedService<'_>], edition: Option<Edition>) -> String {
    let newest = catalog_edition::newest(services).map(constant);
    let edition = edition.map(constant);
    let [edition, newest] = [edition, newest].map(|edition| edition.unwrap_or_else(|| quote!(None)));
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

            #[doc = " Every service, in order of prefix."]
            pub(crate) static ALL: [crate::handles::Service; #count] = [#(#modules::SERVICE),*];
        },
        [],
    )
}

/// The expression of an edition.
fn constant(edition: Edition) -> TokenStream {
    let text = edition.to_string();
    quote!(crate::Edition::parse(#text))
}
