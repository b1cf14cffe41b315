//! Tests of the trees of valid sources.

use alloc::{string::ToString, vec::Vec};

use super::super::parse;

/// Returns the documents of a source as JSON.
fn json(text: &str) -> Vec<alloc::string::String> {
    parse(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error:?}")).iter().map(ToString::to_string).collect()
}

#[test]
fn styles_of_strings_and_collections() {
    for (text, expected) in [
        ("a: b\nc:\n  - d\n  - e: f\n    g: h\n", r#"{"a":"b","c":["d",{"e":"f","g":"h"}]}"#),
        ("a:\n- b\n- c\n", r#"{"a":["b","c"]}"#),
        ("{a: [b, 'c', \"d\"], e: {f: }}", r#"{"a":["b","c","d"],"e":{"f":null}}"#),
        ("{\"a\": [1, true, null, \"\\u00e9\"]}", "{\"a\":[1,true,null,\"é\"]}"),
        ("a: |\n  b\n   c\n\n  d\ne: >-\n  f\n  g\n\n  h\n", "{\"a\":\"b\\n c\\n\\nd\\n\",\"e\":\"f g\\nh\"}"),
        ("a: |2-\n   b\n  c\n", r#"{"a":" b\nc"}"#),
        ("a: b\n  c\n\n  d\ne: 'f\n  g'\nh: \"i\\\n  \\  j\"\n", r#"{"a":"b c\nd","e":"f g","h":"i  j"}"#),
        ("a: 'it''s'\nb: \"\\x41\\u00e9\\U0001F600\\t\\e\"\n", "{\"a\":\"it's\",\"b\":\"Aé😀\\t\\u001b\"}"),
        ("? a\n: b\n? c\n", r#"{"a":"b","c":null}"#),
        ("2012: x\ntrue: y\n~: z\n", r#"{"2012":"x","true":"y","~":"z"}"#),
        ("a: 1\na: 2\n", r#"{"a":1,"a":2}"#),
        ("Version: 2012-10-17 # a date\n# a comment\nAction: s3:*\n", r#"{"Version":"2012-10-17","Action":"s3:*"}"#),
        ("a: b\r\nc:\r\n  - d\r\n", r#"{"a":"b","c":["d"]}"#),
        ("a: b\rc:\r  - d\r", r#"{"a":"b","c":["d"]}"#),
        ("\u{feff}a: é\nb: 😀\n", "{\"a\":\"é\",\"b\":\"😀\"}"),
        ("%YAML 1.1\n%TAG !e! tag:example.com,2026:\n---\na: !e!x b\n", r#"{"a":"b"}"#),
    ] {
        assert_eq!(json(text), [expected], "{text}");
    }
}

#[test]
fn a_stream_has_any_number_of_documents() {
    assert_eq!(json("a: 1\n---\nb\n...\n---\n---\n- c\n"), [r#"{"a":1}"#, "\"b\"", "null", r#"["c"]"#]);
    assert_eq!(json(""), Vec::<&str>::new());
    assert_eq!(json("# only a comment\n"), Vec::<&str>::new());
    assert_eq!(json("---\n"), ["null"]);
}

#[test]
fn tags_become_long_forms() {
    for (text, expected) in [
        ("!Ref A", r#"{"Ref":"A"}"#),
        ("a: !Sub '${A}-b'", r#"{"a":{"Fn::Sub":"${A}-b"}}"#),
        ("- !GetAtt A.Arn\n- !GetAtt [A, Arn]", r#"[{"Fn::GetAtt":"A.Arn"},{"Fn::GetAtt":["A","Arn"]}]"#),
        (
            "a: !If\n  - C\n  - !Ref X\n  - !Join ['', [a, !Ref Y]]",
            r#"{"a":{"Fn::If":["C",{"Ref":"X"},{"Fn::Join":["",["a",{"Ref":"Y"}]]}]}}"#,
        ),
        ("a: !Condition C", r#"{"a":{"Condition":"C"}}"#),
        ("a: !GetAZs ''\nb: !Select [0, x]", r#"{"a":{"Fn::GetAZs":""},"b":{"Fn::Select":[0,"x"]}}"#),
        ("a: !Ref 12", r#"{"a":{"Ref":"12"}}"#),
        ("a: !Transform {Name: AWS::Include}", r#"{"a":{"Fn::Transform":{"Name":"AWS::Include"}}}"#),
        ("a: !!str 12\nb: !!int '3'\nc: ! yes\nd: !!python/name:x y", r#"{"a":"12","b":3,"c":"yes","d":"y"}"#),
        ("a: !Sub |\n  x\n  y\n", r#"{"a":{"Fn::Sub":"x\ny\n"}}"#),
    ] {
        assert_eq!(json(text), [expected], "{text}");
    }
}

#[test]
fn aliases_and_merge_keys_are_copies() {
    for (text, expected) in [
        ("a: &x [1, 2]\nb: *x\n", r#"{"a":[1,2],"b":[1,2]}"#),
        ("a: &x !Ref R\nb: *x\n", r#"{"a":{"Ref":"R"},"b":{"Ref":"R"}}"#),
        ("&k a: *k\n", r#"{"a":"a"}"#),
        ("a: &x b\n*x : c\n", r#"{"a":"b","b":"c"}"#),
        ("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", r#"{"a":{"b":1,"c":2},"d":{"c":3,"b":1}}"#),
        (
            "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*x, *y]\n",
            r#"{"a":{"b":1},"c":{"b":2,"d":3},"e":{"b":1,"d":3}}"#,
        ),
        ("'<<': a\n", r#"{"<<":"a"}"#),
    ] {
        assert_eq!(json(text), [expected], "{text}");
    }
}
