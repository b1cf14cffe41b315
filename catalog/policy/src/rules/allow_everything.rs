//! Reports a statement that allows every action on every resource.
//!
//! ## What it checks
//! The statement allows every action on every resource, without a condition.
//!
//! Service control policies are not checked, because they grant nothing.
//!
//! ## Why it matters
//! The caller may use every service, including IAM, unless another policy denies it. Administrators have such a
//! policy, and permissions boundaries begin with it.
//!
//! ## Example
//! An identity policy from the first day of a project:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "*",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Allow only the actions that are needed.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["s3:*", "sqs:*"],
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for the policy of an administrator. Allow it also for a permissions boundary that starts from
//! `*` and denies the exceptions.

use crate::{
    PolicyCatalog,
    context::Context,
    document::{Node, StatementNode},
    grammar::Effect,
    rule::Check,
    subject::is_everything,
};

rule! {
    AllowEverything { severity: Warning, group: Security, since: "0.1.0" }
}

impl Check for AllowEverything {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let allows = statement.effect() == Some(Effect::Allow) && !cx.kind.limits_organization();
        let everything =
            |node: Option<Node<'_>>| node.is_some_and(|node| node.strings().any(|text| is_everything(text.text)));
        if allows
            && !statement.is_conditional()
            && everything(statement.actions())
            && everything(statement.resources())
        {
            cx.report::<Self>(statement.members().place, "the statement allows every action on every resource");
        }
    }
}
