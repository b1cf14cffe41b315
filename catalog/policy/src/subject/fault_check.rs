//! Names the check of IAM Access Analyzer that is about a fault in the form of a policy. Some checks are about faults that
//! several rules report.

use crate::{
    finding::AccessAnalyzerCheck,
    form::FormError,
    operator::{Operator, SetOperator},
};

/// Returns the check that is about a fault, if the rules about other parts of a policy do not report the check.
pub(crate) fn check_of_fault(error: &FormError) -> Option<AccessAnalyzerCheck> {
    let check = match error {
        FormError::WrongType { .. }
        | FormError::OctalNumber { .. }
        | FormError::KeyOutsideOperator { .. }
        | FormError::PrincipalType { .. } => AccessAnalyzerCheck::DataTypeMismatch,
        FormError::UnknownElement { .. } | FormError::ElementCase { .. } => AccessAnalyzerCheck::InvalidPolicyElement,
        FormError::RepeatedInOtherCase { .. } => AccessAnalyzerCheck::DuplicateKeysWithDifferentCase,
        FormError::ConflictingElements { .. } => AccessAnalyzerCheck::UnsupportedElementCombination,
        FormError::NotAPolicy | FormError::BareStatement | FormError::NoStatement => {
            return check_of_missing_element("Statement");
        }
        FormError::MissingElement { element, .. } => return check_of_missing_element(element),
        FormError::EmptyList { element } => return check_of_empty_list(element),
        FormError::EmptyCondition { .. } => AccessAnalyzerCheck::EmptyObjectCondition,
        FormError::EmptyValues { operator, .. } => check_of_empty_values(*operator),
        FormError::NoPrincipal => AccessAnalyzerCheck::EmptyObjectPrincipal,
        FormError::EmptyPrincipals { .. } | FormError::EmptyPrincipalList => AccessAnalyzerCheck::EmptyArrayPrincipal,
        _ => return None,
    };
    Some(check)
}

/// Returns the check that is about a missing element.
pub(crate) fn check_of_missing_element(element: &str) -> Option<AccessAnalyzerCheck> {
    Some(match element {
        "Action" => AccessAnalyzerCheck::MissingAction,
        "Effect" => AccessAnalyzerCheck::MissingEffect,
        "Principal" => AccessAnalyzerCheck::MissingPrincipal,
        "Resource" => AccessAnalyzerCheck::MissingResource,
        "Statement" => AccessAnalyzerCheck::MissingStatement,
        "Version" => AccessAnalyzerCheck::MissingVersion,
        _ => return None,
    })
}

/// Returns the check that is about an empty list of actions or resources.
fn check_of_empty_list(element: &str) -> Option<AccessAnalyzerCheck> {
    Some(match element {
        "Action" | "NotAction" => AccessAnalyzerCheck::EmptyArrayAction,
        "Resource" | "NotResource" => AccessAnalyzerCheck::EmptyArrayResource,
        _ => return None,
    })
}

/// Returns the check that is about an empty list of the values of a condition key.
fn check_of_empty_values(operator: Option<Operator>) -> AccessAnalyzerCheck {
    match operator {
        Some(Operator { set: Some(SetOperator::ForAllValues), .. }) => {
            AccessAnalyzerCheck::EmptyArrayConditionForallvalues
        }
        Some(Operator { set: Some(SetOperator::ForAnyValue), .. }) => {
            AccessAnalyzerCheck::EmptyArrayConditionForanyvalue
        }
        Some(Operator { if_exists: true, .. }) => AccessAnalyzerCheck::EmptyArrayConditionIfexists,
        _ => AccessAnalyzerCheck::EmptyArrayCondition,
    }
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use crate::{kind::PolicyKind, testing::findings};

    /// Returns the codes of the checks that the findings of a policy name.
    fn codes_of(kind: PolicyKind, text: &str) -> Vec<&'static str> {
        findings(text, kind).iter().filter_map(|finding| Some(finding.access_analyzer?.code())).collect()
    }

    /// Returns the codes of an identity policy with one statement.
    fn codes(statement: &str) -> Vec<&'static str> {
        codes_of(PolicyKind::Identity, &format!(r#"{{"Version": "2012-10-17", "Statement": {{{statement}}}}}"#))
    }

    /// Returns the elements of a statement with a condition.
    fn with(condition: &str) -> String {
        format!(r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*", "Condition": {condition}"#)
    }

    #[test]
    fn faults_of_elements_have_their_checks() {
        for (statement, code) in [
            (r#""Effect": "Deny", "Resource": "*""#, "MISSING_ACTION"),
            (r#""Action": "ses:SendEmail", "Resource": "*""#, "MISSING_EFFECT"),
            (r#""Effect": "Deny", "NotAction": [], "Resource": "*""#, "EMPTY_ARRAY_ACTION"),
            (r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": []"#, "EMPTY_ARRAY_RESOURCE"),
            (r#""Effect": "Deny", "Action": "ses:SendEmail", "NotResource": []"#, "EMPTY_ARRAY_RESOURCE"),
            (r#""Effect": 1, "Action": "ses:SendEmail", "Resource": "*""#, "DATA_TYPE_MISMATCH"),
            (r#""Effect": "Deny", "Action": ["ses:SendEmail", 1], "Resource": "*""#, "DATA_TYPE_MISMATCH"),
            (r#""Effect": "deny", "Action": "ses:SendEmail", "Resource": "*""#, "INVALID_EFFECT"),
            (r#""effect": "Deny", "Action": "ses:SendEmail", "Resource": "*""#, "INVALID_POLICY_ELEMENT"),
            (r#""Effect": "Deny", "Action": "ses:SendEmail", "Resources": "*""#, "INVALID_POLICY_ELEMENT"),
            (r#""Sid": "a-b", "Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*""#, "UNSUPPORTED_SID"),
            (r#""Sid": "", "Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*""#, "EMPTY_SID_VALUE"),
        ] {
            assert_eq!(codes(statement), [code], "{statement}");
        }
        let both = r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*", "NotResource": "arn:aws:s3:::a""#;
        assert_eq!(codes(both), ["UNSUPPORTED_ELEMENT_COMBINATION"]);
    }

    #[test]
    fn faults_of_conditions_have_their_checks() {
        let values = |operator: &str| with(&format!(r#"{{"{operator}": {{"aws:PrincipalTag/team": []}}}}"#));
        for (statement, code) in [
            (with("{}"), "EMPTY_OBJECT_CONDITION"),
            (with(r#"{"StringEquals": {}}"#), "EMPTY_OBJECT_CONDITION"),
            (with("[]"), "DATA_TYPE_MISMATCH"),
            (with(r#"{"aws:SourceVpc": "vpc-0a1b2c3d"}"#), "DATA_TYPE_MISMATCH"),
            (values("StringEquals"), "EMPTY_ARRAY_CONDITION"),
            (values("StringEqualsIfExists"), "EMPTY_ARRAY_CONDITION_IFEXISTS"),
        ] {
            assert_eq!(codes(&statement), [code], "{statement}");
        }
        for (operator, code) in [
            ("ForAllValues:StringLike", "EMPTY_ARRAY_CONDITION_FORALLVALUES"),
            ("foranyvalue:StringLikeIfExists", "EMPTY_ARRAY_CONDITION_FORANYVALUE"),
        ] {
            assert_eq!(codes(&with(&format!(r#"{{"{operator}": {{"aws:TagKeys": []}}}}"#))), [code], "{operator}");
        }
        let repeated =
            |second: &str| with(&format!(r#"{{"StringEquals": {{"aws:PrincipalTag/team": "a", "{second}": "b"}}}}"#));
        assert_eq!(codes(&repeated("aws:principalTag/Team")), ["DUPLICATE_KEYS_WITH_DIFFERENT_CASE"]);
        assert_eq!(codes(&repeated("aws:PrincipalTag/team")), <[&str; 0]>::default());
    }

    #[test]
    fn faults_of_policies_have_their_checks() {
        let deny = r#""Statement": {"Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*"}"#;
        for (kind, text, code) in [
            (PolicyKind::Identity, "{", "JSON_SYNTAX_ERROR"),
            (PolicyKind::Identity, "{}", "MISSING_STATEMENT"),
            (PolicyKind::Identity, r#"{"Version": "2012-10-17"}"#, "MISSING_STATEMENT"),
            (PolicyKind::Identity, r#"{"Version": "2012-10-17", "Statement": []}"#, "MISSING_STATEMENT"),
            (PolicyKind::Identity, "[]", "DATA_TYPE_MISMATCH"),
            (PolicyKind::Identity, &format!(r#"{{"Version": 20121017, {deny}}}"#), "DATA_TYPE_MISMATCH"),
            (PolicyKind::Identity, &format!(r#"{{"Version": "2012", {deny}}}"#), "INVALID_VERSION"),
            (PolicyKind::Identity, &format!("{{{deny}}}"), "MISSING_VERSION"),
            (PolicyKind::ServiceControl, &format!("{{{deny}}}"), "MISSING_VERSION"),
        ] {
            assert_eq!(codes_of(kind, text), [code], "{text}");
        }
    }

    #[test]
    fn faults_of_principals_have_their_checks() {
        for (principal, code) in [
            ("{}", "EMPTY_OBJECT_PRINCIPAL"),
            ("[]", "EMPTY_ARRAY_PRINCIPAL"),
            (r#"{"AWS": []}"#, "EMPTY_ARRAY_PRINCIPAL"),
            (r#"{"AWS": 111122223333}"#, "DATA_TYPE_MISMATCH"),
        ] {
            let statement = format!(r#""Effect": "Deny", "Principal": {principal}, "Action": "ses:SendEmail""#);
            let text = format!(r#"{{"Version": "2012-10-17", "Statement": {{{statement}}}}}"#);
            assert_eq!(codes_of(PolicyKind::Resource, &text), [code], "{principal}");
        }
    }
}
