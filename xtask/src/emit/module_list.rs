//! `catalog/src/services.rs`: the list of all modules.

use super::named_service::NamedService;
use super::tokens;
use quote::quote;

/// The text of the list.
pub(super) fn text(services: &[NamedService<'_>]) -> String {
    let modules: Vec<_> = services.iter().map(|service| tokens::ident(&service.module())).collect();
    let count = proc_macro2::Literal::usize_unsuffixed(modules.len());
    tokens::file(
        "every page of docs-src.",
        quote! {
            #![doc = " Every service of the catalog, a module each, in order of prefix."]

            #(pub mod #modules;)*

            #[doc = " Every service, in order of prefix."]
            pub(crate) static ALL: [crate::handles::Service; #count] = [#(#modules::SERVICE),*];
        },
        [],
    )
}
