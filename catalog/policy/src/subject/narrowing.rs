//! Comparisons of a condition that restrict the callers to whom a statement applies.
//!
//! A comparison does not restrict the callers if it also holds for requests without the key. The same is true if its
//! values match everyone, or if callers choose the value themselves.
//!
//! Sources: [the meaning of "public" in S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status),
//! and [condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)
//! on requests without the key.

mod values;

use alloc::collections::BTreeSet;

use catalog_core::ascii_case::{self, CaseInsensitive};

use crate::{
    document::{ComparisonNode, StatementNode},
    operator::{Comparator, Compares, Operator},
};
use values::is_wide;

/// Global keys that do not identify the caller or the network of the caller, in lower case.
///
/// Some of them are about the request or the resource, and callers choose the values of others.
const OTHER_KEYS: &[&str] = &[
    "aws:currenttime",
    // Every VPC can use the same private addresses.
    "aws:ec2instancesourceprivateipv4",
    "aws:epochtime",
    "aws:ismcpserviceaction",
    "aws:multifactorauthage",
    "aws:multifactorauthpresent",
    "aws:principaltype",
    "aws:referer",
    "aws:requestedregion",
    "aws:resourceaccount",
    "aws:resourceorgid",
    "aws:resourceorgpaths",
    "aws:securetransport",
    "aws:tagkeys",
    "aws:tokenissuetime",
    "aws:useragent",
    "aws:viaawsmcpservice",
    "aws:viaawsservice",
    "aws:vpcsourceip",
];

/// The beginnings of keys that do not identify the caller: templates, and keys of services whose values callers choose.
const OTHER_BEGINNINGS: &[&str] = &[
    "aws:requesttag/",
    "aws:resourcetag/",
    "lambda:functionurlauthtype",
    "lambda:invokedviafunctionurl",
    "s3:authtype",
    "s3:delimiter",
    "s3:max-keys",
    "s3:prefix",
    "s3:signatureage",
    "s3:signatureversion",
    "s3:tlsversion",
    "s3:versionid",
    "s3:x-amz-acl",
    "s3:x-amz-content-sha256",
    "s3:x-amz-storage-class",
];

/// The condition keys that requests must have, because the condition has `"Null": {"key": "false"}`.
///
/// A hole may require any key.
pub(crate) struct PresentKeys<'t> {
    keys: BTreeSet<CaseInsensitive<'t>>,
    /// Whether the condition may require any other key.
    is_open: bool,
}

impl<'t> PresentKeys<'t> {
    /// Returns the keys of a statement.
    pub(crate) fn new(statement: StatementNode<'t>) -> Self {
        let requires = |comparison: &ComparisonNode<'t>| {
            let operator = comparison.operator.text.parse::<Operator>();
            let is_null = operator == Ok(Operator::new(Comparator::Null));
            is_null && comparison.values.each().all(|value| value.is_false() || value.has_hole())
        };
        let keys = statement.conditions().filter(requires);
        let keys = keys.map(|comparison| CaseInsensitive::new(comparison.key.text)).collect();
        Self { keys, is_open: statement.has_unknown_comparisons() }
    }

    /// Returns true if a comparison of a key is false for requests without the key.
    pub(crate) fn are_needed(&self, operator: Operator, key: &str) -> bool {
        if operator.comparator == Comparator::Null || operator.comparator.is_negated() {
            return false;
        }
        !operator.accepts_missing_key() || self.contain(key)
    }

    /// Returns true if requests must have a key.
    pub(crate) fn contain(&self, key: &str) -> bool {
        self.is_open || self.keys.contains(&CaseInsensitive::new(key))
    }
}

/// Returns true if a comparison of the condition restricts the callers, or may do so because of a hole.
pub(crate) fn restricts_callers(statement: StatementNode<'_>) -> bool {
    let present = PresentKeys::new(statement);
    statement.has_unknown_comparisons() || statement.conditions().any(|comparison| restricts(&present, &comparison))
}

/// Returns true if a comparison restricts the callers.
pub(super) fn restricts(present: &PresentKeys<'_>, comparison: &ComparisonNode<'_>) -> bool {
    // An unknown operator has a finding of its own.
    let Ok(operator) = comparison.operator.text.parse::<Operator>() else { return true };
    if !present.are_needed(operator, comparison.key.text) {
        return false;
    }
    // A hole may be a variable.
    let values = comparison.values;
    let has_variable = values.has_open_hole() || values.strings().any(|value| value.text.contains("${"));
    if has_variable && operator.comparator.compares().replaces_variables() {
        return true;
    }
    let is_about_time = matches!(operator.comparator.compares(), Compares::Date | Compares::Numeric);
    let key = comparison.key.text;
    !is_about_time && is_of_caller(key) && !comparison.values.strings().any(|value| is_wide(operator, key, value.text))
}

/// Returns true if the value of a key can identify the caller or the network of the caller.
fn is_of_caller(key: &str) -> bool {
    let begins = |beginning: &&str| key.get(..beginning.len()).is_some_and(|start| ascii_case::eq(start, beginning));
    !OTHER_KEYS.iter().any(|other| ascii_case::eq(other, key)) && !OTHER_BEGINNINGS.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, json, testing::policy};
    use alloc::format;

    /// Returns true if a condition restricts the callers.
    fn restricts(condition: &str) -> bool {
        let text = policy(&format!(r#""Effect": "Allow", "Condition": {{{condition}}}"#));
        let tree = json::parse(text.as_bytes()).unwrap();
        let statement = Document::from_tree(&tree).unwrap().statements().next().unwrap();
        restricts_callers(statement)
    }

    #[test]
    fn fixed_values_of_the_caller_restrict() {
        for condition in [
            r#""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
            r#""StringEquals": {"AWS:SourceAccount": ["111122223333", "444455556666"]}"#,
            r#""IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"]}"#,
            r#""ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:shelf"}"#,
            r#""StringEquals": {"s3:DataAccessPointAccount": "111122223333"}"#,
            r#""Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}"#,
            r#""StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}"#,
            r#""Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}"#,
            r#""StringEquals": {"sts:ExternalId": "a1b2"}"#,
            r#""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1"}, "Null": {"aws:principalorgid": "false"}"#,
            r#""StringEqual": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
        ] {
            assert!(restricts(condition), "{condition}");
        }
    }

    #[test]
    fn a_comparison_that_holds_for_everyone_does_not_restrict() {
        for condition in [
            "",
            r#""StringNotEquals": {"aws:SourceVpc": "vpc-1a2b3c4d"}"#,
            r#""NotIpAddress": {"aws:SourceIp": "203.0.113.7/32"}"#,
            r#""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
            r#""ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#,
            r#""Null": {"aws:SourceVpce": "false"}"#,
            r#""Bool": {"aws:SecureTransport": "true"}"#,
            r#""Bool": {"aws:PrincipalIsAWSService": "false"}"#,
            r#""IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}"#,
            r#""StringLike": {"aws:UserAgent": "shop-*"}, "StringEquals": {"aws:Referer": "https://example.com/"}"#,
            r#""DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}"#,
            r#""NumericLessThan": {"s3:signatureAge": "600000"}"#,
            r#""StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}"#,
            r#""StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1"}, "Null": {"aws:PrincipalOrgID": "true"}"#,
        ] {
            assert!(!restricts(condition), "{condition}");
        }
    }
}
