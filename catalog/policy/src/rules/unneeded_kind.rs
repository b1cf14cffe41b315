//! Reports a kind of policy that is set for files that do not exist.
//!
//! ## What it checks
//! The configuration sets the kind of the policies in some files, but no checked file matches the pattern.
//!
//! If several policies are checked with one configuration, the finding is printed after the last policy. `catalog lint`
//! prints it only if it checks a directory.
//!
//! ## Why it matters
//! The pattern probably has a typo, or the files were moved. In both cases, the policies are checked as another kind.
//!
//! ## Example
//! A service control policy, and a `catalog.toml` with the directory where it was before:
//!
//! ```toml
//! [[kind]]
//! files = "scp/*.json"
//! kind = "service-control"
//! ```
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Deny",
//!         "Action": "ec2:RunInstances",
//!         "Resource": "*",
//!         "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Correct the pattern, or remove the entry. A pattern is relative to `catalog.toml`, and `*` also matches `/`.
//!
//! ```toml
//! kind = []
//! ```
//!
//! ## When to allow it
//! Allow the finding if several repositories share the configuration and another repository has such files.

use alloc::vec::Vec;

use crate::{
    config::{UnneededEntry, UnneededKind as Unneeded},
    finding::{Finding, Rule as _},
    rule::Check,
};

rule! {
    UnneededKind { severity: Note, group: Configuration, since: "0.1.0" }
}

impl Check for UnneededKind {
    fn unneeded_entry(entry: &UnneededEntry<'_>, notes: &mut Vec<Finding>) {
        if matches!(entry.kind, Unneeded::FileKind(_)) {
            notes.push(entry.finding(Self::ID));
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString, vec::Vec};

    use crate::{
        config::Config,
        kind::PolicyKind,
        testing::{FULL, allow_with, policy},
        walk::check_text,
    };

    #[test]
    fn a_kind_of_no_checked_file_is_reported() {
        let config = Config::new().kind("scp/*.json", PolicyKind::ServiceControl);
        let notes: Vec<_> = config.unneeded(&config.usage()).iter().map(ToString::to_string).collect();
        let expected = "note[unneeded-kind]: no checked file matches `scp/*.json`: correct the pattern, or remove the \
                        entry";
        assert_eq!(notes, [expected]);
    }

    #[test]
    fn a_kind_of_a_checked_file_is_not_reported() {
        let config = Config::new().kind("scp/*.json", PolicyKind::ServiceControl).kind("*", PolicyKind::Identity);
        let text = policy(&allow_with(""));
        let for_file = config.clone().for_file("scp/regions.json");
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &for_file);
        assert_eq!((outcome.findings, config.unneeded(&outcome.usage)), (Vec::new(), Vec::new()));
    }
}
