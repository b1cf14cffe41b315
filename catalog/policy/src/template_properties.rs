//! The properties of CloudFormation's resource types that hold policies, and those that only look like it.
//!
//! The table is `docs-src/facts/template_properties.toml`. A property that the table lacks is undecided. Its value can
//! still be a policy, for example in a resource type that is newer than the table.

pub(crate) mod property;

use crate::facts::template_properties::TEMPLATE_PROPERTIES;

pub use property::{Contents, Encoding, TemplateProperty};

/// Returns the properties of a resource type that the table decides, sorted by path. Those of one path are adjacent, and
/// the one without a condition is the last.
#[must_use]
pub fn of_type(resource_type: &str) -> &'static [TemplateProperty] {
    let found = TEMPLATE_PROPERTIES.binary_search_by_key(&resource_type, |(name, _)| name);
    found.ok().and_then(|found| TEMPLATE_PROPERTIES.get(found)).map_or(&[], |(_, properties)| properties)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::PolicyKind;

    /// Returns what a property holds in a resource whose `Type` is `value`.
    fn contents(resource_type: &str, path: &str, value: &str) -> Option<Contents> {
        let mut properties = of_type(resource_type).iter().filter(|property| property.path == path);
        let applies = |property: &&TemplateProperty| property.when.is_none_or(|(_, expected)| expected == value);
        properties.find(applies).map(|property| property.contents)
    }

    fn kind(resource_type: &str, path: &str) -> Option<PolicyKind> {
        contents(resource_type, path, "").and_then(Contents::kind)
    }

    #[test]
    fn the_table_is_sorted_and_each_condition_has_an_entry_for_other_values() {
        assert!(TEMPLATE_PROPERTIES.is_sorted_by(|one, other| one.0 < other.0));
        for (resource_type, properties) in TEMPLATE_PROPERTIES {
            let key = |property: &TemplateProperty| (property.path, property.when.is_none(), property.when);
            assert!(properties.is_sorted_by(|one, other| key(one) < key(other)), "{resource_type}");
            for property in *properties {
                let has_default = properties.iter().any(|other| other.path == property.path && other.when.is_none());
                assert!(has_default, "{resource_type} {}", property.path);
            }
        }
    }

    #[test]
    fn nothing_is_listed_inside_other_content() {
        for (resource_type, properties) in TEMPLATE_PROPERTIES {
            for outer in properties.iter().filter(|property| property.contents == Contents::Other) {
                let inner = |path: &str| path.strip_prefix(outer.path).is_some_and(|rest| rest.starts_with('/'));
                assert!(!properties.iter().any(|property| inner(property.path)), "{resource_type} {}", outer.path);
            }
        }
    }

    #[test]
    fn the_kind_follows_from_the_service() {
        for (resource_type, path, expected) in [
            ("AWS::IAM::Group", "Policies/*/PolicyDocument", PolicyKind::Identity),
            ("AWS::IAM::ManagedPolicy", "PolicyDocument", PolicyKind::Identity),
            ("AWS::IAM::Role", "AssumeRolePolicyDocument", PolicyKind::Trust),
            ("AWS::Serverless::Function", "AssumeRolePolicyDocument", PolicyKind::Trust),
            ("AWS::Serverless::Function", "Policies/*", PolicyKind::Identity),
            ("AWS::SSO::PermissionSet", "InlinePolicy", PolicyKind::Identity),
            ("AWS::Transfer::User", "Policy", PolicyKind::Session),
            ("AWS::EC2::VPCEndpoint", "PolicyDocument", PolicyKind::VpcEndpoint),
            ("AWS::S3::BucketPolicy", "PolicyDocument", PolicyKind::Bucket),
            ("AWS::S3Express::BucketPolicy", "PolicyDocument", PolicyKind::Bucket),
            ("AWS::SQS::QueuePolicy", "PolicyDocument", PolicyKind::Queue),
            ("AWS::SNS::TopicPolicy", "PolicyDocument", PolicyKind::Topic),
            ("AWS::KMS::ReplicaKey", "KeyPolicy", PolicyKind::Key),
            ("AWS::ECR::Repository", "RepositoryPolicyText", PolicyKind::Repository),
            ("AWS::ECR::RegistryPolicy", "PolicyText", PolicyKind::Resource),
            ("AWS::DynamoDB::GlobalTable", "Replicas/*/ResourcePolicy/PolicyDocument", PolicyKind::Table),
            ("AWS::S3Tables::TablePolicy", "ResourcePolicy", PolicyKind::Resource),
            ("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy", PolicyKind::Secret),
            ("AWS::Lambda::Permission", "Action", PolicyKind::Function),
            ("AWS::Events::EventBusPolicy", "Statement", PolicyKind::Resource),
            ("AWS::ApiGateway::RestApi", "Body/x-amazon-apigateway-policy", PolicyKind::Resource),
        ] {
            assert_eq!(kind(resource_type, path), Some(expected), "{resource_type} {path}");
        }
        assert_eq!(of_type("AWS::IAM::Roles"), []);
    }

    #[test]
    fn what_only_looks_like_a_policy_is_not_one() {
        for (resource_type, path) in [
            ("AWS::VerifiedPermissions::Policy", "Definition/Static/Statement"),
            ("AWS::EC2::VerifiedAccessGroup", "PolicyDocument"),
            ("AWS::WAFv2::WebACL", "Rules/*/Statement"),
            ("AWS::Logs::AccountPolicy", "PolicyDocument"),
            ("AWS::SNS::Topic", "DataProtectionPolicy"),
            ("AWS::ECR::Repository", "LifecyclePolicy/LifecyclePolicyText"),
            ("AWS::NetworkManager::CoreNetwork", "PolicyDocument"),
            ("AWS::OpenSearchServerless::AccessPolicy", "Policy"),
            ("AWS::Lambda::Function", "Code/ZipFile"),
        ] {
            assert_eq!(contents(resource_type, path, ""), Some(Contents::Other), "{resource_type} {path}");
        }
    }

    #[test]
    fn the_kind_of_an_organizations_policy_follows_from_its_type() {
        let of = |value| contents("AWS::Organizations::Policy", "Content", value);
        assert_eq!(of("SERVICE_CONTROL_POLICY").and_then(Contents::kind), Some(PolicyKind::ServiceControl));
        assert_eq!(of("RESOURCE_CONTROL_POLICY").and_then(Contents::kind), Some(PolicyKind::ResourceControl));
        assert_eq!(of("TAG_POLICY"), Some(Contents::Other));
    }
}
