//! Explains a resource type.

use catalog::AnyResourceType;

use super::{
    sheet::{NONE, NOT_STATED, Sheet, not_defined},
    source,
};

/// Explains a resource type.
pub(super) fn sheet(resource_type: AnyResourceType) -> Sheet {
    let (accepting, requiring) = (resource_type.actions().count(), resource_type.actions_requiring().count());
    let actions = match accepting {
        0 => NONE.to_owned(),
        _ => format!("{accepting}, of which {requiring} require it: `catalog who-needs {resource_type}`"),
    };
    let undefined = resource_type.undefined_condition_keys().map(not_defined);
    let keys = resource_type.condition_keys().iter().map(|key| key.to_string()).chain(undefined);
    let sheet = Sheet::new("resource type", resource_type)
        .row("service", resource_type.service())
        .list("ARN formats", resource_type.arn_formats(), NOT_STATED)
        .list("condition keys", keys, NONE)
        .row("actions", actions);
    source::rows(sheet, resource_type.url(), resource_type.service())
}
