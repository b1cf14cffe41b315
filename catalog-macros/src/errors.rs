//! Collects the errors of one expansion, so that a user sees all of them in one compile.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The errors of one expansion.
///
/// Every expansion must include the result of [`into_tokens`](Self::into_tokens), which is empty if there are no
/// errors.
#[derive(Debug, Default)]
#[must_use]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Adds an error that points at the tokens.
    pub(crate) fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    /// Adds an error from a parser.
    pub(crate) fn add(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    /// Returns true if there are no errors.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the messages.
    #[cfg(all(test, feature = "policy"))]
    pub(crate) fn messages(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }

    /// Returns items that make the compiler report each error at its span.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}
