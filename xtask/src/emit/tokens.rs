//! Helpers for all generated Rust files: doc comments, attributes, literals, and formatting.

use super::docs;
use super::file::HEADER;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, Fields, Item, Lit, MacroDelimiter, Meta, MetaList, MetaNameValue, Token,
    Variant, token,
};

/// Formats a generated file from its tokens and the variants of its enums, which are in the order of the enums.
///
/// The variants, which are most of a file, are passed as syntax trees, because parsing them from tokens would take as
/// long as printing them. The header is added last, because formatting drops comments.
pub(super) fn file(source: &str, tokens: TokenStream, variants: impl IntoIterator<Item = Vec<Variant>>) -> String {
    #[expect(clippy::expect_used, reason = "the tokens are quoted Rust with valid identifiers and literals")]
    let mut file: syn::File = syn::parse2(tokens).expect("generated code is Rust");
    let enums = file.items.iter_mut().filter_map(|item| if let Item::Enum(item) = item { Some(item) } else { None });
    for (item, variants) in enums.zip(variants) {
        item.variants = variants.into_iter().collect();
    }
    format!("{HEADER}\n// Source: {source}\n\n{}", prettyplease::unparse(&file))
}

/// Returns a unit variant of an enum.
pub(super) fn variant(attrs: Vec<Attribute>, name: &str) -> Variant {
    Variant { attrs, ident: ident(name), fields: Fields::Unit, discriminant: None }
}

/// Returns an identifier token. `name` must be a valid identifier.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Returns a doc comment with AWS's description, which is escaped, or `None` if there is no description.
pub(super) fn doc(text: Option<&str>) -> Option<Attribute> {
    let line = Literal::string(&format!(" {}", docs::escape(text?)));
    Some(outer(Meta::NameValue(MetaNameValue {
        path: ident("doc").into(),
        eq_token: <Token![=]>::default(),
        value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::new(line) }),
    })))
}

/// Returns the literal of a doc comment with one line of Markdown. Names in the line must already be escaped.
pub(super) fn doc_line(line: &str) -> Literal {
    Literal::string(&format!(" {line}"))
}

/// Returns the literals of a doc comment with several lines of Markdown, one literal per line.
pub(super) fn doc_lines(text: &str) -> Vec<Literal> {
    text.lines().map(|line| if line.is_empty() { Literal::string("") } else { doc_line(line) }).collect()
}

/// Escapes a name for a doc comment.
pub(super) fn in_doc(name: &str) -> String {
    docs::escape(name)
}

/// Returns an attribute with options, or `None` if there are no options.
pub(super) fn attribute(name: &str, options: &[TokenStream]) -> Option<Attribute> {
    (!options.is_empty()).then(|| {
        outer(Meta::List(MetaList {
            path: ident(name).into(),
            delimiter: MacroDelimiter::Paren(token::Paren::default()),
            tokens: quote!(#(#options),*),
        }))
    })
}

/// Returns an attribute without options.
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

/// Returns an option `name("…", "…")`, or `None` if there are no values.
pub(super) fn strings<'a>(name: &str, values: impl IntoIterator<Item = &'a str>) -> Option<TokenStream> {
    let name = ident(name);
    let values: Vec<_> = values.into_iter().map(Literal::string).collect();
    (!values.is_empty()).then(|| quote!(#name(#(#values),*)))
}

/// Returns an option `name = "…"`, or `None` if there is no value.
pub(super) fn string(name: &str, value: Option<&str>) -> Option<TokenStream> {
    let name = ident(name);
    let value = Literal::string(value?);
    Some(quote!(#name = #value))
}
