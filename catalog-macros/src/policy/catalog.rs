//! Implements `PolicyCatalog` for the index, which knows only names and the types of condition keys.

use core::convert::Infallible;

use catalog_core::ConditionKeyType;
use catalog_policy::PolicyCatalog;

use crate::index::{Index, ServiceIndex};

impl PolicyCatalog for Index {
    /// The index has no facts about resource types, so there is no value of this type.
    type ResourceType = Infallible;

    fn undefined_keys(self, service: &'static ServiceIndex) -> impl Iterator<Item = &'static str> {
        service.undefined_keys()
    }

    fn key_type(self, service: &'static ServiceIndex, key: usize) -> Option<ConditionKeyType> {
        service.key_type(key)
    }
}
