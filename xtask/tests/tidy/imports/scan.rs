//! Finds the paths in the tokens of an item, including those within macros.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::{ItemUse, UseTree, Visibility};

/// A name that a `use` brings into a module. A glob has no name.
pub(super) struct Use {
    pub(super) path: Vec<String>,
    pub(super) name: Option<String>,
    /// Whether other modules see the name: `pub`, `pub(crate)`, `pub(super)`.
    pub(super) is_public: bool,
}

/// The paths of an item.
#[derive(Default)]
pub(crate) struct Found {
    /// Paths of at least two segments.
    pub(crate) paths: BTreeSet<Vec<String>>,
    /// Types and functions by their bare names.
    pub(super) bare: BTreeSet<String>,
    /// The names that each `use` brings in. A `use` in the body of a function counts for the whole module.
    pub(super) uses: Vec<Use>,
}

impl Found {
    /// Adds the paths and names in the tokens of an item.
    pub(crate) fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let Some((token, after)) = rest.split_first() {
            rest = match token {
                TokenTree::Group(group) => {
                    self.scan(group.stream());
                    after
                }
                TokenTree::Literal(_) => after,
                TokenTree::Ident(ident) => self.ident(&ident.to_string(), after),
                TokenTree::Punct(punct) => match (punct.as_char(), after) {
                    ('#', [TokenTree::Group(attribute), ..]) if is_test_only(attribute.stream()) => after_item(after),
                    // Skip a range such as `a..b`, so that `b` is not taken for a field.
                    ('.', [TokenTree::Punct(next), after @ ..]) if next.as_char() == '.' => after,
                    // Skip a field, a method, a lifetime, or a variable of a macro such as `$crate`, which name no
                    // item.
                    ('.' | '\'' | '$', [TokenTree::Ident(_), after @ ..]) => segments(after).1,
                    // Skip the rest of a qualified path, or a path that begins with another crate.
                    (':', [colon, TokenTree::Ident(_), ..]) if is_punct(colon, ':') => segments(rest).1,
                    _ => after,
                },
            };
        }
    }

    fn ident<'a>(&mut self, ident: &str, after: &'a [TokenTree]) -> &'a [TokenTree] {
        match (ident, after) {
            ("use", [TokenTree::Ident(_), ..]) => {
                let end = after.iter().position(|token| is_punct(token, ';')).unwrap_or(after.len());
                let (tokens, after) = after.split_at(end);
                if let Ok(tree) = syn::parse2(tokens.iter().cloned().collect()) {
                    leaves(&tree, &mut Vec::new(), false, &mut self.uses);
                }
                after
            }
            ("pub", [TokenTree::Group(group), after @ ..])
                if group.stream().into_iter().next().is_some_and(|first| first.to_string() == "in") =>
            {
                after
            }
            // Skip the template of such a macro, because its tokens become code in another place.
            ("quote" | "quote_spanned" | "parse_quote", [bang, TokenTree::Group(_), after @ ..])
                if is_punct(bang, '!') =>
            {
                after
            }
            // The name in the definition of an item is not a use.
            (
                "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "mod",
                [TokenTree::Ident(_), after @ ..],
            ) => after,
            _ => {
                let (mut more, after) = segments(after);
                if !more.is_empty() {
                    more.insert(0, ident.to_owned());
                    self.paths.insert(more);
                } else if ident.starts_with(char::is_uppercase)
                    || matches!(after, [TokenTree::Group(group), ..] if group.delimiter() == Delimiter::Parenthesis)
                {
                    self.bare.insert(ident.to_owned());
                }
                after
            }
        }
    }
}

/// Splits a path such as `::a::b` from the start of tokens.
fn segments(mut tokens: &[TokenTree]) -> (Vec<String>, &[TokenTree]) {
    let mut segments = Vec::new();
    while let [first, second, TokenTree::Ident(ident), rest @ ..] = tokens
        && is_punct(first, ':')
        && is_punct(second, ':')
    {
        segments.push(ident.to_string());
        tokens = rest;
    }
    (segments, tokens)
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// Returns true if the tokens within `#[…]` restrict an item to tests.
pub(super) fn is_test_only(attribute: TokenStream) -> bool {
    match attribute.into_iter().collect::<Vec<_>>().as_slice() {
        [TokenTree::Ident(cfg), TokenTree::Group(group)] => cfg == "cfg" && needs_test(group.stream()),
        _ => false,
    }
}

/// Returns true if a predicate of `cfg` is true only in tests.
fn needs_test(predicate: TokenStream) -> bool {
    match predicate.into_iter().collect::<Vec<_>>().as_slice() {
        [TokenTree::Ident(test)] => test == "test",
        [TokenTree::Ident(all), TokenTree::Group(group)] if all == "all" => {
            let parts: Vec<TokenTree> = group.stream().into_iter().collect();
            parts.split(|token| is_punct(token, ',')).any(|part| needs_test(part.iter().cloned().collect()))
        }
        _ => false,
    }
}

/// Returns the tokens after the item, field or statement that an attribute belongs to.
fn after_item(tokens: &[TokenTree]) -> &[TokenTree] {
    let is_keyword = |ident: &Ident| ["fn", "impl", "struct", "enum", "trait"].iter().any(|word| ident == word);
    let is_item = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if is_keyword(ident));
    let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let end = tokens.iter().position(|token| is_punct(token, ';') || is_body(token)).unwrap_or(tokens.len());
    let (item, after) = tokens.split_at(end);
    match item.iter().position(|token| is_punct(token, ',')) {
        // A comma ends a field or a variant, and nothing else.
        Some(comma) if !item.iter().any(is_item) => tokens.get(comma + 1..),
        _ => after.get(1..),
    }
    .unwrap_or_default()
}

/// Returns the names that a `use` brings in.
pub(super) fn uses(item: &ItemUse) -> Vec<Use> {
    let mut found = Vec::new();
    if item.leading_colon.is_none() {
        let is_public = !matches!(item.vis, Visibility::Inherited);
        leaves(&item.tree, &mut Vec::new(), is_public, &mut found);
    }
    found
}

fn leaves(tree: &UseTree, path: &mut Vec<String>, is_public: bool, found: &mut Vec<Use>) {
    match tree {
        UseTree::Path(step) => {
            path.push(step.ident.to_string());
            leaves(&step.tree, path, is_public, found);
            path.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, path, is_public, found)),
        UseTree::Glob(_) => found.push(Use { path: path.clone(), name: None, is_public }),
        UseTree::Name(leaf) => found.push(named(path, &leaf.ident.to_string(), None, is_public)),
        UseTree::Rename(leaf) => {
            found.push(named(path, &leaf.ident.to_string(), Some(leaf.rename.to_string()), is_public));
        }
    }
}

fn named(path: &[String], last: &str, rename: Option<String>, is_public: bool) -> Use {
    let mut path = path.to_vec();
    if last != "self" || path.is_empty() {
        path.push(last.to_owned());
    }
    Use { name: rename.or_else(|| path.last().cloned()), path, is_public }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(source: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
        let mut found = Found::default();
        found.scan(source.parse().unwrap());
        let uses = found.uses.iter().map(|one| one.path.join("::")).collect();
        (found.paths.iter().map(|path| path.join("::")).collect(), found.bare.into_iter().collect(), uses)
    }

    #[test]
    fn paths_are_found_in_types_expressions_and_macros() {
        let (paths, ..) =
            scanned("fn f(a: crate::A) -> Vec<super::B> { vec![x::<self::C>(<D as e::F>::g()), ..h::I] }");
        assert_eq!(paths, ["crate::A", "e::F", "h::I", "self::C", "super::B"]);
    }

    #[test]
    fn what_leads_out_or_is_no_path_is_passed_over() {
        let (paths, ..) =
            scanned("pub(in crate::a) fn f(&self) -> ::b::C { self.crate_.g(); $crate::d::e(); quote! { a::b } }");
        assert_eq!(paths, <[&str; 0]>::default());
    }

    #[test]
    fn tests_are_passed_over() {
        let source = "impl A { #[cfg(test)] #[inline] fn f<T, U>() where T: U, { a::b() } \
                      #[cfg(all(test, unix))] fn g() { c::d() } \
                      #[cfg(any(test, feature = \"x\"))] fn h() { e::f() } }";
        assert_eq!(scanned(source).0, ["e::f"]);
        assert_eq!(scanned("struct A { #[cfg(test)] b: c::D, e: f::G }").0, ["f::G"]);
    }

    #[test]
    fn bare_names_are_types_and_calls() {
        assert_eq!(scanned("fn f(a: A) { let b = c; d(b.e()) }").1, ["A", "d"]);
    }

    #[test]
    fn a_use_in_a_body_is_found() {
        assert_eq!(scanned("fn f() { use a::{b, c::{self, D as E}}; }").2, ["a::b", "a::c", "a::c::D"]);
    }
}
