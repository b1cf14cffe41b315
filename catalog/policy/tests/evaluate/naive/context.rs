//! The request context: the keys that a request states, those that follow from it, and those that are open.

use std::collections::BTreeMap;

use catalog_policy::json::Value;

use super::{
    caller::{Caller, field},
    fault::Fault,
    reading::{member, members, scalars, strings},
};

/// The keys that AWS sends with each request, and that have an unknown value if the request does not state them.
const ALWAYS_SENT: &[&str] =
    &["aws:currenttime", "aws:epochtime", "aws:requestedregion", "aws:securetransport", "aws:useragent", "aws:userid"];

/// The state of a condition key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// The request does not have the key, or has it without a value.
    Absent,
    /// The value is not known. The request can lack the key if the request leaves it open explicitly.
    Open { may_be_absent: bool },
    /// The key has these values, at least one.
    Values(Vec<String>),
}

/// The keys of a request, in lower case.
#[derive(Clone, Debug)]
pub(crate) struct Context(BTreeMap<String, Known>);

impl Context {
    /// Reads the stated context of a request, and adds the keys that follow from the caller and the resource's account.
    /// A key that the request leaves open is open, even if the request also states it.
    pub(crate) fn read(request: &Value<'_>, caller: &Caller, account: Option<&str>, fault: Option<Fault>) -> Self {
        let mut keys = BTreeMap::new();
        for key in ALWAYS_SENT {
            keys.insert((*key).to_owned(), Known::Open { may_be_absent: false });
        }
        for (key, value) in derived(caller, account, fault) {
            keys.insert(key.to_owned(), value);
        }
        if let Some(context) = member(request, "context") {
            let stated: BTreeMap<_, _> =
                members(context).into_iter().map(|(key, value)| (key.to_ascii_lowercase(), scalars(value))).collect();
            for (key, values) in stated {
                keys.insert(key, if values.is_empty() { Known::Absent } else { Known::Values(values) });
            }
        }
        for key in member(request, "open").map(strings).unwrap_or_default() {
            keys.insert(key.to_ascii_lowercase(), Known::Open { may_be_absent: true });
        }
        if fault == Some(Fault::OpenKeysAreAbsent) {
            keys.retain(|_, known| !matches!(known, Known::Open { .. }));
        }
        Self(keys)
    }

    /// Looks up a key, ignoring case.
    pub(crate) fn get(&self, key: &str) -> Known {
        self.0.get(&key.to_ascii_lowercase()).cloned().unwrap_or(Known::Absent)
    }
}

/// Returns the keys that follow from the caller and from the account of the resource.
fn derived(caller: &Caller, account: Option<&str>, fault: Option<Fault>) -> Vec<(&'static str, Known)> {
    let mut keys = vec![("aws:viaawsservice", "false".to_owned())];
    if let Some(account) = account {
        keys.push(("aws:resourceaccount", account.to_owned()));
    }
    let is_service = matches!(caller, Caller::Service(_));
    if !matches!(caller, Caller::Anonymous) || fault == Some(Fault::AnonymousIsNoService) {
        keys.push(("aws:principalisawsservice", is_service.to_string()));
    }
    if let Some(account) = caller.account() {
        keys.push(("aws:principalaccount", account));
    }
    match caller {
        Caller::User { arn, .. } => {
            keys.push(("aws:principalarn", arn.clone()));
            keys.push(("aws:principaltype", "User".to_owned()));
            keys.push(("aws:username", last_name(arn)));
        }
        Caller::Role { role, session, .. } => {
            let arn = match session {
                Some(session) if fault == Some(Fault::PrincipalArnIsSession) => session,
                _ => role,
            };
            keys.push(("aws:principalarn", arn.clone()));
            keys.push(("aws:principaltype", "AssumedRole".to_owned()));
            if fault == Some(Fault::RolesHaveUsername) {
                keys.push(("aws:username", last_name(role)));
            }
        }
        Caller::FederatedUser { arn, .. } => {
            keys.push(("aws:principalarn", arn.clone()));
            keys.push(("aws:principaltype", "FederatedUser".to_owned()));
        }
        Caller::Root { arn, account } => {
            keys.push(("aws:principalarn", arn.clone()));
            keys.push(("aws:principaltype", "Account".to_owned()));
            keys.push(("aws:userid", account.clone()));
        }
        Caller::Service(name) => keys.push(("aws:principalservicename", name.clone())),
        Caller::Provider(_) => {}
        Caller::Anonymous => {
            keys.push(("aws:principalaccount", "anonymous".to_owned()));
            keys.push(("aws:principaltype", "Anonymous".to_owned()));
            keys.push(("aws:userid", "anonymous".to_owned()));
        }
    }
    let mut keys: Vec<_> = keys.into_iter().map(|(key, value)| (key, Known::Values(vec![value]))).collect();
    if matches!(caller, Caller::Service(_) | Caller::Provider(_)) {
        keys.push(("aws:userid", Known::Absent));
    }
    keys
}

/// Returns the name of a user or role, without its path.
fn last_name(arn: &str) -> String {
    field(arn, 5).split('/').next_back().unwrap_or_default().to_owned()
}
