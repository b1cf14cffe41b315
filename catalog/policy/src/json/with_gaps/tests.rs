//! Tests of sources with gaps: each place in which a gap can be, known pieces, wrong gaps, and hostile sources.

use alloc::{format, string::String, vec::Vec};

use proptest::prelude::*;

use super::*;
use crate::json::{JsonErrorKind as Kind, parse};

/// Returns the gaps of a source: each `«…»`.
fn gaps(text: &str) -> Vec<Gap<'_>> {
    let short = |offset: usize| u32::try_from(offset).unwrap();
    let ends = text.match_indices('»').map(|(at, mark)| at + mark.len());
    let ranges = text.match_indices('«').map(|(start, _)| start).zip(ends);
    ranges
        .map(|(start, end)| {
            let written = text.get(start..end).unwrap();
            let piece = match written {
                "«region»" => Piece::Formed { written: written.into(), example: "us-east-1" },
                _ => Piece::Unknown(written.into()),
            };
            Gap::new(Span::new(short(start), short(end)), piece)
        })
        .collect()
}

/// Describes a tree: a hole as `<written>`, with `~` before it if it is total, and its stand-in after a `=` otherwise.
fn shown(value: &Value<'_>) -> String {
    match &value.data {
        Data::Null => "null".into(),
        Data::Bool(truth) => truth.to_string(),
        Data::Number(text) => text.to_string(),
        Data::String(text) => format!("{text:?}"),
        Data::Hole(hole) => shown_hole(hole),
        Data::Array(values) => format!("[{}]", values.iter().map(shown).collect::<Vec<_>>().join(" ")),
        Data::Object(members) => {
            let name = |member: &Member<'_>| match &member.name_hole {
                Some(hole) => {
                    assert_eq!(hole.stand_in(), member.name);
                    shown_hole(hole)
                }
                None => member.name.to_string(),
            };
            let members = members.iter().map(|member| format!("{}: {}", name(member), shown(&member.value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(" "))
        }
    }
}

fn shown_hole(hole: &Hole<'_>) -> String {
    let end = if hole.is_total() { String::new() } else { format!("={}", hole.stand_in()) };
    format!("<{}{end}>", hole.written())
}

fn read(text: &str) -> Result<Value<'_>, JsonError> {
    parse_with_gaps(text.as_bytes(), &gaps(text))
}

#[test]
fn a_gap_becomes_a_hole_wherever_it_is() {
    for (text, expected) in [
        // In strings.
        (r#""a«x»b""#, "<a«x»b=a*b>"),
        (r#""«x»""#, "<«x»>"),
        (r#""«x»«y»""#, "<«x»«y»>"),
        (r#""\n«x»\u0041«region»""#, "<\n«x»A«region»=\n*Aus-east-1>"),
        (r#""«get \"x\" or "y"»z""#, r#"<«get \"x\" or "y"»z=*z>"#),
        (r#"["«region»", "b"]"#, r#"[<«region»=us-east-1> "b"]"#),
        // As values and items.
        ("«x»", "<«x»>"),
        (" «x» ", "<«x»>"),
        (r#"{"a": «x»}"#, "{a: <«x»>}"),
        (r#"{"a": «x», "b": 1}"#, "{a: <«x»> b: 1}"),
        (r#"{"a": «x» "b": 1}"#, "{a: <«x»> b: 1}"),
        ("[«x»]", "[<«x»>]"),
        ("[«x», 1]", "[<«x»> 1]"),
        ("[«x» 1]", "[<«x»> 1]"),
        ("[1, «x»]", "[1 <«x»>]"),
        ("[[] «x»]", "[[] <«x»>]"),
        (r#"["a" «x» "b"]"#, r#"["a" <«x»> "b"]"#),
        ("[«x» «y»]", "[<«x»> <«y»>]"),
        ("[«region»]", "[<«region»=us-east-1>]"),
        // With other characters of the same value.
        ("[«x»«y», 2]", "[<«x»«y»> 2]"),
        ("[1«x», -«x», «x»e3, tr«x»e, «region»1]", "[<1«x»> <-«x»> <«x»e3> <tr«x»e> <«region»1>]"),
        // As names and members.
        (r#"{"a«x»": 1}"#, "{<a«x»=a*>: 1}"),
        (r#"{"«x»" : «y»}"#, "{<«x»>: <«y»>}"),
        ("{«x»: 1, «x»y : 2}", "{<«x»>: 1 <«x»y>: 2}"),
        ("{ «x» }", "{<«x»>: <«x»>}"),
        (r#"{"a": 1, «x»}"#, "{a: 1 <«x»>: <«x»>}"),
        (r#"{"a": 1 «x»}"#, "{a: 1 <«x»>: <«x»>}"),
        (r#"{"a": 1 «x», "b": 2}"#, "{a: 1 <«x»>: <«x»> b: 2}"),
        (r#"{«x», "a": "b"}"#, r#"{<«x»>: <«x»> a: "b"}"#),
        (r#"{«x» "a": "b" «y» "c": "d"}"#, r#"{<«x»>: <«x»> a: "b" <«y»>: <«y»> c: "d"}"#),
        // Around the policy.
        ("«x»\n{}", "{}"),
        ("{} «x»«y»\n", "{}"),
        ("«x» [«y»] «z»", "[<«y»>]"),
        ("«x» «y»", "<«x»>"),
    ] {
        assert_eq!(read(text).map(|value| shown(&value)), Ok(expected.into()), "{text}");
    }
}

#[test]
fn a_mistake_beside_a_gap_is_an_error_at_its_place() {
    for (text, kind, place) in [
        ("\"a«x»b", Kind::UnclosedString, "1:1"),
        ("\"a«x\" »", Kind::UnclosedString, "1:1"),
        ("[«x \"»\", 1]", Kind::UnclosedString, "1:7"),
        (r#"["\«x»"]"#, Kind::UnknownEscape, "1:3"),
        (r#"["\u00«x»"]"#, Kind::UnknownEscape, "1:3"),
        (r#"["\ud83d«x»"]"#, Kind::LoneSurrogate, "1:3"),
        ("[«x»,]", Kind::TrailingComma, "1:5"),
        ("[«x»,, 1]", Kind::Unexpected { found: ',', expected: "a value" }, "1:6"),
        (r#"["a" "b" «x»]"#, Kind::Unexpected { found: '"', expected: "`,` or `]`" }, "1:6"),
        (r#"["a«x»" "b"]"#, Kind::Unexpected { found: '"', expected: "`,` or `]`" }, "1:9"),
        (r#"{"a" «x»: 1}"#, Kind::Unexpected { found: '«', expected: "`:`" }, "1:6"),
        (r#"{"a«x»", 1}"#, Kind::Unexpected { found: ',', expected: "`:`" }, "1:8"),
        (r#"{"a":"#, Kind::Truncated { expected: "a value" }, "1:6"),
        ("{«x»", Kind::Truncated { expected: "a name in quotes" }, "1:5"),
        ("[«x»", Kind::Truncated { expected: "a value" }, "1:5"),
        ("{«x»:", Kind::Truncated { expected: "a value" }, "1:6"),
        ("{} «x» {}", Kind::TrailingText, "1:8"),
        ("[1] 2 «x»", Kind::TrailingText, "1:5"),
    ] {
        let error = read(text).map(|value| shown(&value)).unwrap_err();
        assert_eq!((error.kind(), &*format!("{}", error.position(text.as_bytes()))), (kind, place), "{text}");
    }
}

#[test]
fn known_pieces_are_read_as_part_of_the_source() {
    let source = r#"{"a": "x${A}${B}y${C}", "b": ${L}, "c": ${N}0} ${E}"#;
    let piece = |name: &str| match name {
        "${A}" => Piece::Known(r"\u0041".into()),
        "${B}" => Piece::Unknown("${B}".into()),
        "${C}" => Piece::Known("\", \"m\": \"z".into()),
        "${L}" => Piece::Known(r#"["p", "q"]"#.into()),
        "${N}" => Piece::Known("7".into()),
        _ => Piece::Known("".into()),
    };
    let starts = source.match_indices("${").map(|(at, _)| at);
    let gap = |start: usize| {
        let short = |offset: usize| u32::try_from(offset).unwrap();
        Gap::new(Span::new(short(start), short(start + 4)), piece(source.get(start..start + 4).unwrap()))
    };
    let value = parse_with_gaps(source.as_bytes(), &starts.map(gap).collect::<Vec<_>>()).unwrap();
    assert_eq!(shown(&value), r#"{a: <xA${B}y=xA*y> m: "z" b: ["p" "q"] c: 70}"#);
    let at = |span: Span| source.get(span.start as usize..span.end as usize).unwrap();
    let Data::Object(members) = &value.data else { panic!("expected an object") };
    let places: Vec<_> = members.iter().map(|member| (at(member.name_span), at(member.value.span))).collect();
    let expected = [("\"a\"", "\"x${A}${B}y${C}"), ("${C}", "${C}\""), ("\"b\"", "${L}"), ("\"c\"", "${N}0")];
    assert_eq!(places, expected);
}

#[test]
fn a_string_of_known_pieces_is_a_string() {
    let gap = |start, end, text: &'static str| Gap::new(Span::new(start, end), Piece::Known(text.into()));
    let value = parse_with_gaps(br#""a--b""#, &[gap(2, 3, "x"), gap(3, 4, "")]).unwrap();
    assert_eq!((value.as_str(), value.span), (Some("axb"), Span::new(0, 6)));
}

#[test]
fn wrong_gaps_are_ignored() {
    let unknown = |start, end| Gap::new(Span::new(start, end), Piece::Unknown("?".into()));
    let read = |text: &str, gaps: &[Gap<'_>]| shown(&parse_with_gaps(text.as_bytes(), gaps).unwrap());
    assert_eq!(read("\"abcd\"", &[unknown(1, 3), unknown(2, 4)]), "<?cd=*cd>");
    assert_eq!(read("\"abcd\"", &[unknown(3, 4), unknown(1, 2)]), "<ab?d=ab*d>");
    assert_eq!(read("\"é\"", &[unknown(2, 3), unknown(3, 2), unknown(3, 99), unknown(u32::MAX, 0)]), "\"é\"");
    // A gap without content is valid.
    assert_eq!(read("\"ab\"", &[unknown(2, 2), unknown(2, 2)]), "<a??b=a**b>");
    assert_eq!(read("[]", &[unknown(1, 1)]), "[<?>]");
}

#[test]
fn depth_and_size_have_an_end_with_gaps() {
    let nested = "[«x»,".repeat(100_000);
    assert_eq!(read(&nested).unwrap_err().kind(), Kind::TooDeep);
    let many = format!("[{}]", "«x»".repeat(50_000));
    assert!(read(&many).unwrap().as_hole().is_none());
    let piece = "x".repeat(1 << 20);
    let text = "-".repeat(100);
    let gaps: Vec<_> =
        (0..100).map(|at| Gap::new(Span::new(at, at + 1), Piece::Known(piece.as_str().into()))).collect();
    assert_eq!(parse_with_gaps(text.as_bytes(), &gaps).unwrap_err().kind(), Kind::TooLarge);
}

/// Checks that the spans are inside the source and inside the span of the parent, in order.
fn spans_are_nested(value: &Value<'_>, within: Span) {
    let inside = |span: Span| within.start <= span.start && span.start <= span.end && span.end <= within.end;
    assert!(inside(value.span), "{value:?}");
    match &value.data {
        Data::Array(values) => values.iter().for_each(|item| spans_are_nested(item, value.span)),
        Data::Object(members) => {
            for member in members {
                assert!(inside(member.name_span) && member.name_span.start <= member.value.span.start);
                spans_are_nested(&member.value, value.span);
            }
        }
        _ => {}
    }
}

/// Removes the places of a tree.
fn unplaced<'a>(mut value: Value<'a>) -> Value<'a> {
    value.span = Span::default();
    value.data = match value.data {
        Data::Array(values) => Data::Array(values.into_iter().map(unplaced).collect()),
        Data::Object(members) => {
            let member = |member: Member<'a>| Member::new(member.name, Span::default(), unplaced(member.value));
            Data::Object(members.into_iter().map(member).collect())
        }
        data => data,
    };
    value
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]
    #[test]
    fn any_gaps_end(
        text in r#"([\[\]{}",:0-9e\-t\\u\n ]|"a"|"b": ){0,16}"#,
        ranges in prop::collection::vec((0..20_u32, 0..4_u32, prop::option::of("[\\[\\]{}\",:0a]{0,3}")), 0..6),
        is_sorted: bool,
    ) {
        let mut ranges = ranges;
        if is_sorted { ranges.sort(); }
        let piece = |known: Option<String>| known.map_or(Piece::Unknown("?".into()), |text| Piece::Known(text.into()));
        let gaps: Vec<_> = ranges.into_iter()
            .map(|(start, length, known)| Gap::new(Span::new(start, start + length), piece(known)))
            .collect();
        let whole = Span::new(0, u32::try_from(text.len()).unwrap());
        match parse_with_gaps(text.as_bytes(), &gaps) {
            Ok(value) => spans_are_nested(&value, whole),
            Err(error) => prop_assert!(error.span().start <= error.span().end && error.span().end <= whole.end),
        }
    }

    #[test]
    fn known_gaps_give_what_the_replaced_source_gives(
        parts in prop::collection::vec((r#"([\[\]{}",:0-9e\-t\\u\n ]|"a"|"b": ){0,5}"#, r#"([\[\]{}",:0a\\n]|"c"){0,3}"#), 0..6),
    ) {
        let (mut text, mut replaced, mut gaps) = (String::new(), String::new(), Vec::new());
        for (plain, known) in &parts {
            text.push_str(plain);
            let start = u32::try_from(text.len()).unwrap();
            text.push_str("«é»");
            gaps.push(Gap::new(Span::new(start, start + 6), Piece::Known(known.as_str().into())));
            replaced.push_str(plain);
            replaced.push_str(known);
        }
        let with_gaps = parse_with_gaps(text.as_bytes(), &gaps);
        match (with_gaps, parse(replaced.as_bytes())) {
            (Ok(value), Ok(expected)) => prop_assert_eq!(unplaced(value), unplaced(expected)),
            (Err(error), Err(expected)) => prop_assert_eq!(error.kind(), expected.kind()),
            (value, expected) => prop_assert!(false, "{:?}, {:?}", value, expected),
        }
    }

    #[test]
    fn a_gap_in_place_of_a_string_part_a_value_or_an_item_never_breaks_the_source(
        cut in any::<prop::sample::Index>(), kind in 0..3_usize,
    ) {
        let text = r#"{"Statement": [{"Effect": "Allow", "Action": ["ses:Send*", "ses:Get"], "n": -1.5e3}, {"b": [true, null]}]}"#;
        let tree = parse(text.as_bytes()).unwrap();
        let mut spans = Vec::new();
        collect(&tree, kind, &mut spans);
        let span = spans[cut.index(spans.len())];
        let value = parse_with_gaps(text.as_bytes(), &[Gap::new(span, Piece::Unknown("?".into()))]).unwrap();
        prop_assert_eq!(value.span, if kind == 1 && span == tree.span { span } else { tree.span });
        spans_are_nested(&value, tree.span);
    }
}

/// Collects the contents of strings, the values, or the members of a tree.
fn collect(value: &Value<'_>, kind: usize, spans: &mut Vec<Span>) {
    match (&value.data, kind) {
        (Data::String(_), 0) => spans.push(Span::new(value.span.start + 1, value.span.end - 1)),
        (_, 1) => spans.push(value.span),
        _ => {}
    }
    match &value.data {
        Data::Array(values) => values.iter().for_each(|value| collect(value, kind, spans)),
        Data::Object(members) => {
            for member in members {
                if kind == 2 {
                    spans.push(Span::new(member.name_span.start, member.value.span.end));
                }
                collect(&member.value, kind, spans);
            }
        }
        _ => {}
    }
}
