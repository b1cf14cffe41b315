//! Reports an element whose name has the wrong case.
//!
//! ## What it checks
//! The name of an element has the wrong case, such as `effect` instead of `Effect`.
//!
//! IAM ignores case in action names and condition keys, but not in the names of elements.
//!
//! ## Why it matters
//! IAM's [grammar](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html) defines the
//! names of elements as literal strings. IAM does not recognize the element and refuses the policy.
//!
//! ## Example
//! An identity policy that a program wrote in its own naming style:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "effect": "Allow",
//!         "Action": "dynamodb:GetItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/Baskets"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the name in IAM's spelling.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "dynamodb:GetItem",
//!         "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/Baskets"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a policy that you send to AWS, because IAM refuses it. Allow the finding only in a file that another
//! program converts first.

use alloc::{borrow::ToOwned as _, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    form::{Fault, FormError},
    rule::Check,
    subject::check_of_fault,
};

rule! {
    ElementCase { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for ElementCase {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::ElementCase { .. }) {
            cx.suggest::<Self>(fault.place, fault.error.to_string(), fault.error.suggestion().map(str::to_owned))
                .about(check_of_fault(&fault.error));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_condition, finds_of_text, message},
    };

    #[test]
    fn an_element_in_other_case_is_reported_and_not_missing() {
        finds_of_text(
            PolicyKind::Identity,
            r#"{"Version": 1, "Id": "a", "statement": []}"#,
            &["wrong-type /Version", "needless-id /Id", "element-case /statement -> Statement"],
        );
        finds_of_text(
            PolicyKind::Identity,
            r#"{"version": "2012-10-17", "Statement": {"effect": "Deny", "Action": "ses:*", "Resources": "*"}}"#,
            &[
                "element-case /version -> Version",
                "element-case /Statement/effect -> Effect",
                "unknown-element /Statement/Resources -> Resource",
            ],
        );
    }

    #[test]
    fn condition_operators_are_not_elements() {
        let expected = &["operator-case /Statement/Condition/bool -> Bool"];
        finds_of_condition(r#""bool": {"AWS:securetransport": "true"}"#, expected);
    }

    #[test]
    fn the_message_states_the_element() {
        assert_eq!(
            message(r#""effect": "Deny", "Action": "ses:*", "Resource": "*""#),
            "unknown element `effect`: did you mean `Effect`? Names of elements are case-sensitive"
        );
    }
}
