//! The argument `--kind`: the names of the kinds, with help that describes what each policy is attached to.

use std::ffi::OsStr;

use catalog::policy::PolicyKind;
use clap::{
    Arg, Command, Error,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

/// Parses the name of a kind of policy.
#[derive(Clone, Copy, Debug)]
pub(super) struct KindParser;

impl TypedValueParser for KindParser {
    type Value = PolicyKind;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, value: &OsStr) -> Result<PolicyKind, Error> {
        let name = names().parse_ref(command, argument, value)?;
        // Every possible value is the name of a kind.
        Ok(PolicyKind::from_name(&name).unwrap_or(PolicyKind::Identity))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue>>> {
        Some(Box::new(PolicyKind::ALL.iter().copied().map(possible_value)))
    }
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(PolicyKind::ALL.iter().copied().map(possible_value))
}

fn possible_value(kind: PolicyKind) -> PossibleValue {
    PossibleValue::new(kind.name()).aliases(kind.other_names()).help(help(kind))
}

/// Describes a kind by what the policy is attached to.
fn help(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Identity => "Attached to a user, group or role: what it may do",
        PolicyKind::Resource => "Attached to a resource of any service: who may do what with it",
        PolicyKind::Trust => "Attached to a role: who may assume it",
        PolicyKind::ServiceControl => "Attached to accounts of an organization: the most that their principals may do",
        PolicyKind::ResourceControl => {
            "Attached to accounts of an organization: the most that anyone may do with their resources"
        }
        PolicyKind::PermissionBoundary => "Attached to a user or role: the most that its policies can grant",
        PolicyKind::Session => "Passed when a session is created: the most that the session may do",
        PolicyKind::VpcEndpoint => "Attached to a VPC endpoint: the requests that it forwards",
        PolicyKind::Bucket => "Attached to an S3 bucket or access point",
        PolicyKind::Queue => "Attached to an SQS queue",
        PolicyKind::Topic => "Attached to an SNS topic",
        PolicyKind::Key => "Attached to a KMS key",
        PolicyKind::Repository => "Attached to an ECR repository",
        PolicyKind::Table => "Attached to a DynamoDB table or stream",
        PolicyKind::Secret => "Attached to a secret of Secrets Manager",
        PolicyKind::Function => "Attached to a Lambda function or layer",
        kind => kind.described(),
    }
}
