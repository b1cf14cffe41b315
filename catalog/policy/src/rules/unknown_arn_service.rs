//! Reports an ARN whose service is not in AWS's reference.
//!
//! ## What it checks
//! The service of the ARN is not a service prefix in AWS's service authorization reference. No ARN format there has the
//! service, either.
//!
//! If an action of the statement has the same prefix, that action has a finding, and the ARN has none. The rule is also
//! quiet about a service with a declared action pattern, such as `example:*`.
//!
//! ## Why it matters
//! No resource has such an ARN, so the statement does not apply to the intended resources. The service in an ARN often
//! differs from the name of the service: the ARNs of AWS Step Functions have `states`.
//!
//! ## Example
//! An identity policy for a state machine:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "states:StartExecution",
//!         "Resource": "arn:aws:stepfunctions:eu-west-1:111122223333:stateMachine:Orders"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the service that the reference lists.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "states:StartExecution",
//!         "Resource": "arn:aws:states:eu-west-1:111122223333:stateMachine:Orders"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the service is newer than the reference, or not documented there.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    rule::Check,
    shown::Shown,
    subject::{ArnFault, WrongArn},
};

rule! {
    UnknownArnService { severity: Warning, group: NoEffect, since: "0.1.0", needs: facts }
}

impl Check for UnknownArnService {
    fn wrong_arn<'t, C: PolicyCatalog>(arn: &WrongArn<'t>, cx: &mut Context<'_, 't, C>) {
        if let ArnFault::UnknownService(service) = arn.fault {
            let cause = format!("unknown service `{}` in the ARN", Shown(&arn.text.written_part(service)));
            let message = arn.message(cause, "write the service prefix of the resource's actions");
            cx.replace::<Self>(arn.text, message, arn.suggestion.clone()).about(arn.fault.access_analyzer());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{finds, finds_of_resource, message_of_resource};

    #[test]
    fn an_unknown_service_is_reported() {
        let expected = &["unknown-arn-service /Statement/Resource -> arn:aws:lambda:*:*:function:f"];
        for actions in [r#""*""#, r#""lambda:CreateFunction""#] {
            finds_of_resource(actions, r#""arn:aws:lamda:*:*:function:f""#, expected);
        }
        let expected = &["unknown-arn-service /Statement/NotResource"];
        finds(r#""Effect": "Deny", "Action": "*", "NotResource": "arn:aws:nothing-like-it:::x""#, expected);
    }

    #[test]
    fn services_and_their_other_names_in_arns_are_not_reported() {
        finds_of_resource(r#""*""#, r#"["arn:aws:hidden:::x", "arn:aws:sqs:*:*:q", "arn:aws:ses:*"]"#, &[]);
    }

    #[test]
    fn the_service_of_an_unknown_action_has_one_finding() {
        let expected = &["unknown-service /Statement/Action -> lambda:CreateFunction"];
        finds_of_resource(r#""lamda:CreateFunction""#, r#""arn:aws:lamda:*:*:function:f""#, expected);
    }

    #[test]
    fn the_message_states_the_service() {
        assert_eq!(
            message_of_resource(r#""*""#, r#""arn:aws:stepfunctions:*:*:stateMachine:a""#),
            "unknown service `stepfunctions` in the ARN: write the service prefix of the resource's actions"
        );
        assert_eq!(
            message_of_resource(r#""*""#, r#""arn:aws:lamda:*:*:function:f""#),
            "unknown service `lamda` in the ARN: did you mean `arn:aws:lambda:*:*:function:f`?"
        );
    }
}
