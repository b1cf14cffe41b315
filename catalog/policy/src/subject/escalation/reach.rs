//! Whether a statement restricts its actions so much that they are harmless: by its resources, or by its condition.

use catalog_core::{
    ascii_case,
    wildcard::{self, is_everything},
};

use crate::{document::StatementNode, escalation_methods::EscalationAction};

/// Condition keys that restrict when and how a principal sends a request, but not what it can do.
const OF_REQUEST: &[&str] = &["aws:MultiFactorAuthAge", "aws:MultiFactorAuthPresent", "aws:SecureTransport"];

/// The end of the ARN of the user who sends the request.
const OWN_USER: &str = "/${aws:username}";

/// Returns true if the condition of a statement may restrict what the principal can do.
pub(super) fn is_narrowed(statement: StatementNode<'_>) -> bool {
    statement.has_unknown_comparisons() || has_narrowing_key(statement)
}

/// Returns true if the condition of a statement has a key that restricts what the principal can do.
pub(super) fn has_narrowing_key(statement: StatementNode<'_>) -> bool {
    let restricts = |key: &str| !OF_REQUEST.iter().any(|other| ascii_case::eq(other, key));
    statement.conditions().any(|comparison| comparison.key.hole.is_none() && restricts(comparison.key.text))
}

/// Returns true if a statement requires permissions boundaries for users or roles, or may do so because of a hole.
pub(super) fn may_require_boundaries(statement: StatementNode<'_>) -> bool {
    let mut keys = statement.conditions().map(|comparison| comparison.key.text);
    statement.has_unknown_comparisons() || keys.any(|key| ascii_case::eq(key, "iam:PermissionsBoundary"))
}

/// Returns true if a statement applies to all resources that an action needs, in one account at least. For the policies
/// of a user, the principal's own user is enough.
///
/// The result is false if no method begins with the action.
pub(super) fn is_wide(statement: StatementNode<'_>, action: &EscalationAction, has_variables: bool) -> bool {
    let Some(needed) = action.resource else { return false };
    let is_of_own_user = |arn: &str| {
        has_variables && ["AttachUserPolicy", "PutUserPolicy"].contains(&action.name) && arn.ends_with(OWN_USER)
    };
    if let Some(list) = statement.resources() {
        return list.strings().any(|text| is_all(text.text, needed) || is_of_own_user(text.text));
    }
    // A hole in `NotResource` may leave out all resources.
    let excluded = statement.not_resources().filter(|list| !list.has_hole());
    excluded.is_some_and(|list| !list.strings().any(|text| is_all(text.text, needed)))
}

/// Returns true if a pattern of ARNs matches all resources of a service with this form, in one account at least.
fn is_all(pattern: &str, (service, resource): (&str, &str)) -> bool {
    if is_everything(pattern) {
        return true;
    }
    let mut fields = pattern.splitn(6, ':');
    let (of, part) = (fields.nth(2), fields.nth(2));
    match (of, part) {
        // The form has `*` for a name. As a name, `*` is matched only by wildcards.
        (Some(of), Some(part)) => wildcard::matches(of, service) && wildcard::matches(part, resource),
        // A pattern such as `arn:aws:iam::*` ends before the resource.
        (Some(of), None) => pattern.ends_with('*') && wildcard::matches(of, service),
        _ => pattern.ends_with('*') && pattern.starts_with("arn:"),
    }
}

#[cfg(test)]
mod tests {
    use super::is_all;

    #[test]
    fn a_pattern_of_all_names_is_wide() {
        let roles = ("iam", "role/*");
        for pattern in [
            "*",
            "arn:*",
            "arn:aws:*",
            "arn:aws:iam::*",
            "arn:aws:iam::*:*",
            "arn:aws:iam::111122223333:role/*",
            "arn:*:iam::*:role*",
            "arn:aws:*:*:*:*",
        ] {
            assert!(is_all(pattern, roles), "{pattern}");
        }
        assert!(is_all("arn:aws:ecs:*:*:task/*", ("ecs", "task/*/*")));
    }

    #[test]
    fn a_pattern_of_some_names_is_not_wide() {
        let roles = ("iam", "role/*");
        for pattern in [
            "arn:aws:iam::111122223333:role/shop-*",
            "arn:aws:iam::*:role/service-role/*",
            "arn:aws:iam::*:user/*",
            "arn:aws:iam::*:role/${aws:username}",
            "arn:aws:s3:::*",
            "arn:aws:s3:*",
        ] {
            assert!(!is_all(pattern, roles), "{pattern}");
        }
    }
}
