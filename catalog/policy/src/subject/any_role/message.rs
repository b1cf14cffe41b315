//! The message about a statement that allows giving roles to AWS services.

use alloc::{format, string::String};

use super::{AnyRole, CoveredRoles, NamedAction, RoleAction};
use crate::shown::Shown;

impl AnyRole<'_> {
    /// Returns the message about the statement.
    pub(crate) fn message(&self) -> String {
        let (doing, does, key) = match self.action {
            RoleAction::Pass => ("passing", "passes", "iam:PassedToService"),
            RoleAction::CreateServiceLinked => ("creating", "creates", "iam:AWSServiceName"),
        };
        let (action, roles) = (self.action.name(), self.covered());
        let cause = match self.named {
            NamedAction::Exact => format!("the statement allows {doing} {roles}"),
            NamedAction::Pattern(text) => {
                format!("`{}` allows `{action}`, which {does} {roles}", Shown(text.written()))
            }
            NamedAction::NotAction => format!("`NotAction` allows `{action}`, which {does} {roles}"),
        };
        let fix = "list the ARNs of roles in `Resource`";
        match self.roles {
            CoveredRoles::Every(_) => format!("{cause}: {fix}, or add a condition on `{key}`"),
            CoveredRoles::NotResource(_) => format!("{cause}: {fix}"),
        }
    }

    /// Returns the roles that the statement covers, in words.
    const fn covered(&self) -> &'static str {
        match (self.action, self.roles) {
            (RoleAction::Pass, CoveredRoles::Every(_)) => "every role to every service",
            (RoleAction::Pass, CoveredRoles::NotResource(_)) => {
                "every role that `NotResource` does not match to every service"
            }
            (RoleAction::CreateServiceLinked, CoveredRoles::Every(_)) => "the service-linked role of every service",
            (RoleAction::CreateServiceLinked, CoveredRoles::NotResource(_)) => {
                "every service-linked role that `NotResource` does not match"
            }
        }
    }
}
