//! The values of `Fn::FindInMap`.

use super::{
    Scope,
    section::{literal, members},
};
use crate::json::{Data, Value};

/// A key of a mapping, if the template decides it.
pub(super) type Key<'k> = Option<&'k str>;

impl<'t> Scope<'t> {
    /// Returns the value that a mapping has for two keys. If a key is unknown, all values that it can select must be
    /// the same. A string has the place of the first of them.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html>.
    pub(super) fn find_in_map(&self, map: &str, top: Key<'_>, second: Key<'_>) -> Option<&'t Value<'t>> {
        let map = self.shared.mappings.get(map)?;
        self.spend(members(map).len() / 16).then_some(())?;
        let mut found: Option<&'t Value<'t>> = None;
        for (_, inner) in entries(map, top) {
            for (_, value) in entries(inner, second) {
                if !self.spend(weight(value)) || found.is_some_and(|found| found.data != value.data) {
                    return None;
                }
                found = found.or(Some(value));
            }
        }
        found.filter(|found| is_valid(found))
    }
}

/// Returns the work of comparing a value with another one.
fn weight(value: &Value<'_>) -> usize {
    match &value.data {
        Data::Array(items) => items.len().saturating_add(1),
        _ => literal(value).map_or(1, |text| (text.len() / 64).saturating_add(1)),
    }
}

/// Returns true if a mapping can have this value: a string or a list of strings.
fn is_valid(value: &Value<'_>) -> bool {
    match &value.data {
        Data::Array(items) => items.iter().all(|item| literal(item).is_some()),
        _ => literal(value).is_some(),
    }
}

/// Returns the members that a key can select.
pub(super) fn entries<'t>(object: &'t Value<'t>, key: Key<'_>) -> impl Iterator<Item = (&'t str, &'t Value<'t>)> {
    let selected = members(object).iter().filter(move |member| key.is_none_or(|key| member.name == key));
    selected.map(|member| (&*member.name, &member.value)).take(if key.is_some() { 1 } else { usize::MAX })
}
