//! Reads members, strings and lists of the JSON of a scenario.

use catalog_policy::json::{Data, Value};

/// Returns the first member with a name.
pub(crate) fn member<'v>(object: &'v Value<'v>, name: &str) -> Option<&'v Value<'v>> {
    members(object).into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
}

/// Returns the members of an object. Of several members with the same name, only the first one counts.
pub(crate) fn members<'v>(object: &'v Value<'v>) -> Vec<(String, &'v Value<'v>)> {
    let Data::Object(members) = &object.data else { return Vec::new() };
    let mut found: Vec<(String, &Value<'_>)> = Vec::new();
    for member in members {
        if !found.iter().any(|(name, _)| *name == *member.name) {
            found.push((member.name.to_string(), &member.value));
        }
    }
    found
}

/// Returns the items of a list. Any other value is a list of one item.
pub(crate) fn items<'v>(value: &'v Value<'v>) -> Vec<&'v Value<'v>> {
    match &value.data {
        Data::Array(items) => items.iter().collect(),
        _ => vec![value],
    }
}

/// Returns the strings of a string or a list. Other values in the list are left out.
pub(crate) fn strings(value: &Value<'_>) -> Vec<String> {
    items(value).into_iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// Returns the strings, numbers and booleans of a value or a list, as they are written.
pub(crate) fn scalars(value: &Value<'_>) -> Vec<String> {
    let scalar = |item: &Value<'_>| match &item.data {
        Data::String(text) | Data::Number(text) => Some(text.to_string()),
        Data::Bool(value) => Some(value.to_string()),
        _ => None,
    };
    items(value).into_iter().filter_map(scalar).collect()
}

/// Returns true if a value is an object.
pub(crate) fn is_object(value: &Value<'_>) -> bool {
    matches!(value.data, Data::Object(_))
}

/// Returns true if a value is missing or `null`.
pub(crate) fn is_missing(value: Option<&Value<'_>>) -> bool {
    value.is_none_or(|value| value.data == Data::Null)
}
