//! The sections of a template, and the values in them.

use alloc::collections::BTreeMap;

use crate::{
    json::{Data, Member, Value},
    shape::{self, get},
};

/// The members of a section of the template. If a name repeats, the first member counts.
pub(super) type Section<'t> = BTreeMap<&'t str, &'t Value<'t>>;

/// Returns the members of a section of the template.
pub(super) fn section<'t>(template: &'t Value<'t>, name: &str) -> Section<'t> {
    let mut section = Section::new();
    for member in get(template, name).into_iter().flat_map(members) {
        section.entry(&member.name).or_insert(&member.value);
    }
    section
}

/// Returns the members of an object. Another value has none.
pub(super) fn members<'t>(value: &'t Value<'t>) -> &'t [Member<'t>] {
    shape::members(value).unwrap_or_default()
}

/// Returns the string that CloudFormation uses for a string, a number or a boolean.
pub(super) fn literal<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    match &value.data {
        Data::String(text) | Data::Number(text) => Some(text),
        Data::Bool(flag) => Some(if *flag { "true" } else { "false" }),
        _ => None,
    }
}
