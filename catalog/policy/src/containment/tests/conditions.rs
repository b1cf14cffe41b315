//! Conditions within conditions.

use alloc::format;

use super::{
    super::Condition,
    Answer::{self, No, Unknown, Yes},
    decide,
};
use crate::{document::Document, json, testing::policy};

/// Decides if one condition implies another one.
fn implies(narrow: &str, wide: &str) -> Answer {
    let texts = [narrow, wide].map(|condition| policy(&format!(r#""Condition": {{{condition}}}"#)));
    let trees = texts.each_ref().map(|text| json::parse(text.as_bytes()).unwrap());
    let [narrow, wide] = trees.each_ref().map(|tree| {
        let statement = Document::from_tree(tree).unwrap().statements().next().unwrap();
        Condition::from_statement(statement, true)
    });
    let (Some(narrow), Some(wide)) = (narrow, wide) else { return Unknown };
    decide(|work| narrow.implies(&wide, work))
}

#[test]
fn comparisons_of_one_key() {
    for (narrow, wide, answer) in [
        (r#""StringEquals": {"a:b": "x"}"#, r#""StringLike": {"A:B": ["x*", "y"]}"#, Yes),
        (r#""StringEquals": {"a:b": ["x", "z"]}"#, r#""StringLike": {"a:b": ["x*", "y"]}"#, No),
        (r#""StringEquals": {"a:b": "x"}"#, r#""StringEqualsIgnoreCase": {"a:b": "X"}"#, Yes),
        (r#""StringEqualsIgnoreCase": {"a:b": "X"}"#, r#""StringEquals": {"a:b": "x"}"#, No),
        (r#""StringEquals": {"a:b": "x*"}"#, r#""StringLike": {"a:b": "x?"}"#, Yes),
        (r#""StringEquals": {"a:b": "x"}"#, r#""StringNotEquals": {"a:b": ["y", "z"]}"#, Yes),
        (r#""StringNotEquals": {"a:b": ["x", "y"]}"#, r#""StringNotEquals": {"a:b": "x"}"#, Yes),
        (r#""StringNotEquals": {"a:b": "x"}"#, r#""StringNotEquals": {"a:b": ["x", "y"]}"#, No),
        (r#""ArnEquals": {"a:b": "arn:aws:s3:::x"}"#, r#""ArnLike": {"a:b": "arn:aws:s3:*:*:x"}"#, Yes),
        (r#""ArnLike": {"a:b": "arn:aws:s3:*:*:x"}"#, r#""StringLike": {"a:b": "arn:aws:s3:*:x"}"#, Yes),
        (r#""ArnLike": {"a:b": "x"}"#, r#""ArnLike": {"a:b": "x"}"#, Unknown),
        (r#""NumericLessThan": {"a:b": "2700"}"#, r#""NumericLessThan": {"a:b": ["60", "3600"]}"#, Yes),
        (r#""NumericLessThanEquals": {"a:b": 5}"#, r#""NumericLessThan": {"a:b": "5.0"}"#, No),
        (r#""NumericEquals": {"a:b": 5}"#, r#""NumericNotEquals": {"a:b": 6}"#, Yes),
        (r#""NumericEquals": {"a:b": 5}"#, r#""NumericLessThan": {"a:b": "ten"}"#, Unknown),
        (
            r#""DateGreaterThan": {"a:b": "2027-01-01T00:00:00Z"}"#,
            r#""DateGreaterThan": {"a:b": "2026-01-01T00:00:00Z"}"#,
            Yes,
        ),
        (r#""DateGreaterThan": {"a:b": "2027"}"#, r#""DateGreaterThan": {"a:b": "2026-01-01T00:00:00Z"}"#, Unknown),
        (r#""IpAddress": {"a:b": "10.1.0.0/16"}"#, r#""IpAddress": {"a:b": "10.0.0.0/8"}"#, Yes),
        (r#""IpAddress": {"a:b": "10.1.0.0/16"}"#, r#""NotIpAddress": {"a:b": "10.1.2.3"}"#, No),
        (r#""NotIpAddress": {"a:b": "10.0.0.0/8"}"#, r#""NotIpAddress": {"a:b": "10.1.0.0/16"}"#, Yes),
        (r#""Bool": {"a:b": true}"#, r#""Bool": {"a:b": ["true", "false"]}"#, Yes),
        (r#""Bool": {"a:b": true}"#, r#""Bool": {"a:b": "false"}"#, No),
        (r#""Bool": {"a:b": true}"#, r#""StringEquals": {"a:b": "true"}"#, Unknown),
        (r#""StringEquals": {"a:b": "${aws:userid}"}"#, r#""StringLike": {"a:b": "*"}"#, Yes),
        (r#""StringEquals": {"a:b": "x"}"#, r#""StringEquals": {"a:b": ["x", "${aws:userid}"]}"#, Unknown),
    ] {
        assert_eq!(implies(narrow, wide), answer, "{narrow} {wide}");
    }
}

#[test]
fn requests_without_the_key() {
    for (narrow, wide, answer) in [
        (r#""StringEquals": {"a:b": "x"}"#, r#""StringEqualsIfExists": {"a:b": "x"}"#, Yes),
        (r#""StringEqualsIfExists": {"a:b": "x"}"#, r#""StringEquals": {"a:b": "x"}"#, No),
        (r#""StringEquals": {"a:b": "x"}"#, r#""Null": {"a:b": "false"}"#, Yes),
        (r#""StringNotEquals": {"a:b": "x"}"#, r#""Null": {"a:b": "false"}"#, No),
        (r#""Null": {"a:b": true}"#, r#""StringNotEquals": {"a:b": "x"}"#, Yes),
        (r#""Null": {"a:b": true}"#, r#""Null": {"a:b": "false"}"#, No),
        (r#""Null": {"a:b": "false"}"#, r#""StringLike": {"a:b": "*"}"#, Yes),
        (r#""Null": {"a:b": "false"}"#, r#""StringLike": {"a:b": "?*"}"#, No),
        ("", r#""StringLikeIfExists": {"a:b": "*"}"#, Yes),
        ("", r#""StringLikeIfExists": {"a:b": ["?*", ""]}"#, Yes),
        ("", r#""StringLike": {"a:b": "*"}"#, No),
        (r#""StringEquals": {"a:c": "x"}"#, r#""StringEquals": {"a:b": "x"}"#, No),
        (r#""StringEquals": {"a:c": "x"}"#, "", Yes),
    ] {
        assert_eq!(implies(narrow, wide), answer, "{narrow} {wide}");
    }
}

#[test]
fn set_operators() {
    for (narrow, wide, answer) in [
        (r#""ForAnyValue:StringEquals": {"a:b": "x"}"#, r#""ForAnyValue:StringLike": {"a:b": "x*"}"#, Yes),
        (r#""ForAllValues:StringEquals": {"a:b": "x"}"#, r#""ForAllValues:StringLike": {"a:b": "x*"}"#, Yes),
        (r#""ForAllValues:StringEquals": {"a:b": "x"}"#, r#""ForAnyValue:StringEquals": {"a:b": "x"}"#, No),
        (r#""ForAnyValue:StringEquals": {"a:b": "x"}"#, r#""ForAllValues:StringEquals": {"a:b": "x"}"#, Unknown),
        (r#""ForAnyValue:StringEquals": {"a:b": "x"}"#, r#""Null": {"a:b": "false"}"#, Yes),
        (r#""ForAnyValue:StringNotEquals": {"a:b": "x"}"#, r#""Null": {"a:b": "false"}"#, Yes),
        (r#""ForAllValues:StringEquals": {"a:b": "x"}"#, r#""Null": {"a:b": "false"}"#, No),
        (r#""ForAnyValue:Null": {"a:b": "false"}"#, r#""Null": {"a:b": "false"}"#, Unknown),
        (r#""StringEquals": {"a:b": "x"}"#, r#""ForAllValues:StringEquals": {"a:b": "x"}"#, Unknown),
    ] {
        assert_eq!(implies(narrow, wide), answer, "{narrow} {wide}");
    }
}

#[test]
fn several_comparisons_are_all_true() {
    let (both, one) = (
        r#""StringEquals": {"a:b": "x", "a:c": "y"}"#,
        r#""StringLike": {"a:b": "x*"}, "StringNotEquals": {"a:c": "z"}"#,
    );
    assert_eq!((implies(both, one), implies(one, both)), (Yes, No));
    // Two comparisons of one key can exclude each other.
    let never = r#""StringEquals": {"a:b": "x"}, "StringNotEquals": {"a:b": "x"}"#;
    assert_eq!(implies(never, r#""StringEquals": {"a:c": "z"}"#), Unknown);
    assert_eq!(implies(r#""StringEqual": {"a:b": "x"}"#, ""), Unknown);
    assert_eq!(implies(r#""StringEquals": "x""#, ""), Unknown);
}
