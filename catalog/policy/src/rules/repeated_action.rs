//! Reports an action or a pattern that a statement names twice.
//!
//! ## What it checks
//! The statement names the same action or the same pattern twice, ignoring case.
//!
//! ## Why it matters
//! The second entry has no effect, because IAM ignores case in action names. It still counts toward the size of the
//! policy.
//!
//! ## Example
//! An identity policy that two people have extended:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["ses:SendEmail", "ses:sendemail"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove one of the two entries.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool generates the list and the policy is far below its size limit.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ActionList, shared_checks::REDUNDANT_ACTION},
};

rule! {
    RepeatedAction { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for RepeatedAction {
    fn action_list<'t, C: PolicyCatalog>(list: &ActionList<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        for text in list.repeated {
            let message = format!("`{}` is already in the list: remove it", Shown(text.written()));
            cx.report::<Self>(text.place, message).about(REDUNDANT_ACTION);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_action, finds_of_text, message_of_action, policy_of},
    };

    #[test]
    fn an_action_that_is_in_the_list_already_is_reported() {
        finds_of_action(r#"["ses:SendEmail", "ses:sendemail"]"#, &["repeated-action /Statement/Action/1"]);
        finds_of_action(r#"["ses:Send*", "ses:Get*", "ses:Send*"]"#, &["repeated-action /Statement/Action/2"]);
    }

    #[test]
    fn the_same_action_in_two_statements_is_not_reported() {
        let deny = r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*""#;
        let allow = r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*""#;
        finds_of_text(PolicyKind::Identity, &policy_of(&[deny, allow]), &[]);
    }

    #[test]
    fn the_message_states_the_action() {
        assert_eq!(
            message_of_action(r#"["ses:SendEmail", "ses:sendemail"]"#),
            "`ses:sendemail` is already in the list: remove it"
        );
    }
}
