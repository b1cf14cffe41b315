//! The properties of CloudFormation's resource types that hold policies, and those that only look like it.
//!
//! The table is `docs-src/facts/template_properties.toml`. A property that the table lacks is undecided: its value can
//! still be a policy, for example in a resource type that is newer than the table.

use crate::facts::template_properties::TEMPLATE_PROPERTIES;
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

/// The decision of the table about a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The property has this content. Everything inside a property with [other content](Contents::Other) has other
    /// content, too.
    Holds(Contents),
    /// The table has properties inside this one.
    Leads,
    /// The table states nothing about the property.
    Unknown,
}

/// Returns the properties of a resource type that the table decides, sorted by path. Those of one path are adjacent, and
/// the one without a condition is the last.
#[must_use]
pub fn of_type(resource_type: &str) -> &'static [TemplateProperty] {
    let found = TEMPLATE_PROPERTIES.binary_search_by_key(&resource_type, |(name, _)| name);
    found.ok().and_then(|found| TEMPLATE_PROPERTIES.get(found)).map_or(&[], |(_, properties)| properties)
}

/// Returns the decision about a property.
///
/// `path` leads from `Properties` to the property. Its indexes of lists can be any strings. `value` returns the value of
/// another property of the resource, or `None` if the value is missing or not known.
#[must_use]
pub fn find<'v>(resource_type: &str, path: &[&str], value: impl Fn(&str) -> Option<&'v str>) -> Decision {
    let mut decision = Decision::Unknown;
    let mut is_undecided = false;
    for property in of_type(resource_type) {
        match (compare(property.path, path), property.when) {
            (Match::Exact, None) if is_undecided => {}
            (Match::Exact, None) => return Decision::Holds(property.contents),
            (Match::Exact, Some((name, expected))) => match value(name) {
                Some(value) if value == expected => return Decision::Holds(property.contents),
                Some(_) => {}
                None => is_undecided = true,
            },
            (Match::Inside, _) if property.contents == Contents::Other && !is_undecided => {
                return Decision::Holds(Contents::Other);
            }
            (Match::Leads, _) => decision = Decision::Leads,
            (Match::Inside | Match::None, _) => {}
        }
    }
    decision
}

/// How the path of a value relates to the path of an entry.
#[derive(Clone, Copy)]
enum Match {
    Exact,
    /// The value is inside the property of the entry.
    Inside,
    /// The property of the entry is inside the value.
    Leads,
    None,
}

fn compare(pattern: &str, path: &[&str]) -> Match {
    let mut path = path.iter();
    for expected in pattern.split('/') {
        match path.next() {
            None => return Match::Leads,
            Some(segment) if expected == "*" || expected == *segment => {}
            Some(_) => return Match::None,
        }
    }
    if path.next().is_none() { Match::Exact } else { Match::Inside }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(resource_type: &str, path: &str) -> Decision {
        let path: alloc::vec::Vec<_> = path.split('/').collect();
        find(resource_type, &path, |_| None)
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
    fn a_property_is_found_under_every_index() {
        let identity = Decision::Holds(Contents::Policy(PolicyKind::Identity, Encoding::Either));
        for path in ["Policies/0/PolicyDocument", "Policies/12/PolicyDocument", "Policies/*/PolicyDocument"] {
            assert_eq!(decided("AWS::IAM::Role", path), identity);
        }
        assert_eq!(decided("AWS::IAM::Role", "Policies"), Decision::Leads);
        assert_eq!(decided("AWS::IAM::Role", "Policies/0"), Decision::Leads);
        assert_eq!(decided("AWS::IAM::Role", "Policies/0/PolicyName"), Decision::Unknown);
        assert_eq!(decided("AWS::IAM::Role", "Policies/0/PolicyDocument/Statement"), Decision::Unknown);
        assert_eq!(find("AWS::IAM::Role", &[], |_| None), Decision::Leads);
        assert_eq!(find("AWS::IAM::Roles", &[], |_| None), Decision::Unknown);
    }

    #[test]
    fn everything_inside_other_content_is_other_content() {
        let other = Decision::Holds(Contents::Other);
        assert_eq!(decided("AWS::WAFv2::WebACL", "Rules/0/Statement"), other);
        assert_eq!(decided("AWS::WAFv2::WebACL", "Rules/0/Statement/NotStatement/Statement"), other);
        assert_eq!(decided("AWS::WAFv2::WebACL", "Rules/0"), Decision::Leads);
        assert_eq!(decided("AWS::WAFv2::WebACL", "DefaultAction"), Decision::Unknown);
    }

    #[test]
    fn the_kind_of_an_organizations_policy_follows_from_its_type() {
        let of = |value| find("AWS::Organizations::Policy", &["Content"], |name| (name == "Type").then_some(value)?);
        let kind = |decision| match decision {
            Decision::Holds(contents) => contents.kind(),
            _ => panic!("{decision:?}"),
        };
        assert_eq!(kind(of(Some("SERVICE_CONTROL_POLICY"))), Some(PolicyKind::ServiceControl));
        assert_eq!(kind(of(Some("RESOURCE_CONTROL_POLICY"))), Some(PolicyKind::ResourceControl));
        assert_eq!(of(Some("TAG_POLICY")), Decision::Holds(Contents::Other));
        // The type can be a parameter.
        assert_eq!(of(None), Decision::Unknown);
    }
}
