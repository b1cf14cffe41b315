//! Reports a `Sid` with a character that IAM and AWS Organizations do not accept.
//!
//! ## What it checks
//! The `Sid` of a policy has a character that is not an ASCII letter or digit.
//!
//! The rule checks the policies of IAM and AWS STS, and the control policies of AWS Organizations. Services that store
//! resource policies have their own rules, and most accept spaces. AWS KMS itself writes `Enable IAM User Permissions`.
//!
//! ## Why it matters
//! IAM supports only [ASCII letters and
//! digits](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html) in a `Sid`. IAM
//! refuses the policy until you remove the other characters. AWS Organizations [refuses
//! underscores](https://github.com/awsdocs/iam-user-guide/issues/282), too.
//!
//! ## Example
//! An identity policy with a space in the name of its statement:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Sid": "send mail",
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the other characters.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Sid": "SendMail",
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the policy.

use alloc::{format, string::String};

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
    shown::Shown,
};

rule! {
    IllegalSid { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for IllegalSid {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(sid) = statement.partial_sid().filter(|_| cx.kind.sid_is_alphanumeric()) else { return };
        let is_valid = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        // Each region has hyphens, so an example decides.
        if !sid.known_parts().all(is_valid) || !sid.is_open() && !is_valid(sid.text) {
            let (given, kind) = (Shown(sid.written()), cx.kind.described());
            let message = format!("`{given}` is not a valid `Sid` of {kind}: use only ASCII letters and digits");
            let kept: String = sid.text.chars().filter(char::is_ascii_alphanumeric).collect();
            cx.replace::<Self>(sid, message, Some(kept).filter(|kept| !kept.is_empty()))
                .about(AccessAnalyzerCheck::UnsupportedSid);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{allow_with, finds, finds_of, message},
    };

    #[test]
    fn other_characters_than_letters_and_digits_are_reported() {
        finds(&allow_with(r#", "Sid": "Send mail-1""#), &["illegal-sid /Statement/Sid -> Sendmail1"]);
        finds(&allow_with(r#", "Sid": "é""#), &["illegal-sid /Statement/Sid"]);
        let expected = &["illegal-sid /Statement/Sid -> Sendmail"];
        finds_of(PolicyKind::ServiceControl, &allow_with(r#", "Sid": "Send_mail""#), expected);
        finds_of(PolicyKind::Session, &allow_with(r#", "Sid": "Send mail""#), expected);
    }

    #[test]
    fn kinds_of_policies_with_other_characters_are_not_reported() {
        finds(&allow_with(r#", "Sid": "SendMail1""#), &[]);
        let key_policy = r#""Sid": "Enable IAM User Permissions", "Effect": "Deny", "Principal": "*", "Action": "ses:*",
        "Resource": "*""#;
        finds_of(PolicyKind::Resource, key_policy, &[]);
    }

    #[test]
    fn the_message_states_the_characters_of_a_sid() {
        assert_eq!(
            message(&allow_with(r#", "Sid": "a b""#)),
            "`a b` is not a valid `Sid` of an identity policy: use only ASCII letters and digits"
        );
    }
}
