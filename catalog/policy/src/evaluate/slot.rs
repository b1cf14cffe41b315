//! The part that a policy plays in a decision, such as the permissions boundary.

use core::fmt;

/// The part that a policy plays in a decision.
///
/// Source: [Policy types](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html), 2026-11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PolicySlot {
    /// A policy of the user or the role, or of a group of the user.
    Identity,
    /// The permissions boundary of the user or the role.
    Boundary,
    /// A policy that was passed when the session was created.
    Session,
    /// The policy of the resource.
    Resource,
    /// The policy of the VPC endpoint through which the request comes.
    Endpoint,
    /// A service control policy on a level of the organization, from 0.
    ServiceControl {
        /// The level, from 0.
        level: usize,
    },
    /// A resource control policy on a level of the organization, from 0.
    ResourceControl {
        /// The level, from 0.
        level: usize,
    },
}

impl PolicySlot {
    /// Returns the name of the slot in a scenario, such as `identity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Boundary => "boundary",
            Self::Session => "session",
            Self::Resource => "resource",
            Self::Endpoint => "endpoint",
            Self::ServiceControl { .. } => "service_control",
            Self::ResourceControl { .. } => "resource_control",
        }
    }

    /// Returns AWS's term for the policies of the slot.
    #[must_use]
    pub const fn term(self) -> &'static str {
        match self {
            Self::Identity => "identity-based policy",
            Self::Boundary => "permissions boundary",
            Self::Session => "session policy",
            Self::Resource => "resource-based policy",
            Self::Endpoint => "VPC endpoint policy",
            Self::ServiceControl { .. } => "service control policy",
            Self::ResourceControl { .. } => "resource control policy",
        }
    }

    /// Returns true if the fields that an ARN lacks match everything. This is so in the policies of identities.
    ///
    /// Source: [Incomplete ARNs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html),
    /// 2026-11.
    pub(super) const fn completes_arns(self) -> bool {
        matches!(self, Self::Identity | Self::Boundary | Self::Session)
    }
}

/// A policy among those of a decision. It displays as in a scenario: `identity[0]`, `resource` or
/// `service_control[1][0]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PolicyLabel {
    /// The part that the policy plays.
    pub slot: PolicySlot,
    /// The position among the policies of the slot, or of its level, from 0.
    pub index: usize,
}

impl fmt::Display for PolicyLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { slot, index } = self;
        match slot {
            PolicySlot::Resource => f.write_str(slot.name()),
            PolicySlot::ServiceControl { level } | PolicySlot::ResourceControl { level } => {
                write!(f, "{}[{level}][{index}]", slot.name())
            }
            _ => write!(f, "{}[{index}]", slot.name()),
        }
    }
}

/// The policies that are attached, apart from their statements.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Attached {
    /// Whether the principal has a permissions boundary.
    pub(super) boundary: bool,
    /// Whether the principal has a session policy.
    pub(super) session: bool,
    /// Whether the request comes through a VPC endpoint with a policy.
    pub(super) endpoint: bool,
    /// The number of levels of service control policies.
    pub(super) service_control_levels: usize,
}
