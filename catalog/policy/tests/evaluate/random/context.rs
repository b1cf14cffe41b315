//! The context of a request, and the keys that it leaves open.

use super::{
    json,
    rng::Rng,
    vocabulary::{KEYS, Key},
};

/// A random context.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    /// The keys that the request states, with some of their values.
    pub(crate) stated: Vec<(Key, Vec<&'static str>)>,
    /// The keys that the request leaves open explicitly.
    pub(crate) open: Vec<Key>,
    /// The members `context` and `open` of the request.
    pub(crate) members: Vec<(&'static str, String)>,
}

/// Returns a random context.
pub(crate) fn context(rng: &mut Rng) -> Context {
    let mut stated = Vec::new();
    let mut members = Vec::new();
    let mut open = Vec::new();
    let is_open_request = rng.chance(20);
    for key in KEYS {
        let (is_stated, is_open) = match (key.is_derived, is_open_request) {
            (true, false) => (3, 1),
            (true, true) => (1, 10),
            (false, false) => (50, 20),
            (false, true) => (20, 70),
        };
        if rng.chance(is_stated) {
            let name = if rng.chance(10) { key.name.to_ascii_uppercase() } else { key.name.to_owned() };
            let values = values(rng, key);
            members.push((name, json_values(rng, key, &values)));
            stated.push((*key, values));
        } else if rng.chance(is_open) {
            open.push(*key);
        }
    }
    let names: Vec<String> = open.iter().map(|key| json::quote(key.name)).collect();
    let members = vec![("context", json::object(&members)), ("open", json::list(&names))];
    Context { stated, open, members }
}

/// Returns the values of a key.
fn values(rng: &mut Rng, key: &Key) -> Vec<&'static str> {
    let is_list = if key.is_list { 85 } else { 3 };
    let count = if rng.chance(is_list) { rng.weighted(&[2, 4, 4, 2]) } else { 1 };
    (0..count).map(|_| rng.pick(key.values)).collect()
}

/// Returns the values as a string, number, boolean or list.
fn json_values(rng: &mut Rng, key: &Key, values: &[&'static str]) -> String {
    let scalars: Vec<String> = values.iter().map(|value| scalar(rng, value)).collect();
    match scalars.as_slice() {
        [one] if !key.is_list || rng.chance(50) => one.clone(),
        all => json::list(all),
    }
}

fn scalar(rng: &mut Rng, value: &str) -> String {
    let is_bare = matches!(value, "true" | "false" | "10" | "10.0" | "-5" | "9" | "0" | "1" | "2" | "2.0" | "3.5");
    if is_bare && rng.chance(30) { value.to_owned() } else { json::quote(value) }
}
