//! Reads the option `access_levels` of an attribute.

use catalog_core::{AccessLevel, AccessLevels};

use crate::{errors::Errors, options::AttributeOption};

/// Reads the access levels of `access_levels("Tagging", "Write")`.
pub(crate) fn access_levels(item: AttributeOption, errors: &mut Errors) -> AccessLevels {
    let mut levels = AccessLevels::NOT_STATED;
    for text in item.texts(errors) {
        let name = text.value();
        match AccessLevel::from_name(&name) {
            Some(level) if levels.contains(level) => errors.push(text, "this access level is given twice"),
            Some(level) => levels = levels.with(level),
            None => {
                let known: Vec<String> = AccessLevel::ALL.iter().map(|level| format!("`{level}`")).collect();
                errors.push(text, format_args!("unknown access level `{name}`: expected one of {}", known.join(", ")));
            }
        }
    }
    levels
}
