//! Who may assume a role by a statement of a trust policy, and by which actions.

use alloc::vec::Vec;

use catalog_core::{ascii_case, wildcard};

use super::Actions;
use crate::{
    document::{Node, StatementNode, Text},
    principal::PrincipalKind,
};

/// An `Allow` of a trust policy that names its principals.
pub(crate) struct TrustStatement<'l, 't, S> {
    /// The statement.
    pub(crate) statement: StatementNode<'t>,
    /// The principals, at least one, each with the way in which it assumes a role.
    pub(crate) callers: Vec<(Text<'t>, Caller)>,
    /// The actions of the statement.
    actions: &'l Actions<'t, S>,
}

/// A way to assume a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    /// Accounts, users, roles and services.
    Signed,
    /// Identities of a SAML provider.
    Saml,
    /// Identities of an OIDC provider.
    Oidc,
}

impl Caller {
    /// Every way.
    pub(crate) const ALL: [Self; 3] = [Self::Signed, Self::Saml, Self::Oidc];

    /// Returns the action that assumes a role in this way.
    ///
    /// Source: [Requesting temporary security credentials](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html).
    pub(crate) const fn action(self) -> &'static str {
        match self {
            Self::Signed => "sts:AssumeRole",
            Self::Saml => "sts:AssumeRoleWithSAML",
            Self::Oidc => "sts:AssumeRoleWithWebIdentity",
        }
    }

    fn from_principal(kind: &str, name: &str) -> Self {
        match PrincipalKind::from_name(kind) {
            Some(PrincipalKind::Federated) if name.contains(":saml-provider/") => Self::Saml,
            Some(PrincipalKind::Federated) => Self::Oidc,
            _ => Self::Signed,
        }
    }
}

impl<'l, 't, S> TrustStatement<'l, 't, S> {
    /// Returns the principals of a statement with its actions, or `None` if it names no principal or everybody.
    pub(crate) fn new(actions: &'l Actions<'t, S>) -> Option<Self> {
        let mut callers = Vec::new();
        for (kind, names) in actions.statement.principal().and_then(Node::members)?.iter() {
            for name in names.strings() {
                if name.text == "*" {
                    return None;
                }
                callers.push((name, Caller::from_principal(kind.text, name.text)));
            }
        }
        (!callers.is_empty()).then_some(Self { statement: actions.statement, callers, actions })
    }

    /// Returns true if the statement names a principal that assumes roles in a way.
    pub(crate) fn names(&self, way: Caller) -> bool {
        self.callers.iter().any(|(_, caller)| *caller == way)
    }

    /// Returns true if the statement allows the action of a way.
    pub(crate) fn allows(&self, way: Caller) -> bool {
        self.actions.named.iter().any(|(text, _)| wildcard::matches(text.text, way.action()))
    }

    /// Returns the actions that none of the principals can use, each with the way that it is for.
    pub(crate) fn unusable_actions(&self) -> impl Iterator<Item = (Text<'t>, Caller)> {
        let unnamed = Caller::ALL.map(|way| (!self.names(way)).then_some(way));
        self.actions.named.iter().filter_map(move |(text, _)| {
            let own = |way: &Caller| ascii_case::eq(way.action(), text.text);
            unnamed.iter().flatten().copied().find(own).map(|way| (*text, way))
        })
    }
}
