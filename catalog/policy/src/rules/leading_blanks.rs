//! Reports white space before the first brace of a policy.
//!
//! ## What it checks
//! The source of an identity policy, a trust policy, a permissions boundary or a bucket policy does not begin with `{`.
//!
//! The rule checks only policies that are a whole file or a whole string. It does not check policies that a program
//! builds.
//!
//! ## Why it matters
//! JSON allows white space at the beginning, but AWS refused it. IAM answered [JSON strings must not have leading
//! spaces](https://github.com/hashicorp/terraform-provider-aws/pull/12267) in 2020, and [The policy failed legacy
//! parsing](https://github.com/velero-io/velero/issues/1494) in 2019. Amazon S3 answered in 2019 that the first byte [must
//! be `{`](https://github.com/cloud-gov/terraform-provision/pull/574). AWS's pages do not mention it, so services may
//! accept it today.
//!
//! ## Example
//! An identity policy that begins with two spaces, as in an indented string of a template:
//!
//! ```json
//!   {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!       "Effect": "Allow",
//!       "Action": "cloudwatch:PutMetricData",
//!       "Resource": "*"
//!     }
//!   }
//! ```
//!
//! ## Fix
//! Remove the white space before the first brace.
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
//! Allow the finding if another tool removes the white space before it sends the policy, as Terraform's `jsonencode` does.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Path, Place},
    json::Span,
    rule::Check,
    subject::Source,
};

rule! {
    LeadingBlanks { severity: Warning, group: Malformed, since: "0.1.0" }
}

impl Check for LeadingBlanks {
    fn source<C: PolicyCatalog>(source: &Source<'_>, cx: &mut Context<'_, '_, C>) {
        if source.blanks.is_empty() || !cx.kind.begins_with_brace() {
            return;
        }
        let end = u32::try_from(source.blanks.len()).unwrap_or(u32::MAX);
        let place = Place { path: Path::ROOT, span: Span::new(0, end) };
        let service = cx.kind.service_name().unwrap_or("IAM");
        let message =
            format!("white space before the first `{{`, which {service} refused in 2019: begin the policy with `{{`");
        cx.report::<Self>(place, message);
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        config::Config,
        json::{self, Span},
        kind::PolicyKind,
        testing::{FULL, allow_with, findings, finds_of_text, messages, policy},
        walk::check,
    };

    #[test]
    fn white_space_before_a_policy_is_reported_at_its_place() {
        let text = policy(&allow_with(""));
        for blanks in [" ", "\n", "\t\r\n  "] {
            let found = findings(&format!("{blanks}{text}"), PolicyKind::Identity);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(found[0].span, Span::new(0, u32::try_from(blanks.len()).unwrap()));
        }
        finds_of_text(PolicyKind::ServiceControl, &format!(" {text}"), &[]);
    }

    #[test]
    fn other_white_space_and_built_policies_are_not_reported() {
        let text = policy(&allow_with(""));
        finds_of_text(PolicyKind::Identity, &format!("{text}\n"), &[]);
        let blank = format!(" {text}");
        let tree = json::parse(blank.as_bytes()).unwrap();
        assert_eq!(check(&tree, PolicyKind::Identity, FULL, &Config::new()).findings, []);
    }

    #[test]
    fn the_message_states_the_year_of_the_evidence() {
        assert_eq!(
            messages(PolicyKind::Identity, &format!(" {}", policy(&allow_with("")))),
            ["white space before the first `{`, which IAM refused in 2019: begin the policy with `{`"]
        );
    }
}
