//! Reports a policy with the version 2008-10-17.
//!
//! ## What it checks
//! The policy has the old version 2008-10-17, which treats policy variables as literal strings.
//!
//! ## Why it matters
//! The policy is valid, but a variable such as `${aws:username}` has no effect in it. AWS's own consoles have
//! written this version for years. Before you change it, look for `${…}` that is intended as a literal string,
//! because the newer version replaces it.
//!
//! ## Example
//! A resource policy of a topic, from an older tool:
//!
//! ```json
//! {
//!     "Version": "2008-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:eu-west-1:111122223333:alarms"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `2012-10-17`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "sns:Publish",
//!         "Resource": "arn:aws:sns:eu-west-1:111122223333:alarms"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a policy that an AWS console wrote. Also allow it for a policy in which `${…}` must stay a
//! literal string.

use alloc::{borrow::ToOwned as _, format};

use crate::{catalog::PolicyCatalog, context::Context, document::Document, grammar::Version, rule::Check};

rule! {
    OldVersion { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for OldVersion {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(version) = policy.version().filter(|_| !cx.kind.needs_newest_version()) else { return };
        if Version::from_name(version.text).is_some_and(|version| version != Version::NEWEST) {
            let message =
                format!("version `{}` does not support policy variables: write `{}`", version.text, Version::NEWEST);
            cx.replace::<Self>(version, message, Some(Version::NEWEST.name().to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages},
    };

    const OLD: &str = r#"{"Version": "2008-10-17",
    "Statement": {"Sid": "a b", "Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;

    #[test]
    fn the_old_version_is_reported() {
        let expected = &["old-version /Version -> 2012-10-17", "illegal-sid /Statement/Sid -> ab"];
        finds_of_text(PolicyKind::Identity, OLD, expected);
    }

    #[test]
    fn the_newest_version_is_not_reported() {
        let text = OLD.replace("2008", "2012").replace("a b", "ab");
        finds_of_text(PolicyKind::Identity, &text, &[]);
    }

    #[test]
    fn the_message_states_what_the_version_lacks() {
        assert_eq!(
            messages(PolicyKind::Identity, &OLD.replace("a b", "ab")),
            ["version `2008-10-17` does not support policy variables: write `2012-10-17`"]
        );
    }
}
