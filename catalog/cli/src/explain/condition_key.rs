//! Explains a condition key.

use catalog::{
    AnyConditionKey,
    policy::{
        condition_key::{is_template, matches},
        global_keys::{self, GlobalKey},
    },
};

use super::{
    sheet::{NONE, Sheet},
    source,
};

/// AWS's page of the global condition keys.
const GLOBAL_KEYS: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

/// Explains the condition key with this name. The name can also be a filled-in template, such as `aws:RequestTag/team`.
pub(super) fn sheet(name: &str) -> Option<Sheet> {
    let listed = name.parse().ok().or_else(|| filled_in(name));
    match (global_keys::find(name), listed) {
        (Some(key), listed) => Some(global(key, listed)),
        (None, Some(key)) => Some(of_service(key)),
        (None, None) => None,
    }
}

/// Finds the template that matches a filled-in name.
fn filled_in(name: &str) -> Option<AnyConditionKey> {
    catalog::condition_keys().find(|key| matches(key.name(), name))
}

/// Explains a global key, which requests to every service can contain.
fn global(key: GlobalKey, listed: Option<AnyConditionKey>) -> Sheet {
    let services = listed.map_or(0, |listed| {
        let name = listed.name();
        catalog::services().filter(|service| service.condition_key(name).is_some()).count()
    });
    let pages = match services {
        0 => NONE.to_owned(),
        1 => "1 service".to_owned(),
        _ => format!("{services} services"),
    };
    let name = listed.map_or(key.name, AnyConditionKey::name);
    let description = listed.and_then(|listed| listed.everywhere().find_map(AnyConditionKey::description));
    Sheet::new("global condition key", name)
        .stated("description", description)
        .row("value type", key.value_type)
        .row("template", template(key.is_template()))
        .row("listed by", pages)
        .row("documentation", GLOBAL_KEYS)
}

/// Explains a key that the page of a service lists.
fn of_service(key: AnyConditionKey) -> Sheet {
    let sheet = Sheet::new("condition key", key)
        .row("service", key.service())
        .stated("description", key.description())
        .stated("value type", key.value_type())
        .row("template", template(is_template(key.name())))
        .list("resource types", key.resource_types(), NONE);
    source::rows(sheet, key.url(), key.service()).list("actions", key.actions(), NONE)
}

fn template(is_template: bool) -> &'static str {
    if is_template { "yes: a policy fills in part of the name" } else { "no" }
}
