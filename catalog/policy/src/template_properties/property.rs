//! A property of a resource type, and what it holds.

use crate::kind::PolicyKind;

/// A property of a resource type that the table decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TemplateProperty {
    /// The path from `Properties`, such as `Policies/*/PolicyDocument`. `*` matches every item and every member.
    pub path: &'static str,
    /// Another property of the resource and its value, if the entry applies only to resources with this value.
    pub when: Option<(&'static str, &'static str)>,
    /// The content of the property.
    pub contents: Contents,
}

/// The content of a property, with the kind of its policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// A policy.
    Policy(PolicyKind, Encoding),
    /// A statement.
    Statement(PolicyKind, Encoding),
    /// A list of statements, or one statement.
    Statements(PolicyKind),
    /// A statement that lacks its principal and its resource, because the service adds them.
    PartialStatement(PolicyKind, Encoding),
    /// The actions of a statement that the service writes.
    Actions(PolicyKind),
    /// The principal of a statement that the service writes.
    Principal(PolicyKind),
    /// A policy, the name or ARN of a managed policy, or a policy template of AWS SAM.
    SamPolicy(PolicyKind),
    /// A template.
    Template,
    /// Something else that can look like a policy, such as a lifecycle policy.
    Other,
}

impl Contents {
    /// Returns the kind of the policy, or `None` if the property does not hold a policy or a part of one.
    #[must_use]
    pub const fn kind(self) -> Option<PolicyKind> {
        match self {
            Self::Policy(kind, _)
            | Self::Statement(kind, _)
            | Self::Statements(kind)
            | Self::PartialStatement(kind, _)
            | Self::Actions(kind)
            | Self::Principal(kind)
            | Self::SamPolicy(kind) => Some(kind),
            Self::Template | Self::Other => None,
        }
    }
}

/// The values that the schema of a property accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// An object.
    Object,
    /// A string with JSON.
    Json,
    /// An object, or a string with JSON.
    Either,
}
