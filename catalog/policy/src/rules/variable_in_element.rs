//! Reports a policy variable in an element that does not support variables.
//!
//! ## What it checks
//! An action or a principal contains a policy variable, such as `${aws:username}`.
//!
//! ## Why it matters
//! AWS replaces [policy
//! variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html) only in resources and
//! in conditions. In other elements, `${…}` is not a valid part of a name, so AWS refuses the policy.
//!
//! ## Example
//! An identity policy whose action depends on a tag:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:${aws:PrincipalTag/access}Object",
//!         "Resource": "arn:aws:s3:::home/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the actions or the principals themselves. Use the variable in a resource or in a condition.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/*",
//!         "Condition": {"StringEquals": {"aws:PrincipalTag/access": "Get"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a policy that you send to AWS unchanged. Allow the finding for a template if another tool replaces its
//! `${…}` first.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::Text,
    finding::AccessAnalyzerCheck,
    rule::Check,
    shown::Shown,
    subject::{ActionFault, NamedPrincipal, WrongAction, has_variable_mark},
};

rule! {
    VariableInElement { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for VariableInElement {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        if wrong.fault == ActionFault::Malformed {
            check(wrong.text, "an action", cx);
        }
    }

    fn principal<'t, C: PolicyCatalog>(principal: &NamedPrincipal<'t>, cx: &mut Context<'_, 't, C>) {
        check(principal.name, "a principal", cx);
    }
}

/// Checks a string of an element that does not support variables.
fn check<'t, C: PolicyCatalog>(text: Text<'t>, described: &str, cx: &mut Context<'_, 't, C>) {
    if has_variable_mark(text) {
        let message = format!(
            "`{}` has a policy variable, but {described} cannot have one: write the name itself",
            Shown(text.written())
        );
        cx.report::<VariableInElement>(text.place, message).about(AccessAnalyzerCheck::VariableUnsupportedInElement);
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{
            ASSUME, finds_of_action, finds_of_resource, finds_of_trust, finds_with_holes, message_of_action, policy,
        },
    };

    #[test]
    fn a_variable_in_an_action_or_a_principal_is_reported() {
        finds_of_action(r#""s3:${aws:PrincipalTag/access}Object""#, &["variable-in-element /Statement/Action"]);
        finds_of_action(r#"["s3:GetObject", "${aws:a}:*"]"#, &["variable-in-element /Statement/Action/1"]);
        for principal in ["arn:aws:iam::111122223333:user/${aws:username}", "${aws:PrincipalAccount}"] {
            let expected = &["variable-in-element /Statement/Principal/AWS"];
            finds_of_trust(&alloc::format!(r#"{{"AWS": "{principal}"}}"#), ASSUME, expected);
        }
    }

    #[test]
    fn variables_in_resources_and_names_without_variables_are_not_reported() {
        finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::home/${aws:username}/*""#, &[]);
        finds_of_action(r#""ses:[sS]end*""#, &["malformed-action /Statement/Action"]);
        let statement = r#""Effect": "Deny", "Action": "s3:<<Verb>>Object", "Resource": "*""#;
        finds_with_holes(PolicyKind::Identity, &policy(statement), &[]);
    }

    #[test]
    fn the_message_states_the_element() {
        assert_eq!(
            message_of_action(r#""s3:${aws:PrincipalTag/access}Object""#),
            "`s3:${aws:PrincipalTag/access}Object` has a policy variable, but an action cannot have one: write the name \
             itself"
        );
    }
}
