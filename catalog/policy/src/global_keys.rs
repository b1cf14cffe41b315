//! The condition keys that belong to no service's page: AWS's global ones.
//!
//! Source, as AWS had it in the summer of 2026, key by key with data type and value type:
//! [AWS global condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html),
//! the keys that other services give to the credentials of a role among them (`ec2:SourceInstanceArn`). Not on it are
//! * `aws:SourceOwner`, which every topic's first policy has:
//!   [Example cases for SNS access control](https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#source-account-versus-source-owner);
//! * `cognito-identity.amazonaws.com:amr`, which a service's page calls a key of one value, and which carries several:
//!   [IAM and STS condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_amr).
//!
//! A key that a service's page lists besides, as `aws:TagKeys`, is described here alone.

use catalog_core::{
    ConditionKeyType::{self, Arn, ArrayOfString, Bool, Date, IpAddress, Numeric, String},
    ascii_case,
};

/// A global condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlobalKey {
    /// AWS's name. That of a template ends in the slash behind which a tag's key stands.
    pub name: &'static str,
    /// The type of its values; an array where a request carries several.
    pub value_type: ConditionKeyType,
}

impl GlobalKey {
    /// Whether its users put a tag's key behind the name.
    #[must_use]
    pub const fn is_template(self) -> bool {
        matches!(self.name.as_bytes(), [.., b'/'])
    }
}

const fn key(name: &'static str, value_type: ConditionKeyType) -> GlobalKey {
    GlobalKey { name, value_type }
}

/// Every global key, in order of name.
pub const GLOBAL_KEYS: &[GlobalKey] = &[
    key("aws:AssumedRoot", Bool),
    key("aws:CalledVia", ArrayOfString),
    key("aws:CalledViaAWSMCP", String),
    key("aws:CalledViaFirst", String),
    key("aws:CalledViaLast", String),
    key("aws:ChatbotSourceArn", Arn),
    key("aws:CurrentTime", Date),
    key("aws:Ec2InstanceSourcePrivateIPv4", IpAddress),
    key("aws:Ec2InstanceSourceVpc", String),
    // Seconds since 1970, which the operators of dates compare as well.
    key("aws:EpochTime", Numeric),
    // The ARN of a provider, or the name of one of AWS's own: operators of both kinds compare it.
    key("aws:FederatedProvider", String),
    key("aws:IsMcpServiceAction", Bool),
    key("aws:MultiFactorAuthAge", Numeric),
    key("aws:MultiFactorAuthPresent", Bool),
    key("aws:PrincipalAccount", String),
    key("aws:PrincipalArn", Arn),
    key("aws:PrincipalIsAWSService", Bool),
    key("aws:PrincipalOrgID", String),
    key("aws:PrincipalOrgPaths", ArrayOfString),
    key("aws:PrincipalServiceName", String),
    key("aws:PrincipalServiceNamesList", ArrayOfString),
    key("aws:PrincipalTag/", String),
    key("aws:PrincipalType", String),
    key("aws:RequestTag/", String),
    key("aws:RequestedRegion", String),
    key("aws:ResourceAccount", String),
    key("aws:ResourceOrgID", String),
    key("aws:ResourceOrgPaths", ArrayOfString),
    key("aws:ResourceTag/", String),
    key("aws:SecureTransport", Bool),
    key("aws:SignInSessionArn", Arn),
    key("aws:SourceAccount", String),
    key("aws:SourceArn", Arn),
    key("aws:SourceIdentity", String),
    key("aws:SourceIp", IpAddress),
    key("aws:SourceOrgID", String),
    key("aws:SourceOrgPaths", ArrayOfString),
    key("aws:SourceOwner", String),
    key("aws:SourceVpc", String),
    key("aws:SourceVpcArn", Arn),
    key("aws:SourceVpce", String),
    key("aws:TagKeys", ArrayOfString),
    key("aws:TokenIssueTime", Date),
    key("aws:UserAgent", String),
    key("aws:ViaAWSMCPService", Bool),
    key("aws:ViaAWSService", Bool),
    key("aws:VpcSourceIp", IpAddress),
    key("aws:VpceAccount", String),
    key("aws:VpceOrgID", String),
    key("aws:VpceOrgPaths", ArrayOfString),
    key("aws:referer", String),
    key("aws:userid", String),
    key("aws:username", String),
    key("codebuild:BuildArn", Arn),
    key("codebuild:ProjectArn", Arn),
    key("cognito-identity.amazonaws.com:amr", ArrayOfString),
    key("ec2:RoleDelivery", Numeric),
    key("ec2:SourceInstanceArn", Arn),
    key("glue:CredentialIssuingService", String),
    key("glue:RoleAssumedBy", String),
    key("identitystore:UserId", String),
    key("lambda:SourceFunctionArn", Arn),
    key("ssm:SourceInstanceArn", Arn),
];

/// The global key of a name, in any case, a template's part filled in or not.
///
/// ```
/// use catalog::{ConditionKeyType, policy::global_keys};
///
/// assert_eq!(global_keys::find("AWS:sourceip").unwrap().value_type, ConditionKeyType::IpAddress);
/// assert!(global_keys::find("aws:ResourceTag/team").unwrap().is_template());
/// assert!(global_keys::find("aws:Frobnication").is_none());
/// ```
#[must_use]
pub fn find(name: &str) -> Option<GlobalKey> {
    let same = |known: &&GlobalKey| {
        let beginning = if known.is_template() { name.get(..known.name.len()) } else { Some(name) };
        beginning.is_some_and(|beginning| ascii_case::eq(beginning, known.name))
    };
    GLOBAL_KEYS.iter().find(same).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_finds_each_of_its_keys() {
        assert!(GLOBAL_KEYS.is_sorted_by(|left, right| left.name < right.name));
        for known in GLOBAL_KEYS {
            assert_eq!(find(known.name), Some(*known));
        }
        assert_eq!(find("aws:RequestTagx"), None);
        assert_eq!(find("aws:RequestTag"), None);
        assert_eq!(find(""), None);
    }
}
