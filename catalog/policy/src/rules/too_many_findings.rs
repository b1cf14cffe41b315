//! Reports that the check stopped before the end of the policy.
//!
//! ## What it checks
//! The check stopped early, because it found too many problems or the policy needs too much work.
//!
//! A check collects at most 1,000 findings, including allowed ones. It also stops if the policy needs more work
//! than any policy that AWS accepts.
//!
//! ## Why it matters
//! The rest of the policy was not checked, so it may have more problems.
//!
//! ## Example
//! An identity policy that contains this statement 1,000 times, each with a finding:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "sqs:SendMesage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         }
//!     ]
//! }
//! ```
//!
//! ## Fix
//! Fix the reported problems, and check the policy again.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": [
//!         {
//!             "Effect": "Allow",
//!             "Action": "sqs:SendMessage",
//!             "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders"
//!         }
//!     ]
//! }
//! ```
//!
//! ## When to allow it
//! The finding cannot be allowed. It is the only sign that the check is incomplete.

use alloc::{borrow::ToOwned as _, format};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    finding::{LIMIT, Rule as _},
    rule::Check,
    subject::Stopped,
};

rule! {
    TooManyFindings { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for TooManyFindings {
    fn stopped<'t, C: PolicyCatalog>(stopped: &Stopped<'t>, cx: &mut Context<'_, 't, C>) {
        let message = if stopped.has_too_many_findings {
            format!("the check stopped after {LIMIT} findings: fix these first")
        } else {
            "the check stopped early: the policy needs more work than any policy that AWS accepts".to_owned()
        };
        // This finding does not count toward the limit, which the check may have reached.
        cx.report.add_last(Self::ID, stopped.place, message);
    }
}

#[cfg(test)]
mod tests {
    use alloc::{
        format,
        string::{String, ToString as _},
        vec::Vec,
    };

    use crate::{
        config::Config,
        finding::{FindingId, LIMIT},
        kind::PolicyKind,
        testing::{FULL, policy},
        walk::check_text,
    };

    /// Checks a policy with a list of actions, and returns the message that the check stopped.
    ///
    /// Replaces each `#` in the action with the number of the action in the list.
    fn message_about(action: &str, count: usize) -> Option<String> {
        let actions: Vec<_> =
            (0..count).map(|number| format!("\"{}\"", action.replace('#', &number.to_string()))).collect();
        let statement = format!(r#""Effect": "Deny", "Action": [{}], "Resource": "*""#, actions.join(","));
        let config = Config::new().allow(FindingId::Large);
        let findings = check_text(policy(&statement).as_bytes(), PolicyKind::Identity, FULL, &config).findings;
        findings.into_iter().find(|finding| finding.id == FindingId::TooManyFindings).map(|finding| finding.message)
    }

    #[test]
    fn the_check_stops_after_many_findings() {
        let stopped = "the check stopped after 1000 findings: fix these first";
        assert_eq!(message_about("ses:Frobnicate#", LIMIT).as_deref(), Some(stopped));
    }

    #[test]
    fn the_check_stops_after_much_work() {
        let stopped = "the check stopped early: the policy needs more work than any policy that AWS accepts";
        assert_eq!(message_about("s3:*a*b*#*", LIMIT).as_deref(), Some(stopped));
    }

    #[test]
    fn fewer_findings_do_not_stop_the_check() {
        // The size of the policy also counts as a finding.
        assert_eq!(message_about("ses:Frobnicate#", LIMIT - 2), None);
        assert_eq!(message_about("s3:*a*b*#*", LIMIT / 2), None);
    }
}
