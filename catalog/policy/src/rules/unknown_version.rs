//! Reports a `Version` that does not exist in the policy language.
//!
//! ## What it checks
//! The version is neither 2012-10-17 nor 2008-10-17.
//!
//! ## Why it matters
//! `Version` is the version of the policy language, not of your policy. The language has had two versions. A
//! resource control policy accepts only the newer one.
//!
//! ## Example
//! An identity policy with a missing digit in its version:
//!
//! ```json
//! {
//!     "Version": "2012-10-7",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "kms:Decrypt",
//!         "Resource": "arn:aws:kms:eu-west-1:111122223333:key/*"
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
//!         "Action": "kms:Decrypt",
//!         "Resource": "arn:aws:kms:eu-west-1:111122223333:key/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never: AWS refuses the policy.

use alloc::{borrow::ToOwned as _, format, string::ToString as _};

use crate::{
    catalog::PolicyCatalog, context::Context, document::Document, finding::AccessAnalyzerCheck, form::FormError,
    grammar::Version, rule::Check,
};

rule! {
    UnknownVersion { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownVersion {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(given) = policy.version() else { return };
        let message = match Version::from_name(given.text) {
            None => FormError::unknown_version(given.written()).to_string(),
            Some(version) if cx.kind.needs_newest_version() && version != Version::NEWEST => {
                format!("{} cannot have the version `{version}`: write `{}`", cx.kind.described(), Version::NEWEST)
            }
            Some(_) => return,
        };
        cx.replace::<Self>(given, message, Some(Version::NEWEST.name().to_owned()))
            .about(AccessAnalyzerCheck::InvalidVersion);
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages},
    };

    const OLD: &str = r#"{"Version": "2008-10-17",
    "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}"#;

    #[test]
    fn a_version_that_does_not_exist_is_reported() {
        let text = r#"{"Version": "2012-10-7",
        "Statement": [{"Sid": "", "Effect": "Deny", "Action": "ses:*", "Resource": "*"}]}"#;
        let expected = &["unknown-version /Version -> 2012-10-17", "empty-sid /Statement/0/Sid"];
        finds_of_text(PolicyKind::Identity, text, expected);
        finds_of_text(PolicyKind::ResourceControl, OLD, &["unknown-version /Version -> 2012-10-17"]);
    }

    #[test]
    fn versions_that_exist_are_not_reported() {
        finds_of_text(PolicyKind::Resource, OLD, &["old-version /Version -> 2012-10-17"]);
        finds_of_text(PolicyKind::ResourceControl, &OLD.replace("2008", "2012"), &[]);
    }

    #[test]
    fn the_message_states_the_version_to_write() {
        assert_eq!(
            messages(PolicyKind::Resource, &OLD.replace("2008-10-17", "2012-10-7")),
            ["unknown version `2012-10-7`: expected `2012-10-17`"]
        );
        assert_eq!(
            messages(PolicyKind::ResourceControl, OLD),
            ["a resource control policy cannot have the version `2008-10-17`: write `2012-10-17`"]
        );
    }
}
