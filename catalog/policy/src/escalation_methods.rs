//! Published methods of privilege escalation: sets of actions with which a principal can get more permissions.

/// An action of a method.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EscalationAction {
    /// The prefix of the service.
    pub(crate) prefix: &'static str,
    /// The name without the prefix.
    pub(crate) name: &'static str,
    /// The service and the resource in the ARN of the resources that the action needs, with `*` for any name. Only the
    /// first action of a method has one.
    pub(crate) resource: Option<(&'static str, &'static str)>,
}

impl EscalationAction {
    /// Returns the plural of the resource type, for messages.
    pub(crate) fn resources(&self) -> &'static str {
        match self.resource {
            Some(("iam", "group/*")) => "groups",
            Some(("iam", "policy/*")) => "policies",
            Some(("iam", "role/*")) => "roles",
            Some(("iam", "user/*")) => "users",
            _ => "resources",
        }
    }
}

/// A method: a set of actions with which a principal can get more permissions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EscalationMethod {
    /// The name of the method in its list.
    pub(crate) name: &'static str,
    /// The published list.
    pub(crate) list: &'static str,
    /// The way in which the principal gets the permissions.
    pub(crate) way: Way,
    /// The positions of the actions in the table of actions. The first action needs wide resources.
    pub(crate) actions: &'static [usize],
}

/// The way in which a principal gets more permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It changes a policy that applies to itself.
    OwnPermissions,
    /// It gets the credentials of another user or role.
    OtherPrincipal,
    /// It passes a role to a service, and runs its own code with the role.
    PassedRole,
    /// It runs its own code in a resource that already has a role.
    ExistingResource,
}

impl Way {
    /// Returns what the principal can do, for messages.
    pub(crate) const fn described(self) -> &'static str {
        match self {
            Self::OwnPermissions => "change its own permissions",
            Self::OtherPrincipal => "act as another user or role",
            Self::PassedRole => "use the permissions of any role that it passes to a service",
            Self::ExistingResource => "use the permissions of the roles of existing resources",
        }
    }
}
