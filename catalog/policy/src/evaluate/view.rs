//! A request for one of its resources, and the count of the work.

use core::cell::Cell;

use super::{
    case::Case,
    context::{ContextValues, Lookup, RequestContext},
    derived_keys::RESOURCE_ACCOUNT,
    key::Key,
};

/// A request for one of its resources.
#[derive(Debug)]
pub(super) struct View<'r> {
    context: &'r RequestContext,
    /// The value of `aws:ResourceAccount`, unless the request states it.
    resource_account: Option<&'r ContextValues>,
    steps: &'r Cell<u64>,
}

/// The replacement of a policy variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variable<'r> {
    /// The value.
    Value(&'r str),
    /// The value is not known.
    Open,
    /// There is no value, or there are several values.
    Missing,
}

impl<'r> View<'r> {
    /// Returns the view of a request for the resource of a case.
    pub(super) fn for_case(case: &Case<'r>, steps: &'r Cell<u64>) -> Self {
        let (_, resource_account) = case.request.resource(case.position);
        Self { context: case.request.context(), resource_account, steps }
    }

    /// Returns what the request states about a key.
    pub(super) fn get(&self, key: &Key) -> Lookup<'r> {
        self.count(1);
        match (self.context.get(key), self.resource_account) {
            (Lookup::Absent, Some(account)) if key.is(RESOURCE_ACCOUNT) => Lookup::Values(account.as_slice()),
            (found, _) => found,
        }
    }

    /// Returns the replacement of a variable. Only a key with a single value has one.
    pub(super) fn variable<'t>(&self, key: &Key, default: Option<&'t str>) -> Variable<'t>
    where
        'r: 't,
    {
        match (self.get(key), default) {
            (Lookup::Values([value]), _) => Variable::Value(value),
            (Lookup::Open { .. }, _) => Variable::Open,
            (_, Some(default)) => Variable::Value(default),
            (_, None) => Variable::Missing,
        }
    }

    /// Returns true if the value of a key is not known.
    pub(super) fn is_open(&self, key: &Key) -> bool {
        matches!(self.get(key), Lookup::Open { .. })
    }

    /// Counts steps of work.
    pub(super) fn count(&self, steps: u64) {
        self.steps.set(self.steps.get().saturating_add(steps));
    }
}
