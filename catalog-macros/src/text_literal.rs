//! A text in quotes, as attributes have it. There are a hundred thousand of them in the catalog.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::{
    LitStr,
    parse::{Parse, ParseStream},
};

/// A string literal. What it says is worked out when somebody asks, and where nothing is escaped, at no cost.
#[derive(Clone, Debug)]
pub(crate) struct TextLiteral(Literal);

impl TextLiteral {
    /// The literal that comes next, if that is a text.
    pub(crate) fn next(input: ParseStream<'_>) -> Option<Self> {
        let (literal, _) = input.cursor().literal()?;
        if !literal.to_string().starts_with(['"', 'r']) {
            return None;
        }
        // The literal is there: stepping over it does not fail.
        let step = input.step(|cursor| cursor.literal().map(|(_, rest)| ((), rest)).ok_or_else(|| cursor.error("")));
        step.ok().map(|()| Self(literal))
    }

    /// Its place.
    pub(crate) fn span(&self) -> Span {
        self.0.span()
    }

    /// What it says.
    pub(crate) fn value(&self) -> String {
        let written = self.0.to_string();
        match written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => plain.to_owned(),
            _ => syn::parse2::<LitStr>(self.0.to_token_stream()).map(|text| text.value()).unwrap_or_default(),
        }
    }
}

impl Parse for TextLiteral {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Self::next(input).ok_or_else(|| input.error("expected a text in quotes"))
    }
}

impl ToTokens for TextLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
