//! The statements of the policies.

use super::{
    blur::blurred,
    condition::condition,
    json,
    principal::{not_principal, principal},
    request::Request,
    rng::Rng,
    theme::{ANY_ACTION, ANY_RESOURCE, THEMES},
};

/// The kinds of policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Identity,
    Boundary,
    Session,
    Resource,
    Endpoint,
    ServiceControl,
    ResourceControl,
}

/// A part of a statement that decides whether it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aspect {
    Principal,
    Action,
    Resource,
    Condition,
}

/// Returns a random statement. If an aspect is given, the others apply to each request.
pub(crate) fn statement(rng: &mut Rng, request: &Request, kind: Kind, aspect: Option<Aspect>) -> String {
    let mut members: Vec<(&str, String)> = Vec::new();
    let denies = match kind {
        Kind::ServiceControl => 60,
        Kind::ResourceControl => 90,
        _ => 12,
    };
    let is_deny = rng.chance(denies);
    let effect = match is_deny {
        _ if rng.chance(1) => "allow",
        true => "Deny",
        false => "Allow",
    };
    members.push(("Effect", json::quote(effect)));
    let is_random = |wanted: Aspect| aspect.is_none_or(|aspect| aspect == wanted);
    let principals: &[usize] = if aspect.is_some() { &[70, 24, 6] } else { &[88, 8, 4] };
    match kind {
        Kind::Resource | Kind::Endpoint if is_random(Aspect::Principal) => match rng.weighted(principals) {
            0 => members.push(("Principal", principal(rng, request))),
            1 => members.push(("NotPrincipal", not_principal(rng, request))),
            _ => {}
        },
        Kind::Resource | Kind::Endpoint | Kind::ResourceControl => members.push(("Principal", json::quote("*"))),
        _ => {}
    }
    if is_random(Aspect::Action) {
        actions(rng, request, is_deny, &mut members);
    } else {
        members.push(("Action", json::quote("*")));
    }
    if is_random(Aspect::Resource) {
        resources(rng, request, kind, &mut members);
    } else {
        members.push(("Resource", json::quote("*")));
    }
    let has_condition = match aspect {
        Some(Aspect::Condition) => 95,
        Some(_) => 0,
        None if is_deny => 55,
        None => 30,
    };
    if rng.chance(has_condition) {
        members.push(("Condition", condition(rng, &request.context)));
    }
    if rng.chance(2) {
        members.push(odd_member(rng));
    }
    json::object(&members)
}

/// Returns a member that often has a value of the wrong type, or repeats another member.
fn odd_member(rng: &mut Rng) -> (&'static str, String) {
    let names = ["Effect", "Action", "NotAction", "Resource", "NotResource", "Condition", "Sid"];
    let values = [r#""*""#, r#""Deny""#, "5", "null", "{}", "[]", r#"["*", 5, null]"#, r#"{"Bool": []}"#];
    (rng.pick(&names), rng.pick(&values).to_owned())
}

fn actions(rng: &mut Rng, request: &Request, is_deny: bool, members: &mut Vec<(&str, String)>) {
    let list = |rng: &mut Rng| {
        let count = rng.weighted(&[1, 24, 12]);
        let patterns: Vec<String> = (0..count).map(|_| action(rng, request, is_deny)).collect();
        json::strings(&patterns, rng.chance(60))
    };
    match rng.weighted(&[86, 10, 2, 1]) {
        0 => members.push(("Action", list(rng))),
        1 => members.push(("NotAction", list(rng))),
        2 => {
            members.push(("Action", list(rng)));
            members.push(("NotAction", list(rng)));
        }
        _ => {}
    }
}

fn action(rng: &mut Rng, request: &Request, is_deny: bool) -> String {
    match rng.weighted(&[if is_deny { 2 } else { 10 }, 3, 14, 1, 1]) {
        0 => "*".to_owned(),
        1 => request.action.clone(),
        2 => rng.pick(request.theme.action_patterns).to_owned(),
        3 => rng.pick(ANY_ACTION).to_owned(),
        _ => rng.pick(rng.clone().pick(THEMES).action_patterns).to_owned(),
    }
}

fn resources(rng: &mut Rng, request: &Request, kind: Kind, members: &mut Vec<(&str, String)>) {
    let list = |rng: &mut Rng| {
        let count = rng.weighted(&[1, 24, 12]);
        let patterns: Vec<String> = (0..count).map(|_| resource(rng, request)).collect();
        json::strings(&patterns, rng.chance(60))
    };
    let missing = if kind == Kind::Resource { 10 } else { 1 };
    match rng.weighted(&[86, 6, 2, missing]) {
        0 => members.push(("Resource", list(rng))),
        1 => members.push(("NotResource", list(rng))),
        2 => {
            members.push(("Resource", list(rng)));
            members.push(("NotResource", list(rng)));
        }
        _ => {}
    }
}

fn resource(rng: &mut Rng, request: &Request) -> String {
    match rng.weighted(&[9, 4, 14, 5, 1, 1]) {
        0 => "*".to_owned(),
        1 => rng.pick(&request.resources),
        2 => rng.pick(request.theme.resource_patterns).to_owned(),
        3 => blurred(&rng.clone().pick(&request.resources), rng),
        4 => rng.pick(ANY_RESOURCE).to_owned(),
        _ => rng.pick(rng.clone().pick(THEMES).resource_patterns).to_owned(),
    }
}
