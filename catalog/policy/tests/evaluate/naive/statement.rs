//! Whether a statement of a policy applies to a request.

use catalog_policy::json::Value;

use super::{
    action, condition,
    fault::Fault,
    principal::{Named, named, not_excluded},
    reading::{items, member, strings},
    resource,
    scene::{Kind, Scene},
    truth::Truth,
    variables::VERSION,
};

/// A statement that names the caller, and whether it applies.
#[derive(Clone, Debug)]
pub(crate) struct Applied {
    pub(crate) is_deny: bool,
    pub(crate) named: Named,
    pub(crate) applies: Truth,
}

/// Returns the statements of a policy with a valid effect.
pub(crate) fn statements(policy: &Value<'_>, kind: Kind, scene: &Scene) -> Vec<Applied> {
    let version = member(policy, "Version").and_then(|version| version.as_str());
    let has_variables = version == Some(VERSION) || scene.has(Fault::OldVersionHasVariables);
    let statements = member(policy, "Statement").map(items).unwrap_or_default();
    statements.into_iter().filter_map(|statement| applied(statement, has_variables, kind, scene)).collect()
}

fn applied(statement: &Value<'_>, has_variables: bool, kind: Kind, scene: &Scene) -> Option<Applied> {
    let is_deny = match member(statement, "Effect").and_then(|effect| effect.as_str()) {
        Some("Allow") => false,
        Some("Deny") => true,
        _ => return None,
    };
    let named = names(statement, is_deny, kind, scene);
    let condition = match member(statement, "Condition") {
        Some(condition) => condition::is_true(condition, has_variables, scene),
        None => Truth::Yes,
    };
    let applies = Truth::all([
        named.at_all().into(),
        has_action(statement, scene).into(),
        has_resource(statement, has_variables, kind, scene),
        condition,
    ]);
    Some(Applied { is_deny, named, applies })
}

/// Returns the ways in which a statement names the caller. Only policies of resources and endpoints have principals.
fn names(statement: &Value<'_>, is_deny: bool, kind: Kind, scene: &Scene) -> Named {
    let everyone = Named { directly: true, ..Named::default() };
    if !matches!(kind, Kind::Resource | Kind::Endpoint | Kind::ResourceControl) {
        return everyone;
    }
    if let Some(element) = member(statement, "Principal") {
        return named(element, scene);
    }
    if let Some(element) = member(statement, "NotPrincipal") {
        return not_excluded(element, is_deny, scene);
    }
    let matches = match kind {
        Kind::Resource => scene.has(Fault::ResourceWithoutPrincipalMatches),
        Kind::Endpoint => !scene.has(Fault::EndpointWithoutPrincipalFails),
        _ => true,
    };
    if matches { everyone } else { Named::default() }
}

/// Returns true if the statement has the action of the request. With `Action` and `NotAction`, both must match.
fn has_action(statement: &Value<'_>, scene: &Scene) -> bool {
    let is_listed = |name: &str| member(statement, name).map(|list| action::is_listed(&strings(list), scene));
    let not_listed = |name: &str| is_listed(name).map(|is_listed| is_listed == scene.has(Fault::NotActionIsAction));
    match (is_listed("Action"), not_listed("NotAction")) {
        (None, None) => false,
        (action, not_action) => action != Some(false) && not_action != Some(false),
    }
}

/// Returns whether the statement has the resource of the request. In the policy of a resource, the element is optional.
fn has_resource(statement: &Value<'_>, has_variables: bool, kind: Kind, scene: &Scene) -> Truth {
    let is_listed = |name: &str| {
        member(statement, name).map(|list| resource::is_listed(&strings(list), has_variables, kind, scene))
    };
    let not_listed = |name: &str| {
        is_listed(name).map(|is_listed| if scene.has(Fault::NotResourceIsResource) { is_listed } else { !is_listed })
    };
    match (is_listed("Resource"), not_listed("NotResource")) {
        (None, None) => (kind == Kind::Resource).into(),
        (resource, not_resource) => Truth::all(resource.into_iter().chain(not_resource)),
    }
}
