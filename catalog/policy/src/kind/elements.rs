//! The elements that each kind of policy requires, allows or forbids.

use super::{PolicyKind, Presence};

impl PolicyKind {
    /// Returns whether `Principal` or `NotPrincipal` is required, optional or forbidden in a statement.
    ///
    /// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html),
    /// and the pages on the syntax of service control policies and of resource control policies.
    #[must_use]
    pub const fn principal(self) -> Presence {
        match self {
            Self::Identity | Self::ServiceControl | Self::PermissionBoundary | Self::Session => Presence::Forbidden,
            _ => Presence::Required,
        }
    }

    /// Returns true if a statement may have `NotPrincipal`, provided that it names principals.
    ///
    /// Sources: for trust policies
    /// [IAM policy validation check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-notprincipal),
    /// for resource control policies
    /// [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-unsupported).
    #[must_use]
    pub const fn not_principal(self) -> bool {
        self.is_resource_based() || matches!(self, Self::VpcEndpoint)
    }

    /// Returns true if `Principal` can only be `*`.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-principal).
    #[must_use]
    pub const fn is_about_everybody(self) -> bool {
        matches!(self, Self::ResourceControl)
    }

    /// Returns whether `Resource` or `NotResource` is required, optional or forbidden in a statement. Both are optional
    /// in a resource policy, because some services apply it only to the resource that it is attached to.
    ///
    /// Sources:
    /// * [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html)
    /// * for buckets: [Policies and permissions](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html)
    /// * for topics: [Policy quotas](https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html#sns-policy-quotas)
    /// * for keys: [Elements in a key policy](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html#key-policy-elements)
    /// * for repositories: [the error of Amazon ECR](https://github.com/aws/aws-cdk/issues/24314), in a report of 2023-02
    #[must_use]
    pub const fn resource(self) -> Presence {
        match self {
            Self::Trust | Self::Repository => Presence::Forbidden,
            Self::Bucket | Self::Topic | Self::Key => Presence::Required,
            kind if kind.is_resource_based() => Presence::Optional,
            _ => Presence::Required,
        }
    }

    /// Returns true if a statement may have `NotAction`.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-unsupported).
    #[must_use]
    pub const fn not_action(self) -> bool {
        !matches!(self, Self::ResourceControl)
    }

    /// Returns true if the kind limits the accounts of an organization. Policies of these two kinds grant nothing and
    /// start from `*`, so they may rightly allow everything.
    #[must_use]
    pub const fn limits_organization(self) -> bool {
        matches!(self, Self::ServiceControl | Self::ResourceControl)
    }

    /// Returns true if an `Allow` of a policy of this kind grants permissions. A policy of another kind only limits what
    /// other policies grant, so it may rightly allow everything to everyone.
    ///
    /// Sources:
    /// * [Service control policies](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html)
    /// * [Endpoint policies](https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html)
    /// * [Session policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session)
    #[must_use]
    pub const fn grants(self) -> bool {
        !(self.limits_organization() || matches!(self, Self::VpcEndpoint | Self::Session))
    }

    /// Returns true if a statement may have the effect `Allow`. The only resource control policy with this effect is
    /// AWS's own `RCPFullAWSAccess`, which allows everything.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html).
    #[must_use]
    pub const fn allow(self) -> bool {
        !matches!(self, Self::ResourceControl)
    }

    /// Returns true if `Sid` may have only letters and digits. Services with resource policies have their own rules:
    /// KMS itself writes the `Sid` `Enable IAM User Permissions`.
    ///
    /// Sources:
    /// * [Sid](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html)
    /// * [IAM policy validation check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-sid)
    /// * for AWS Organizations: [a report of 2022-10](https://github.com/awsdocs/iam-user-guide/issues/282)
    #[must_use]
    pub const fn sid_is_alphanumeric(self) -> bool {
        self.limits_organization()
            || matches!(self, Self::Identity | Self::Trust | Self::PermissionBoundary | Self::Session)
    }

    /// Returns true if each `Sid` must be unique in its policy.
    ///
    /// Source: [IAM policy validation check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unique-sids-required).
    #[must_use]
    pub const fn sid_is_unique(self) -> bool {
        !(self.is_resource_based() || matches!(self, Self::VpcEndpoint))
    }

    /// Returns true if a policy must have a `Version`, and the version must be the [newest](crate::grammar::Version).
    ///
    /// Sources: [SCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html#scp-syntax-version),
    /// [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-version).
    #[must_use]
    pub const fn needs_newest_version(self) -> bool {
        self.limits_organization()
    }

    /// Returns true if AWS documents `Id` for policies of this kind. An endpoint policy is a resource-based policy, too.
    ///
    /// Sources: [Id](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_id.html),
    /// [Endpoint policies](https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html).
    #[must_use]
    pub const fn has_id(self) -> bool {
        self.is_resource_based() || matches!(self, Self::VpcEndpoint)
    }

    /// Returns true if the service refuses a policy whose source does not begin with `{`.
    ///
    /// Sources:
    /// * for IAM: [a change of 2020-03](https://github.com/hashicorp/terraform-provider-aws/pull/12267)
    /// * for Amazon S3: [a change of 2019-06](https://github.com/cloud-gov/terraform-provision/pull/574)
    #[must_use]
    pub const fn begins_with_brace(self) -> bool {
        matches!(self, Self::Identity | Self::Trust | Self::PermissionBoundary | Self::Bucket)
    }

    /// Returns true if `*` is not a valid resource. Amazon S3 answers "Policy has invalid resource".
    ///
    /// Source: [a report of 2026-09](https://github.com/noobaa/noobaa-core/issues/10058).
    #[must_use]
    pub const fn needs_resource_arn(self) -> bool {
        matches!(self, Self::Bucket)
    }

    /// Returns true if AWS documents that it completes an ARN that lacks fields in policies of this kind.
    ///
    /// Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
    #[must_use]
    pub const fn completes_arns(self) -> bool {
        matches!(self, Self::Identity | Self::PermissionBoundary)
    }

    /// Returns true if IAM checks the ARNs of the resources when it receives a policy of this kind.
    ///
    /// Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
    #[must_use]
    pub const fn arns_are_checked(self) -> bool {
        matches!(self, Self::Identity | Self::PermissionBoundary | Self::Session)
    }
}
