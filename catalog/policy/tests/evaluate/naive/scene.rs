//! A request for one resource, as statements see it.

use super::{caller::Caller, context::Context, fault::Fault};

/// A request for one resource.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub(crate) caller: Caller,
    pub(crate) action: String,
    pub(crate) resource: String,
    /// The account of the resource.
    pub(crate) account: Option<String>,
    pub(crate) context: Context,
    /// Whether the caller has a permissions boundary.
    pub(crate) has_boundary: bool,
    /// The rule that the evaluator breaks.
    pub(crate) fault: Option<Fault>,
}

impl Scene {
    /// Returns true if the evaluator breaks this rule.
    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// Returns true if the action has this name, ignoring case.
    pub(crate) fn is_action(&self, action: &str) -> bool {
        self.action.eq_ignore_ascii_case(action)
    }

    /// Returns the service prefix of the action, in lower case.
    pub(crate) fn service(&self) -> String {
        self.action.split(':').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// Returns true if caller and resource belong to the same account.
    pub(crate) fn is_one_account(&self) -> bool {
        self.caller.account().is_some() && self.caller.account() == self.account
    }
}

/// The kinds of policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Identity,
    Boundary,
    Session,
    Resource,
    Endpoint,
    ServiceControl,
    ResourceControl,
}
