//! Reports a value that its condition key can never have.
//!
//! ## What it checks
//! The value can never match the key: it is not a 12-digit account ID, an organization, a VPC or a
//! service. Values of keys about principals are also checked.
//!
//! The rule checks the global keys for accounts, organizations, services, VPCs and VPC endpoints. It also
//! checks `iam:PassedToService`, `iam:AWSServiceName`, `kms:CallerAccount` and `kms:ViaService`. For these keys, it
//! skips patterns and policy variables, because they can match many values.
//!
//! Some keys hold the ARN of a KMS key, such as `s3:x-amz-server-side-encryption-aws-kms-key-id`. Their values are
//! neither the ID nor an alias of the key. For `dynamodb:Select`, `dynamodb:ReturnValues` and
//! `dynamodb:ReturnConsumedCapacity`, [DynamoDB lists all
//! values](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html#FGAC_DDB.ConditionKeys).
//!
//! Of the keys about principals, the rule checks `aws:PrincipalArn`, `aws:userid` and `aws:username`. The value of
//! `aws:PrincipalArn` is [the ARN of the
//! role](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn)
//! for a session that has assumed the role. A value such as `arn:aws:sts::111122223333:assumed-role/admin/*` therefore
//! never matches, with or without wildcards.
//!
//! ## Why it matters
//! IAM compares the value with the request character by character. An account ID has 12 digits in a request, so a
//! value with hyphens never matches.
//!
//! ## Example
//! A resource policy of a queue that a topic writes to:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "1111-2222-3333"}}
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write a value of the form that the message states.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "sns.amazonaws.com"},
//!         "Action": "sqs:SendMessage",
//!         "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
//!         "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if requests can have a value of a form that this rule does not know.

use alloc::format;

use catalog_core::{ascii_case, wildcard::has_wildcard};

use crate::{
    catalog::PolicyCatalog,
    context::{Context, OVERLAP},
    finding::AccessAnalyzerCheck,
    operator::Compares,
    principal::PrincipalKind,
    rule::Check,
    shown::Shown,
    subject::{
        ComparedValue,
        shared_checks::{KMS_KEY, SERVICE_FORMAT},
    },
    value,
    value_shapes::ValueShape,
};

rule! {
    ValueForm { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for ValueForm {
    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, key, text, .. } = value;
        if key.hole.is_some() || text.is_open() {
            return;
        }
        let is_compared = match operator.comparator.compares() {
            Compares::String => true,
            // The rule `value-type` reports a string that is not an ARN.
            Compares::Arn => value::is_arn_pattern(text.text),
            _ => false,
        };
        // The rule `unknown-region` checks regions.
        let shape = ValueShape::from_key(key.text).filter(|shape| is_compared && *shape != ValueShape::Region);
        let Some(shape) = shape else { return };
        let (wildcards, variables) = shape.allows_patterns();
        let ignores_case = operator.comparator.ignores_case();
        let is_skipped = has_wildcard(text.text) && !wildcards || text.text.contains("${") && !variables;
        if !is_skipped && cx.report.spend(OVERLAP) && !fits(shape, text.text, ignores_case) {
            let (given, key, right) = (Shown(text.written()), Shown(key.written()), shape.described(text.text));
            let message = format!("`{given}` is not a value of `{key}`: {right}");
            cx.report::<Self>(text.place, message).about(check_of(shape, value.key.text));
        }
    }
}

/// Returns the check of IAM Access Analyzer about values of a shape.
fn check_of(shape: ValueShape, key: &str) -> Option<AccessAnalyzerCheck> {
    match shape {
        ValueShape::Service | ValueShape::ServiceInRegion => Some(SERVICE_FORMAT),
        ValueShape::Vpc => Some(AccessAnalyzerCheck::InvalidVpcFormat),
        ValueShape::VpcEndpoint => Some(AccessAnalyzerCheck::InvalidVpceFormat),
        ValueShape::KmsKey => Some(KMS_KEY),
        ValueShape::OneOf(_) => [
            ("dynamodb:ReturnConsumedCapacity", AccessAnalyzerCheck::DynamodbInvalidReturnConsumedCapacity),
            ("dynamodb:ReturnValues", AccessAnalyzerCheck::DynamodbInvalidReturnValues),
            ("dynamodb:Select", AccessAnalyzerCheck::DynamodbInvalidSelectValue),
        ]
        .into_iter()
        .find(|(known, _)| ascii_case::eq(known, key))
        .map(|(_, check)| check),
        _ => None,
    }
}

/// Returns true if a string can be a value of a shape. The name of a service also needs the domain of services.
fn fits(shape: ValueShape, text: &str, ignores_case: bool) -> bool {
    let is_about_services = matches!(shape, ValueShape::Service | ValueShape::ServiceInRegion);
    let is_service = !is_about_services || PrincipalKind::Service.check(text).is_ok();
    is_service && shape.fits(text, ignores_case)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        testing::{finds_of_value, message_of_condition},
        value_shapes::ValueShape,
    };

    #[test]
    fn a_value_of_another_shape_than_the_key_has_is_reported() {
        finds_of_value("StringEquals", "aws:SourceAccount", r#"["111122223333", "1111"]"#, &["value-form @/1"]);
        finds_of_value("StringNotEquals", "aws:PrincipalOrgID", r#""r-ab12""#, &["value-form @"]);
        finds_of_value("StringEquals", "aws:SourceVpce", r#""vpc-1a2b3c4d""#, &["value-form @"]);
    }

    #[test]
    fn values_of_the_shape_patterns_and_variables_are_not_reported() {
        finds_of_value("StringEquals", "aws:sourceaccount", "111122223333", &[]);
        let values = r#"["1111*", "anonymous", "${aws:ResourceAccount}"]"#;
        finds_of_value("StringLike", "aws:PrincipalAccount", values, &["wide-wildcard @/0"]);
        // `Null` compares no values.
        finds_of_value("Null", "aws:SourceAccount", r#""true""#, &[]);
    }

    #[test]
    fn ids_of_networks_have_8_or_17_digits() {
        for (key, right, wrong) in [
            ("aws:SourceVpc", r#"["vpc-1a2b3c4d", "vpc-0123456789abcdef0"]"#, "vpc-office"),
            ("aws:SourceVpce", r#"["vpce-1a2b3c4d", "vpce-0123456789abcdef0"]"#, "vpce-1a2b3c"),
        ] {
            finds_of_value("StringNotEquals", key, right, &[]);
            finds_of_value("StringNotEqualsIfExists", key, &format!(r#""{wrong}""#), &["value-form @"]);
        }
    }

    #[test]
    fn a_service_in_a_region_has_the_domain_of_services_in_lower_case() {
        let fits = |text, ignores_case| super::fits(ValueShape::ServiceInRegion, text, ignores_case);
        for wrong in ["ses.eu-west-1.amazonaws", "SES.eu-west-1.amazonaws.com", "ses.amazonaws.com"] {
            assert!(!fits(wrong, false), "{wrong}");
        }
        assert!(fits("ses.eu-west-1.amazonaws.com", false) && fits("ses.cn-north-1.amazonaws.com.cn", false));
        assert!(fits("Ses.eu-west-1.amazonaws.com", true));
    }

    #[test]
    fn the_arn_of_a_session_is_not_the_arn_of_a_principal() {
        for session in ["arn:aws:sts::111122223333:assumed-role/admin/*", "arn:aws:sts::*:assumed-role/admin/ann"] {
            for operator in ["ArnLike", "ArnNotEquals"] {
                finds_of_value(operator, "aws:principalarn", &format!(r#""{session}""#), &["value-form @"]);
            }
            for operator in ["StringLikeIfExists", "StringNotLike"] {
                let expected = &["string-operator-for-arn @", "value-form @"];
                finds_of_value(operator, "aws:principalarn", &format!(r#""{session}""#), expected);
            }
        }
        let right = r#"["arn:aws:iam::111122223333:role/admin", "arn:aws:sts::111122223333:federated-user/ann"]"#;
        finds_of_value("ArnNotLike", "aws:PrincipalArn", right, &[]);
        // Other keys can have the ARN of a session.
        let session = r#""arn:aws:sts::111122223333:assumed-role/admin/ann""#;
        finds_of_value("ArnLike", "aws:SourceArn", session, &[]);
        finds_of_value("StringLike", "aws:userid", session, &["value-form @"]);
        finds_of_value("ArnLike", "aws:PrincipalArn", r#""admin""#, &["value-type @"]);
    }

    #[test]
    fn the_message_states_the_shape() {
        assert_eq!(
            message_of_condition(r#""ArnLike": {"aws:PrincipalArn": "arn:aws:sts::*:assumed-role/a/*"}"#),
            "`arn:aws:sts::*:assumed-role/a/*` is not a value of `aws:PrincipalArn`: a session has the ARN of its role, \
             such as `arn:aws:iam::111122223333:role/admin`"
        );
        assert_eq!(
            message_of_condition(r#""StringEquals": {"aws:SourceAccount": "1111"}"#),
            "`1111` is not a value of `aws:SourceAccount`: expected a 12-digit account ID"
        );
    }
}
