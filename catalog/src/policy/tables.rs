//! What the rules ask, answered by the tables.

use alloc::string::{String, ToString};

use catalog_core::{ConditionKeyType, policy::PolicyCatalogue};

use crate::{AnyAction, AnyConditionKey, AnyResourceType, Service, service::All};

/// A table holds no more entries than a `u16` can count.
fn position(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

impl PolicyCatalogue for All {
    type ResourceType = AnyResourceType;

    fn resource_types(self, service: Service, action: usize) -> Option<impl Iterator<Item = AnyResourceType>> {
        let action = service.action_at(position(action))?;
        Some(action.resource_types().iter().map(|taken| taken.resource_type))
    }

    fn overlaps(self, resource_type: AnyResourceType, pattern: &str) -> Option<bool> {
        Some(may_overlap(resource_type, pattern) && resource_type.overlaps(pattern))
    }

    fn action_keys(self, service: Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        let action = service.action_at(position(action))?;
        let of_types = action.resource_types().iter().flat_map(|taken| taken.resource_type.condition_keys().iter());
        Some(action.condition_keys().iter().chain(of_types).map(AnyConditionKey::name))
    }

    fn key_type(self, service: Service, key: usize) -> Option<ConditionKeyType> {
        service.condition_key_at(position(key))?.value_type()
    }

    fn needs(self, service: Service, action: usize) -> Option<impl Iterator<Item = String>> {
        let full = |needed: Result<AnyAction, &'static str>| {
            needed.map_or_else(ToString::to_string, |action| action.to_string())
        };
        Some(service.action_at(position(action))?.needs()?.map(full))
    }
}

/// Whether the service that a pattern names is one that the formats name. That is soon seen, and nearly always says no.
fn may_overlap(resource_type: AnyResourceType, pattern: &str) -> bool {
    let Some(service) = service_of(pattern) else { return true };
    let formats = resource_type.arn_formats();
    formats.is_empty() || formats.into_iter().any(|format| service_of(format.as_str()).is_none_or(|own| own == service))
}

/// The third field, where the fields up to it are plain text.
fn service_of(arn: &str) -> Option<&str> {
    let mut fields = arn.strip_prefix("arn:")?.splitn(3, ':');
    let partition = fields.next()?;
    // Every format begins with a variable, whose name holds no colon.
    if partition != "${Partition}" && !partition.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    let service = fields.next()?;
    service.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-').then_some(service)
}
