//! A service with the identifiers of its names: the input of every output.

use crate::check::Identifiers;
use crate::model::Service;
use crate::rust_names;

/// A service with everything that its generated code needs.
#[derive(Clone, Copy, Debug)]
pub struct NamedService<'a> {
    /// The facts.
    pub service: &'a Service,
    /// The identifiers of its names.
    pub identifiers: &'a Identifiers,
    /// The name of the action that examples use, if there is a better one than the first.
    pub example: Option<&'a str>,
}

impl NamedService<'_> {
    /// Returns the name of the action that examples use.
    #[must_use]
    pub fn example(&self) -> Option<&str> {
        let actions = &self.service.actions;
        let known = self.example.and_then(|example| actions.iter().find(|action| action.name == example));
        known.or(actions.first()).map(|action| action.name.as_str())
    }

    /// The name of its module.
    #[must_use]
    pub fn module(&self) -> String {
        rust_names::module(&self.service.prefix)
    }
}
