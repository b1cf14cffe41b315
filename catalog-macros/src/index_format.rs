//! The form of the generated index of names, and the search in it.

#[cfg(feature = "policy")]
use catalog_core::ConditionKeyType;
use catalog_core::{
    AuthorizingActionTable, AuthorizingActions, NameKind, ascii_case,
    resolve::{Catalog, ServiceNames},
};

/// The names of one service. A line a name.
#[derive(Debug)]
pub(crate) struct ServiceIndex {
    /// The service prefix.
    pub(crate) prefix: &'static str,
    /// The module of `catalog`.
    pub(crate) module: &'static str,
    /// What AWS calls the service.
    pub(crate) name: &'static str,
    /// Whether AWS's page leaves the actions out.
    pub(crate) actions_left_out: bool,
    /// AWS's name and, where it is another, a space and the variant.
    pub(crate) actions: &'static str,
    /// AWS's name, a space, the variant and, where the page states it, a colon and the type of the values.
    pub(crate) condition_keys: &'static str,
    /// The API operations whose names are no actions: the name and, behind spaces, the actions that authorise it.
    pub(crate) operations: &'static str,
}

impl ServiceIndex {
    /// The names of a kind, each with what stands behind it, in catalog order.
    fn entries(&'static self, kind: NameKind) -> impl Iterator<Item = (&'static str, &'static str)> {
        let lines = match kind {
            NameKind::Action => self.actions,
            NameKind::ConditionKey => self.condition_keys,
            _ => "",
        };
        lines.lines().map(|line| line.rsplit_once(' ').unwrap_or((line, line)))
    }

    /// The variant at a position.
    pub(crate) fn variant(&'static self, kind: NameKind, position: usize) -> Option<&'static str> {
        let (_, variant) = self.entries(kind).nth(position)?;
        Some(variant.split_once(':').map_or(variant, |(variant, _)| variant))
    }

    /// The type of the values of the condition key at a position, where the page states it.
    #[cfg(feature = "policy")]
    pub(crate) fn key_type(&'static self, position: usize) -> Option<ConditionKeyType> {
        let (_, variant) = self.entries(NameKind::ConditionKey).nth(position)?;
        ConditionKeyType::from_name(variant.split_once(':')?.1)
    }
}

impl ServiceNames for &'static ServiceIndex {
    fn prefix(self) -> &'static str {
        self.prefix
    }

    fn name(self) -> &'static str {
        self.name
    }

    fn actions_are_left_out(self) -> bool {
        self.actions_left_out
    }

    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        self.entries(kind).map(|(name, _)| name)
    }

    fn operation(self, name: &str) -> Option<AuthorizingActions> {
        let is_named = |line: &str| line.split(' ').next().is_some_and(|known| ascii_case::eq(known, name));
        let operation = self.operations.lines().position(is_named)?;
        Some(AuthorizingActions::new(self, u16::try_from(operation).ok()?))
    }
}

impl AuthorizingActionTable for ServiceIndex {
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        self.operations.lines().nth(usize::from(operation))?.split(' ').skip(1).nth(nth)
    }
}

/// The names of all services, sorted by prefix.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index(pub(crate) &'static [ServiceIndex]);

impl Catalog for Index {
    type Service = &'static ServiceIndex;

    fn services(self) -> impl Iterator<Item = &'static ServiceIndex> {
        self.0.iter()
    }
}
