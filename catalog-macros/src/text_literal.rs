//! A string literal, as attributes have it. There are a hundred thousand of them in the catalog.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::{
    LitStr,
    parse::{Parse, ParseStream},
};

/// A string literal. Its value is worked out when it is queried, without a parser where nothing is escaped.
#[derive(Clone, Debug)]
pub(crate) struct TextLiteral(Literal);

impl TextLiteral {
    /// Takes a literal, if it is a string.
    pub(crate) fn new(literal: Literal) -> Option<Self> {
        literal.to_string().starts_with(['"', 'r']).then_some(Self(literal))
    }

    /// Returns its place.
    pub(crate) fn span(&self) -> Span {
        self.0.span()
    }

    /// Returns its value.
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
        let literal = input.cursor().literal().and_then(|(literal, _)| Self::new(literal));
        let literal = literal.ok_or_else(|| input.error("expected a text in quotes"))?;
        input.parse::<Literal>()?;
        Ok(literal)
    }
}

impl ToTokens for TextLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
