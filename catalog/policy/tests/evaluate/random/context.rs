//! The context of a request, and the keys that it leaves open.

use super::{
    json,
    rng::Rng,
    vocabulary::{KEYS, Key},
};

/// The keys that AWS always sends, so that they are open if the request does not state them. `aws:userid` is not among
/// them, because it follows from some callers.
const SENT: &[&str] =
    &["aws:CurrentTime", "aws:EpochTime", "aws:RequestedRegion", "aws:SecureTransport", "aws:UserAgent"];

/// A random context.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    /// The keys that the request states, with some of their values.
    pub(crate) stated: Vec<(Key, Vec<&'static str>)>,
    /// The keys that the request leaves open explicitly. Some of them have values, too.
    pub(crate) open: Vec<Key>,
    /// The stated keys as the request writes them, with their values as JSON.
    written: Vec<(String, String)>,
}

/// Returns a random context.
pub(crate) fn context(rng: &mut Rng) -> Context {
    let mut stated = Vec::new();
    let mut written = Vec::new();
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
            written.push((name, json_values(rng, key, &values)));
            stated.push((*key, values));
            if rng.chance(2) {
                open.push(*key);
            }
        } else if rng.chance(is_open) {
            open.push(*key);
        }
    }
    Context { stated, open, written }
}

impl Context {
    /// Returns the members `context` and `open` of the request.
    pub(crate) fn members(&self) -> Vec<(&'static str, String)> {
        let names: Vec<String> = self.open.iter().map(|key| json::quote(key.name)).collect();
        vec![("context", json::object(&self.written)), ("open", json::list(&names))]
    }

    /// Returns the context with random values for open keys. A key that AWS does not always send can also be absent.
    ///
    /// `is_chosen` decides by the name in lower case.
    pub(crate) fn closed(&self, rng: &mut Rng, is_chosen: impl Fn(&str) -> bool) -> Self {
        let mut closed = self.clone();
        let is_listed = |keys: &[Key], key: &Key| keys.iter().any(|other| other.name == key.name);
        for key in KEYS {
            let is_open = is_listed(&self.open, key);
            let is_stated = self.stated.iter().any(|(other, _)| other.name == key.name);
            let is_sent = SENT.contains(&key.name) && !is_stated;
            if !(is_open || is_sent) || !is_chosen(&key.name.to_ascii_lowercase()) {
                continue;
            }
            closed.open.retain(|other| other.name != key.name);
            closed.written.retain(|(name, _)| !name.eq_ignore_ascii_case(key.name));
            let values = match is_open {
                true if rng.chance(25) => Vec::new(),
                true => values(rng, key),
                false => vec![rng.pick(key.values)],
            };
            closed.written.push((key.name.to_owned(), json_values(rng, key, &values)));
        }
        closed
    }
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
