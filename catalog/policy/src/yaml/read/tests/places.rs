//! Tests of the spans of trees, and of the places in strings.

use alloc::{format, string::String, vec::Vec};

use proptest::prelude::*;

use super::super::parse;
use crate::json::{Data, Embedded, Span, Syntax, Value};

fn source(text: &str, span: Span) -> &str {
    text.get(span.start as usize..span.end as usize).unwrap()
}

/// Returns the source of each value and each name, in order.
fn sources<'t>(text: &'t str, value: &Value<'_>, found: &mut Vec<&'t str>) {
    found.push(source(text, value.span));
    match &value.data {
        Data::Array(items) => items.iter().for_each(|item| sources(text, item, found)),
        Data::Object(members) => {
            for member in members {
                found.push(source(text, member.name_span));
                sources(text, &member.value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn spans_cover_values_and_names() {
    for (text, expected) in [
        ("a: b  # c\n", &["a: b", "a", "b"][..]),
        ("\u{feff}é: 'ü' \n", &["é: 'ü'", "é", "'ü'"]),
        (
            "a: \"b\" # c\n\"d\" : [e , f] # g\n",
            &["a: \"b\" # c\n\"d\" : [e , f]", "a", "\"b\"", "\"d\"", "[e , f]", "e", "f"],
        ),
        (
            "a: |- # x | y\n  b\n  c\n\n# d\ne:\n",
            &["a: |- # x | y\n  b\n  c\n\n# d\ne:", "a", "|- # x | y\n  b\n  c", "e", ""],
        ),
        (
            "- >\n\n  b\n- &x !Sub |\n   c\n",
            &["- >\n\n  b\n- &x !Sub |\n   c", ">\n\n  b", "!Sub |\n   c", "!Sub", "|\n   c"],
        ),
        ("a: !Ref  b\n", &["a: !Ref  b", "a", "!Ref  b", "!Ref", "b"]),
        (
            "a: !If\n  - b\n  - !Ref c\n",
            &[
                "a: !If\n  - b\n  - !Ref c",
                "a",
                "!If\n  - b\n  - !Ref c",
                "!If",
                "- b\n  - !Ref c",
                "b",
                "!Ref c",
                "!Ref",
                "c",
            ],
        ),
        ("a: &x {b: 1}\nc: *x\n", &["a: &x {b: 1}\nc: *x", "a", "{b: 1}", "b", "1", "c", "{b: 1}", "b", "1"]),
        ("a: [b: c, {d: e}]\n", &["a: [b: c, {d: e}]", "a", "[b: c, {d: e}]", "b: c", "b", "c", "{d: e}", "d", "e"]),
        ("a: b\n  c\n", &["a: b\n  c", "a", "b\n  c"]),
        (
            "a:\n- 'b''c' \n- \"d\\\"e\"\t\n",
            &["a:\n- 'b''c' \n- \"d\\\"e\"", "a", "- 'b''c' \n- \"d\\\"e\"", "'b''c'", "\"d\\\"e\""],
        ),
        ("--- # x\n|\n a\n", &["|\n a"]),
    ] {
        let trees = parse(text.as_bytes()).unwrap();
        let mut found = Vec::new();
        sources(text, &trees[0], &mut found);
        assert_eq!(found, expected, "{text}");
    }
}

/// Checks the places of the string in the only member of the only item of a source.
fn check_places(text: &str) -> Result<(), TestCaseError> {
    let Ok(trees) = parse(text.as_bytes()) else { return Ok(()) };
    let Some(Data::Array(items)) = trees.first().map(|tree| &tree.data) else { return Ok(()) };
    for value in items {
        let Data::Object(members) = &value.data else { continue };
        let value = &members[0].value;
        let Some(embedded) = Embedded::new(text.as_bytes(), Syntax::Yaml, value) else { continue };
        let mut last = value.span.start;
        for (offset, character) in embedded.text().char_indices().chain([(embedded.text().len(), '\0')]) {
            let at = |offset: usize| u32::try_from(offset).unwrap();
            let place = embedded.place(Span::new(at(offset), at(offset + character.len_utf8())));
            prop_assert!(
                last <= place.start && place.start <= place.end && place.end <= value.span.end,
                "{text:?} {value:?} {offset} {place:?}"
            );
            prop_assert!(
                text.is_char_boundary(place.start as usize) && text.is_char_boundary(place.end as usize),
                "{text:?} {offset}"
            );
            let written = source(text, place);
            let is_same = written.chars().eq([character]);
            let is_folded = matches!(character, ' ' | '\n');
            let is_escaped = written.starts_with('\\') || written == "''";
            prop_assert!(
                is_same || is_folded || is_escaped || character == '\0',
                "{text:?} {value:?} {offset} {character:?} {written:?}"
            );
            last = place.start;
        }
    }
    Ok(())
}

#[test]
fn places_in_strings_lead_to_the_file() {
    for (text, wanted, expected, line) in [
        ("a: |\n  {\n   \"b\": 1\n  }\n", "\"b\"", "\"b\"", 3),
        ("a: |\r\n  {\r\n   \"b\": 1\r\n  }\r\n", "\"b\"", "\"b\"", 3),
        ("a: |2\n   {\n   \"b\": 1\n  }\n", "\"b\"", "\"b\"", 3),
        ("a: >\n\n  x\n  y\n\n   z\n  b\n", "b", "b", 7),
        ("a: 'x\n\n   it''s\n  b'\n", "b", "b", 4),
        ("a: \"x\\\n   \\\"y\n  \\u00e9b\"\n", "b", "b", 3),
        ("a: x\n   y\n\n  b\n", "b", "b", 4),
    ] {
        let trees = parse(text.as_bytes()).unwrap();
        let Data::Object(members) = &trees[0].data else { panic!("{text}") };
        let embedded = Embedded::new(text.as_bytes(), Syntax::Yaml, &members[0].value).unwrap();
        let start = embedded.text().find(wanted).unwrap();
        let at = |offset: usize| u32::try_from(offset).unwrap();
        let place = embedded.place(Span::new(at(start), at(start + wanted.len())));
        assert_eq!(source(text, place), expected, "{text}");
        assert_eq!(crate::json::Position::new(text.as_bytes(), place.start).line, line, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn places_in_quotes_are_in_order(inside in r#"([a-zé😀 ]|''|  \n   |\r\n   \t?|\n\n {4}|\\[\\"nteN_LP/ ]|\\x4[0-9]|\\u00e9|\\U0001f600|\\\n {3}){0,12}"#, quote in "['\"]") {
        check_places(&format!("- a: {quote}{inside}{quote}\n"))?;
    }

    #[test]
    fn places_without_quotes_are_in_order(inside in r"[a-zé]([a-zé😀 '\\]|  \n   |\r\n   \t?|\n\n {4}|\r {3}){0,12}") {
        check_places(&format!("- a: {inside}\n"))?;
    }

    #[test]
    fn places_in_blocks_are_in_order(
        lines in prop::collection::vec(r"( {0,6}[a-zé😀#|'\\\t ]{0,6}(\n|\r\n|\r))", 0..8),
        header in r"[|>][-+]?[1-3]?( # a)?", after in "(|- b: c\n|  b: c\n)",
    ) {
        let lines: String = lines.iter().flat_map(|line| ["   ", line]).collect();
        check_places(&format!("- a: {header}\n{lines}{after}"))?;
    }
}
