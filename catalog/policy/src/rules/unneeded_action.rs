//! Reports a declared action that no policy needs.
//!
//! ## What it checks
//! The configuration declares an action that no policy needs.
//!
//! Either the catalog now lists the action, or no policy names it.
//!
//! ## Why it matters
//! An entry that nothing needs makes the configuration longer. The finding also shows which actions a newer catalog
//! lists.
//!
//! ## Example
//! An identity policy, and a `catalog.toml` with an action that the catalog now lists:
//!
//! ```toml
//! [actions]
//! allow = ["ses:SendEmail"]
//! ```
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ses:SendEmail",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the entry.
//!
//! ```toml
//! [actions]
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
    UnneededAction { severity: Note, group: Configuration, since: "0.1.0" }
}

impl Check for UnneededAction {
    fn unneeded_entry(entry: &UnneededEntry<'_>, notes: &mut Vec<Finding>) {
        if matches!(entry.kind, UnneededKind::Action(_)) {
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
        testing::{FULL, policy},
        walk::check_text,
    };

    #[test]
    fn a_declared_action_that_nothing_needs_is_reported() {
        let config = Config::new().action("ses:Frobnicate");
        let notes: Vec<_> = config.unneeded(&config.usage()).iter().map(ToString::to_string).collect();
        assert_eq!(
            notes,
            ["note[unneeded-action]: `ses:Frobnicate` is declared, but nothing needs it: remove the entry"]
        );
    }

    #[test]
    fn a_declared_action_that_a_policy_names_is_not_reported() {
        let config = Config::new().action("ses:Frobnicate");
        let text = policy(r#""Effect": "Deny", "Action": "ses:frobnicate", "Resource": "*""#);
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, &config);
        assert_eq!((outcome.findings, config.unneeded(&outcome.usage)), (Vec::new(), Vec::new()));
    }
}
