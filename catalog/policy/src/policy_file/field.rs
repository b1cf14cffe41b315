//! The members that contain a policy in the output of the AWS CLI, and the kind of policy that each one contains.

use crate::{
    json::{Member, Value},
    kind::PolicyKind,
    shape::{members, named},
};

/// The names of members that contain a policy, ignoring case. Some contain it as an object, and others as a string.
const FIELDS: &[&str] = &[
    // `get-bucket-policy`, `get-key-policy`, the attributes of queues and topics, and many more.
    "Policy",
    // `get-role-policy`, `describe-vpc-endpoints`, `describe-resource-policies`.
    "PolicyDocument",
    // `get-role`.
    "AssumeRolePolicyDocument",
    // `get-policy-version`.
    "Document",
    // `describe-policy` of AWS Organizations.
    "Content",
    // `get-repository-policy` of Amazon ECR.
    "PolicyText",
    // `get-resource-policy` of AWS Secrets Manager.
    "ResourcePolicy",
    // `get-inline-policy-for-permission-set`.
    "InlinePolicy",
    // `get-resource-policy` of AWS Glue.
    "PolicyInJson",
];

/// The objects around a value.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings<'t> {
    /// The name of the member whose value this is, or of the nearest member around a list.
    pub(super) field: Option<&'t str>,
    /// The members of the nearest object around the value.
    pub(super) siblings: &'t [Member<'t>],
}

impl Surroundings<'_> {
    /// Returns true if the member usually contains a policy.
    pub(super) fn is_for_policy(&self) -> bool {
        self.field.is_some_and(|field| FIELDS.iter().any(|known| known.eq_ignore_ascii_case(field)))
    }

    /// Returns the kind of the policy in the member, or `None` if its text must decide.
    pub(super) fn kind(&self) -> Option<PolicyKind> {
        match self.field? {
            "AssumeRolePolicyDocument" => Some(PolicyKind::Trust),
            "PolicyDocument" if self.has("VpcEndpointId") => Some(PolicyKind::VpcEndpoint),
            "PolicyDocument" | "InlinePolicy" => Some(PolicyKind::Identity),
            "Document" if self.has("VersionId") || self.has("IsDefaultVersion") => Some(PolicyKind::Identity),
            "Content" => self.kind_in_organization(),
            "policyText" if self.has("repositoryName") => Some(PolicyKind::Repository),
            "ResourcePolicy" if self.arn().contains(":secretsmanager:") => Some(PolicyKind::Secret),
            // An extension of OpenAPI. See <https://docs.aws.amazon.com/apigateway/latest/developerguide/>, 2026-11.
            "x-amazon-apigateway-policy" => Some(PolicyKind::Resource),
            "Policy" if self.has("QueueArn") => Some(PolicyKind::Queue),
            "Policy" if self.has("TopicArn") => Some(PolicyKind::Topic),
            _ => None,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.siblings.iter().any(|member| member.name == name)
    }

    fn arn(&self) -> &str {
        named(self.siblings, "ARN").find_map(Value::as_str).unwrap_or_default()
    }

    /// Returns the kind that `PolicySummary` states, in the output of `aws organizations describe-policy`.
    fn kind_in_organization(&self) -> Option<PolicyKind> {
        let summaries = named(self.siblings, "PolicySummary").filter_map(members);
        match summaries.flat_map(|summary| named(summary, "Type")).find_map(Value::as_str)? {
            "SERVICE_CONTROL_POLICY" => Some(PolicyKind::ServiceControl),
            "RESOURCE_CONTROL_POLICY" => Some(PolicyKind::ResourceControl),
            _ => None,
        }
    }
}
