//! Reports an allowed finding that does not occur.
//!
//! ## What it checks
//! The configuration allows a finding that does not occur.
//!
//! If several policies are checked with one configuration, the finding is printed after the last policy.
//!
//! ## Why it matters
//! An entry that is no longer needed hides the next finding of the same rule.
//!
//! ## Example
//! An identity policy, and a `catalog.toml` from the time when its `Sid` was empty:
//!
//! ```toml
//! allow = ["empty-sid"]
//! ```
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Sid": "Metrics",
//!         "Effect": "Allow",
//!         "Action": "cloudwatch:PutMetricData",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the entry.
//!
//! ```toml
//! allow = []
//! ```
//!
//! ## When to allow it
//! Allow the finding if several repositories share the configuration and another repository needs the entry.

use alloc::vec::Vec;

use crate::{
    config::{UnneededEntry, UnneededKind},
    finding::{Finding, Rule as _},
    rule::Check,
};

rule! {
    UnneededAllow { severity: Note, group: Configuration, since: "0.1.0" }
}

impl Check for UnneededAllow {
    fn unneeded_entry(entry: &UnneededEntry<'_>, notes: &mut Vec<Finding>) {
        if matches!(entry.kind, UnneededKind::Allowance(_)) {
            notes.push(entry.finding(Self::ID));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString, vec::Vec};

    use crate::{
        config::Config,
        finding::FindingId,
        kind::PolicyKind,
        testing::{FULL, allow_with, policy},
        walk::check_text,
    };

    #[test]
    fn an_allowance_that_nothing_needs_is_reported() {
        let config = Config::new().allow(FindingId::EmptySid).allow_at(FindingId::NoMatch, "/Statement");
        let notes: Vec<_> = config.unneeded(&config.usage()).iter().map(ToString::to_string).collect();
        let expected = [
            "note[unneeded-allow]: `empty-sid` is allowed, but nothing needs it: remove the entry",
            "note[unneeded-allow]: `no-match` is allowed at `/Statement`, but nothing needs it: remove the entry",
        ];
        assert_eq!(notes, expected);
    }

    #[test]
    fn an_allowance_of_a_finding_is_not_reported() {
        let config = Config::new().allow(FindingId::EmptySid);
        let text = policy(&allow_with(r#", "Sid": """#));
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config);
        assert_eq!((outcome.findings, config.unneeded(&outcome.usage)), (Vec::new(), Vec::new()));
    }
}
