//! A service with the identifiers of its names, which is the input of every generated file.

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
}

impl NamedService<'_> {
    /// Returns the name of the service's module.
    #[must_use]
    pub fn module(&self) -> String {
        rust_names::module(&self.service.prefix)
    }
}
