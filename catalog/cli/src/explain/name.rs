//! Explains actions, resource types, condition keys and API operations by name.

use catalog::{AnyAction, AnyOperation, AnyResourceType, Service};

use super::{action, condition_key, operation, resource_type, sheet::Sheet};

/// Explains the action, the resource type, the condition key and the API operations with this name, ignoring case.
pub(super) fn sheets(name: &str) -> Vec<Sheet> {
    let action = name.parse::<AnyAction>();
    let resource_type = name.parse::<AnyResourceType>().ok().map(resource_type::sheet);
    let mut sheets: Vec<_> = resource_type.into_iter().chain(condition_key::sheet(name)).collect();
    let listed: Vec<_> = operations(name).map(operation::sheet).collect();
    match action {
        Ok(action) => sheets.insert(0, action::sheet(action)),
        // The catalog also knows a few API operations that no page lists.
        Err(error) if listed.is_empty() => sheets.extend(operation::unlisted_sheet(name, &error)),
        Err(_) => {}
    }
    sheets.extend(listed);
    sheets
}

/// Returns the API operations with this full name. Operations of two SDK clients can share a name.
fn operations(name: &str) -> impl Iterator<Item = AnyOperation> {
    let (prefix, name) = name.split_once(':').unwrap_or_default();
    let operations = Service::find(prefix).into_iter().flat_map(Service::operations);
    operations.filter(move |operation| operation.name().eq_ignore_ascii_case(name))
}
