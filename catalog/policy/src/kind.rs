//! The kinds of policies, and what AWS wants of each: which elements, how large.

mod presence;
mod size_limit;

use core::fmt;

pub use presence::Presence;

/// How many characters a policy may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimit {
    /// The characters, white space not counted.
    pub characters: u32,
    /// What holds no more, for messages.
    pub of: &'static str,
    /// Whether larger policies of the kind exist all the same: AWS's own, or those attached in another way.
    pub has_exceptions: bool,
}

/// What a policy is attached to, which decides what it may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PolicyKind {
    /// Attached to a user, a group or a role: what they may do.
    ///
    /// Source: [Identity-based and resource-based policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html).
    Identity,
    /// Attached to a resource, a bucket or a key: who may do what with it.
    ///
    /// Source: [Identity-based and resource-based policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html).
    Resource,
    /// Attached to a role: who may assume it.
    ///
    /// Source: [Roles terms and concepts](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html).
    Trust,
    /// Attached to accounts of an organization: the most that their principals may do. Since September 2025 it may say
    /// whatever an identity policy may.
    ///
    /// Source: [SCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html).
    ServiceControl,
    /// Attached to accounts of an organization: the most that anybody may do with their resources. `Deny` only, and for
    /// everybody.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html).
    ResourceControl,
    /// A managed policy that limits what the policies of a user or role can grant.
    ///
    /// Source: [Permissions boundaries](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
    PermissionBoundary,
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
    ];

    /// The word for it in files and flags: `service-control`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Resource => "resource",
            Self::Trust => "trust",
            Self::ServiceControl => "service-control",
            Self::ResourceControl => "resource-control",
            Self::PermissionBoundary => "permission-boundary",
        }
    }

    /// The kind of a name.
    ///
    /// ```
    /// use catalog::policy::PolicyKind;
    /// assert_eq!(PolicyKind::from_name("trust"), Some(PolicyKind::Trust));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// As messages name it, with its article.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Identity => "an identity policy",
            Self::Resource => "a resource policy",
            Self::Trust => "a trust policy",
            Self::ServiceControl => "a service control policy",
            Self::ResourceControl => "a resource control policy",
            Self::PermissionBoundary => "a permission boundary",
        }
    }

    /// Whether a statement names principals, by `Principal` or `NotPrincipal`.
    ///
    /// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html),
    /// and for the two kinds of Organizations their pages on syntax.
    #[must_use]
    pub const fn principal(self) -> Presence {
        match self {
            Self::Identity | Self::ServiceControl | Self::PermissionBoundary => Presence::Forbidden,
            Self::Resource | Self::Trust | Self::ResourceControl => Presence::Required,
        }
    }

    /// Whether a statement may have `NotPrincipal`, where it names principals at all.
    ///
    /// Source: for trust policies
    /// [IAM policy validation check reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-notprincipal),
    /// for resource control policies
    /// [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-unsupported).
    #[must_use]
    pub const fn not_principal(self) -> bool {
        matches!(self, Self::Resource)
    }

    /// Whether a statement is about everybody: its `Principal` can be `*` and nothing else.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-principal).
    #[must_use]
    pub const fn is_about_everybody(self) -> bool {
        matches!(self, Self::ResourceControl)
    }

    /// Whether a statement names resources, by `Resource` or `NotResource`. In some resource policies the resource is
    /// the one that they are attached to, and need not be named.
    ///
    /// Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
    #[must_use]
    pub const fn resource(self) -> Presence {
        match self {
            Self::Trust => Presence::Forbidden,
            Self::Resource => Presence::Optional,
            _ => Presence::Required,
        }
    }

    /// Whether a statement may have `NotAction`.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html#rcp-syntax-unsupported).
    #[must_use]
    pub const fn not_action(self) -> bool {
        !matches!(self, Self::ResourceControl)
    }

    /// Returns true for the two kinds that limit the accounts of an organization. They grant nothing and start from `*`, so
    /// that it is right for them to allow everything.
    #[must_use]
    pub const fn limits_organization(self) -> bool {
        matches!(self, Self::ServiceControl | Self::ResourceControl)
    }

    /// Whether a statement may have the effect `Allow`. Of resource control policies only AWS's own has it,
    /// `RCPFullAWSAccess`, which allows everything.
    ///
    /// Source: [RCP syntax](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html).
    #[must_use]
    pub const fn allow(self) -> bool {
        !matches!(self, Self::ResourceControl)
    }

    /// Whether `Sid` holds letters and digits alone. The services that hold resource policies have rules of their own: KMS
    /// writes `Enable IAM User Permissions` itself.
    ///
    /// Source: [Sid](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html).
    #[must_use]
    pub const fn sid_is_alphanumeric(self) -> bool {
        matches!(self, Self::Identity | Self::Trust | Self::PermissionBoundary)
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
    fn names_lead_back() {
        for kind in PolicyKind::ALL {
            assert_eq!(PolicyKind::from_name(kind.name()), Some(*kind));
            assert!(kind.described().contains(&kind.name().replace('-', " ")));
        }
        assert_eq!(PolicyKind::from_name("scp"), None);
    }
}
