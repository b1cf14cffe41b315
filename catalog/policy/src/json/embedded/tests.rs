//! Tests of places: they lead back to the source, in order, and never outside of the string.

use alloc::{
    format,
    string::{String, ToString as _},
};

use super::{
    super::{Data, Span, parse},
    Embedded, Syntax,
};
use proptest::prelude::*;

/// Returns the source of the first `wanted` in a string that is written as `literal`, with something before it.
fn source_of(literal: &str, wanted: &str) -> String {
    let source = format!("[ {literal} ]");
    let tree = parse(source.as_bytes()).unwrap();
    let Data::Array(items) = &tree.data else { panic!("expected a list") };
    let embedded = Embedded::new(source.as_bytes(), Syntax::Json, &items[0]).unwrap();
    let start = embedded.text().find(wanted).unwrap();
    let short = |offset: usize| u32::try_from(offset).unwrap();
    let place = embedded.place(Span::new(short(start), short(start + wanted.len())));
    source.get(place.start as usize..place.end as usize).unwrap().to_string()
}

#[test]
fn escapes_lead_back_to_the_source() {
    assert_eq!(source_of(r#""{\"a\": \"b\"}""#, "\"b\""), r#"\"b\""#);
    assert_eq!(source_of(r#""\n\t{\u0022a\u0022:\r\n1}""#, "1"), "1");
    assert_eq!(source_of(r#""\u00e9\ud83d\ude00\/x\\y""#, "x"), "x");
    assert_eq!(source_of(r#""\u00e9\ud83d\ude00\/x\\y""#, "\u{1f600}"), r"\ud83d\ude00");
    assert_eq!(source_of(r#""plain""#, "plain"), "plain");
    assert_eq!(source_of(r#""\\""#, "\\"), r"\\");
}

#[test]
fn percent_encoding_leads_back_to_the_source() {
    assert_eq!(source_of(r#""%7B%22a%22%3A%20%22b%22%7D""#, "\"b\""), "%22b%22");
    assert_eq!(source_of(r#""%7b%22\u0041%C3%A9%22%3A1%7D""#, "A\u{e9}"), r"\u0041%C3%A9");
    assert_eq!(source_of(r#""%7B%22a%22:+%22b%22%7D""#, ": "), ":+");
    assert_eq!(source_of(r#""%7B%22a%22:%20%22+%22%7D""#, "+"), "+");
    // A percent sign without two digits represents itself.
    assert_eq!(source_of(r#""%7B100%,50%zz%7D""#, "%,50%zz"), "%,50%zz");
}

#[test]
fn a_second_level_of_escapes_leads_back_to_the_source() {
    assert_eq!(source_of(r#""{\\\"a\\\": \\\"b\\u0041\\\"}""#, "\"bA\""), r#"\\\"b\\u0041\\\""#);
}

#[test]
fn encoded_bytes_that_are_not_utf_8_are_refused() {
    let source = br#""%7B%FF""#;
    assert!(Embedded::new(source, Syntax::Json, &parse(source).unwrap()).is_none());
}

proptest! {
    #[test]
    fn every_place_is_inside_the_string(literal in r#""([a-z%7B é😀]|\\["\\/bfnrt]|\\u[0-9a-c][0-9a-f]{3}){0,20}""#) {
        let tree = parse(literal.as_bytes()).unwrap();
        if let Some(embedded) = Embedded::new(literal.as_bytes(), Syntax::Json, &tree) {
            let mut last = 1;
            for (offset, _) in embedded.text().char_indices().chain([(embedded.text().len(), ' ')]) {
                let offset = u32::try_from(offset).unwrap();
                let place = embedded.place(Span::new(offset, offset));
                prop_assert!(last <= place.start && place.start < tree.span.end);
                prop_assert!(literal.is_char_boundary(place.start as usize));
                last = place.start;
            }
            prop_assert_eq!(last, tree.span.end - 1);
        }
    }
}
