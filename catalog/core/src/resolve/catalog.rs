//! The names that a text is resolved against: those of one service, and those of all services.

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
    /// The service prefix: `ses`.
    fn prefix(self) -> &'static str;

    /// Returns AWS's name of the service, such as `Amazon SES`.
    fn name(self) -> &'static str;

    /// Whether AWS's page leaves the actions out, so that nobody can say which there are.
    fn actions_are_left_out(self) -> bool {
        false
    }

    /// The names of one kind, in catalog order. Actions and resource types come without the prefix, condition keys
    /// as they are.
    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str>;

    /// The position of a name among [`names`](Self::names), in any case. Where two differ in case only, the one that is
    /// spelled so, or else the first.
    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        let exact = self.names(kind).position(|known| known == name);
        exact.or_else(|| self.names(kind).position(|known| ascii_case::eq(known, name)))
    }

    /// What authorizes the API operation of a name, in any case, where that is known. What is not known here is looked for
    /// in a small [table](super::operations).
    fn operation(self, name: &str) -> Option<AuthorizingActions> {
        let _ = name;
        None
    }

    /// Returns the rows of that table about this service.
    fn other_operations(self) -> &'static str {
        operations::of_service(self.prefix())
    }

    /// Returns the names of this service that AWS's reference no longer lists.
    fn retired(self) -> &'static RetiredService {
        retired_services::find(self.prefix()).unwrap_or(&RetiredService::NONE)
    }
}

/// The names of all services.
pub trait Catalog: Copy {
    /// A service of the catalog.
    type Service: ServiceNames;

    /// Every service, in order of prefix.
    fn services(self) -> impl Iterator<Item = Self::Service>;

    /// The service of a prefix, in any case.
    fn find_service(self, prefix: &str) -> Option<Self::Service> {
        self.services().find(|service| ascii_case::eq(service.prefix(), prefix))
    }

    /// The action of a full name, in any case: the service, and the position of the name there.
    fn find_action(self, text: &str) -> Option<(Self::Service, usize)> {
        let Parts { prefix, name } = syntax::split(text)?;
        let service = self.find_service(prefix)?;
        Some((service, service.find(NameKind::Action, name)?))
    }
}
