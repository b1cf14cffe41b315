//! The conditions of the statements.

use super::{
    blur::blurred,
    context::Context,
    json,
    rng::Rng,
    vocabulary::{KEYS, Key, Type, UNKNOWN, VARIABLES, operators},
};

/// Returns the value of `Condition`.
pub(crate) fn condition(rng: &mut Rng, context: &Context) -> String {
    let count = rng.weighted(&[1, 60, 20]);
    let mut blocks: Vec<(String, String)> = Vec::new();
    for _ in 0..count {
        let (key, stated) = key(rng, context);
        let operator = operator(rng, &key);
        let mut keys = vec![(spelled(rng, key.name), values(rng, &key, &stated, &operator))];
        if rng.chance(12) {
            let (other, stated) = self::key(rng, context);
            keys.push((spelled(rng, other.name), values(rng, &other, &stated, &operator)));
        }
        let is_new =
            blocks.iter().all(|(name, _)| *name != operator) && keys.iter().skip(1).all(|(name, _)| *name != keys[0].0);
        if is_new {
            blocks.push((operator, json::object(&keys)));
        }
    }
    match rng.below(100) {
        0 => json::quote("wrong"),
        1 => json::object(&[("StringEquals", json::quote("wrong"))]),
        _ => json::object(&blocks),
    }
}

/// Returns a key, which the request often states or leaves open, with the values that it states.
fn key(rng: &mut Rng, context: &Context) -> (Key, Vec<&'static str>) {
    if !context.stated.is_empty() && rng.chance(40) {
        return rng.pick(&context.stated);
    }
    if !context.open.is_empty() && rng.chance(20) {
        return (rng.pick(&context.open), Vec::new());
    }
    let derived: Vec<Key> = KEYS.iter().copied().filter(|key| key.is_derived).collect();
    let keys = if rng.chance(40) { &derived } else { KEYS };
    (rng.pick(keys), Vec::new())
}

fn spelled(rng: &mut Rng, name: &str) -> String {
    if rng.chance(10) { name.to_ascii_lowercase() } else { name.to_owned() }
}

fn operator(rng: &mut Rng, key: &Key) -> String {
    if rng.chance(1) {
        return rng.pick(UNKNOWN).to_owned();
    }
    let sets = if key.is_list { [1, 2, 2] } else { [12, 1, 1] };
    let set = ["", "ForAllValues:", "ForAnyValue:"][rng.weighted(&sets)];
    if rng.chance(10) {
        return format!("{set}Null");
    }
    let kind = match rng.weighted(&[93, 7]) {
        0 => key.kind,
        _ => rng.pick(&[Type::String, Type::Number, Type::Date, Type::Bool, Type::Address, Type::Arn, Type::Binary]),
    };
    let suffix = if rng.chance(20) { "IfExists" } else { "" };
    format!("{set}{}{suffix}", rng.pick(operators(kind)))
}

fn values(rng: &mut Rng, key: &Key, stated: &[&'static str], operator: &str) -> String {
    let count = rng.weighted(&[1, 30, 15, 4]);
    let values: Vec<String> = (0..count).map(|_| value(rng, key, stated, operator)).collect();
    match values.as_slice() {
        [one] if rng.chance(60) => one.clone(),
        all => json::list(all),
    }
}

fn value(rng: &mut Rng, key: &Key, stated: &[&'static str], operator: &str) -> String {
    if operator.ends_with("Null") {
        return rng.pick(&["true", "false", "\"true\"", "\"false\"", "\"True\"", "\"no\""]).to_owned();
    }
    if rng.chance(1) {
        return rng.pick(&["null", "{}", "[]", "[null]", "1e3"]).to_owned();
    }
    let value = if !stated.is_empty() && rng.chance(50) { rng.pick(stated) } else { rng.pick(key.values) };
    let takes_patterns = operator.contains("Like") || operator.contains("Arn");
    let is_string = operator.contains("String") || operator.contains("Arn");
    if is_string && rng.chance(6) {
        return json::quote(&if rng.chance(50) { value.to_ascii_lowercase() } else { value.to_ascii_uppercase() });
    }
    if takes_patterns && rng.chance(35) {
        return json::quote(&blurred(value, rng));
    }
    if is_string && rng.chance(15) {
        return json::quote(rng.pick(VARIABLES));
    }
    if rng.chance(4) {
        return json::quote(rng.pick(&["*", "?*", "", "${aws:username}"]));
    }
    if matches!(value, "true" | "false" | "10" | "9" | "0" | "2.0") && rng.chance(30) {
        value.to_owned()
    } else {
        json::quote(value)
    }
}
