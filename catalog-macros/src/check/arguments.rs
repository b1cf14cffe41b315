//! Reads the arguments of a checking macro.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream},
};

use crate::{crate_path::crate_path, text_literal::without_suffix};

/// The arguments of a checking macro.
pub(super) struct MacroArguments {
    /// The path to the crate `catalog` where the macro is called.
    pub(super) krate: TokenStream,
    /// The tokens between the commas.
    pub(super) entries: Vec<TokenStream>,
}

impl MacroArguments {
    /// Reads the arguments. Without `crate = path;`, the path of the crate is `::catalog`.
    pub(super) fn from_tokens(tokens: TokenStream) -> Self {
        let Ok(Self { krate, entries }) = syn::parse2(tokens.clone()) else {
            return Self { krate: quote!(::catalog), entries: entries(tokens) };
        };
        Self { krate, entries }
    }

    /// Removes `service = "…"` after the first argument, and returns its value.
    pub(super) fn take_service(&mut self) -> syn::Result<Option<LitStr>> {
        struct ServiceOption(LitStr);
        impl Parse for ServiceOption {
            fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
                let word: Ident = input.parse()?;
                if word != "service" {
                    return Err(syn::Error::new_spanned(word, "expected `service = \"…\"`"));
                }
                input.parse::<Token![=]>()?;
                input.parse().and_then(without_suffix).map(Self)
            }
        }
        match self.entries.get(1) {
            Some(_) => syn::parse2(self.entries.remove(1)).map(|ServiceOption(prefix)| Some(prefix)),
            None => Ok(None),
        }
    }

    /// Expands the only argument, which must be a string literal, or returns an error.
    pub(super) fn one(
        self,
        what: &str,
        example: &str,
        expand: impl FnOnce(&TokenStream, &LitStr) -> syn::Result<TokenStream>,
    ) -> TokenStream {
        let mut entries = self.entries.into_iter();
        let first = entries.next().unwrap_or_default();
        let expanded = match entries.next() {
            Some(second) => {
                Err(syn::Error::new_spanned(second, format_args!("expected only {what}, found a second argument")))
            }
            None => literal(first, what, example).and_then(|literal| expand(&self.krate, &literal)),
        };
        expanded.unwrap_or_else(|error| error.to_compile_error())
    }
}

impl Parse for MacroArguments {
    /// Parses `crate = path; entries`, which the macros of `catalog` emit.
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self { krate: crate_path(input)?, entries: entries(input.parse()?) })
    }
}

/// Splits tokens at the commas. A trailing comma adds no entry.
fn entries(tokens: TokenStream) -> Vec<TokenStream> {
    let mut entries = Vec::new();
    let mut entry = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == ',' => entries.push(std::mem::take(&mut entry)),
            token => entry.extend([token]),
        }
    }
    if !entry.is_empty() {
        entries.push(entry);
    }
    entries
}

/// Returns the string literal in an entry, or an error if the entry is anything else.
pub(super) fn literal(entry: TokenStream, what: &str, example: &str) -> syn::Result<LitStr> {
    let expected = format!("expected {what} as a string literal, such as `\"{example}\"`");
    if entry.is_empty() {
        return Err(syn::Error::new(Span::call_site(), expected));
    }
    let literal = syn::parse2(entry.clone())
        .map_err(|_| syn::Error::new_spanned(entry, format_args!("{expected}: macros cannot evaluate expressions")))?;
    without_suffix(literal)
}
