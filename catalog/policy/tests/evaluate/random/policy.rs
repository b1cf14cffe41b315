//! The policies of the scenarios, by kind.

use super::{
    json,
    request::Request,
    rng::Rng,
    statement::{Aspect, Kind, statement},
};

/// The policies of each kind: the name of the member, and its value.
pub(crate) type Slots = Vec<(&'static str, String)>;

/// A policy that allows everything.
const FULL_ACCESS: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;

/// A policy of a resource that allows everything to everyone.
const PUBLIC: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}}"#;

/// The kinds of policies, and how often a scenario is about each one.
const KINDS: &[(&str, Kind, usize)] = &[
    ("identity", Kind::Identity, 8),
    ("boundary", Kind::Boundary, 2),
    ("session", Kind::Session, 2),
    ("resource", Kind::Resource, 8),
    ("endpoint", Kind::Endpoint, 2),
    ("service_control", Kind::ServiceControl, 2),
    ("resource_control", Kind::ResourceControl, 2),
];

/// Returns the policies of a scenario. In half of the scenarios, one aspect of the policies of one kind decides.
pub(crate) fn policies(rng: &mut Rng, request: &Request) -> Slots {
    if rng.chance(50) { of_all_kinds(rng, request) } else { of_one_kind(rng, request) }
}

/// Returns random policies of one kind. The policies of the other kinds allow everything.
fn of_one_kind(rng: &mut Rng, request: &Request) -> Slots {
    let weights: Vec<usize> = KINDS.iter().map(|(_, _, weight)| *weight).collect();
    let (chosen, kind, _) = KINDS[rng.weighted(&weights)];
    let aspect = Some(rng.pick(&[
        Aspect::Principal,
        Aspect::Action,
        Aspect::Resource,
        Aspect::Resource,
        Aspect::Condition,
        Aspect::Condition,
        Aspect::Condition,
    ]));
    let mut slots = Vec::new();
    for (name, _, _) in KINDS {
        let is_chosen = *name == chosen;
        let is_full = rng.chance(60);
        let value = match *name {
            "resource" if is_chosen => policy(rng, request, kind, aspect),
            "resource" if is_full => PUBLIC.to_owned(),
            "resource" => "null".to_owned(),
            "service_control" | "resource_control" if is_chosen => {
                let mut level = vec![policy(rng, request, kind, aspect)];
                if rng.chance(50) {
                    level.push(FULL_ACCESS.to_owned());
                }
                json::list(&[json::list(&level)])
            }
            _ if is_chosen => json::list(&[policy(rng, request, kind, aspect)]),
            "identity" | "session" if is_full => json::list(&[FULL_ACCESS.to_owned()]),
            _ => json::list(&[]),
        };
        slots.push((*name, value));
    }
    slots
}

/// Returns random policies of all kinds.
fn of_all_kinds(rng: &mut Rng, request: &Request) -> Slots {
    let mut slots = Vec::new();
    let mut counted = |rng: &mut Rng, name, weights: &[usize], kind| {
        let count = rng.weighted(weights);
        let policies: Vec<String> = (0..count).map(|_| policy(rng, request, kind, None)).collect();
        slots.push((name, json::list(&policies)));
    };
    counted(rng, "identity", &[1, 6, 3], Kind::Identity);
    counted(rng, "boundary", &[6, 4], Kind::Boundary);
    counted(rng, "session", &[6, 3, 1], Kind::Session);
    counted(rng, "endpoint", &[7, 2, 1], Kind::Endpoint);
    let resource = if rng.chance(70) { policy(rng, request, Kind::Resource, None) } else { "null".to_owned() };
    slots.push(("resource", resource));
    let count = rng.weighted(&[6, 2, 1, 1]);
    let levels: Vec<String> = (0..count).map(|_| service_control_level(rng, request)).collect();
    slots.push(("service_control", json::list(&levels)));
    let count = rng.weighted(&[6, 3, 1]);
    let levels: Vec<String> = (0..count).map(|_| resource_control_level(rng, request)).collect();
    slots.push(("resource_control", json::list(&levels)));
    slots
}

fn service_control_level(rng: &mut Rng, request: &Request) -> String {
    let mut policies = Vec::new();
    if rng.chance(85) {
        policies.push(FULL_ACCESS.to_owned());
    }
    if rng.chance(50) {
        policies.push(policy(rng, request, Kind::ServiceControl, None));
    }
    json::list(&policies)
}

fn resource_control_level(rng: &mut Rng, request: &Request) -> String {
    let count = rng.weighted(&[1, 3, 1]);
    json::list(&(0..count).map(|_| policy(rng, request, Kind::ResourceControl, None)).collect::<Vec<_>>())
}

fn policy(rng: &mut Rng, request: &Request, kind: Kind, aspect: Option<Aspect>) -> String {
    let count = rng.weighted(&[1, 10, 8, 2]);
    let mut statements: Vec<String> = (0..count).map(|_| statement(rng, request, kind, aspect)).collect();
    if rng.chance(2) {
        statements.push("7".to_owned());
    }
    let statements = match statements.as_slice() {
        [one] if rng.chance(50) => one.clone(),
        all => json::list(all),
    };
    let mut members = Vec::new();
    match rng.weighted(&[16, 2, 1]) {
        0 => members.push(("Version", json::quote("2012-10-17"))),
        1 => members.push(("Version", json::quote("2008-10-17"))),
        _ => {}
    }
    members.push(("Statement", statements));
    json::object(&members)
}
