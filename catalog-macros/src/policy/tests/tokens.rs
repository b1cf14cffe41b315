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
    let number = "invalid number: JSON allows only decimal numbers, without `_` and without a suffix";
    let prefix = "JSON does not allow byte strings or C strings: remove the prefix";
    let quotes = "JSON does not allow single quotes: write `\"`";
    for (tokens, expected) in [
        (quote!(a: 1), "missing double quotes around a name"),
        (quote!(1: 1), "expected a name in quotes, found `1`"),
        (quote!('a': 1), quotes),
        (quote!("a"), "expected `:` and a value after this name"),
        (quote!("a" 1), "expected `:`, found `1`"),
        (quote!("a" => 1), "expected `:`, found `=`"),
        (quote!("a":), "expected a value after this"),
        (quote!("a": 1 2), "expected `,` or `}`, found `2`"),
        (quote!("a": [1 2]), "expected `,` or `]`, found `2`"),
        (quote!(, "a": 1), "expected a name or `}`, found `,`"),
        (quote!("a": [1,, 2]), "expected a value or `]`, found `,`"),
        (quote!("a": 'b'), quotes),
        (quote!("a": 'lifetime), quotes),
        (quote!("a": b"b"), prefix),
        (quote!("a": c"b"), prefix),
        (quote!("a": "b"suffix), "JSON does not allow string suffixes: remove the suffix"),
        (quote!("a": 1u8), number),
        (quote!("a": 1_000), number),
        (quote!("a": 0x10), number),
        (
            quote!("a": 01),
            "invalid number: JSON does not allow a leading `+` or `0`, or a decimal point without digits around it",
        ),
        (quote!("a": - "b"), "expected a value, found `-`"),
        (quote!("a": ("b")), "expected a value, found `(`"),
        (
            quote!("a": concat!("b")),
            "unknown word: expected `true`, `false`, `null` or a string in double quotes (macros cannot evaluate \
             expressions)",
        ),
        (quote!("a": *), "expected a value, found `*`"),
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
