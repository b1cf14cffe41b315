//! `Principal` and `NotPrincipal`.

use alloc::{string::String, vec::Vec};

use catalog_policy::{
    document::Node,
    form::FormError,
    json::{Data, Value},
    principal::PrincipalKind,
};

use super::{
    OneOrMany,
    part::{self, Part, Result, element, fault},
};

/// The principals of a statement, which are the identities that it applies to.
///
/// The constructors check their argument by the rules of the linter. Pass their `Result` to
/// [`StatementBuilder::principal`](crate::policy::StatementBuilder::principal). Parsing a policy does not check
/// principals.
///
/// ```
/// use catalog::policy::Principal;
///
/// assert_eq!(Principal::Everybody.to_string(), r#""*""#);
/// assert_eq!(Principal::service("ec2.amazonaws.com")?.to_string(), r#"{"Service":"ec2.amazonaws.com"}"#);
/// let error = Principal::aws("11112222").unwrap_err();
/// assert_eq!(error.to_string(), "expected a 12-digit account ID or an ARN");
/// # Ok::<_, catalog::policy::PrincipalError>(())
/// ```
///
/// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Principal {
    /// `"*"`: every principal.
    Everybody,
    /// `{"AWS": …, "Service": …}`: these principals, in order.
    These(Vec<PrincipalNames>),
}

/// The principals of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PrincipalNames {
    /// The kind of the principals.
    pub kind: PrincipalKind,
    /// The names of the principals.
    pub names: OneOrMany<String>,
}

impl Principal {
    /// Returns the principals of all kinds, in order. `Everybody` returns no principals.
    pub fn iter(&self) -> impl Iterator<Item = (PrincipalKind, &str)> {
        let these = match self {
            Self::Everybody => &[],
            Self::These(these) => these.as_slice(),
        };
        these.iter().flat_map(|these| these.names.iter().map(|name| (these.kind, name.as_str())))
    }
}

impl Part for Principal {
    fn read(node: Node<'_>) -> Result<Self> {
        if let Some(text) = node.string() {
            let bare = || fault(text.place, FormError::bare_principal(text.text));
            return (text.text == "*").then_some(Self::Everybody).ok_or_else(bare);
        }
        let mut these: Vec<PrincipalNames> = Vec::new();
        for (name, node) in part::members(node, "`\"*\"` or an object of principals")?.iter() {
            let Some(kind) = PrincipalKind::from_name(name.text) else {
                return Err(fault(name.place, FormError::unknown_principal_kind(name.text)));
            };
            if these.iter().any(|these| these.kind == kind) {
                return Err(part::repeated(name));
            }
            these.push(PrincipalNames { kind, names: OneOrMany::read(node)? });
        }
        Ok(Self::These(these))
    }

    fn tree(&self) -> Value<'_> {
        match self {
            Self::Everybody => part::value(Data::String("*".into())),
            Self::These(these) => part::object(these.iter().map(|these| element(these.kind.name(), &these.names))),
        }
    }
}
