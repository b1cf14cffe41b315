//! The limits of the actions on roles in the `Deny` statements of a policy.

use super::{RoleAction, begins, may_have};
use crate::{
    document::{Document, StatementNode},
    grammar::Effect,
};

/// The policy's `Deny` statements that limit the roles or the services of the actions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RoleLimits {
    pass: bool,
    create: bool,
}

impl RoleLimits {
    /// Finds the limits in the `Deny` statements of a policy. A hole may be such a statement.
    pub(crate) fn new(document: Document<'_>) -> Self {
        let is_open = document.has_unknown_statements();
        let mut limits = Self { pass: is_open, create: is_open };
        for statement in document.statements().filter(|statement| statement.may_have_effect(Effect::Deny)) {
            limits.pass |= denies(statement, RoleAction::Pass);
            limits.create |= denies(statement, RoleAction::CreateServiceLinked);
        }
        limits
    }

    /// Returns true if the policy limits an action.
    pub(crate) const fn limit(self, action: RoleAction) -> bool {
        match action {
            RoleAction::Pass => self.pass,
            RoleAction::CreateServiceLinked => self.create,
        }
    }
}

/// Returns true if a `Deny` statement limits the roles or the services of an action, or if a hole may do so.
fn denies(statement: StatementNode<'_>, action: RoleAction) -> bool {
    let is_about_action = match (statement.actions(), statement.not_actions()) {
        (Some(list), _) => may_have(list, |text| action.is_matched_by(text)),
        (None, Some(list)) => list.has_open_hole() || !list.strings().any(|text| action.is_matched_by(text.text)),
        (None, None) => statement.members().have_hole(),
    };
    let is_about_roles = || match statement.resources() {
        Some(list) => may_have(list, |text| action.is_covered_by(text)),
        None => true,
    };
    let limits = || {
        !statement.may_be_conditional()
            || statement.has_unknown_comparisons()
            || statement.conditions().any(|comparison| is_about_roles_or_services(comparison.key.text))
    };
    is_about_action && is_about_roles() && limits()
}

/// Returns true if a condition key is about the roles or the services of the actions.
fn is_about_roles_or_services(key: &str) -> bool {
    begins(key, "iam:") || begins(key, "aws:ResourceTag/")
}
