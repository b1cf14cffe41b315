//! Reports an `Id` in a policy that is not a resource policy.
//!
//! ## What it checks
//! The policy has an `Id`, which AWS documents only for resource policies.
//!
//! ## Why it matters
//! AWS allows an [`Id`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_id.html) in
//! resource policies, but not in identity policies. An `Id` also [counts toward the
//! size](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html) of the policy.
//!
//! ## Example
//! A trust policy with an `Id`:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Id": "mailer",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "lambda.amazonaws.com"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the `Id`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "lambda.amazonaws.com"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS has accepted the policy and your own tools read its `Id`.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Document, Node},
    rule::Check,
};

rule! {
    NeedlessId { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for NeedlessId {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        if let Some(id) = policy.members().get("Id").filter(|id| is_string(*id) && !cx.kind.has_id()) {
            let message =
                format!("AWS documents `Id` only for resource policies, not for {}: remove it", cx.kind.described());
            cx.report::<Self>(id.place(), message);
        }
    }
}

/// Returns true if a value is a string, or may be one because it is a hole.
fn is_string(node: Node<'_>) -> bool {
    node.string().is_some() || node.value.as_hole().is_some()
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use crate::{
        kind::PolicyKind,
        testing::{ACCOUNT, ASSUME, allow_with, finds_of_text, messages, policy, trust_statement},
    };

    /// Returns a policy with an `Id`.
    fn with_id(statement: &str) -> String {
        policy(statement).replacen('{', r#"{"Id": "mailer", "#, 1)
    }

    #[test]
    fn an_id_is_reported_unless_the_policy_is_a_resource_policy() {
        finds_of_text(PolicyKind::Identity, &with_id(&allow_with("")), &["needless-id /Id"]);
        finds_of_text(PolicyKind::Trust, &with_id(&trust_statement(ACCOUNT, ASSUME)), &["needless-id /Id"]);
        finds_of_text(PolicyKind::Resource, &with_id(&trust_statement(ACCOUNT, r#""ses:SendEmail""#)), &[]);
    }

    #[test]
    fn the_message_states_the_kind_of_policy() {
        assert_eq!(
            messages(PolicyKind::Identity, &with_id(&allow_with(""))),
            ["AWS documents `Id` only for resource policies, not for an identity policy: remove it"]
        );
    }
}
