//! The arguments of a checking macro.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream},
};

use crate::crate_path::crate_path;

/// The arguments of a checking macro.
pub(super) struct MacroArguments {
    /// The path to the crate `catalog` where the macro is called.
    pub(super) krate: TokenStream,
    /// The tokens between the commas.
    pub(super) entries: Vec<TokenStream>,
}

impl MacroArguments {
    /// Reads the arguments. Without `crate = path;` the crate is `::catalog`.
    pub(super) fn from_tokens(tokens: TokenStream) -> Self {
        let Ok(Self { krate, entries }) = syn::parse2(tokens.clone()) else {
            return Self { krate: quote!(::catalog), entries: entries(tokens) };
        };
        Self { krate, entries }
    }

    /// Takes a `service = "…"` from the end.
    pub(super) fn take_service(&mut self) -> syn::Result<Option<LitStr>> {
        struct ServiceOption(LitStr);
        impl Parse for ServiceOption {
            fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
                let word: Ident = input.parse()?;
                if word != "service" {
                    return Err(syn::Error::new_spanned(word, "expected `service = \"…\"`"));
                }
                input.parse::<Token![=]>()?;
                input.parse().map(Self)
            }
        }
        match self.entries.get(1) {
            Some(_) => syn::parse2(self.entries.remove(1)).map(|ServiceOption(prefix)| Some(prefix)),
            None => Ok(None),
        }
    }

    /// Expands to what the one literal gives, or to its error.
    pub(super) fn one(
        self,
        what: &str,
        example: &str,
        expand: impl FnOnce(&TokenStream, &LitStr) -> syn::Result<TokenStream>,
    ) -> TokenStream {
        let mut entries = self.entries.into_iter();
        let first = entries.next().unwrap_or_default();
        let expanded = match entries.next() {
            Some(second) => Err(syn::Error::new_spanned(second, format_args!("expected {what} and nothing more"))),
            None => literal(first, what, example).and_then(|literal| expand(&self.krate, &literal)),
        };
        expanded.unwrap_or_else(|error| error.to_compile_error())
    }
}

impl Parse for MacroArguments {
    /// `crate = path; entries`, as the macros of `catalog` write it.
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

/// The string literal that an entry must be.
pub(super) fn literal(entry: TokenStream, what: &str, example: &str) -> syn::Result<LitStr> {
    let expected = format!("expected {what} in a string literal, as \"{example}\"");
    if entry.is_empty() {
        return Err(syn::Error::new(Span::call_site(), expected));
    }
    syn::parse2(entry.clone()).map_err(|_| {
        let why = "a macro sees the text of a program, never its values";
        syn::Error::new_spanned(entry, format_args!("{expected}: {why}"))
    })
}
