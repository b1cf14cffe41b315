//! Tests of the parser: against `serde_json`, on invalid sources, and on sources designed to take much time.

use alloc::{format, string::String, vec::Vec};

use proptest::prelude::*;

use super::{DEPTH_LIMIT, Data, JsonErrorKind as Kind, Position, SIZE_LIMIT, Value, parse};

/// Converts a value to `serde_json`'s type, which keeps only the last of several members with one name.
fn plain(value: &Value<'_>) -> serde_json::Value {
    match &value.data {
        Data::Null => serde_json::Value::Null,
        Data::Bool(truth) => (*truth).into(),
        Data::Number(text) => serde_json::from_str(text).unwrap(),
        Data::String(text) => serde_json::Value::String(text.clone().into_owned()),
        Data::Hole(hole) => serde_json::Value::String(hole.written().into()),
        Data::Array(values) => values.iter().map(plain).collect(),
        Data::Object(members) => {
            members.iter().map(|member| (member.name.clone().into_owned(), plain(&member.value))).collect()
        }
    }
}

/// Checks that the span of each value and each name covers exactly the source of that value or name.
fn spans_hold(value: &Value<'_>, text: &str) {
    let at = |span: super::Span| text.get(span.start as usize..span.end as usize).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(at(value.span)).unwrap(), plain(value));
    match &value.data {
        Data::Array(values) => values.iter().for_each(|value| spans_hold(value, text)),
        Data::Object(members) => {
            for member in members {
                assert_eq!(serde_json::from_str::<String>(at(member.name_span)).unwrap(), member.name);
                spans_hold(&member.value, text);
            }
        }
        _ => {}
    }
}

fn agrees(text: &str) {
    match (parse(text.as_bytes()), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(plain(&ours), theirs, "{text}");
            spans_hold(&ours, text);
            assert_eq!(serde_json::from_str::<serde_json::Value>(&format!("{ours}")).unwrap(), theirs, "{ours}");
        }
        (Err(error), Err(_)) => {
            assert!(error.span().end as usize <= text.len(), "{text}");
            assert!(error.span().start <= error.span().end, "{text}");
        }
        (ours, theirs) => panic!("{text:?}: {ours:?}, {theirs:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]
    #[test]
    fn agrees_with_another_reader_on_marks(text in r#"[\[\]{}",:0-9.eE+\-tfn \\u\n]{0,12}"#) {
        agrees(&text);
    }

    #[test]
    fn agrees_on_strings(inside in r#"([a-zé😀"]|\\[nu"\\/x]|\\u[0-9dD][89cCfF0][0-9]{2}|\n){0,6}"#) {
        agrees(&format!("\"{inside}\""));
    }

    #[test]
    fn agrees_on_policies_that_came_to_harm(
        at in any::<prop::sample::Index>(), with in "[\\[\\]{}\",:a0 \\\\]{0,2}", length in 0_usize..3,
    ) {
        let mut text = String::from(
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ses:Send*"], "n": -1.5e3, "b": [true, null]}], "é": "\u00e9\n"}"#,
        );
        let mut start = at.index(text.len());
        while !text.is_char_boundary(start) { start -= 1; }
        let mut end = (start + length).min(text.len());
        while !text.is_char_boundary(end) { end += 1; }
        text.replace_range(start..end, &with);
        agrees(&text);
    }

    #[test]
    fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let read = parse(&bytes).is_ok();
        prop_assert_eq!(read, serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
    }
}

#[test]
fn each_wrong_text_has_its_error_at_its_place() {
    for (text, kind, place, words) in [
        ("", Kind::Empty, "1:1", "expected a policy, found an empty file"),
        (" \n ", Kind::Empty, "1:1", "expected a policy, found an empty file"),
        (
            "\u{feff}{}",
            Kind::ByteOrderMark,
            "1:1",
            "the file begins with a byte-order mark: save it as UTF-8 without one",
        ),
        (
            "{",
            Kind::Truncated { expected: "a name or `}`" },
            "1:2",
            "expected a name or `}`, found the end of the file",
        ),
        (
            "{\"a\": [1",
            Kind::Truncated { expected: "`,` or `]`" },
            "1:9",
            "expected `,` or `]`, found the end of the file",
        ),
        ("{\n \"a\" 1}", Kind::Unexpected { found: '1', expected: "`:`" }, "2:6", "expected `:`, found `1`"),
        ("[1 2]", Kind::Unexpected { found: '2', expected: "`,` or `]`" }, "1:4", "expected `,` or `]`, found `2`"),
        ("[1,]", Kind::TrailingComma, "1:3", "trailing comma"),
        ("{} // x", Kind::Comment, "1:4", "JSON does not allow comments: remove the comment"),
        ("['a']", Kind::SingleQuotes, "1:2", "JSON does not allow single quotes: write `\"`"),
        ("{a: 1}", Kind::UnquotedName, "1:2", "missing double quotes around a name"),
        ("[True]", Kind::UnknownWord, "1:2", "unknown word"),
        ("[01]", Kind::MalformedNumber, "1:2", "invalid number"),
        (
            "[\"a\tb\"]",
            Kind::ControlCharacter { found: '\t' },
            "1:4",
            "a string cannot contain the character U+0009: write `\\u0009`",
        ),
        ("[\"é\n\"]", Kind::ControlCharacter { found: '\n' }, "1:4", "a string cannot span lines: close it"),
        ("[\"\\x\"]", Kind::UnknownEscape, "1:3", "invalid escape"),
        ("[\"\\ud800\"]", Kind::LoneSurrogate, "1:3", "half of a surrogate pair"),
        ("[\"\\udc00\\ud800\"]", Kind::LoneSurrogate, "1:3", "half of a surrogate pair"),
        ("[\"a]", Kind::UnclosedString, "1:2", "unclosed string: close it with `\"`"),
        ("{} {}", Kind::TrailingText, "1:4", "unexpected text after the end of the policy: remove it"),
    ] {
        let error = parse(text.as_bytes()).unwrap_err();
        assert_eq!((error.kind(), &*format!("{}", error.position(text.as_bytes()))), (kind, place), "{text}");
        assert!(format!("{error}").starts_with(words), "{text}: {error}");
    }
    let error = parse(b"\"ab\xff\"").unwrap_err();
    assert_eq!((error.kind(), error.span().start), (Kind::NotUtf8, 3));
    let error = parse(b"\xff\xfe{\0}\0").unwrap_err();
    assert_eq!((error.kind(), &*format!("{error}")), (Kind::Utf16, "the file is UTF-16: save it as UTF-8"));
}

#[test]
fn depth_and_size_have_an_end() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(parse(nested(DEPTH_LIMIT).as_bytes()).is_ok());
    let error = parse(nested(DEPTH_LIMIT + 1).as_bytes()).unwrap_err();
    assert_eq!((error.kind(), error.span().start as usize), (Kind::TooDeep, DEPTH_LIMIT));
    assert_eq!(parse("[{\"a\":".repeat(1_000_000).as_bytes()).unwrap_err().kind(), Kind::TooDeep);
    let mut large = Vec::new();
    large.resize(SIZE_LIMIT + 1, b' ');
    assert_eq!(parse(&large).unwrap_err().kind(), Kind::TooLarge);
}

#[test]
fn strings_without_escapes_are_not_copied() {
    let is_borrowed = |text: &str| match parse(text.as_bytes()).unwrap().data {
        Data::String(text) => matches!(text, alloc::borrow::Cow::Borrowed(_)),
        _ => false,
    };
    assert!(is_borrowed("\"ses:Send*\"") && is_borrowed("\"\"") && !is_borrowed("\"\\n\""));
}

#[test]
fn lines_end_in_three_ways_and_columns_count_characters() {
    let text = "a\r\né\rbé\n".as_bytes();
    let place = |offset| format!("{}", Position::new(text, offset));
    // The offsets of a, \r, \n, é, \r, b, é, \n and the end, and one beyond the end.
    let places: Vec<_> = [0, 1, 2, 3, 5, 6, 7, 9, 10, 99].map(place).into();
    assert_eq!(places, ["1:1", "1:2", "1:3", "2:1", "2:2", "3:1", "3:2", "3:3", "4:1", "4:1"]);
}
