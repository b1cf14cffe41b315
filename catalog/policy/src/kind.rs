//! The kinds of policies, and AWS's requirements for each: the elements and the size.

mod elements;
mod infer;
mod name;
mod presence;
mod service;
mod size_limit;

use core::fmt;

pub use name::UnknownKindError;
pub use presence::Presence;
pub(crate) use service::{kind_of_service, service_of_arn};

/// The maximum number of characters of a kind of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimit {
    /// The number of characters.
    pub characters: u32,
    /// Whether white space counts. If it does, AWS counts the characters of the policy as it is sent.
    pub counts_white_space: bool,
    /// The policies to which the limit applies, for messages.
    pub of: &'static str,
    /// Whether larger policies of the kind can be valid, such as AWS's own or those that are attached in another way.
    pub has_exceptions: bool,
}

/// A kind of policy. It depends on what the policy is attached to, and decides which elements the policy may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PolicyKind {
    /// A policy that is attached to a user, a group or a role, and states what they may do.
    ///
    /// Source: [Identity-based and resource-based policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html).
    Identity,
    /// A policy that is attached to a resource, such as a bucket, and states who may do what with it.
    ///
    /// Source: [Identity-based and resource-based policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html).
    Resource,
    /// A policy that is attached to a role, and states who may assume the role.
    ///
    /// Source: [Roles terms and concepts](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html).
    Trust,
    /// A policy that is attached to accounts of an organization, and limits what their principals may do. Since
    /// September 2025, it may have all elements of an identity policy.
    ///
    /// Source: [SCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html).
    ServiceControl,
    /// A policy that is attached to accounts of an organization, and limits what anyone may do with their resources. It
    /// may only deny, and its principal is always `*`.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html).
    ResourceControl,
    /// A managed policy that limits what the policies of a user or role can grant.
    ///
    /// Source: [Permissions boundaries](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
    PermissionBoundary,
    /// A policy that is passed when a session is created, and limits what the session may do.
    ///
    /// Source: [Session policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session).
    Session,
    /// A policy that is attached to a VPC endpoint, and limits the requests that the endpoint forwards.
    ///
    /// Source: [Endpoint policies](https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html).
    VpcEndpoint,
    /// The resource policy of a bucket or an access point of Amazon S3.
    ///
    /// Source: [Policies and permissions in Amazon S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html).
    Bucket,
    /// The resource policy of a queue of Amazon SQS.
    ///
    /// Source: [Using policies with Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html).
    Queue,
    /// The resource policy of a topic of Amazon SNS.
    ///
    /// Source: [Managing access in Amazon SNS](https://docs.aws.amazon.com/sns/latest/dg/sns-overview-of-managing-access.html).
    Topic,
    /// The resource policy of a key of AWS KMS.
    ///
    /// Source: [Key policies in AWS KMS](https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html).
    Key,
    /// The resource policy of a repository of Amazon ECR.
    ///
    /// Source: [Private repository policies](https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html).
    Repository,
    /// The resource policy of a table or a stream of Amazon `DynamoDB`.
    ///
    /// Source: [Resource-based policies for `DynamoDB`](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html).
    Table,
    /// The resource policy of a secret of AWS Secrets Manager.
    ///
    /// Source: [Resource-based policies](https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html).
    Secret,
    /// The resource policy of a function or a layer of AWS Lambda.
    ///
    /// Source: [Resource-based policies in Lambda](https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html).
    Function,
}

impl PolicyKind {
    /// Every kind, in order.
    pub const ALL: &'static [Self] = &[
        Self::Identity,
        Self::Resource,
        Self::Trust,
        Self::ServiceControl,
        Self::ResourceControl,
        Self::PermissionBoundary,
        Self::Session,
        Self::VpcEndpoint,
        Self::Bucket,
        Self::Queue,
        Self::Topic,
        Self::Key,
        Self::Repository,
        Self::Table,
        Self::Secret,
        Self::Function,
    ];

    /// Returns the name of the kind in files and flags, such as `service-control`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Resource => "resource",
            Self::Trust => "trust",
            Self::ServiceControl => "service-control",
            Self::ResourceControl => "resource-control",
            Self::PermissionBoundary => "permission-boundary",
            Self::Session => "session",
            Self::VpcEndpoint => "vpc-endpoint",
            Self::Bucket => "bucket",
            Self::Queue => "queue",
            Self::Topic => "topic",
            Self::Key => "key",
            Self::Repository => "repository",
            Self::Table => "table",
            Self::Secret => "secret",
            Self::Function => "function",
        }
    }

    /// Returns the description of the kind with an article, for messages.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Identity => "an identity policy",
            Self::Resource => "a resource policy",
            Self::Trust => "a trust policy",
            Self::ServiceControl => "a service control policy",
            Self::ResourceControl => "a resource control policy",
            Self::PermissionBoundary => "a permissions boundary",
            Self::Session => "a session policy",
            Self::VpcEndpoint => "a VPC endpoint policy",
            Self::Bucket => "a bucket policy",
            Self::Queue => "a queue policy",
            Self::Topic => "a topic policy",
            Self::Key => "a key policy",
            Self::Repository => "a repository policy",
            Self::Table => "a table policy",
            Self::Secret => "a secret policy",
            Self::Function => "a function policy",
        }
    }

    /// Returns true if a policy of this kind is attached to a resource: [`Resource`](Self::Resource), or the policy of
    /// a resource of one service. Trust policies, resource control policies and endpoint policies are other kinds.
    #[must_use]
    pub const fn is_resource_based(self) -> bool {
        matches!(self, Self::Resource) || self.service().is_some()
    }
}

impl fmt::Display for PolicyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_have_the_names() {
        for kind in PolicyKind::ALL {
            // AWS writes "permissions boundary" and "VPC endpoint".
            let name = kind.name().replace('-', " ").replace("permission ", "permissions ").replace("vpc", "VPC");
            assert!(kind.described().contains(&name));
        }
    }
}
