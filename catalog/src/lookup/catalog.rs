//! The services of the crate as a catalog that names are resolved against.

use catalog_core::{
    AuthorizingActions, NameKind,
    resolve::{self, ServiceNames},
};

use super::{hash_tables, services::services};
use crate::{handles::Service, tables::NameTable};

impl ServiceNames for Service {
    fn prefix(self) -> &'static str {
        self.table().owner.prefix
    }

    fn name(self) -> &'static str {
        self.table().owner.name
    }

    fn actions_are_left_out(self) -> bool {
        self.table().owner.actions_left_out
    }

    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        let names = self.names_of(kind).names;
        (0..names.len()).filter_map(move |position| names.get(position))
    }

    fn name_at(self, kind: NameKind, position: usize) -> Option<&'static str> {
        self.names_of(kind).names.get(position)
    }

    fn find(self, kind: NameKind, name: &str) -> Option<usize> {
        self.names_of(kind).find(name).map(usize::from)
    }

    fn operation(self, name: &str) -> Option<AuthorizingActions> {
        let operation = self.operation(name)?;
        Some(AuthorizingActions::new(&self.table().facts.operations, operation.position()))
    }
}

impl Service {
    const fn names_of(self, kind: NameKind) -> &'static NameTable {
        match kind {
            NameKind::ConditionKey => &self.table().condition_keys,
            NameKind::ResourceType => &self.table().resource_types,
            _ => &self.table().actions,
        }
    }
}

/// All services of this crate, as a catalog of names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AllServices;

impl resolve::Catalog for AllServices {
    type Service = Service;

    fn services(self) -> impl Iterator<Item = Service> {
        services()
    }

    fn find_service(self, prefix: &str) -> Option<Service> {
        Service::find(prefix)
    }

    fn find_action(self, text: &str) -> Option<(Service, usize)> {
        hash_tables::find_action(text)
    }
}
