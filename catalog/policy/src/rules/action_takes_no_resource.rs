//! Reports an action in a statement that names resources, although none of its actions supports resources.
//!
//! ## What it checks
//! No action of the statement supports resource-level permissions, so each of them needs `"Resource": "*"`. The
//! statement names other resources.
//!
//! The rule does not report a statement that names all resources of the service, such as `arn:aws:s3:::*`. AWS's
//! documentation has such statements. If another action of the statement supports resources,
//! `action-needs-own-statement` reports a note instead.
//!
//! ## Why it matters
//! AWS allows the action on `*` or not at all, so the statement allows nothing. A `Deny` in such a statement denies
//! nothing either.
//!
//! ## Example
//! An identity policy that is intended to allow listing functions:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "lambda:ListFunctions",
//!         "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write `"Resource": "*"`.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "lambda:ListFunctions",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if AWS has added support for resources to the action since the month of the catalog.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{Misfit, ResourceMisfit},
};

rule! {
    ActionTakesNoResource { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for ActionTakesNoResource {
    fn resource_misfit<'t, C: PolicyCatalog>(
        misfit: &ResourceMisfit<'_, 't, C::ResourceType>,
        cx: &mut Context<'_, 't, C>,
    ) {
        if misfit.misfit != Misfit::NoActionTakesAny {
            return;
        }
        let message = format!(
            "no action of the statement supports resource-level permissions, so `{}` has no effect: write \
             `\"Resource\": \"*\"`",
            Shown(misfit.text.written())
        );
        cx.report::<Self>(misfit.text.place, message);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds, finds_of_resource, message_of_resource};

    #[test]
    fn actions_that_all_need_a_star_are_reported() {
        let expected = &["action-takes-no-resource /Statement/Action"];
        finds_of_resource(r#""lambda:ListFunctions""#, r#""arn:aws:lambda:*:*:function:*""#, expected);
        let expected =
            &["action-takes-no-resource /Statement/Action/0", "action-takes-no-resource /Statement/Action/1"];
        finds_of_resource(r#"["s3:ListAll*", "ses:GetSendQuota"]"#, r#""arn:aws:s3:::mybucket""#, expected);
    }

    #[test]
    fn all_resources_are_not_reported() {
        finds_of_resource(r#""lambda:ListFunctions""#, r#""*""#, &[]);
        finds_of_resource(r#""s3:ListAllMyBuckets""#, r#""arn:aws:s3:::*""#, &[]);
        let expected = &["shadowed-resource /Statement/Resource/0"];
        finds_of_resource(r#""s3:ListAllMyBuckets""#, r#"["arn:aws:s3:::b", "arn:aws:s3:::*"]"#, expected);
        finds(r#""Effect": "Deny", "Action": "s3:ListAllMyBuckets", "NotResource": "arn:aws:s3:::mybucket""#, &[]);
        // All resources of another service are not all resources of this one.
        let expected = &["action-takes-no-resource /Statement/Action"];
        finds_of_resource(r#""lambda:ListFunctions""#, r#""arn:aws:s3:::*""#, expected);
    }

    #[test]
    fn the_message_states_what_the_action_needs() {
        assert_eq!(
            message_of_resource(r#""s3:ListAllMyBuckets""#, r#""arn:aws:s3:::mybucket""#),
            "no action of the statement supports resource-level permissions, so `s3:ListAllMyBuckets` has no effect: \
             write `\"Resource\": \"*\"`"
        );
    }
}
