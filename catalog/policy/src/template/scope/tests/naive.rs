//! Compares the variants with an evaluator that only follows the definitions of the functions.

use alloc::{format, string::String, vec::Vec};

use proptest::prelude::*;

use super::{Scope, get};
use crate::{
    hole::Hole,
    json::{self, Data, Value},
};

/// The conditions of the templates, and what they mean for the conditions `A`, `B` and `C`, which can be anything.
const CONDITIONS: &str = r#"{
    "A": {"Fn::Equals": [{"Ref": "X"}, "x"]},
    "B": {"Fn::Equals": [{"Ref": "Y"}, "y"]},
    "C": {"Fn::Equals": [{"Fn::Select": [0, {"Ref": "List"}]}, "z"]},
    "NotA": {"Fn::Not": [{"Condition": "A"}]},
    "AB": {"Fn::And": [{"Condition": "A"}, {"Condition": "B"}]},
    "NotAorC": {"Fn::Or": [{"Condition": "NotA"}, {"Condition": "C"}]}
}"#;

fn is_true(condition: &str, [a, b, c]: [bool; 3]) -> bool {
    match condition {
        "A" => a,
        "B" => b,
        "C" => c,
        "NotA" => !a,
        "AB" => a && b,
        _ => !a || c,
    }
}

/// Returns JSON values with functions.
fn values() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-z:$*{}]{0,4}".prop_map(|text| format!("{text:?}")),
        Just("1".into()),
        Just(r#"{"Ref": "AWS::NoValue"}"#.into()),
        Just(r#"{"Ref": "X"}"#.into()),
        Just(r#"{"Fn::Sub": "p${X}q"}"#.into()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let condition = prop_oneof![Just("A"), Just("B"), Just("C"), Just("NotA"), Just("AB"), Just("NotAorC")];
        let list = || prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(",")));
        prop_oneof![
            list(),
            (inner.clone(), inner.clone()).prop_map(|(one, two)| format!(r#"{{"one": {one}, "two": {two}}}"#)),
            (condition, inner.clone(), inner.clone())
                .prop_map(|(name, one, two)| format!(r#"{{"Fn::If": ["{name}", {one}, {two}]}}"#)),
            list().prop_map(|list| format!(r#"{{"Fn::Join": ["-", {list}]}}"#)),
            (0..3, list()).prop_map(|(position, list)| format!(r#"{{"Fn::Select": [{position}, {list}]}}"#)),
            inner.clone().prop_map(|value| format!(r#"{{"Fn::Sub": ["<${{V}}>", {{"V": {value}}}]}}"#)),
        ]
    })
}

/// A value without functions, without places.
#[derive(Clone, Debug, PartialEq)]
enum Naive {
    Text(String),
    List(Vec<Naive>),
    Object(Vec<(String, Naive)>),
}

/// The entry of a list or an object from which functions remove several entries and leave none.
const REMOVED: &str = "${AWS::NoValue}";

/// Returns what a value gives, by the definitions of the functions. A hole appears as it is written.
fn evaluate(value: &Value<'_>, truth: [bool; 3]) -> Option<Naive> {
    let text = |value: Option<Naive>, otherwise: &str| match value {
        Some(Naive::Text(text)) => text,
        _ => otherwise.into(),
    };
    let call = match &value.data {
        Data::Object(members) if members.len() == 1 => &members[0],
        Data::Object(members) => {
            let mut left: Vec<_> = members
                .iter()
                .filter_map(|one| Some((one.name.clone().into(), evaluate(&one.value, truth)?)))
                .collect();
            if left.is_empty() && members.len() > 1 {
                left.push((Hole::ANYTHING.into(), Naive::Text(REMOVED.into())));
            }
            return Some(Naive::Object(left));
        }
        Data::Array(items) => {
            let mut left: Vec<_> = items.iter().filter_map(|item| evaluate(item, truth)).collect();
            if left.is_empty() && items.len() > 1 {
                left.push(Naive::Text(REMOVED.into()));
            }
            return Some(Naive::List(left));
        }
        Data::String(text) | Data::Number(text) => return Some(Naive::Text(text.clone().into())),
        _ => panic!("no such value"),
    };
    let Data::Array(arguments) = &call.value.data else {
        return match call.value.as_str().unwrap() {
            "AWS::NoValue" => None,
            "X" => Some(Naive::Text("${X}".into())),
            sub => Some(Naive::Text(sub.into())),
        };
    };
    let list = || match evaluate(&arguments[1], truth) {
        // The list of a function has no such item.
        Some(Naive::List(items)) => {
            items.into_iter().filter(|item| !matches!(item, Naive::Text(text) if text == REMOVED)).collect::<Vec<_>>()
        }
        _ => panic!("expected a list"),
    };
    match &*call.name {
        "Fn::If" => evaluate(&arguments[if is_true(arguments[0].as_str().unwrap(), truth) { 1 } else { 2 }], truth),
        "Fn::Join" => {
            let items: Vec<_> = list().into_iter().map(|item| text(Some(item), "${Fn::Join}")).collect();
            Some(Naive::Text(items.join("-")))
        }
        "Fn::Select" => {
            let Data::Number(position) = &arguments[0].data else { panic!("expected a number") };
            let item = list().into_iter().nth(position.parse().unwrap());
            Some(item.unwrap_or_else(|| Naive::Text("${Fn::Select}".into())))
        }
        _ => {
            let inner = evaluate(get(&arguments[1], "V").unwrap(), truth);
            Some(Naive::Text(format!("<{}>", text(inner, "${V}"))))
        }
    }
}

/// Returns a tree without places and holes.
fn naive_of(value: &Value<'_>) -> Naive {
    match &value.data {
        Data::String(text) | Data::Number(text) => Naive::Text(text.clone().into()),
        Data::Hole(hole) => Naive::Text(hole.written().into()),
        Data::Array(items) => Naive::List(items.iter().map(naive_of).collect()),
        Data::Object(members) => {
            Naive::Object(members.iter().map(|one| (one.name.clone().into(), naive_of(&one.value))).collect())
        }
        _ => panic!("no such value"),
    }
}

/// Returns a value in which each `${Name}` is `$`. A function that contains another one can write the inner hole in its own
/// way.
fn without_names(value: &Naive) -> Naive {
    match value {
        Naive::Text(text) => {
            let mut parts = text.split("${");
            let first = String::from(parts.next().unwrap_or_default());
            Naive::Text(parts.fold(first, |text, part| text + "$" + part.split_once('}').map_or("", |(_, rest)| rest)))
        }
        Naive::List(items) => Naive::List(items.iter().map(without_names).collect()),
        Naive::Object(members) => {
            Naive::Object(members.iter().map(|(name, value)| (name.clone(), without_names(value))).collect())
        }
    }
}

/// Returns the known parts of all strings in a tree, in order.
fn known_parts(value: &Value<'_>, parts: &mut String) {
    match &value.data {
        Data::String(text) | Data::Number(text) => parts.push_str(text),
        Data::Hole(hole) => parts.push_str(&hole.stand_in().replace(Hole::ANYTHING, "")),
        Data::Array(items) => items.iter().for_each(|item| known_parts(item, parts)),
        Data::Object(members) => members.iter().for_each(|member| known_parts(&member.value, parts)),
        _ => {}
    }
}

proptest! {
    #[test]
    fn each_assignment_of_conditions_has_a_variant(value in values()) {
        let template = format!(r#"{{"Conditions": {CONDITIONS}, "V": {value}}}"#);
        let template = json::parse(template.as_bytes()).unwrap();
        let value = get(&template, "V").unwrap();
        let variants: Vec<_> = Scope::new(&template).variants(value).iter().map(|tree| without_names(&naive_of(tree))).collect();
        for bits in 0..8 {
            let truth = [bits & 1 > 0, bits & 2 > 0, bits & 4 > 0];
            if let Some(expected) = evaluate(value, truth) {
                let opaque = format!("{expected:?}").contains("Fn::If");
                prop_assert!(opaque || variants.contains(&without_names(&expected)), "{:?}\n{:?}", expected, variants);
            }
        }
    }

    #[test]
    fn any_tree_is_resolved_without_a_panic(
        value in r#"(\{"(Ref|Fn::(Sub|Join|If|Select|Split|FindInMap|ForEach::A|Length))": ){0,3}(\["a", )?("[a$\{\}!]{0,5}"|1|\["a", "b", "c"\])"#
    ) {
        let closing: String = value.chars().fold(String::new(), |mut open, next| {
            match next {
                '[' => open.insert(0, ']'),
                ']' if open.starts_with(']') => { open.remove(0); }
                _ => {}
            }
            open
        });
        let template = format!(r#"{{"V": {value}{closing}{}}}"#, "}".repeat(value.matches("{\"").count()));
        if let Ok(template) = json::parse(template.as_bytes()) {
            let value = get(&template, "V").unwrap();
            let scope = Scope::new(&template);
            let variants = scope.variants(value);
            prop_assert!(variants.len() <= 2);
            let _ = scope.sources(value);
        }
    }

    #[test]
    fn the_literal_parts_of_join_and_sub_keep_their_order(items in prop::collection::vec("[a-z:/$*]{0,4}", 0..6)) {
        let joined = items.iter().map(|item| format!(r#""{item}", {{"Ref": "X"}}"#)).collect::<Vec<_>>().join(",");
        let substituted: Vec<_> = items.iter().map(|item| format!("{item}${{X}}")).collect();
        let substituted = substituted.concat();
        let template = format!(r#"{{"V": [{{"Fn::Join": ["", [{joined}]]}}, {{"Fn::Sub": "{substituted}"}}]}}"#);
        let template = json::parse(template.as_bytes()).unwrap();
        let variants = Scope::new(&template).variants(get(&template, "V").unwrap());
        let mut parts = String::new();
        known_parts(&variants[0], &mut parts);
        let literal = items.concat().replace('*', "");
        prop_assert_eq!(parts.replace('*', ""), format!("{literal}{literal}"));
    }
}
