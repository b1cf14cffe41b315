//! Reads the enum under an attribute, checks its shape, and emits it again without the attributes of the macro.
//!
//! The catalog has tens of thousands of variants. The enum is therefore read in one pass over its tokens, and only the
//! necessary parts are kept.

use catalog_core::packed::write::TooLargeError;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use crate::{errors::Errors, token_reader::TokenReader, variant::Variant};

/// An enum in which every variant represents a name.
pub(crate) struct AnnotatedEnum {
    attributes: TokenStream,
    visibility: TokenStream,
    /// The keyword `enum`, kept for its span, from which the compiler derives the span of the enum.
    keyword: Ident,
    /// The braces with the variants, also kept for their span.
    body: Group,
    ident: Ident,
    /// The variants, in order.
    pub(crate) variants: Vec<Variant>,
}

/// Reads the item under an attribute macro. `own` lists the attributes of variants that belong to the macro.
///
/// Unsupported parts of the enum are reported and removed, so that the rest still expands.
///
/// # Errors
/// Returns the unchanged item and an error if the item is not an enum.
pub(crate) fn read(
    attribute: &str,
    item: &TokenStream,
    own: &[&str],
    errors: &mut Errors,
) -> Result<AnnotatedEnum, TokenStream> {
    let mut reader = TokenReader::new(item.clone(), Span::call_site());
    AnnotatedEnum::parse(&mut reader, own, errors).map_err(|error| {
        let error = match syn::parse2::<syn::Item>(item.clone()) {
            Ok(syn::Item::Enum(_)) | Err(_) => error,
            Ok(other) => {
                syn::Error::new_spanned(other, format_args!("`#[{attribute}]` can only be applied to an enum"))
            }
        };
        let error = error.to_compile_error();
        quote!(#item #error)
    })
}

impl AnnotatedEnum {
    fn parse(reader: &mut TokenReader, own: &[&str], errors: &mut Errors) -> syn::Result<Self> {
        let mut attributes = TokenStream::new();
        while matches!(reader.peek(), Some(TokenTree::Punct(mark)) if mark.as_char() == '#') {
            attributes.extend(reader.next().into_iter().chain(reader.next()));
        }
        let mut visibility = TokenStream::new();
        let mut keyword = reader.ident()?;
        if keyword == "pub" {
            let scope = reader.group(Delimiter::Parenthesis).map(TokenTree::from);
            visibility.extend([TokenTree::from(keyword)].into_iter().chain(scope));
            keyword = reader.ident()?;
        }
        if keyword != "enum" {
            return Err(syn::Error::new(keyword.span(), "expected `enum`"));
        }
        let ident = reader.ident()?;
        let mut generics = TokenStream::new();
        let body = loop {
            if let Some(body) = reader.group(Delimiter::Brace) {
                break body;
            }
            let Some(token) = reader.next() else { return Err(reader.error("expected `{`")) };
            generics.extend([token]);
        };
        if !generics.is_empty() {
            errors.push(generics, "the enum cannot have generic parameters: remove them");
        }
        let mut inside = TokenReader::of_group(&body);
        let mut variants = Vec::new();
        while !inside.is_empty() {
            variants.push(Variant::read(&mut inside, own, errors)?);
        }
        Ok(Self { attributes, visibility, keyword, body, ident, variants })
    }

    /// Returns the enum's name.
    pub(crate) fn ident(&self) -> &Ident {
        &self.ident
    }

    /// Returns the enum's visibility.
    pub(crate) fn visibility(&self) -> &TokenStream {
        &self.visibility
    }

    /// Returns the names of the variants.
    pub(crate) fn idents(&self) -> impl Iterator<Item = &Ident> {
        self.variants.iter().map(|variant| &variant.ident)
    }

    /// Returns an array of all variants as a group.
    ///
    /// The macros in `catalog` take this group as one token, because matching each variant would be slow.
    pub(crate) fn all(&self) -> Group {
        let (ident, path, comma) = (TokenTree::from(self.ident.clone()), path_marks(), comma());
        let mut tokens = Vec::with_capacity(5 * self.variants.len());
        for variant in self.idents() {
            tokens.push(ident.clone());
            tokens.extend(path.iter().cloned());
            tokens.extend([variant.clone().into(), comma.clone()]);
        }
        Group::new(Delimiter::Bracket, tokens.into_iter().collect())
    }

    /// Adds documentation to the enum, given as a macro call that expands to a string literal.
    ///
    /// Only rustdoc expands the macro, so other builds do not spend time on documentation that they do not need.
    pub(crate) fn document(&mut self, literal: &TokenStream) {
        self.attributes.extend(quote!(#[cfg_attr(doc, doc = #literal)]));
    }

    /// Returns the expansion of an attribute if the enum has no variants: an alias of the empty type at the path
    /// `none`.
    pub(crate) fn none(&self, none: &TokenStream, errors: Errors) -> TokenStream {
        let Self { attributes, visibility, ident, .. } = self;
        let errors = errors.into_tokens();
        quote!(#attributes #visibility type #ident = #none; #errors)
    }

    /// Returns the expansion of an attribute: the enum, its tables unless they are too large, and all errors.
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

    /// Returns the enum to emit, with its derives and with one more line of documentation on each variant.
    fn emit(&self, documentation: impl IntoIterator<Item = String>) -> TokenStream {
        let Self { attributes, visibility, keyword, body, ident, variants } = self;
        let mark = |character| TokenTree::from(Punct::new(character, Spacing::Alone));
        let (pound, equals, comma) = (mark('#'), mark('='), comma());
        let doc = TokenTree::from(Ident::new("doc", Span::call_site()));
        let mut tokens = Vec::with_capacity(4 * variants.len());
        for (Variant { ident, kept, .. }, text) in variants.iter().zip(documentation) {
            tokens.extend(kept.iter().cloned());
            let text = TokenTree::from(Literal::string(&text));
            let attribute = [doc.clone(), equals.clone(), text].into_iter().collect();
            let attribute = Group::new(Delimiter::Bracket, attribute);
            tokens.extend([pound.clone(), attribute.into(), ident.clone().into(), comma.clone()]);
        }
        let mut variants = Group::new(Delimiter::Brace, tokens.into_iter().collect());
        variants.set_span(body.span());
        quote! {
            #attributes
            #[derive(
                ::core::clone::Clone,
                ::core::marker::Copy,
                ::core::cmp::PartialEq,
            )]
            #[non_exhaustive]
            #visibility #keyword #ident #variants
        }
    }
}

/// Returns the tokens of a path separator: `::`.
pub(crate) fn path_marks() -> [TokenTree; 2] {
    [Punct::new(':', Spacing::Joint).into(), Punct::new(':', Spacing::Alone).into()]
}

/// Returns a comma token.
pub(crate) fn comma() -> TokenTree {
    Punct::new(',', Spacing::Alone).into()
}
