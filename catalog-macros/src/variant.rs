//! A variant of an annotated enum: its own attributes read, the others kept.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Token, ext::IdentExt as _, parse::ParseStream};

use crate::{
    documentation,
    errors::Errors,
    options::{self, AttributeOption},
    text_literal::TextLiteral,
};

/// A variant and what its attributes say.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// The attributes that are the macro's own, in order.
    pub(crate) attributes: Vec<OwnAttribute>,
    /// The doc comment's first paragraph, without its escapes.
    pub(crate) description: Option<String>,
    /// The attributes that are not the macro's, its doc comment among them.
    pub(crate) kept: TokenStream,
}

/// An attribute of a variant that belongs to the macro.
pub(crate) struct OwnAttribute {
    /// Its name.
    pub(crate) name: Ident,
    /// The options in its parentheses.
    pub(crate) items: Vec<AttributeOption>,
}

impl OwnAttribute {
    /// The items whose words are known, each once. The others are errors.
    pub(crate) fn items(&mut self, known: &[&'static str], errors: &mut Errors) -> Vec<AttributeOption> {
        options::known_once(std::mem::take(&mut self.items), known, errors)
    }
}

impl Variant {
    /// The options of the one attribute that the variant may have. Unknown and repeated ones, and further attributes, are
    /// errors.
    pub(crate) fn options(
        &mut self,
        attribute: &str,
        known: &[&'static str],
        errors: &mut Errors,
    ) -> Vec<AttributeOption> {
        let mut attributes = self.attributes.iter_mut();
        let items = attributes.next().map(|attribute| attribute.items(known, errors)).unwrap_or_default();
        for more in attributes {
            errors.push(&more.name, format_args!("a variant has one `#[{attribute}(…)]`"));
        }
        items
    }

    pub(crate) fn parse(body: ParseStream<'_>, own: &[&str], errors: &mut Errors) -> syn::Result<Self> {
        let mut attributes = Vec::new();
        let mut kept = TokenStream::new();
        let mut lines = Vec::new();
        while body.peek(Token![#]) {
            let pound: Token![#] = body.parse()?;
            let inner;
            let bracket = syn::bracketed!(inner in body);
            let name = inner.fork().call(Ident::parse_any)?;
            if own.iter().any(|own| name == own) {
                attributes.extend(own_attribute(&inner, errors)?);
                continue;
            }
            let rest = inner.fork();
            let tokens: TokenStream = inner.parse()?;
            if name == "cfg" || name == "cfg_attr" {
                errors.push(tokens, "the tables of an enum hold all its variants: none can be left out by `cfg`");
                continue;
            }
            if name == "doc" {
                lines.extend(doc_line(&rest));
            }
            pound.to_tokens(&mut kept);
            bracket.surround(&mut kept, |into| tokens.to_tokens(into));
        }
        let ident = body.parse()?;
        if body.peek(syn::token::Paren) || body.peek(syn::token::Brace) {
            errors.push(body.parse::<proc_macro2::TokenTree>()?, "a variant stands for a name and holds nothing");
        }
        if body.peek(Token![=]) {
            body.parse::<Token![=]>()?;
            errors.push(body.parse::<syn::Expr>()?, "a variant stands for a name and has no number");
        }
        Ok(Self { ident, attributes, description: documentation::description(&lines), kept })
    }
}

/// The attribute in brackets, or nothing where it cannot be read: that is an error then, and the rest is passed over.
fn own_attribute(inner: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<OwnAttribute>> {
    let name = inner.call(Ident::parse_any)?;
    let items = if inner.peek(syn::token::Paren) {
        let arguments;
        syn::parenthesized!(arguments in inner);
        let items = arguments.call(options::items);
        arguments.parse::<TokenStream>()?;
        items
    } else if inner.is_empty() {
        Ok(Vec::new())
    } else {
        let rest: TokenStream = inner.parse()?;
        Err(syn::Error::new_spanned(rest, format_args!("expected options in parentheses: `#[{name}(…)]`")))
    };
    Ok(items.map_err(|error| errors.add(error)).ok().map(|items| OwnAttribute { name, items }))
}

/// The text of `doc = "…"`.
fn doc_line(inner: ParseStream<'_>) -> Option<String> {
    inner.call(Ident::parse_any).ok()?;
    inner.parse::<Token![=]>().ok()?;
    TextLiteral::next(inner).map(|line| line.value())
}
