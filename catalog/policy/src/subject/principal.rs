//! A principal of a statement.

use crate::{document::Text, principal::PrincipalKind};

/// A principal of a statement, with the kind under which it is listed.
pub(crate) struct NamedPrincipal<'t> {
    /// The kind.
    pub(crate) kind: PrincipalKind,
    /// The string.
    pub(crate) name: Text<'t>,
}
