//! A statement that allows giving roles to AWS services, without naming the roles.
//!
//! Source: [the checks of IAM Access Analyzer](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html)
//! about `iam:PassRole` and `iam:CreateServiceLinkedRole`, November 2026.

mod limits;
mod message;

use catalog_core::{ascii_case, wildcard};

use super::{ARN_FIELDS, fields, is_everything};
use crate::{
    document::{ComparisonNode, Node, Place, StatementNode, Text},
    grammar::Effect,
    operator::{Comparator, Operator},
};
pub(crate) use limits::RoleLimits;

/// An action that gives a role to an AWS service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoleAction {
    /// The action that passes an existing role to a service.
    Pass,
    /// The action that creates the role of a service.
    CreateServiceLinked,
}

/// A statement that allows the action on every role, or on every role except those that it lists.
pub(crate) struct AnyRole<'t> {
    /// The action.
    pub(crate) action: RoleAction,
    /// The part of the statement that names the action.
    pub(crate) named: NamedAction<'t>,
    /// The part of the statement that covers the roles.
    pub(crate) roles: CoveredRoles<'t>,
}

/// The part of a statement that names an action.
#[derive(Clone, Copy)]
pub(crate) enum NamedAction<'t> {
    /// The name of the action.
    Exact,
    /// A pattern that matches the action.
    Pattern(Text<'t>),
    /// A `NotAction` that does not list the action.
    NotAction,
}

/// The part of a statement that covers roles.
#[derive(Clone, Copy)]
pub(crate) enum CoveredRoles<'t> {
    /// A resource that matches every role.
    Every(Text<'t>),
    /// A `NotResource` that does not exclude every role.
    NotResource(Node<'t>),
}

impl RoleAction {
    /// Both actions.
    pub(crate) const ALL: [Self; 2] = [Self::Pass, Self::CreateServiceLinked];

    /// Returns the name of the action.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Pass => "iam:PassRole",
            Self::CreateServiceLinked => "iam:CreateServiceLinkedRole",
        }
    }

    /// Returns the resource of a role of this action. No pattern that names a role or a service matches it, because it
    /// has characters that the name of a role cannot have.
    const fn sample(self) -> &'static str {
        match self {
            Self::Pass => "role/~~~~~~~~",
            Self::CreateServiceLinked => "role/aws-service-role/~~~~~~~~.amazonaws.com/AWSServiceRoleFor~~~~~~~~",
        }
    }

    /// Returns true if a string of `Action` or `NotAction` matches the action.
    fn is_matched_by(self, text: &str) -> bool {
        // A wildcard in the prefix of another pattern has a finding of its own.
        is_everything(text) || begins(text, "iam:") && wildcard::matches(text, self.name())
    }

    /// Returns true if a resource matches every role of this action in every account.
    fn is_covered_in_each_account(self, resource: &str) -> bool {
        let ([.., account, _], _) = fields(resource);
        self.is_covered_by(resource) && (is_everything(resource) || wildcard::matches(account, "~~~~~~~~~~~~"))
    }

    /// Returns true if a resource matches every role of this action, in all accounts or in one.
    fn is_covered_by(self, resource: &str) -> bool {
        if is_everything(resource) {
            return true;
        }
        if !resource.ends_with(['*', '?']) {
            return false;
        }
        let ([arn, partition, service, region, _, name], count) = fields(resource);
        let is_of_iam = wildcard::matches(arn, "arn") && wildcard::matches(service, "iam");
        is_of_iam
            && count == ARN_FIELDS
            && !partition.is_empty()
            && wildcard::matches(region, "")
            && wildcard::matches(name, self.sample())
    }
}

impl<'t> AnyRole<'t> {
    /// Returns the statement's permission for an action, or `None` if it names roles or services, or if a hole may name
    /// them.
    pub(crate) fn new(action: RoleAction, statement: StatementNode<'t>) -> Option<Self> {
        if statement.effect() != Some(Effect::Allow) {
            return None;
        }
        let roles = match (statement.resources(), statement.not_resources()) {
            (Some(list), None) => CoveredRoles::Every(find(list, |text| action.is_covered_by(text))?),
            (None, Some(list)) if !may_have(list, |text| action.is_covered_in_each_account(text)) => {
                CoveredRoles::NotResource(list)
            }
            _ => return None,
        };
        let named = match (statement.actions(), statement.not_actions()) {
            (Some(list), None) => {
                let text = find(list, |text| action.is_matched_by(text))?;
                let is_exact = ascii_case::eq(text.text, action.name());
                if is_exact { NamedAction::Exact } else { NamedAction::Pattern(text) }
            }
            (None, Some(list)) if !may_have(list, |text| action.is_matched_by(text)) => NamedAction::NotAction,
            _ => return None,
        };
        let is_limited =
            statement.has_unknown_comparisons() || statement.conditions().any(|comparison| limits_allow(&comparison));
        (!is_limited).then_some(Self { action, named, roles })
    }

    /// Returns true if each action of a statement is the name of such an action.
    pub(crate) fn is_only_permission(statement: StatementNode<'t>) -> bool {
        let is_of_role = |text: Text<'_>| RoleAction::ALL.iter().any(|action| ascii_case::eq(text.text, action.name()));
        statement.actions().is_some_and(|list| !list.has_open_hole() && list.strings().all(is_of_role))
    }

    /// Returns the place of the part that covers the roles.
    pub(crate) fn place(&self) -> Place<'t> {
        match self.roles {
            CoveredRoles::Every(text) => text.place,
            CoveredRoles::NotResource(node) => node.place(),
        }
    }
}

/// Returns the first string of a list for which a test is true. Strings with a part that can become anything are
/// skipped.
fn find(list: Node<'_>, test: impl Fn(&str) -> bool) -> Option<Text<'_>> {
    // Most statements have no such string, and this search computes no places.
    let is_found = list.plain_strings().any(&test);
    if is_found { list.strings().find(|text| test(text.text)) } else { None }
}

/// Returns true if a test is true for a string of a list, or if a hole may be such a string.
fn may_have(list: Node<'_>, test: impl Fn(&str) -> bool) -> bool {
    list.has_open_hole() || find(list, test).is_some()
}

/// Returns true if a comparison of an `Allow` statement limits the roles or the services.
///
/// A key of another service has this effect as well, because the requests of the actions do not carry it.
fn limits_allow(comparison: &ComparisonNode<'_>) -> bool {
    // An unknown operator has a finding of its own.
    let Ok(operator) = comparison.operator.text.parse::<Operator>() else { return true };
    let key = comparison.key.text;
    if operator.comparator == Comparator::Null || operator.comparator.is_negated() || !is_of_service(key) {
        return false;
    }
    // AWS's own policies compare the keys of IAM with `IfExists`.
    let is_wide = |text: Text<'_>| operator.comparator.has_wildcards() && is_any_service(text.text);
    (!operator.accepts_missing_key() || begins(key, "iam:"))
        && (comparison.values.has_open_hole() || !comparison.values.strings().any(is_wide))
}

/// Returns true if a value matches every service.
fn is_any_service(value: &str) -> bool {
    value.starts_with('*') && wildcard::matches(value, "~~~~~~~~.amazonaws.com")
}

/// Returns true if a condition key is about roles, about services, or about the requests of one service.
fn is_of_service(key: &str) -> bool {
    !begins(key, "aws:") || ["aws:ResourceTag/", "aws:RequestTag/", "aws:TagKeys"].iter().any(|tag| begins(key, tag))
}

fn begins(key: &str, beginning: &str) -> bool {
    key.get(..beginning.len()).is_some_and(|start| ascii_case::eq(start, beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_covers_every_role_if_it_names_none() {
        for resource in [
            "*",
            "**",
            "*:*",
            "arn:aws:iam::*:role/*",
            "arn:aws:iam::111122223333:role/*",
            "arn:aws:iam::111122223333:*",
            "arn:*:iam:*:*:role*",
            "arn:aws:*:*:*:*",
        ] {
            assert!(RoleAction::ALL.iter().all(|action| action.is_covered_by(resource)), "{resource}");
        }
        for resource in [
            "",
            "arn:aws:iam::*:role/a*",
            "arn:aws:iam::*:role/service-role/*",
            "arn:aws:iam::*:role/${aws:username}*",
            "arn:aws:iam::*:role/team-?",
            "arn:aws:iam::*:policy/*",
            "arn:aws:s3:::*",
            "arn:aws:iam::*:user/*",
        ] {
            assert!(!RoleAction::Pass.is_covered_by(resource), "{resource}");
        }
    }

    #[test]
    fn the_roles_of_every_service_are_in_one_path() {
        let is_covered = |resource: &str| RoleAction::CreateServiceLinked.is_covered_by(resource);
        assert!(is_covered("arn:aws:iam::*:role/aws-service-role/*"));
        assert!(is_covered("arn:aws:iam::*:role/aws-service-role/*/AWSServiceRoleFor*"));
        assert!(!is_covered("arn:aws:iam::*:role/aws-service-role/ssm.amazonaws.com/*"));
        assert!(!is_covered("arn:aws:iam::*:role/aws-service-role/*/AWSServiceRoleForAmazonSSM*"));
    }
}
