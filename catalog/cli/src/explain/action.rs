//! Explains an action.

use catalog::{ActionResourceType, AnyAction, AnyResourceType};

use super::{
    operation,
    sheet::{NONE, NOT_STATED, Sheet, not_defined},
    source,
};

/// Explains an action.
pub(super) fn sheet(action: AnyAction) -> Sheet {
    let levels = action.access_levels();
    let undefined = action.undefined_resource_types().map(|accepted| undefined_type(action, accepted));
    let types = action.resource_types().iter().map(resource_type).chain(undefined);
    let undefined = action.undefined_condition_keys().map(not_defined);
    let keys = action.condition_keys().iter().map(|key| key.to_string()).chain(undefined);
    let sheet = Sheet::new("action", action)
        .row("service", action.service())
        .row("first listed", first_listed(action))
        .stated("description", action.description())
        .stated("access levels", levels.is_stated().then_some(levels))
        .row("permission only", if action.is_permission_only() { "yes: it is not an API operation" } else { "no" })
        .list("resource types", types, "none: use `\"Resource\": \"*\"`")
        .list("condition keys", keys, "none, except global ones");
    let sheet = match action.needs() {
        Some(needed) => {
            let name = |needed: Result<AnyAction, &str>| {
                needed.map_or_else(|unknown| format!("{unknown} (not in the catalog)"), |action| action.to_string())
            };
            sheet.list("dependent actions", needed.map(name), NONE)
        }
        None => sheet.row("dependent actions", NOT_STATED),
    };
    let no_operation = if action.is_permission_only() { NONE } else { NOT_STATED };
    let sheet = sheet.list("operations", action.operations().map(operation::full_name), no_operation);
    let documentation = action.url().map_or_else(|| action.reference_url().to_string(), str::to_owned);
    source::rows(sheet, Some(documentation), action.service())
}

/// Returns the month in which AWS's reference first listed an action.
fn first_listed(action: AnyAction) -> String {
    let earlier = || format!("{} or earlier", AnyAction::KNOWN_SINCE);
    action.listed_since().map_or_else(earlier, |month| month.to_string())
}

fn resource_type(accepted: ActionResourceType<AnyResourceType>) -> String {
    format!("{}{}", accepted.resource_type, mark(accepted.required))
}

/// Returns a resource type that AWS's page uses but does not define.
fn undefined_type(action: AnyAction, accepted: ActionResourceType<&str>) -> String {
    let prefix = action.service().prefix();
    not_defined(format_args!("{prefix}:{}{}", accepted.resource_type, mark(accepted.required)))
}

const fn mark(required: Option<bool>) -> &'static str {
    match required {
        Some(true) => " (required)",
        Some(false) => "",
        None => " (not stated whether required)",
    }
}
