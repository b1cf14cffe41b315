//! The resources of a request, and the account of each one.

use catalog_policy::json::Value;

use super::{
    caller::{Caller, field},
    reading::{member, strings},
};

/// Returns the resources of a request. A request without a resource has the resource `*`.
pub(crate) fn resources(request: &Value<'_>) -> Vec<String> {
    let resources = member(request, "resource").map(strings).unwrap_or_default();
    if resources.is_empty() { vec!["*".to_owned()] } else { resources }
}

/// Returns the account of a resource: the stated one, else the one in its ARN, else the caller's.
pub(crate) fn account(request: &Value<'_>, resource: &str, caller: &Caller) -> Option<String> {
    let stated = member(request, "resource_account").and_then(|account| account.as_str());
    if let Some(account) = stated {
        return Some(account.to_owned());
    }
    let account = field(resource, 4);
    if is_account(&account) { Some(account) } else { caller.account() }
}

/// Returns true if a string is an account ID.
pub(crate) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.chars().all(|digit| digit.is_ascii_digit())
}
