//! Reports a placeholder of the configuration that no policy has.
//!
//! ## What it checks
//! The configuration declares a placeholder, but no checked policy has it, or longer matches of other patterns cover it.
//!
//! If several policies are checked with one configuration, the finding is printed after the last policy.
//!
//! ## Why it matters
//! The pattern probably has a typo, or the placeholder was renamed. A placeholder that is not declared is checked as
//! if it were part of the policy.
//!
//! ## Example
//! An identity policy, and a `catalog.toml` with another style of placeholders:
//!
//! ```toml
//! [placeholders]
//! patterns = ["${*}"]
//! ```
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:{{queue}}"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Correct the pattern, or remove it. A `*` matches any name, such as `queue`.
//!
//! ```toml
//! [placeholders]
//! patterns = ["{{*}}"]
//! ```
//!
//! ## When to allow it
//! Allow the finding if several repositories share the configuration and another repository has such placeholders.

use alloc::vec::Vec;

use crate::{
    config::{UnneededEntry, UnneededKind as Unneeded},
    finding::{Finding, Rule as _},
    rule::Check,
};

rule! {
    UnneededPlaceholder { severity: Note, group: Configuration, since: "0.1.0" }
}

impl Check for UnneededPlaceholder {
    fn unneeded_entry(entry: &UnneededEntry<'_>, notes: &mut Vec<Finding>) {
        if matches!(entry.kind, Unneeded::Placeholder(_)) {
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

    fn notes(pattern: &str) -> Vec<alloc::string::String> {
        let config = Config::new().placeholder(pattern);
        let text = policy(&allow_with("").replace("Allow", "{{effect}}"));
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config);
        config.unneeded(&outcome.usage).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_placeholder_of_no_policy_is_reported() {
        let expected = "note[unneeded-placeholder]: no checked policy has the placeholder `{{region}}`: correct it, or \
                        remove it";
        assert_eq!(notes("{{region}}"), [expected]);
    }

    #[test]
    fn a_placeholder_of_a_policy_is_not_reported() {
        assert_eq!(notes("{{*}}"), Vec::<alloc::string::String>::new());
    }
}
