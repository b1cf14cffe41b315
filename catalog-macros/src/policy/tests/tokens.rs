//! Tests that tokens become JSON values or errors.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;

use super::super::tokens::SourceTree;
use crate::errors::Errors;

/// Reads the tokens of an object as JSON. Returns the errors if there are any.
fn read(tokens: TokenStream) -> Result<String, Vec<String>> {
    let mut errors = Errors::default();
    match SourceTree::read(&Group::new(Delimiter::Brace, tokens), &mut errors) {
        Some(tree) if errors.is_empty() => Ok(tree.value.to_string()),
        _ => Err(errors.messages()),
    }
}

#[test]
fn literals_of_every_form_are_strings_and_numbers() {
    for (tokens, expected) in [
        (quote!(), "{}"),
        (quote!("a": [], "b": {}), r#"{"a":[],"b":{}}"#),
        (quote!("a": true, "b": false, "c": null), r#"{"a":true,"b":false,"c":null}"#),
        (quote!("a": [1, -1, 1.5, 1e5, -0.0,],), r#"{"a":[1,-1,1.5,1e5,-0.0]}"#),
        (quote!(r"a\b": "c\\d", r#"e"f"#: "g\"h"), r#"{"a\\b":"c\\d","e\"f":"g\"h"}"#),
        (quote!("\u{e9}\x41": "\n\0"), r#"{"éA":"\n\u0000"}"#),
        (quote!("a": 1, "a": 2), r#"{"a":1,"a":2}"#),
    ] {
        assert_eq!(read(tokens.clone()).as_deref(), Ok(expected), "{tokens}");
    }
}

#[test]
fn what_another_macro_hands_on_is_seen_through() {
    let handed = |tokens: TokenStream| TokenTree::Group(Group::new(Delimiter::None, tokens));
    let name = handed(quote!("a"));
    let value = handed(TokenTree::Group(Group::new(Delimiter::None, quote!("b"))).into());
    let list = handed(quote!([1, 2]));
    let negative = TokenTree::Literal(Literal::i32_unsuffixed(-1));
    let tokens = quote!(#name: #value, "c": #list, "d": #negative);
    assert_eq!(read(tokens).as_deref(), Ok(r#"{"a":"b","c":[1,2],"d":-1}"#));
}

#[test]
fn what_is_no_json_is_told_entry_by_entry() {
    let number = "invalid number: JSON does not allow `_`, suffixes or hexadecimal digits";
    let prefix = "JSON has no byte strings or C strings: remove the prefix";
    let quotes = "JSON has no single quotes: write `\"`";
    for (tokens, expected) in [
        (quote!(a: 1), "a name without quotes: write it in `\"`"),
        (quote!(1: 1), "found `1` where a name in quotes is wanted"),
        (quote!('a': 1), quotes),
        (quote!("a"), "expected `:` and a value after this name"),
        (quote!("a" 1), "found `1` where `:` is wanted"),
        (quote!("a" => 1), "found `=` where `:` is wanted"),
        (quote!("a":), "expected a value after this"),
        (quote!("a": 1 2), "found `2` where `,` or `}` is wanted"),
        (quote!("a": [1 2]), "found `2` where `,` or `]` is wanted"),
        (quote!(, "a": 1), "found `,` where a name or `}` is wanted"),
        (quote!("a": [1,, 2]), "found `,` where a value or `]` is wanted"),
        (quote!("a": 'b'), quotes),
        (quote!("a": 'lifetime), quotes),
        (quote!("a": b"b"), prefix),
        (quote!("a": c"b"), prefix),
        (quote!("a": "b"suffix), "a JSON string cannot have a suffix: remove it"),
        (quote!("a": 1u8), number),
        (quote!("a": 1_000), number),
        (quote!("a": 0x10), number),
        (
            quote!("a": 01),
            "a number that JSON does not know: it has no `+` in front, no leading zero, digits around its point",
        ),
        (quote!("a": - "b"), "found `-` where a value is wanted"),
        (quote!("a": ("b")), "found `(` where a value is wanted"),
        (
            quote!("a": concat!("b")),
            "a word without quotes that is neither `true`, `false` nor `null`: write it in `\"` (macros cannot evaluate expressions)",
        ),
        (quote!("a": *), "found `*` where a value is wanted"),
    ] {
        assert_eq!(read(tokens.clone()), Err(vec![expected.to_owned()]), "{tokens}");
    }
    assert_eq!(read(quote!("a": b, "c" 1, "d": [1, e, (), 2u8], f: 0)).unwrap_err().len(), 6);
}

#[test]
fn depth_has_an_end() {
    let nested = |depth: usize| {
        let list = (1..depth).fold(quote!([]), |inside, _| quote!([#inside]));
        read(quote!("a": #list))
    };
    assert!(nested(63).is_ok());
    assert_eq!(nested(64).unwrap_err(), ["nested deeper than 64 levels: a policy needs five"]);
    assert_eq!(nested(500).unwrap_err().len(), 1);
}
