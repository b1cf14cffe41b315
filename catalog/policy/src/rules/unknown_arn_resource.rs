//! Reports an ARN whose resource has none of the forms that its service lists.
//!
//! ## What it checks
//! The resource of the ARN matches no ARN format of the service in AWS's service authorization reference, even with
//! another region and account.
//!
//! The rule checks the ARN by itself. An ARN that has a form of its service, but does not fit the actions of the
//! statement, is reported as `resource-fits-no-action`.
//!
//! ## Why it matters
//! No resource has such an ARN. Common causes are a typo in the type of the resource, and a slash in place of a colon.
//! Access Analyzer [reports such an ARN as an
//! error](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
//!
//! ## Example
//! An identity policy with a slash in the ARN of a function:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "lambda:*",
//!         "Resource": "arn:aws:lambda:eu-west-1:111122223333:function/resize"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the resource in a form of the service.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "lambda:*",
//!         "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:resize"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service has resources of this form, although the reference does not list it.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, WrongArn},
};

rule! {
    UnknownArnResource { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for UnknownArnResource {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        if let ArnFault::UnknownResource(format) = arn.fault {
            let given = Shown(arn.text.written());
            let message =
                format!("no resource of the service has an ARN such as `{given}`: expected a form such as `{format}`");
            cx.report::<Self>(arn.text.place, message).about(arn.fault.access_analyzer());
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::testing::{finds, finds_of_resource, finds_of_resource_with_holes, message_of_resource};

    #[test]
    fn a_resource_of_no_type_is_reported() {
        for resource in [
            "arn:aws:lambda:eu-west-1:111122223333:function/f",
            "arn:aws:lambda:eu-*:111122223333:functions:f",
            "arn:aws:account::111122223333:accounts",
            "arn:aws:ses:eu-west-1:111122223333:template/a/${aws:username}",
        ] {
            for actions in [r#""*""#, r#""lambda:*""#, r#""s3:GetObject""#, r#""ses:SendEmail""#] {
                let expected = &["unknown-arn-resource /Statement/Resource"];
                finds_of_resource(actions, &format!("\"{resource}\""), expected);
            }
        }
        let expected = &["unknown-arn-resource /Statement/NotResource"];
        finds(
            r#""Effect": "Deny", "NotAction": "ses:*", "NotResource": "arn:aws:lambda:*:111122223333:func:f""#,
            expected,
        );
    }

    #[test]
    fn resources_of_a_type_are_not_reported() {
        for resource in [
            "arn:aws:lambda:eu-west-1:111122223333:function:f",
            "arn:aws:lambda:*:*:func*",
            "arn:aws:lambda:*:*:*",
            "arn:aws:hidden:::x",
            "arn:aws:iam::111122223333:role/x",
            "arn:aws:cloudformation:eu-west-1:aws:transform/Include",
            // The page of another service has this type.
            "arn:aws:ses:eu-west-1:111122223333:plugin/p",
        ] {
            finds_of_resource(r#""*""#, &format!("\"{resource}\""), &[]);
        }
    }

    #[test]
    fn a_hole_can_be_a_type() {
        for (resource, expected) in [
            ("arn:aws:lambda:*:*:<<Name>>", &[][..]),
            ("arn:aws:lambda:*:<<Account>>:f", &[]),
            ("arn:aws:lambda:*:111122223333:function/<<Name>>", &["unknown-arn-resource /Statement/Resource"]),
        ] {
            finds_of_resource_with_holes(resource, expected);
        }
    }

    #[test]
    fn the_message_states_a_form() {
        assert_eq!(
            message_of_resource(r#""lambda:*""#, r#""arn:aws:lambda:eu-west-1:111122223333:function/f""#),
            "no resource of the service has an ARN such as `arn:aws:lambda:eu-west-1:111122223333:function/f`: expected a \
             form such as `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`"
        );
    }
}
