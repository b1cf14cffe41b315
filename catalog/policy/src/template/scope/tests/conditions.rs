//! Tests of conditions and of the combinations of branches.

use alloc::{format, string::String, vec::Vec};

use super::variants;

/// Returns the variants of a value in a template with these conditions.
fn with_conditions(conditions: &str, value: &str) -> Vec<String> {
    variants(&format!(
        r#"{{
            "Parameters": {{
                "Stage": {{"Type": "String", "AllowedValues": ["dev", "test", "prod"]}},
                "Only": {{"Type": "String", "AllowedValues": ["x"]}},
                "Free": {{"Type": "String"}}
            }},
            "Mappings": {{"M": {{"dev": {{"log": "no"}}, "test": {{"log": "no"}}, "prod": {{"log": "yes"}}}}}},
            "Conditions": {{{conditions}}},
            "V": {value}
        }}"#
    ))
}

const TWO: &str = r#"[{"Fn::If": ["A", 1, 2]}, {"Fn::If": ["B", 3, 4]}]"#;

#[test]
fn each_branch_has_a_variant() {
    let a = r#""A": {"Fn::Equals": [{"Ref": "Free"}, "x"]}"#;
    assert_eq!(with_conditions(a, r#"{"Fn::If": ["A", "x", "y"]}"#), [r#""x""#, r#""y""#]);
    assert_eq!(with_conditions("", r#"{"Fn::If": ["A", "x", {"Ref": "AWS::NoValue"}]}"#), [r#""x""#]);
    assert_eq!(with_conditions("", r#"{"a": {"Fn::If": ["A", "x", {"Ref": "AWS::NoValue"}]}}"#), [r#"{a: "x"}"#, "{}"]);
    let nested = r#"{"Fn::If": ["A", {"Fn::If": ["A", 1, 2]}, {"Fn::If": ["B", 3, 4]}]}"#;
    assert_eq!(with_conditions("", nested), ["1", "3", "4"]);
    assert_eq!(
        with_conditions("", r#"{"Fn::Sub": ["${X}", {"X": {"Fn::If": ["A", "x", "y"]}}]}"#),
        [r#""x""#, r#""y""#]
    );
    assert_eq!(with_conditions("", r#"{"Fn::If": ["A", {"Ref": "Free"}, {"Fn::GetAtt": "R.Arn"}]}"#), ["<${Fn::If}>"]);
    assert_eq!(with_conditions("", r#"{"Fn::If": [{"Condition": "A"}, 1, {"Fn::If": ["A", 2, 3]}]}"#), ["1", "3"]);
}

#[test]
fn a_list_that_several_conditions_empty_is_undecided() {
    let unless = |condition: &str| format!(r#"{{"Fn::If": ["{condition}", {{"Ref": "AWS::NoValue"}}, 1]}}"#);
    let (a, b) = (unless("A"), unless("B"));
    let list = with_conditions("", &format!("[{a}, {b}]"));
    assert_eq!(list, ["[<${AWS::NoValue}>]", "[1]", "[1]", "[1, 1]"]);
    let object = with_conditions("", &format!(r#"{{"a": {a}, "b": {b}}}"#)).join(" ");
    assert!(object.starts_with("{<${AWS::NoValue}>: <${AWS::NoValue}>}"), "{object}");
    // One condition decides.
    assert_eq!(with_conditions("", &format!("[{a}]")), ["[]", "[1]"]);
    let either = r#""A": {"Fn::Equals": [{"Ref": "Free"}, "x"]}, "B": {"Fn::Not": [{"Condition": "A"}]}"#;
    assert_eq!(with_conditions(either, &format!("[{a}, {b}]")), ["[1]", "[1]"]);
}

#[test]
fn only_possible_combinations_have_variants() {
    let pairs = |conditions: &str| with_conditions(conditions, TWO).join(" ");
    // Independent.
    assert_eq!(pairs(""), "[1, 3] [1, 4] [2, 3] [2, 4]");
    let free = r#""A": {"Fn::Equals": [{"Ref": "Free"}, "x"]}"#;
    assert_eq!(pairs(&format!(r#"{free}, "B": {{"Fn::Equals": ["y", {{"Ref": "Free"}}]}}"#)), "[1, 4] [2, 3] [2, 4]");
    // Opposites.
    assert_eq!(pairs(&format!(r#"{free}, "B": {{"Fn::Not": [{{"Condition": "A"}}]}}"#)), "[1, 4] [2, 3]");
    // One implies the other.
    assert_eq!(
        pairs(&format!(r#"{free}, "B": {{"Fn::And": [{{"Condition": "A"}}, {{"Condition": "C"}}]}}"#)),
        "[1, 3] [1, 4] [2, 4]"
    );
    let stage = |value: &str| format!(r#"{{"Fn::Equals": [{{"Ref": "Stage"}}, "{value}"]}}"#);
    let or = format!(r#""A": {{"Fn::Or": [{}, {}]}}, "B": {}"#, stage("dev"), stage("test"), stage("prod"));
    assert_eq!(pairs(&or), "[1, 4] [2, 3]");
    let mapped = r#"{"Fn::Equals": [{"Fn::FindInMap": ["M", {"Ref": "Stage"}, "log"]}, "yes"]}"#;
    assert_eq!(pairs(&format!(r#""A": {mapped}, "B": {}"#, stage("prod"))), "[1, 3] [2, 4]");
    // The same comparison of values that are not decided.
    let joined = r#"{"Fn::Equals": [{"Fn::Join": ["", {"Ref": "List"}]}, ""]}"#;
    assert_eq!(pairs(&format!(r#""A": {joined}, "B": {joined}"#)), "[1, 3] [2, 4]");
}

#[test]
fn some_conditions_are_always_true_or_false() {
    let first =
        |condition: &str| with_conditions(&format!(r#""A": {condition}"#), r#"{"Fn::If": ["A", 1, 2]}"#).join(" ");
    assert_eq!(first(r#"{"Fn::Equals": ["a", "a"]}"#), "1");
    assert_eq!(first(r#"{"Fn::Equals": ["true", true]}"#), "1");
    assert_eq!(first(r#"{"Fn::Equals": [1, 2]}"#), "2");
    assert_eq!(first(r#"{"Fn::Equals": [{"Ref": "Stage"}, "staging"]}"#), "2");
    assert_eq!(first(r#"{"Fn::Equals": [{"Ref": "Only"}, "x"]}"#), "1");
    assert_eq!(first(r#"{"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}"#), "1 2");
    assert_eq!(first(r#"{"Fn::Equals": [1]}"#), "1 2");
    assert_eq!(first(r#"{"Condition": "A"}"#), "1 2");
    assert_eq!(first(r#"{"Fn::Or": []}"#), "2");
}

#[test]
fn a_resource_with_a_condition_exists_only_if_it_is_true() {
    let template = crate::json::parse(
        br#"{"Conditions": {"A": {"Fn::Equals": [{"Ref": "X"}, 1]}},
        "V": [{"Fn::If": ["A", 1, 2]}, {"Fn::If": ["B", 3, 4]}]}"#,
    );
    let template = template.unwrap();
    let scope = super::Scope::new(&template).assuming("A").assuming("B");
    let trees: Vec<_> = scope.variants(super::get(&template, "V").unwrap()).iter().map(super::shown).collect();
    assert_eq!(trees, ["[1, 3]"]);
}

#[test]
fn many_branches_are_covered_without_all_combinations() {
    let independent = (0..40).map(|number| format!(r#"{{"Fn::If": ["C{number}", "a{number}", "b{number}"]}}"#));
    let independent = format!("[{}]", independent.collect::<Vec<_>>().join(","));
    let found = with_conditions("", &independent);
    assert!(found.len() < 32, "{}", found.len());
    // Exclusive branches, and branches inside branches.
    let regions = (0..40).map(|number| format!(r#""C{number}": {{"Fn::Equals": [{{"Ref": "Free"}}, "r{number}"]}}"#));
    let exclusive = with_conditions(&regions.collect::<Vec<_>>().join(","), &independent);
    let mut nested = String::from("\"end\"");
    for number in 0..40 {
        nested = format!(
            r#"{{"Fn::If": ["C{number}", "a{number}", [{{"Fn::If": ["D{number}", "b{number}", "c"]}}, {nested}]]}}"#
        );
        if nested.len() > 1000 {
            break;
        }
    }
    let nested_found = with_conditions("", &nested);
    for number in 0..40 {
        for letter in ["a", "b"] {
            let branch = format!("\"{letter}{number}\"");
            assert!(found.iter().any(|tree| tree.contains(&branch)), "{branch}");
            assert!(exclusive.iter().any(|tree| tree.contains(&branch)), "{branch}");
            assert!(!nested.contains(&branch) || nested_found.iter().any(|tree| tree.contains(&branch)), "{branch}");
        }
    }
    assert!(nested_found.iter().any(|tree| tree.contains("end")));
}
