//! A service with the identifiers of its names. All generated files of services are made from such pairs.

use crate::check::Identifiers;
use crate::model::Service;
use crate::rust_names;

/// A service with everything that its generated code needs.
#[derive(Clone, Copy, Debug)]
pub struct NamedService<'a> {
    /// The facts of the service.
    pub service: &'a Service,
    /// The identifiers of the service's names.
    pub identifiers: &'a Identifiers,
    /// The name of the action that examples use, or `None` if they use the first action.
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

    /// Returns the name of the service's module.
    #[must_use]
    pub fn module(&self) -> String {
        rust_names::module(&self.service.prefix)
    }
}
