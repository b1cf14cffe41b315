//! The enum under an attribute: its shape checked, its own attributes read and taken off.
//!
//! There are tens of thousands of variants in the catalog, so that the enum is read in one pass over its tokens, and
//! only what is needed of it is kept.

use catalog_core::packed::write::TooLargeError;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use syn::{
    Attribute, Generics, Token, Visibility,
    parse::{ParseStream, Parser as _},
};

use crate::{errors::Errors, variant::Variant};

/// An enum whose variants each stand for a name.
pub(crate) struct AnnotatedEnum {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    /// Kept for their places: from these the compiler makes out where the enum is.
    keyword: Token![enum],
    brace: syn::token::Brace,
    ident: Ident,
    /// The variants, in order.
    pub(crate) variants: Vec<Variant>,
}

/// Reads the item under an attribute whose variants may have the attributes `own`.
///
/// What cannot stand in such an enum is reported and taken off, so that the rest still expands.
///
/// # Errors
/// The item as it came, with an error, when it is no enum at all.
pub(crate) fn read(
    attribute: &str,
    item: &TokenStream,
    own: &[&str],
    errors: &mut Errors,
) -> Result<AnnotatedEnum, TokenStream> {
    let read = (|input: ParseStream<'_>| AnnotatedEnum::parse(input, own, errors)).parse2(item.clone());
    read.map_err(|error| {
        let error = match syn::parse2::<syn::Item>(item.clone()) {
            Ok(syn::Item::Enum(_)) | Err(_) => error,
            Ok(other) => syn::Error::new_spanned(other, format_args!("`#[{attribute}]` belongs on an enum")),
        };
        let error = error.to_compile_error();
        quote!(#item #error)
    })
}

impl AnnotatedEnum {
    fn parse(input: ParseStream<'_>, own: &[&str], errors: &mut Errors) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let keyword = input.parse()?;
        let ident = input.parse()?;
        let generics: Generics = input.parse()?;
        if !generics.params.is_empty() {
            errors.push(generics, "an enum of names has no parameters");
        }
        let body;
        let brace = syn::braced!(body in input);
        let mut variants = Vec::new();
        while !body.is_empty() {
            variants.push(Variant::parse(&body, own, errors)?);
            if !body.is_empty() {
                body.parse::<Token![,]>()?;
            }
        }
        Ok(Self { attributes, visibility, keyword, brace, ident, variants })
    }

    /// The enum's name.
    pub(crate) fn ident(&self) -> &Ident {
        &self.ident
    }

    /// The enum's visibility.
    pub(crate) fn visibility(&self) -> &Visibility {
        &self.visibility
    }

    /// The names of the variants.
    pub(crate) fn idents(&self) -> impl Iterator<Item = &Ident> {
        self.variants.iter().map(|variant| &variant.ident)
    }

    /// Adds to the enum's documentation. Rustdoc alone reads it: in any other build the compiler would resolve the links in
    /// it for nothing.
    pub(crate) fn document(&mut self, text: &str) {
        let text = Literal::string(text);
        self.attributes.push(syn::parse_quote!(#[cfg_attr(doc, doc = #text)]));
    }

    /// What an attribute expands to where the enum has no variant: another name of the type that stands for none.
    pub(crate) fn none(&self, none: &TokenStream, errors: Errors) -> TokenStream {
        let Self { attributes, visibility, ident, .. } = self;
        let errors = errors.into_tokens();
        quote!(#(#attributes)* #visibility type #ident = #none; #errors)
    }

    /// What an attribute expands to: the enum, its tables as far as there are any, and every error.
    pub(crate) fn expand(
        &self,
        tables: Result<TokenStream, TooLargeError>,
        documentation: impl IntoIterator<Item = String>,
        mut errors: Errors,
    ) -> TokenStream {
        let tables = tables.unwrap_or_else(|error| {
            errors.push(&self.ident, error);
            TokenStream::new()
        });
        let item = self.emit(documentation);
        let errors = errors.into_tokens();
        quote!(#item #tables #errors)
    }

    /// The enum to emit: with what it derives, and each variant with one more line of documentation.
    fn emit(&self, documentation: impl IntoIterator<Item = String>) -> TokenStream {
        let Self { attributes, visibility, keyword, brace, ident, variants } = self;
        let variants = variants.iter().zip(documentation).map(|(Variant { ident, kept, .. }, text)| {
            let text = Literal::string(&text);
            quote!(#kept #[doc = #text] #ident)
        });
        let mut item = quote! {
            #(#attributes)*
            #[derive(
                ::core::clone::Clone,
                ::core::marker::Copy,
                ::core::cmp::PartialEq,
                ::core::cmp::Eq,
                ::core::cmp::PartialOrd,
                ::core::cmp::Ord,
                ::core::hash::Hash,
            )]
            #[non_exhaustive]
            #visibility #keyword #ident
        };
        brace.surround(&mut item, |body| body.extend(quote!(#(#variants),*)));
        item
    }
}
