//! Reports actions with which the principal can use the permissions of the roles of existing resources.
//!
//! ## What it checks
//! The policy allows all actions of a published method to run code in a resource that already has a role. Examples of
//! such resources are functions, instances and build projects. The actions are allowed on all resources of the type. A
//! principal that may assume every role is reported too.
//!
//! The message names the method and its list, as that of `privilege-escalation` does. Both rules treat resources,
//! conditions and `Deny` statements in the same way.
//!
//! ## Why it matters
//! The principal has the permissions of all these resources, also of those that another team creates later.
//!
//! ## Example
//! An identity policy for everyone who deploys a function:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "lambda:UpdateFunctionCode",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! The rule is off by default. A configuration turns it on:
//!
//! ```toml
//! warn = ["role-takeover"]
//! ```
//!
//! ## Fix
//! Allow the actions only on the resources of the team.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "lambda:UpdateFunctionCode",
//!         "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:shop-*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the resources of the account have no more permissions than the principal.

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, subject::Escalation};

rule! {
    RoleTakeover { severity: Warning, group: Restriction, since: "0.1.0" }
}

impl Check for RoleTakeover {
    fn escalation<'t, C: PolicyCatalog>(escalation: &Escalation<'t>, cx: &mut Context<'_, 't, C>) {
        if escalation.needs_resource() {
            cx.report::<Self>(escalation.text.place, escalation.message());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        finding::Group,
        kind::PolicyKind,
        testing::{found_of_group, policy},
    };

    fn finds(actions: &str, resource: &str, expected: &[&str]) {
        let allow = policy(&alloc::format!(r#""Effect": "Allow", "Action": {actions}, "Resource": {resource}"#));
        let found = found_of_group(Group::Restriction, &allow, PolicyKind::Identity).into_iter();
        let found: alloc::vec::Vec<_> = found.filter(|text| text.starts_with("role-takeover")).collect();
        assert_eq!(found, expected, "{actions} {resource}");
    }

    #[test]
    fn methods_on_all_resources_are_reported() {
        let expected = &["role-takeover /Statement/Action"];
        finds(r#""lambda:UpdateFunctionCode""#, r#""arn:aws:lambda:*:111122223333:function:*""#, expected);
        finds(r#""sts:AssumeRole""#, r#""*""#, expected);
        let expected = &["role-takeover /Statement/Action/0"];
        finds(r#"["ecs:ExecuteCommand", "ecs:Describe*"]"#, r#""*""#, expected);
    }

    #[test]
    fn some_resources_and_parts_of_methods_are_not_reported() {
        finds(r#""lambda:UpdateFunctionCode""#, r#""arn:aws:lambda:*:*:function:shop-*""#, &[]);
        finds(r#""ecs:ExecuteCommand""#, r#""*""#, &[]);
        finds(r#""sts:AssumeRole""#, r#""arn:aws:iam::111122223333:role/shop""#, &[]);
    }
}
