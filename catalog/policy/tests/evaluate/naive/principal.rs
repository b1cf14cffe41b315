//! Whether `Principal` or `NotPrincipal` of a statement names the caller, and in which way.

use catalog_policy::json::Value;

use super::{
    caller::{Caller, field},
    fault::Fault,
    reading::{members, strings},
    request::is_account,
    scene::Scene,
};

/// The ways in which a statement names the caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// By its own ARN or name, or by `*`.
    pub(crate) directly: bool,
    /// By the ARN of its role, or of the IAM user who federated.
    pub(crate) by_role: bool,
    /// By its account.
    pub(crate) by_account: bool,
}

impl Named {
    /// Returns true if the statement names the caller in any way.
    pub(crate) fn at_all(self) -> bool {
        self.directly || self.by_role || self.by_account
    }
}

/// A principal as a policy writes it: the type, such as `AWS`, and the value.
type Written = (String, String);

/// Returns the principals of an element. Names of services are in lower case, because their case does not matter.
fn written(element: &Value<'_>) -> Vec<Written> {
    if element.as_str() == Some("*") {
        return vec![("AWS".to_owned(), "*".to_owned())];
    }
    let of_type = |(name, values): (String, &Value<'_>)| {
        let value = |value: String| if name == "Service" { value.to_ascii_lowercase() } else { value };
        strings(values).into_iter().map(|text| (name.clone(), value(text))).collect::<Vec<_>>()
    };
    members(element).into_iter().flat_map(of_type).collect()
}

/// Returns the ways in which `Principal` names the caller.
pub(crate) fn named(element: &Value<'_>, scene: &Scene) -> Named {
    let mut named = Named::default();
    for principal in written(element) {
        named.directly |= is_everyone(&principal, scene) || own_name(&scene.caller).contains(&principal);
        named.by_role |= role_name(&scene.caller).contains(&principal);
        named.by_account |= is_account_of(&principal, &scene.caller);
    }
    named
}

/// Returns the ways in which a statement with `NotPrincipal` names the caller. It names those that it does not exclude.
pub(crate) fn not_excluded(element: &Value<'_>, is_deny: bool, scene: &Scene) -> Named {
    let everyone = Named { directly: true, ..Named::default() };
    let ignores_boundary = scene.has(Fault::NotPrincipalExcludesBoundary);
    if is_deny && scene.has_boundary && scene.caller.has_identity_policies() && !ignores_boundary {
        return everyone;
    }
    let written = written(element);
    if written.iter().any(|principal| is_everyone(principal, scene)) {
        return Named::default();
    }
    let lists = |names: Vec<Written>| names.iter().all(|name| written.contains(name));
    let lists_account = written.iter().any(|principal| is_account_of(principal, &scene.caller))
        || scene.has(Fault::NotPrincipalWithoutAccount);
    let own_name = own_name(&scene.caller);
    let lists_own_name = lists(own_name.clone()) || scene.has(Fault::NotPrincipalWithoutSession);
    let is_excluded = match &scene.caller {
        Caller::User { .. } | Caller::FederatedUser { .. } => lists_account && lists(own_name),
        Caller::Role { .. } => lists_account && lists(role_name(&scene.caller)) && lists_own_name,
        Caller::Root { .. } => lists_account,
        Caller::Service(_) | Caller::Provider(_) => lists(own_name),
        Caller::Anonymous => false,
    };
    if is_excluded { Named::default() } else { everyone }
}

/// Returns true if a principal means everyone.
fn is_everyone((name, value): &Written, scene: &Scene) -> bool {
    let is_spared = matches!(scene.caller, Caller::Service(_) | Caller::Provider(_) | Caller::Anonymous);
    name == "AWS" && value == "*" && !(is_spared && scene.has(Fault::StarIsOnlyForAws))
}

/// Returns the principals that name the caller itself.
fn own_name(caller: &Caller) -> Vec<Written> {
    match caller {
        Caller::User { arn, .. } | Caller::FederatedUser { arn, .. } => vec![aws(arn)],
        Caller::Role { session, .. } => session.iter().map(|session| aws(session)).collect(),
        Caller::Service(name) => vec![("Service".to_owned(), name.to_ascii_lowercase())],
        Caller::Provider(name) => vec![("Federated".to_owned(), name.clone())],
        Caller::Root { .. } | Caller::Anonymous => Vec::new(),
    }
}

/// Returns the principal that names the caller's role, or the IAM user who federated.
fn role_name(caller: &Caller) -> Vec<Written> {
    match caller {
        Caller::Role { role, .. } => vec![aws(role)],
        Caller::FederatedUser { user, .. } => vec![aws(user)],
        _ => Vec::new(),
    }
}

fn aws(arn: &str) -> Written {
    ("AWS".to_owned(), arn.to_owned())
}

/// Returns true if a principal names the caller's account: by its ID, or by the ARN that ends with `root`.
fn is_account_of((name, value): &Written, caller: &Caller) -> bool {
    let is_root = value.starts_with("arn:") && field(value, 2) == "iam" && field(value, 5) == "root";
    let account = if is_root { field(value, 4) } else { value.clone() };
    name == "AWS" && is_account(&account) && caller.account() == Some(account)
}
