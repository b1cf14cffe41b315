//! The enum under an attribute: its shape checked, its own attributes taken off.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Fields, Item, ItemEnum, Path, Visibility};

use crate::{documentation, errors::Errors, options};

/// An enum whose variants each stand for a name.
pub(crate) struct Input {
    item: ItemEnum,
    /// What the attributes of each variant say, in order.
    pub(crate) variants: Vec<Variant>,
}

/// A variant and the attributes that are the macro's own.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) attributes: Vec<Attribute>,
    /// The doc comment's first paragraph, without its escapes.
    pub(crate) description: Option<String>,
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
) -> Result<Input, TokenStream> {
    let mut item = match syn::parse2(item.clone()) {
        Ok(Item::Enum(item)) => item,
        Ok(other) => {
            let error = syn::Error::new_spanned(other, format_args!("`#[{attribute}]` belongs on an enum"));
            let error = error.to_compile_error();
            return Err(quote!(#item #error));
        }
        Err(error) => {
            let error = error.to_compile_error();
            return Err(quote!(#item #error));
        }
    };
    if !item.generics.params.is_empty() {
        errors.push(&item.generics, "an enum of names has no parameters");
        item.generics = syn::Generics::default();
    }
    let variants = item.variants.iter_mut().map(|variant| take(variant, own, errors)).collect();
    Ok(Input { item, variants })
}

fn take(variant: &mut syn::Variant, own: &[&str], errors: &mut Errors) -> Variant {
    if !matches!(variant.fields, Fields::Unit) {
        errors.push(&variant.fields, "a variant stands for a name and holds nothing");
        variant.fields = Fields::Unit;
    }
    if let Some((_, value)) = variant.discriminant.take() {
        errors.push(value, "a variant stands for a name and has no number");
    }
    let mut attributes = Vec::new();
    let mut kept = Vec::new();
    for attribute in std::mem::take(&mut variant.attrs) {
        if own.iter().any(|own| attribute.path().is_ident(own)) {
            attributes.push(attribute);
        } else if attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr") {
            errors.push(attribute, "the tables of an enum hold all its variants: none can be left out by `cfg`");
        } else {
            kept.push(attribute);
        }
    }
    variant.attrs = kept;
    let description = documentation::description(&variant.attrs);
    Variant { ident: variant.ident.clone(), attributes, description }
}

impl Input {
    /// The enum's name.
    pub(crate) fn ident(&self) -> &Ident {
        &self.item.ident
    }

    /// The enum's visibility.
    pub(crate) fn visibility(&self) -> &Visibility {
        &self.item.vis
    }

    /// The names of the variants.
    pub(crate) fn idents(&self) -> impl Iterator<Item = &Ident> {
        self.variants.iter().map(|variant| &variant.ident)
    }

    /// The word that tells the macros of `catalog` whether there are any variants.
    pub(crate) fn fill(&self) -> Ident {
        Ident::new(if self.variants.is_empty() { "empty" } else { "filled" }, proc_macro2::Span::call_site())
    }

    /// The enum to emit: with what it derives, and each variant with one more line of documentation.
    pub(crate) fn emit(mut self, documentation: impl IntoIterator<Item = String>) -> TokenStream {
        for (variant, text) in self.item.variants.iter_mut().zip(documentation) {
            variant.attrs.push(syn::parse_quote!(#[doc = #text]));
        }
        let item = self.item;
        quote! {
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
            #item
        }
    }
}

/// The options that every one of the three attributes takes, and what they are when not given.
pub(crate) struct Common {
    /// The service prefix.
    pub(crate) service: Option<syn::LitStr>,
    /// The path of the crate `catalog`.
    pub(crate) krate: Path,
    /// The enum of actions.
    pub(crate) actions: Path,
    /// The enum of resource types.
    pub(crate) resource_types: Path,
    /// The enum of condition keys.
    pub(crate) condition_keys: Path,
    /// The options that only this attribute takes.
    pub(crate) others: Vec<options::Item>,
}

impl Common {
    /// Reads the options in the attribute's own parentheses.
    pub(crate) fn read(attribute: &str, arguments: TokenStream, known: &[&'static str], errors: &mut Errors) -> Self {
        let parser = syn::punctuated::Punctuated::<options::Item, syn::Token![,]>::parse_terminated;
        let parsed = syn::parse::Parser::parse2(parser, arguments);
        let items = parsed.map_err(|error| errors.add(error)).unwrap_or_default();
        let mut common = Self {
            service: None,
            krate: syn::parse_quote!(::catalog),
            actions: syn::parse_quote!(Action),
            resource_types: syn::parse_quote!(ResourceType),
            condition_keys: syn::parse_quote!(ConditionKey),
            others: Vec::new(),
        };
        for item in options::known_once(items, known, errors) {
            match item.word().as_str() {
                "service" => common.service = item.text(errors).and_then(|text| prefix(text, errors)),
                "crate" => set(&mut common.krate, item.path(errors)),
                "actions" => set(&mut common.actions, item.path(errors)),
                "resource_types" => set(&mut common.resource_types, item.path(errors)),
                "condition_keys" => set(&mut common.condition_keys, item.path(errors)),
                _ => common.others.push(item),
            }
        }
        if common.service.is_none() && errors.is_empty() {
            let message = format!("say whose names these are: `#[{attribute}(service = \"…\")]`");
            errors.add(syn::Error::new(proc_macro2::Span::call_site(), message));
        }
        common
    }

    /// The service prefix, or a word that stands for it where the attribute names none: that is an error already.
    pub(crate) fn prefix(&self) -> String {
        self.service.as_ref().map_or_else(|| "unknown".to_owned(), syn::LitStr::value)
    }
}

fn set(path: &mut Path, given: Option<Path>) {
    if let Some(given) = given {
        *path = given;
    }
}

fn prefix(text: syn::LitStr, errors: &mut Errors) -> Option<syn::LitStr> {
    let value = text.value();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Some(text);
    }
    errors.push(text, "a service prefix is made of letters, digits and `-`, as `ses`");
    None
}
