//! Reports an effect that is neither `Allow` nor `Deny`.
//!
//! ## What it checks
//! The effect is neither `Allow` nor `Deny`. Both begin with a capital letter.
//!
//! ## Why it matters
//! The [`Effect`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html) has two
//! valid values and is case-sensitive. IAM refuses a policy with any other value.
//!
//! ## Example
//! An identity policy of a program that writes its log:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "allow",
//!         "Action": "logs:PutLogEvents",
//!         "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:shop:log-stream:*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `Allow` or `Deny`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "logs:PutLogEvents",
//!         "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:shop:log-stream:*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy.

use alloc::{borrow::ToOwned as _, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    finding::AccessAnalyzerCheck,
    form::FormError,
    grammar::{Effect, StatementElement},
    rule::Check,
};

rule! {
    UnknownEffect { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownEffect {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(given) = statement.get(StatementElement::Effect).and_then(Node::string) else { return };
        if Effect::from_name(given.text).is_none() {
            let error = FormError::unknown_effect(given.written());
            cx.replace::<Self>(given, error.to_string(), error.suggestion().map(str::to_owned))
                .about(AccessAnalyzerCheck::InvalidEffect);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds, message};

    #[test]
    fn an_effect_that_does_not_exist_is_reported() {
        let expected = &["unknown-effect /Statement/Effect -> Allow"];
        finds(r#""Effect": "allow", "Action": "ses:*", "Resource": "*""#, expected);
        finds(r#""Effect": "Permit", "Action": "ses:*", "Resource": "*""#, &["unknown-effect /Statement/Effect"]);
    }

    #[test]
    fn the_two_effects_and_other_types_are_not_reported() {
        finds(r#""Effect": "Allow", "Action": "ses:*", "Resource": "*""#, &[]);
        finds(r#""Effect": "Deny", "Action": "ses:*", "Resource": "*""#, &[]);
        finds(r#""Effect": true, "Action": "ses:*", "Resource": "*""#, &["wrong-type /Statement/Effect"]);
    }

    #[test]
    fn the_message_states_the_two_effects() {
        assert_eq!(
            message(r#""Effect": "allow", "Action": "ses:*", "Resource": "*""#),
            "invalid effect `allow`: expected `Allow` or `Deny`"
        );
    }
}
