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
}

impl NamedService<'_> {
    /// The name of its module.
    #[must_use]
    pub fn module(&self) -> String {
        rust_names::module(&self.service.prefix)
    }
}
