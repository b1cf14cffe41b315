//! A string literal in an attribute. The catalog has a hundred thousand of them, so reading one must be fast.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::{
    LitStr,
    parse::{Parse, ParseStream},
};

/// A string literal. Its value is computed on demand, and without a parser unless the literal has escapes.
#[derive(Clone, Debug)]
pub(crate) struct TextLiteral(Literal);

impl TextLiteral {
    /// Returns the literal if it is a string.
    pub(crate) fn new(literal: Literal) -> Option<Self> {
        let written = literal.to_string();
        // A literal with a suffix, such as `"text"u8`, ends in a letter or a digit.
        (written.starts_with(['"', 'r']) && written.ends_with(['"', '#'])).then_some(Self(literal))
    }

    /// Returns the span of the literal.
    pub(crate) fn span(&self) -> Span {
        self.0.span()
    }

    /// Returns the value of the string.
    pub(crate) fn value(&self) -> String {
        let written = self.0.to_string();
        match written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => plain.to_owned(),
            _ => syn::parse2::<LitStr>(self.0.to_token_stream()).map(|text| text.value()).unwrap_or_default(),
        }
    }
}

/// Returns a string literal, or an error if it has a suffix such as `u8`. The compiler does not check literals in macros.
pub(crate) fn without_suffix(literal: LitStr) -> syn::Result<LitStr> {
    match literal.suffix() {
        "" => Ok(literal),
        suffix => {
            let message = format!("the string has the suffix `{suffix}`: remove the suffix");
            Err(syn::Error::new_spanned(literal, message))
        }
    }
}

impl Parse for TextLiteral {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let literal = input.cursor().literal().and_then(|(literal, _)| Self::new(literal));
        let literal = literal.ok_or_else(|| input.error("expected a string literal"))?;
        input.parse::<Literal>()?;
        Ok(literal)
    }
}

impl ToTokens for TextLiteral {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
