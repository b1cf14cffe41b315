//! Reports a policy without a `Version`.
//!
//! ## What it checks
//! The policy has no `Version`, so AWS reads it as version 2008-10-17, which does not support policy variables.
//!
//! ## Why it matters
//! The policy works only as long as it has no variables, because version 2008-10-17 treats them as literal strings.
//! AWS recommends that every policy has a `Version`.
//!
//! ## Example
//! An identity policy without a version:
//!
//! ```json
//! {
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "cloudwatch:PutMetricData",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Add `"Version": "2012-10-17"`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "cloudwatch:PutMetricData",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a policy without variables whose source you cannot change, such as the output of an old
//! tool.

use crate::{
    catalog::PolicyCatalog, context::Context, document::Document, rule::Check, subject::check_of_missing_element,
};

rule! {
    MissingVersion { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for MissingVersion {
    fn policy<'t, C: PolicyCatalog>(policy: Document<'t>, cx: &mut Context<'_, 't, C>) {
        // A policy that must have a version has another finding.
        if !policy.may_have_version() && !cx.kind.needs_newest_version() {
            let message =
                "the policy has no `Version`, so AWS reads it as 2008-10-17: add `\"Version\": \"2012-10-17\"`";
            cx.report::<Self>(policy.members().place, message).about(check_of_missing_element("Version"));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{finds_of_text, messages},
    };

    #[test]
    fn a_policy_without_a_version_is_reported() {
        let text = r#"{"Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;
        finds_of_text(PolicyKind::Identity, text, &["missing-version "]);
        assert_eq!(
            messages(PolicyKind::Identity, text),
            ["the policy has no `Version`, so AWS reads it as 2008-10-17: add `\"Version\": \"2012-10-17\"`"]
        );
    }

    #[test]
    fn a_version_with_another_fault_is_not_missing() {
        let with = |version: &str| {
            format!(r#"{{{version}, "Statement": {{"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}}}"#)
        };
        finds_of_text(PolicyKind::Identity, &with(r#""Version": "2012-10-17""#), &[]);
        finds_of_text(PolicyKind::Identity, &with(r#""Version": 2012"#), &["wrong-type /Version"]);
        let expected = &["element-case /version -> Version"];
        finds_of_text(PolicyKind::Identity, &with(r#""version": "2012-10-17""#), expected);
    }
}
