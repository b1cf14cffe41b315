//! Tests of sources that only a part of the readers of YAML accept, and of arbitrary sources.

use alloc::{string::ToString, vec::Vec};

use proptest::prelude::*;

use super::super::{parse, repair::repaired};
use crate::{
    hole::Piece,
    json::{Data, Position, Span, Value},
};

#[test]
fn lines_in_brackets_and_quotes_need_no_indentation() {
    for (text, expected) in [
        ("a: {\n  \"b\": \"c\"\n}\n", r#"{"a":{"b":"c"}}"#),
        ("a: {\n\t\"b\":\t'c\td',\n\t# e\n\tf: [\t1\t]\n}\n", r#"{"a":{"b":"c\td","f":[1]}}"#),
        ("a:\n  b: [\nc, # d]\n'e'#f\n]\n  g: h\n", r#"{"a":{"b":["c","e"],"g":"h"}}"#),
        (
            "a:\n  b: !Sub '{\n\"c\": 1,\n\n''é''}'\n  d: |\n    it's\n  e: f\n",
            "{\"a\":{\"b\":{\"Fn::Sub\":\"{ \\\"c\\\": 1,\\n'é'}\"},\"d\":\"it's\\n\",\"e\":\"f\"}}",
        ),
        (
            "a:\n  - b: \"c\\\n  \\  d \n e\"\n  - don't: x\n  - \"f\ng\"\n",
            r#"{"a":[{"b":"c  d e"},{"don't":"x"},"f g"]}"#,
        ),
        ("{\"a\": \"\\ud83d\\ude00\"}", "{\"a\":\"😀\"}"),
    ] {
        let trees = parse(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(trees.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{text}");
    }
}

#[test]
fn placeholders_of_template_engines_are_holes() {
    let text = "Runtime: {{ cookiecutter.runtime }}\n{{ name }}: 'a {{ b }}'\nc: [{{ d['e'] }}-f, g]\n";
    let trees = parse(text.as_bytes()).unwrap();
    let Data::Object(members) = &trees[0].data else { panic!("{trees:?}") };
    let hole = members[0].value.as_hole().unwrap();
    assert!(hole.is_total());
    assert_eq!(hole.written(), "{{ cookiecutter.runtime }}");
    assert_eq!(members[1].name_hole.as_ref().unwrap().written(), "{{ name }}");
    assert_eq!(members[1].value.as_str(), Some("a {{ b }}"));
    let Data::Array(items) = &members[2].value.data else { panic!("{trees:?}") };
    let pieces = [Piece::Unknown("{{ d['e'] }}".into()), Piece::Known("-f".into())];
    assert_eq!((items[0].as_hole().unwrap().pieces(), items[1].as_str()), (&pieces[..], Some("g")));
    assert_eq!(Position::new(text.as_bytes(), items[0].span.start).to_string(), "3:5");
}

/// Checks that each span is in the source, on boundaries of characters, and that items are in order.
fn spans_hold(text: &str, value: &Value<'_>) {
    let holds = |span: Span| assert!(text.get(span.start as usize..span.end as usize).is_some(), "{text:?} {span:?}");
    holds(value.span);
    match &value.data {
        Data::Array(items) => items.iter().for_each(|item| spans_hold(text, item)),
        Data::Object(members) => {
            for member in members {
                holds(member.name_span);
                spans_hold(text, &member.value);
            }
        }
        _ => {}
    }
}

/// Checks the properties of the result for any source.
fn check(text: &str) {
    match parse(text.as_bytes()) {
        Ok(trees) => trees.iter().for_each(|tree| spans_hold(text, tree)),
        Err(error) => {
            let span = error.span();
            assert!(text.get(span.start as usize..span.end as usize).is_some(), "{text:?} {error:?}");
            assert!(!error.to_string().contains('\n') && error.to_string().len() < 300, "{text:?} {error}");
        }
    }
    assert!(repaired(text).is_none_or(|repaired| repaired.len() == text.len()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_marks_give_a_result(text in r#"([-?:,\[\]{}#&*!|>'"%@` \t\n\r\\a0é~.<]|: |- |\n  |---\n|\.\.\.\n|<<: |&a |\*a|!Ref |!!str |\{\{ |\}\}|\| *\n){0,40}"#) {
        check(&text);
    }

    #[test]
    fn any_bytes_give_a_result(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        if let Err(error) = parse(&bytes) {
            prop_assert!(error.span().start <= error.span().end && error.span().end as usize <= bytes.len());
        }
    }

    #[test]
    fn a_template_that_came_to_harm_gives_a_result(
        at in any::<prop::sample::Index>(), with in r#"[-:,\[\]{}#&*!|>'"%@` \t\n\\]{0,2}"#, length in 0_usize..4,
    ) {
        let mut text = alloc::string::String::from(
            "Resources: &r\n  Role: # é\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n        - PolicyDocument:\n\
             \x20           Version: 2012-10-17\n            Statement: [{Effect: Allow, Action: 's3:*', \"Resource\": !Sub \"a${b}\"}]\n\
             \x20     Text: |-\n        { \"a\":\n          1 }\n      More: >\n        a\n        b\n  <<: *r\n",
        );
        let start = at.index(text.len());
        let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let end = (start + length).min(text.len());
        let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
        text.replace_range(start..end, &with);
        check(&text);
    }
}
