//! Reports a principal that another principal of the list already includes.
//!
//! ## What it checks
//! `Principal` or `NotPrincipal` names a principal twice. Or it names a role and a session of the same role.
//!
//! ## Why it matters
//! The principal of a role [includes its
//! sessions](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html). So the session has
//! no effect. The author may have intended to trust only this session.
//!
//! ## Example
//! A trust policy for a role, and for one of its sessions:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {
//!             "AWS": [
//!                 "arn:aws:iam::111122223333:role/deployer",
//!                 "arn:aws:sts::111122223333:assumed-role/deployer/nightly"
//!             ]
//!         },
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the session. If only the session may assume the role, remove the role instead. A session of another role stays.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {
//!             "AWS": [
//!                 "arn:aws:iam::111122223333:role/deployer",
//!                 "arn:aws:sts::111122223333:assumed-role/builder/nightly"
//!             ]
//!         },
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool generates the list of principals.

use alloc::{collections::BTreeSet, format};

use crate::{
    catalog::PolicyCatalog,
    containment::is_session_of,
    context::Context,
    document::{Members, Node, StatementNode, Text},
    finding::AccessAnalyzerCheck,
    kind::PolicyKind,
    rule::Check,
    shown::Shown,
};

rule! {
    RedundantPrincipal { severity: Note, group: Style, since: "0.1.0" }
}

impl Check for RedundantPrincipal {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let lists = [statement.principal(), statement.not_principal()].into_iter().flatten();
        for (_, names) in lists.filter_map(Node::members).flat_map(Members::iter) {
            if names.each().nth(1).is_some() {
                check_list(names, cx);
            }
        }
    }
}

fn check_list<'t, C: PolicyCatalog>(names: Node<'t>, cx: &mut Context<'_, 't, C>) {
    let texts = || names.strings();
    let is_session = |text: &Text<'t>| text.text.contains(":assumed-role/");
    let roles = texts().filter(|text| text.text.contains(":role/")).count() as u64;
    let mut seen = BTreeSet::new();
    for text in texts() {
        if !cx.report.spend(1) {
            return;
        }
        if !seen.insert(text.distinct()) {
            let message = format!("`{}` is already in the list: remove it", Shown(text.written()));
            cx.report::<RedundantPrincipal>(text.place, message);
            continue;
        }
        if !is_session(&text) || !cx.report.spend(roles / 4) {
            continue;
        }
        if let Some(role) = texts().find(|role| is_session_of(text.distinct(), role.distinct())) {
            let message = format!(
                "`{}` already includes its session `{}`: remove one of the two",
                Shown(role.written()),
                Shown(text.written())
            );
            let is_trust = cx.kind == PolicyKind::Trust;
            let reported = cx.report::<RedundantPrincipal>(text.place, message);
            if is_trust {
                reported.about(AccessAnalyzerCheck::RedundantPrincipalInRoleTrustPolicy);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{ASSUME, finds_of_trust, finds_with_holes, message_of, policy, trust_statement},
    };

    const ROLE: &str = "arn:aws:iam::111122223333:role/team/deployer";
    const SESSION: &str = "arn:aws:sts::111122223333:assumed-role/deployer/nightly";

    #[test]
    fn a_session_of_a_named_role_is_reported() {
        let both = alloc::format!(r#"{{"AWS": ["{SESSION}", "{ROLE}", "444455556666"]}}"#);
        finds_of_trust(&both, ASSUME, &["redundant-principal /Statement/Principal/AWS/0"]);
        let twice = r#"{"Service": ["ec2.amazonaws.com", "ec2.amazonaws.com"]}"#;
        finds_of_trust(twice, ASSUME, &["redundant-principal /Statement/Principal/Service/1"]);
    }

    #[test]
    fn other_sessions_and_roles_are_not_reported() {
        for other in ["arn:aws:iam::111122223333:role/deployers", "arn:aws:iam::444455556666:role/deployer"] {
            finds_of_trust(&alloc::format!(r#"{{"AWS": ["{SESSION}", "{other}"]}}"#), ASSUME, &[]);
        }
        finds_of_trust(&alloc::format!(r#"{{"AWS": ["{SESSION}", "111122223333"]}}"#), ASSUME, &[]);
    }

    #[test]
    fn accounts_of_a_known_form_are_compared() {
        for (account, expected) in [
            ("<<A=123456789012>>", &["redundant-principal /Statement/Principal/AWS/1"][..]),
            ("<<B=123456789012>>", &[]),
            ("123456789012", &[]),
            ("<<A>>", &[]),
        ] {
            let both = alloc::format!(
                r#"{{"AWS": ["arn:aws:iam::{account}:role/r", "arn:aws:sts::<<A=123456789012>>:assumed-role/r/s"]}}"#
            );
            finds_with_holes(PolicyKind::Trust, &policy(&trust_statement(&both, ASSUME)), expected);
        }
    }

    #[test]
    fn the_message_states_both_principals() {
        let both = trust_statement(&alloc::format!(r#"{{"AWS": ["{ROLE}", "{SESSION}"]}}"#), ASSUME);
        assert_eq!(
            message_of(PolicyKind::Trust, &both),
            "`arn:aws:iam::111122223333:role/team/deployer` already includes its session \
             `arn:aws:sts::111122223333:assumed-role/deployer/nightly`: remove one of the two"
        );
    }
}
