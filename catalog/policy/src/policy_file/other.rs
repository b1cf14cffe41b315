//! Recognizes JSON that is not a policy, such as a CloudFormation template, and JSON that resembles a policy.

use core::fmt;

use catalog_core::nearest::distance;

use crate::{
    grammar::{PolicyElement, StatementElement},
    json::{Data, Member, Value},
};

/// The content of a JSON file that contains no policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OtherJson {
    /// A template of AWS CloudFormation or AWS SAM, or the output of the AWS CDK.
    CloudFormation,
    /// The JSON form of a Terraform plan.
    TerraformPlan,
    /// The state of Terraform.
    TerraformState,
    /// A Terraform configuration in its JSON form.
    TerraformConfiguration,
    /// A list of known findings, which `catalog lint --write-baseline` wrote.
    Baseline,
    /// Any other JSON.
    Unknown,
}

impl OtherJson {
    /// Returns true if the file was searched completely, so that it certainly contains no policy.
    #[must_use]
    pub const fn is_searched(self) -> bool {
        matches!(self, Self::CloudFormation | Self::Baseline)
    }

    /// Returns the description of the content with an article, if it is known.
    pub(crate) const fn described(self) -> Option<&'static str> {
        Some(match self {
            Self::CloudFormation => "a CloudFormation template",
            Self::TerraformPlan => "a Terraform plan",
            Self::TerraformState => "a Terraform state",
            Self::TerraformConfiguration => "a Terraform configuration",
            Self::Baseline => "a baseline of findings",
            Self::Unknown => return None,
        })
    }
}

impl fmt::Display for OtherJson {
    /// Writes a message, such as "this is a CloudFormation template: …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(content) = self.described() else {
            return f.write_str("this is not an IAM policy: it has no `Statement`");
        };
        let policies = match self {
            Self::CloudFormation => "templates",
            Self::TerraformPlan => "plans",
            Self::Baseline => return write!(f, "this is {content}: pass it with `--baseline`"),
            _ => "Terraform files",
        };
        write!(f, "this is {content}: policies in {policies} are not checked yet")
    }
}

/// Returns the content of a file that is recognized by the members of its root, such as a template.
pub(super) fn recognized(tree: &Value<'_>) -> Option<OtherJson> {
    let root = members(tree)?;
    let has = |name| named(root, name).next().is_some();
    let has_resources = named(root, "Resources").filter_map(members).flatten().any(|resource| {
        let types = members(&resource.value).into_iter().flat_map(|members| named(members, "Type"));
        types.filter_map(Value::as_str).any(|name| name.contains("::"))
    });
    if has("catalog-baseline") {
        return Some(OtherJson::Baseline);
    }
    if has("AWSTemplateFormatVersion") || has_resources {
        return Some(OtherJson::CloudFormation);
    }
    if has("planned_values") || has("resource_changes") {
        return Some(OtherJson::TerraformPlan);
    }
    if has("terraform_version") {
        return Some(OtherJson::TerraformState);
    }
    let blocks = ["resource", "data"].into_iter().flat_map(|block| named(root, block));
    let is_of_aws =
        |block: &Value<'_>| members(block).is_some_and(|types| types.iter().any(|one| one.name.starts_with("aws_")));
    blocks.into_iter().any(is_of_aws).then_some(OtherJson::TerraformConfiguration)
}

/// Returns true if a value resembles a policy, although it may have mistakes such as `Statment`.
pub(super) fn resembles_policy(value: &Value<'_>) -> bool {
    let Some(members) = members(value) else { return false };
    let is_version = |member: &Member<'_>| {
        member.name.eq_ignore_ascii_case(PolicyElement::Version.name()) && member.value.as_str().is_some_and(is_date)
    };
    let is_statement = |member: &Member<'_>| {
        distance(&member.name, PolicyElement::Statement.name()).is_some_and(|mistakes| mistakes <= 2)
            && matches!(member.value.data, Data::Object(_) | Data::Array(_))
    };
    members.iter().any(|member| is_version(member) || is_statement(member)) || is_statement_like(members)
}

/// Returns true if a value resembles a statement.
pub(super) fn resembles_statement(value: &Value<'_>) -> bool {
    members(value).is_some_and(is_statement_like)
}

/// Returns true if members include several elements of a statement.
fn is_statement_like(members: &[Member<'_>]) -> bool {
    let is_element = |member: &&Member<'_>| StatementElement::ALL.iter().any(|element| element.name() == member.name);
    members.iter().filter(is_element).count() >= 2
}

/// Returns true if a string is a date such as `2012-10-17`, as the versions of the policy language are.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut is_number = |length| {
        parts.next().is_some_and(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_number(4) && is_number(2) && is_number(2) && parts.next().is_none()
}

/// Returns the members of an object.
pub(super) fn members<'t, 'a>(value: &'t Value<'a>) -> Option<&'t [Member<'a>]> {
    match &value.data {
        Data::Object(members) => Some(members),
        _ => None,
    }
}

/// Returns the values of all members with a name, which may repeat.
pub(super) fn named<'t, 'a>(members: &'t [Member<'a>], name: &'t str) -> impl Iterator<Item = &'t Value<'a>> {
    members.iter().filter(move |member| member.name == name).map(|member| &member.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use alloc::string::ToString as _;

    #[test]
    fn templates_are_recognized() {
        use OtherJson::{CloudFormation, TerraformConfiguration, TerraformPlan, TerraformState};
        let table = [
            (r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}"#, Some(CloudFormation)),
            (r#"{"Resources": {"Role": {"Type": "AWS::IAM::Role"}}}"#, Some(CloudFormation)),
            (
                r#"{"Parameters": {}, "Resources": {"X": {"Properties": {}, "Type": "Custom::X"}}}"#,
                Some(CloudFormation),
            ),
            (r#"{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {}}"#, Some(TerraformPlan)),
            (r#"{"resource_changes": []}"#, Some(TerraformPlan)),
            (r#"{"version": 4, "terraform_version": "1.9.0", "serial": 1, "resources": []}"#, Some(TerraformState)),
            (r#"{"resource": {"aws_iam_policy": {"a": {}}}}"#, Some(TerraformConfiguration)),
            (r#"{"Resources": ["a"]}"#, None),
            (r#"{"resource": {"name": "a"}}"#, None),
            (r#"{"Version": "2012-10-17", "Statement": []}"#, None),
            (r#"{"catalog-baseline": 1, "findings": [{"line": "{\"Statement\": []}"}]}"#, Some(OtherJson::Baseline)),
            ("[]", None),
        ];
        for (text, expected) in table {
            assert_eq!(recognized(&parse(text.as_bytes()).unwrap()), expected, "{text}");
        }
        let message = "this is a Terraform plan: policies in plans are not checked yet";
        assert_eq!(TerraformPlan.to_string(), message);
    }

    #[test]
    fn a_policy_with_a_mistake_is_not_taken_for_other_json() {
        for text in [
            r#"{"Statment": []}"#,
            r#"{"statements": [{}]}"#,
            r#"{"version": "2012-10-17"}"#,
            r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}"#,
        ] {
            assert!(resembles_policy(&parse(text.as_bytes()).unwrap()), "{text}");
        }
        for text in [
            r#"{"name": "a", "version": "1.0.0", "private": true}"#,
            r#"{"Version": "1.0", "StartAt": "a", "States": {}}"#,
            r#"{"Resource": "x"}"#,
            r#"{"statement": "text"}"#,
            "[]",
        ] {
            assert!(!resembles_policy(&parse(text.as_bytes()).unwrap()), "{text}");
        }
    }
}
