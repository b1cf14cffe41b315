//! Tests with hostile templates: all work is bounded.

use alloc::{format, string::String, vec::Vec};

use super::{Scope, variants};
use crate::json;

#[test]
fn cycles_end() {
    let cyclic = r#"{"Conditions": {"A": {"Fn::Not": [{"Condition": "B"}]}, "B": {"Condition": "A"}},
        "Mappings": {"M": {"a": {"b": {"Fn::FindInMap": ["M", "a", "b"]}, "c": [{"Fn::FindInMap": ["M", "a", "c"]},
        {"Fn::FindInMap": ["M", "a", "c"]}]}}},
        "V": [{"Fn::If": ["A", 1, 2]}, {"Fn::If": ["B", 1, 2]}, {"Fn::FindInMap": ["M", "a", "b"]},
        {"Fn::FindInMap": ["M", "a", "c"]}]}"#;
    assert!(!variants(cyclic).is_empty());
}

#[test]
fn large_conditions_end() {
    let mut conditions = Vec::from([r#""C0": {"Fn::Equals": [{"Ref": "A"}, "x"]}"#.into()]);
    for number in 1..5000 {
        let before = number - 1;
        conditions.push(format!(
            r#""C{number:05}": {{"Fn::Or": [{{"Fn::And": [{{"Condition": "C{before:05}"}}, {{"Condition": "C{before:05}"}},
            {{"Fn::Equals": [{{"Ref": "P{number}"}}, "y"]}}]}}, {{"Condition": "C{before:05}"}}]}}"#
        ));
    }
    let conditions = conditions.join(",");
    let branches: Vec<_> = (0..5000).map(|number| format!(r#"{{"Fn::If": ["C{number:05}", "a", "b"]}}"#)).collect();
    let template = format!(r#"{{"Conditions": {{{conditions}}}, "V": [{}]}}"#, branches.join(","));
    assert!(!variants(&template).is_empty());
}

#[test]
fn work_is_limited_for_the_whole_template() {
    let many = "{\"Fn::If\": [\"C\", \"a\", \"b\"]},".repeat(20_000);
    let template = format!(r#"{{"V": [{many} 1]}}"#);
    let template = json::parse(template.as_bytes()).unwrap();
    let scope = Scope::new(&template);
    let value = super::get(&template, "V").unwrap();
    for _ in 0..100 {
        assert!(!scope.variants(value).is_empty());
    }
}

#[test]
fn long_strings_are_not_repeated_without_a_limit() {
    let long = "a".repeat(1 << 20);
    let many = "${A}".repeat(1 << 14);
    let items = "1,".repeat(1 << 14);
    let loops = format!(r#"{{"Fn::ForEach::L": ["A", [{items} 2], {{"x": "{many}"}}]}}"#);
    let template = format!(
        r#"{{"V": [{{"Fn::Sub": ["{many}", {{"A": "{long}"}}]}}, {{"Fn::Join": ["{long}", [{items} 2]]}}, {loops}]}}"#
    );
    assert_eq!(variants(&template).len(), 1);
}

#[test]
fn unclosed_variables_end() {
    let source = "${a".repeat(100_000);
    let mut nested = String::from("\"x\"");
    for _ in 0..20 {
        nested = format!(r#"{{"Fn::Join": ["", [{nested}, "y"]]}}"#);
    }
    variants(&format!(r#"{{"V": [{{"Fn::Sub": "{source}"}}, {nested}]}}"#));
}
