//! `Principal` and `NotPrincipal` in their form for decisions.
//!
//! Sources, 2026-11: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)
//! and [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).

use alloc::{boxed::Box, vec::Vec};

use catalog_core::ascii_case;

use super::principal::{RequestPrincipal, RequestPrincipalKind as Kind};
use crate::{
    document::{Node, StatementNode},
    grammar::Effect,
    principal::PrincipalKind,
    value::parts::is_account,
};

/// The principals of a statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Principals {
    /// The principals of `Principal`, if the statement has this element.
    listed: Option<Box<[Name]>>,
    /// The principals of `NotPrincipal`, if the statement has this element.
    excluded: Option<Box<[Name]>>,
}

/// The way in which a statement names a principal. A later variant is more specific, and limits an `Allow` less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grant {
    /// By its account.
    Account,
    /// By the role of a session, or by the IAM user who started a federated session.
    Origin,
    /// By its own ARN or name, or by `*`.
    Direct,
}

/// A principal that a statement names. Strings that do not name a principal are left out.
#[derive(Clone, Debug)]
enum Name {
    Everyone,
    Account(Box<str>),
    Arn(Box<str>),
    Service(Box<str>),
    Provider(Box<str>),
}

impl Principals {
    pub(super) fn new(statement: StatementNode<'_>) -> Self {
        Self { listed: statement.principal().map(names), excluded: statement.not_principal().map(names) }
    }

    /// Returns true if the statement has neither `Principal` nor `NotPrincipal`.
    pub(super) fn is_absent(&self) -> bool {
        self.listed.is_none() && self.excluded.is_none()
    }

    /// Returns the way in which the statement names a principal, or `None` if it does not apply to the principal.
    ///
    /// `Deny` with `NotPrincipal` applies to each principal that has a permissions boundary, even to those that it lists.
    /// The root user cannot have a boundary.
    pub(super) fn grant(&self, effect: Effect, principal: &RequestPrincipal, has_boundary: bool) -> Option<Grant> {
        if let Some(excluded) = &self.excluded {
            let can_have_boundary = principal.kind().has_account() && principal.kind() != Kind::RootUser;
            let is_bounded = has_boundary && effect == Effect::Deny && can_have_boundary;
            if !is_bounded && is_excluded(excluded, principal) {
                return None;
            }
        }
        match &self.listed {
            Some(listed) => listed.iter().filter_map(|name| name.grant(principal)).max(),
            None => self.excluded.is_some().then_some(Grant::Direct),
        }
    }
}

impl Name {
    /// Returns the way in which the name names a principal.
    fn grant(&self, principal: &RequestPrincipal) -> Option<Grant> {
        let is_own = |name: &str| principal.name() == Some(name);
        match self {
            Self::Everyone => Some(Grant::Direct),
            Self::Account(account) if principal.account() == Some(account) => {
                Some(if principal.kind() == Kind::RootUser { Grant::Direct } else { Grant::Account })
            }
            Self::Arn(arn) if principal.kind().has_account() && is_own(arn) => Some(Grant::Direct),
            Self::Arn(arn) if principal.origin() == Some(arn) => Some(Grant::Origin),
            Self::Service(name) if principal.kind() == Kind::Service => {
                principal.name().is_some_and(|own| ascii_case::eq(own, name)).then_some(Grant::Direct)
            }
            Self::Provider(name) if principal.kind() == Kind::FederatedIdentity && is_own(name) => Some(Grant::Direct),
            _ => None,
        }
    }
}

/// Returns true if `NotPrincipal` excludes a principal. AWS compares the account, the role and the session of a caller,
/// so each of them must be listed.
fn is_excluded(names: &[Name], principal: &RequestPrincipal) -> bool {
    let is_listed = |grant: Grant| names.iter().any(|name| name.grant(principal) == Some(grant));
    let is_everyone = names.iter().any(|name| matches!(name, Name::Everyone));
    let has_own_arn = principal.name().is_some();
    is_everyone
        || match principal.kind() {
            Kind::Anonymous => false,
            Kind::RootUser | Kind::Service | Kind::FederatedIdentity => is_listed(Grant::Direct),
            Kind::User | Kind::FederatedUser => is_listed(Grant::Direct) && is_listed(Grant::Account),
            Kind::RoleSession => {
                is_listed(Grant::Account) && is_listed(Grant::Origin) && (!has_own_arn || is_listed(Grant::Direct))
            }
        }
}

/// Reads the value of `Principal` or `NotPrincipal`.
fn names(node: Node<'_>) -> Box<[Name]> {
    let mut names = Vec::new();
    if node.value.as_str() == Some("*") {
        names.push(Name::Everyone);
    }
    for (kind, list) in node.members().into_iter().flat_map(crate::document::Members::iter) {
        let Some(kind) = PrincipalKind::from_name(kind.text) else { continue };
        let of_kind = |text: &str| match kind {
            PrincipalKind::AWS if text == "*" => Some(Name::Everyone),
            PrincipalKind::AWS => Some(of_account(text).map_or_else(|| Name::Arn(text.into()), Name::Account)),
            PrincipalKind::Service => Some(Name::Service(text.into())),
            PrincipalKind::Federated => Some(Name::Provider(text.into())),
            PrincipalKind::CanonicalUser => None,
        };
        names.extend(list.each().filter_map(|name| name.value.as_str()).filter_map(of_kind));
    }
    names.into()
}

/// Returns the account of a principal that is an account: 12 digits, or the ARN that ends in `:root`.
fn of_account(text: &str) -> Option<Box<str>> {
    if is_account(text) {
        return Some(text.into());
    }
    let (_, rest) = text.strip_prefix("arn:")?.split_once(":iam::")?;
    rest.strip_suffix(":root").filter(|account| is_account(account)).map(Into::into)
}
