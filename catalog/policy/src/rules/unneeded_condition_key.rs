//! Reports a declared condition key that no policy needs.
//!
//! ## What it checks
//! The configuration declares a condition key that no policy needs.
//!
//! Either the catalog now lists the key, or no policy names it.
//!
//! ## Why it matters
//! An entry that nothing needs makes the configuration longer. Keys of identity providers never need an entry,
//! because the linter does not report them.
//!
//! ## Example
//! An identity policy, and a `catalog.toml` with a key that the catalog lists:
//!
//! ```toml
//! [condition-keys]
//! allow = ["aws:username"]
//! ```
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::home/*",
//!         "Condition": {"StringEquals": {"aws:username": "ann"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the entry.
//!
//! ```toml
//! [condition-keys]
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
    UnneededConditionKey { severity: Note, group: Configuration, since: "0.1.0" }
}

impl Check for UnneededConditionKey {
    fn unneeded_entry(entry: &UnneededEntry<'_>, notes: &mut Vec<Finding>) {
        if matches!(entry.kind, UnneededKind::ConditionKey(_)) {
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
    fn a_declared_key_that_nothing_needs_is_reported() {
        let config = Config::new().condition_key("mailer:*");
        let notes: Vec<_> = config.unneeded(&config.usage()).iter().map(ToString::to_string).collect();
        assert_eq!(
            notes,
            ["note[unneeded-condition-key]: `mailer:*` is declared, but nothing needs it: remove the entry"]
        );
    }

    #[test]
    fn a_declared_key_that_a_policy_names_is_not_reported() {
        let config = Config::new().condition_key("mailer:*");
        let text = policy(&allow_with(r#", "Condition": {"StringEquals": {"mailer:Sender": "a"}}"#));
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config);
        assert_eq!((outcome.findings, config.unneeded(&outcome.usage)), (Vec::new(), Vec::new()));
    }
}
