//! Strategies for JSON that has the form of a policy, with arbitrary names.

use proptest::{collection::vec, prelude::*, sample::subsequence};

/// Generates a JSON string.
fn string() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,4}:[A-Z*?]{0,4}", "arn:aws:[a-z]{2}:::\\$\\{[a-z:]{0,4}\\}\\*", any::<String>()]
        .prop_map(|text| serde_json::to_string(&text).unwrap())
}

fn list(items: &[String], open: char, close: char) -> String {
    format!("{open}{}{close}", items.join(","))
}

/// Generates one value, or a list of values.
fn one_or_many(one: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = String> {
    prop_oneof![one.clone(), vec(one, 0..4).prop_map(|items| list(&items, '[', ']'))]
}

/// Generates an object with all required and some optional members, in any order.
fn object(required: Vec<BoxedStrategy<String>>, optional: Vec<BoxedStrategy<String>>) -> impl Strategy<Value = String> {
    let count = optional.len();
    subsequence(optional, 0..=count)
        .prop_flat_map(move |chosen| required.iter().cloned().chain(chosen).collect::<Vec<_>>())
        .prop_shuffle()
        .prop_map(|members| list(&members, '{', '}'))
}

/// Generates an object with arbitrary names, without repeats.
fn free(value: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = String> {
    prop::collection::btree_map(string(), value, 0..3)
        .prop_map(|members| members.into_iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>())
        .prop_shuffle()
        .prop_map(|members| list(&members, '{', '}'))
}

fn member(name: &'static str, value: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    value.prop_map(move |value| format!("\"{name}\" :\t{value}")).boxed()
}

/// Generates an element or its negation.
fn scope(names: [&'static str; 2], value: impl Strategy<Value = String> + Clone + 'static) -> BoxedStrategy<String> {
    prop_oneof![member(names[0], value.clone()), member(names[1], value)].boxed()
}

fn value() -> impl Strategy<Value = String> + Clone {
    // `serde_json` reads numbers with few digits exactly.
    let number = "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,4})?([eE][+-]?[0-9])?";
    prop_oneof![string().boxed(), number.boxed(), any::<bool>().prop_map(|truth| truth.to_string()).boxed()].boxed()
}

fn principal() -> impl Strategy<Value = String> + Clone {
    let kinds = ["AWS", "Service", "Federated", "CanonicalUser"];
    let names = kinds.map(|kind| member(kind, one_or_many(string().boxed()))).to_vec();
    prop_oneof![Just("\"*\"".to_owned()).boxed(), object(Vec::new(), names).boxed()].boxed()
}

fn statement() -> impl Strategy<Value = String> {
    let texts = || one_or_many(string().boxed()).boxed();
    let effect = prop_oneof![Just("\"Allow\"".to_owned()), Just("\"Deny\"".to_owned())];
    let required = vec![member("Effect", effect), scope(["Action", "NotAction"], texts())];
    let optional = vec![
        member("Sid", string()),
        scope(["Principal", "NotPrincipal"], principal()),
        scope(["Resource", "NotResource"], texts()),
        member("Condition", free(free(one_or_many(value())))),
    ];
    object(required, optional)
}

/// Generates a policy.
pub(crate) fn policy() -> impl Strategy<Value = String> {
    let version = prop_oneof![Just("\"2012-10-17\"".to_owned()), Just("\"2008-10-17\"".to_owned())];
    let required = vec![member("Statement", one_or_many(statement().boxed()))];
    object(required, vec![member("Version", version), member("Id", string())])
}
