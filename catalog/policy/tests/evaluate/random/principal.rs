//! The principals of the statements.

use super::{json, request::Request, rng::Rng};

/// Principals that do not name the callers of the scenarios, or that are not valid.
const OTHERS: &[(&str, &str)] = &[
    ("AWS", "arn:aws:iam::111122223333:user/bob"),
    ("AWS", "arn:aws:iam::111122223333:user/*"),
    ("AWS", "arn:aws:iam::444455556666:root"),
    ("AWS", "444455556666"),
    ("AWS", "arn:aws:iam::111122223333:root"),
    ("AWS", "arn:aws:iam::111122223333:role/worker"),
    ("AWS", "arn:aws:sts::111122223333:assumed-role/worker/two"),
    ("AWS", "AIDAEXAMPLE"),
    ("Service", "ec2.amazonaws.com"),
    ("Service", "*"),
    ("Federated", "*"),
    ("Federated", "accounts.google.com"),
    ("CanonicalUser", "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"),
];

/// Returns the value of `Principal`.
pub(crate) fn principal(rng: &mut Rng, request: &Request) -> String {
    match rng.weighted(&[6, 2, 20, 1]) {
        0 => json::quote("*"),
        1 => json::object(&[("AWS", json::strings(&["*".to_owned()], rng.chance(50)))]),
        2 => {
            let count = rng.weighted(&[1, 20, 8]);
            let names: Vec<_> = (0..count).map(|_| name(rng, request)).collect();
            by_type(rng, &names)
        }
        _ => json::quote(&name(rng, request).1),
    }
}

/// Returns the value of `NotPrincipal`: often all names of the caller, or all except one.
pub(crate) fn not_principal(rng: &mut Rng, request: &Request) -> String {
    let mut names = request.caller.names.clone();
    names.dedup();
    // The last two names are two forms of the same name.
    if names.len() > 1 && rng.chance(80) {
        names.remove(names.len() - 1 - rng.below(2));
    }
    if rng.chance(40) {
        names.remove(rng.below(names.len()));
    }
    if rng.chance(20) {
        names.push(name(rng, request));
    }
    if rng.chance(10) { json::quote("*") } else { by_type(rng, &names) }
}

fn name(rng: &mut Rng, request: &Request) -> (&'static str, String) {
    if rng.chance(75) {
        return rng.pick(&request.caller.names);
    }
    let (kind, value) = rng.pick(OTHERS);
    (kind, value.to_owned())
}

/// Returns the object with a member for each type of principal.
fn by_type(rng: &mut Rng, names: &[(&'static str, String)]) -> String {
    let mut members = Vec::new();
    for kind in ["AWS", "Service", "Federated", "CanonicalUser"] {
        let of_kind: Vec<String> =
            names.iter().filter(|(found, _)| *found == kind).map(|(_, name)| name.clone()).collect();
        if !of_kind.is_empty() {
            members.push((kind, json::strings(&of_kind, rng.chance(60))));
        }
    }
    json::object(&members)
}
