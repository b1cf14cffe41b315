//! Helpers for all outputs: doc comments, attributes, lists of literals, and tokens → text.

use super::docs;
use super::file::HEADER;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, Fields, Item, Lit, MacroDelimiter, Meta, MetaList, MetaNameValue, Token,
    Variant, token,
};

/// The text of a generated file: our own words as tokens, and the variants of the enums in them, in order.
///
/// The variants are most of a file. They come as syntax, because reading them back from tokens would take as long as
/// printing them. The header is added last, because formatting drops comments.
pub(super) fn file(source: &str, tokens: TokenStream, variants: impl IntoIterator<Item = Vec<Variant>>) -> String {
    #[expect(clippy::expect_used, reason = "the tokens are our own quotes around legal identifiers and literals")]
    let mut file: syn::File = syn::parse2(tokens).expect("generated code is Rust");
    let enums = file.items.iter_mut().filter_map(|item| if let Item::Enum(item) = item { Some(item) } else { None });
    for (item, variants) in enums.zip(variants) {
        item.variants = variants.into_iter().collect();
    }
    format!("{HEADER}\n// Source: {source}\n\n{}", prettyplease::unparse(&file))
}

/// A variant of an enum.
pub(super) fn variant(attrs: Vec<Attribute>, name: &str) -> Variant {
    Variant { attrs, ident: ident(name), fields: Fields::Unit, discriminant: None }
}

/// An identifier that `ident` has made.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A doc comment with AWS's words; nothing if there are none.
pub(super) fn doc(text: Option<&str>) -> Option<Attribute> {
    let line = Literal::string(&format!(" {}", docs::escape(text?)));
    Some(outer(Meta::NameValue(MetaNameValue {
        path: ident("doc").into(),
        eq_token: <Token![=]>::default(),
        value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::new(line) }),
    })))
}

/// A doc comment with our own words, around names that may need escaping.
pub(super) fn doc_line(line: &str) -> Literal {
    Literal::string(&format!(" {line}"))
}

/// A whole doc comment with our own words, a line each.
pub(super) fn doc_lines(text: &str) -> Vec<Literal> {
    text.lines().map(|line| if line.is_empty() { Literal::string("") } else { doc_line(line) }).collect()
}

/// A name inside our own words.
pub(super) fn in_doc(name: &str) -> String {
    docs::escape(name)
}

/// An attribute with options; nothing if there is no option.
pub(super) fn attribute(name: &str, options: &[TokenStream]) -> Option<Attribute> {
    (!options.is_empty()).then(|| {
        outer(Meta::List(MetaList {
            path: ident(name).into(),
            delimiter: MacroDelimiter::Paren(token::Paren::default()),
            tokens: quote!(#(#options),*),
        }))
    })
}

/// An attribute that is only a word.
pub(super) fn bare_attribute(name: &str) -> Attribute {
    outer(Meta::Path(ident(name).into()))
}

fn outer(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: token::Bracket::default(),
        meta,
    }
}

/// An option `name("…", "…")`; nothing if there are no values.
pub(super) fn strings<'a>(name: &str, values: impl IntoIterator<Item = &'a str>) -> Option<TokenStream> {
    let name = ident(name);
    let values: Vec<_> = values.into_iter().map(Literal::string).collect();
    (!values.is_empty()).then(|| quote!(#name(#(#values),*)))
}

/// An option `name = "…"`; nothing if there is no value.
pub(super) fn string(name: &str, value: Option<&str>) -> Option<TokenStream> {
    let name = ident(name);
    let value = Literal::string(value?);
    Some(quote!(#name = #value))
}
