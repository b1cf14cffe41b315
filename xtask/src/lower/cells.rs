//! Turns cells into facts: access levels, types, and references to other names.

use super::names::{DefinedNames, PageNames};
use crate::diagnostic::{Code, Reporter};
use crate::model::{AccessLevel, ActionResource, ConditionKeyType};
use crate::rows::{self, Reference};
use crate::slice::Slice;
use crate::suggest;

/// Parses access levels that are separated by commas.
pub(super) fn access_levels(cell: Slice<'_>, report: &mut Reporter) -> Vec<AccessLevel> {
    let mut levels = Vec::new();
    for word in cell.split(',').map(Slice::trim).filter(|_| !cell.is_empty()) {
        let plain = word.plain();
        match AccessLevel::from_name(&plain) {
            Some(level) if levels.contains(&level) => repeated("access level", &plain, word, report),
            Some(level) => levels.push(level),
            None => {
                let help = suggest::hint(&plain, AccessLevel::ALL.iter().map(|level| level.name()));
                let message = format!("unknown access level `{plain}`");
                let span = if word.is_empty() { cell.span() } else { word.span() };
                report.error(Code::UnknownAccessLevel, message, span, help);
            }
        }
    }
    levels
}

/// Parses the type of a condition key's value. An unusual name of a type is a warning.
pub(super) fn value_type(row: &rows::ConditionKey<'_>, report: &mut Reporter) -> Option<ConditionKeyType> {
    let (cell, name) = (row.value_type, row.name.text.plain());
    let plain = cell.plain();
    let value_type = type_of(&plain);
    let unusual = match value_type {
        Some(value_type) if value_type.name() == plain => return Some(value_type),
        Some(value_type) => {
            format!("the type of `{name}` is `{plain}`: read as `{}`", value_type.name())
        }
        None if cell.is_empty() => format!("the page does not state the type of `{name}`"),
        None => {
            let help = suggest::hint(&plain, ConditionKeyType::ALL.iter().map(|value_type| value_type.name()));
            report.error(Code::UnknownType, format!("unknown type of condition key `{plain}`"), cell.span(), help);
            return None;
        }
    };
    let span = if cell.is_empty() { row.name.text.span() } else { cell.span() };
    report.warning(Code::UnusualType, unusual, span, "a mistake in AWS's page that does not affect policies");
    value_type
}

/// Returns the type that a word in a page means, ignoring case. The pages also write `Boolean` for `Bool` and `Long`
/// for `Numeric`.
fn type_of(word: &str) -> Option<ConditionKeyType> {
    let also = [("Boolean", ConditionKeyType::Bool), ("Long", ConditionKeyType::Numeric)];
    let also = also.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, value_type)| value_type);
    also.or_else(|| ConditionKeyType::from_name(word))
}

/// Parses references to resource types. An asterisk at the end means that the action requires the resource type.
pub(super) fn action_resources(
    cells: &[Reference<'_>],
    names: &PageNames,
    report: &mut Reporter,
) -> Vec<ActionResource> {
    let mut resources: Vec<ActionResource> = Vec::with_capacity(cells.len());
    for cell in cells {
        let plain = cell.text.plain();
        let (written, has_mark) = match plain.strip_suffix('*') {
            Some(name) => (name.trim_end(), true),
            None => (&*plain, false),
        };
        let name = names.resource_types.resolve_reference(written, cell.text, Code::UndefinedResourceType, report);
        let required = names.marks_required.then_some(has_mark);
        match resources.iter_mut().find(|resource| resource.name == name) {
            None => resources.push(ActionResource { name: name.to_owned(), required }),
            Some(known) => {
                repeated("resource type", name, cell.text, report);
                known.required = known.required.max(required);
            }
        }
    }
    resources
}

/// Parses references to condition keys.
pub(super) fn condition_key_names(
    cells: &[Reference<'_>],
    condition_keys: &DefinedNames,
    report: &mut Reporter,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(cells.len());
    for cell in cells {
        let written = cell.text.plain();
        let name = condition_keys.resolve_reference(&written, cell.text, Code::UndefinedConditionKey, report);
        if names.iter().any(|known| known == name) {
            repeated("condition key", name, cell.text, report);
        } else {
            names.push(name.to_owned());
        }
    }
    names
}

/// Reports a name that appears twice in a cell.
pub(super) fn repeated(what: &str, name: &str, place: Slice<'_>, report: &mut Reporter) {
    let message = format!("the {what} `{name}` appears twice in one cell");
    report.warning(Code::RepeatedReference, message, place.span(), "a mistake in AWS's page; the name is kept once");
}

#[cfg(test)]
mod tests {
    use super::{ConditionKeyType, type_of};

    #[test]
    fn pages_have_two_more_words_for_types() {
        for value_type in ConditionKeyType::ALL {
            assert_eq!(type_of(&value_type.name().to_lowercase()), Some(*value_type));
        }
        assert_eq!(type_of("Boolean"), Some(ConditionKeyType::Bool));
        assert_eq!(type_of("long"), Some(ConditionKeyType::Numeric));
        assert_eq!(type_of("Strin"), None);
    }
}
