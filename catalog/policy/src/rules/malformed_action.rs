//! Reports a string that is neither an action nor a pattern of actions.
//!
//! ## What it checks
//! The string is neither an action nor a pattern of actions.
//!
//! Actions and patterns have the form `service:Name`. The name may have the wildcards `*` and `?`. A string has only
//! one of them, so a list has several strings.
//!
//! ## Why it matters
//! Brackets, braces and anchors have a meaning in other pattern languages. In a policy they are ordinary
//! characters, and no action has them in its name. A choice between upper and lower case is never needed, because
//! IAM ignores case in action names.
//!
//! ## Example
//! An identity policy that uses `[…]` as a choice of letters:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:[sS]end*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `service:Name`. Only `*` and `?` are wildcards.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:Send*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: IAM refuses the policy, or the entry matches no action.

use alloc::{format, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ActionFault, WrongAction, has_variable_mark, without_comma},
};

rule! {
    MalformedAction { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedAction {
    fn wrong_action<'t, C: PolicyCatalog>(wrong: &WrongAction<'t>, cx: &mut Context<'_, 't, C>) {
        // The rule `trailing-comma` reports a comma, and the rule `variable-in-element` a variable.
        if wrong.fault == ActionFault::Malformed
            && without_comma(wrong.text.text).is_none()
            && !has_variable_mark(wrong.text)
        {
            let message = if wrong.text.text.starts_with("arn:") {
                format!("`{}` is an ARN, not an action: write `service:Name`", Shown(wrong.text.written()))
            } else {
                wrong.error.to_string()
            };
            cx.replace::<Self>(wrong.text, message, wrong.suggestion.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds_of_action, message_of_action};

    #[test]
    fn a_string_without_the_form_of_an_action_is_reported() {
        finds_of_action(r#""ses:[sS]end*""#, &["malformed-action /Statement/Action"]);
        finds_of_action(r#""SendEmail""#, &["malformed-action /Statement/Action -> ses:SendEmail"]);
        finds_of_action(r#"["ses:SendEmail", ""]"#, &["malformed-action /Statement/Action/1"]);
        finds_of_action(r#""ses:SendEmail\n ses:GetSendQuota""#, &["malformed-action /Statement/Action"]);
    }

    #[test]
    fn actions_and_patterns_are_not_reported() {
        finds_of_action(r#"["ses:Send*", "s3:?etObject"]"#, &[]);
        finds_of_action(r#""*""#, &[]);
    }

    #[test]
    fn the_message_states_the_fault() {
        for (action, expected) in [
            (
                "ses:[sS]end*",
                "`ses:[sS]end*` has `[` at byte 4, which IAM does not allow in an action (the only wildcards are `*` \
                 and `?`)",
            ),
            ("SendEmail", "`SendEmail` has no colon: did you mean `ses:SendEmail`?"),
            ("", "expected an action such as `ses:SendEmail`, found an empty string"),
            ("arn:aws:ses:::a", "`arn:aws:ses:::a` is an ARN, not an action: write `service:Name`"),
            (":SendEmail", "`:SendEmail` has no service prefix before the colon"),
            ("ses:", "`ses:` has no action name after the colon"),
            (
                "ses:SendEmail, ses:Get*",
                "`ses:SendEmail, ses:Get*` has several actions in one string: write each in its own string",
            ),
        ] {
            assert_eq!(message_of_action(&format!("\"{action}\"")), expected);
        }
    }
}
