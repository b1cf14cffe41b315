//! Writes the hash tables of all service prefixes and of all actions, for `catalog` itself.

use catalog_core::{
    NameKind,
    packed::write,
    resolve::{Catalog as _, ServiceNames as _},
};
use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

use crate::{index::Index, tables};

/// Expands `service_directory!`.
pub(crate) fn service_directory(index: Index) -> TokenStream {
    match tables::names(index.services().map(|service| service.prefix)) {
        Ok(literals) => {
            let literals = literals.into_iter();
            quote!(NameTable::new(#(#literals),*))
        }
        Err(error) => syn::Error::new(Span::call_site(), error).to_compile_error(),
    }
}

/// Expands `action_directory!`.
pub(crate) fn action_directory(index: Index) -> TokenStream {
    let services = index.services().map(|service| (service.prefix, service.names(NameKind::Action).collect()));
    match write::directory(services) {
        Ok((text, slots)) => {
            let slots = Literal::byte_string(&slots);
            quote!(Directory::new(#text, #slots))
        }
        Err(error) => syn::Error::new(Span::call_site(), error).to_compile_error(),
    }
}
