//! The names that a string is resolved against: the names of one service or of all services.

use super::{operations, retired_services};
use crate::{
    ascii_case,
    authorizing_actions::AuthorizingActions,
    name_kind::NameKind,
    retired::RetiredService,
    syntax::{self, Parts},
};

/// The names of one service.
pub trait ServiceNames: Copy {
    /// Returns the service prefix, such as `ses`.
    fn prefix(self) -> &'static str;

    /// Returns AWS's name for the service, such as `Amazon SES`.
    fn name(self) -> &'static str;

    /// Returns true if AWS's page does not list the actions, so that no action of the service can be checked.
    fn actions_are_left_out(self) -> bool {
        false
    }

    /// Returns the names of one kind, in catalog order. Actions and resource types have no prefix. Condition keys have
    /// their full names.
    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str>;

    /// Returns the name of one kind at a position of [`names`](Self::names).
    fn name_at(self, kind: NameKind, position: usize) -> Option<&'static str> {
        self.names(kind).nth(position)
    }

    /// Returns the position of a name among [`names`](Self::names), ignoring case. If several names differ only in
    /// case, an exact match is preferred to the first one.
    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        let exact = self.names(kind).position(|known| known == name);
        exact.or_else(|| self.names(kind).position(|known| ascii_case::eq(known, name)))
    }

    /// Returns the actions that authorize the API operation with a name, ignoring case, if they are known. If this
    /// returns `None`, a small [table](super::operations) is searched instead.
    fn operation(self, name: &str) -> Option<AuthorizingActions> {
        let _ = name;
        None
    }

    /// Returns the rows of the [table of operations](super::operations) for this service.
    fn other_operations(self) -> &'static str {
        operations::of_service(self.prefix())
    }

    /// Returns the names of this service that AWS's reference no longer lists.
    fn retired(self) -> &'static RetiredService {
        retired_services::find(self.prefix()).unwrap_or(&RetiredService::NONE)
    }
}

/// The names of all services, among which a string is looked up.
pub trait Catalog: Copy {
    /// A service of the catalog, with its names.
    type Service: ServiceNames;

    /// Returns every service, in order of prefix.
    fn services(self) -> impl Iterator<Item = Self::Service>;

    /// Returns the service with a prefix, ignoring case.
    fn find_service(self, prefix: &str) -> Option<Self::Service> {
        self.services().find(|service| ascii_case::eq(service.prefix(), prefix))
    }

    /// Finds the action with a full name, ignoring case. Returns its service and the position of the name in the
    /// service.
    fn find_action(self, text: &str) -> Option<(Self::Service, usize)> {
        let Parts { prefix, name } = syntax::split(text)?;
        let service = self.find_service(prefix)?;
        Some((service, service.find(NameKind::Action, name)?))
    }
}
