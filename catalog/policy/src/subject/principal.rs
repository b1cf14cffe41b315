//! A principal of a statement.

use crate::{document::Text, principal::PrincipalKind};

/// A principal of a statement, under the name of its kind.
pub(crate) struct NamedPrincipal<'t> {
    /// The kind.
    pub(crate) kind: PrincipalKind,
    /// The string.
    pub(crate) name: Text<'t>,
}
