//! Merge keys: `<<: *defaults` adds the members of other mappings to a mapping.

use alloc::{borrow::Cow, collections::BTreeSet, vec::Vec};

use crate::json::{Data, Member, Span, Value};

/// The name of a merge key.
pub(super) const KEY: &str = "<<";

/// Returns the mappings in the value of a merge key: one mapping, or a list of mappings. If another value is found,
/// returns its span.
pub(super) fn mappings(value: Value<'_>) -> Result<Vec<Vec<Member<'_>>>, Span> {
    match value.data {
        Data::Array(items) => items.into_iter().map(mapping).collect(),
        _ => Ok([mapping(value)?].into()),
    }
}

fn mapping(value: Value<'_>) -> Result<Vec<Member<'_>>, Span> {
    match value.data {
        Data::Object(members) => Ok(members),
        _ => Err(value.span),
    }
}

/// Adds the members of other mappings. A member of the mapping itself wins, and then that of an earlier mapping.
pub(super) fn merge<'a>(members: &mut Vec<Member<'a>>, merged: Vec<Vec<Member<'a>>>) {
    let mut names: BTreeSet<Cow<'a, str>> = members.iter().map(|member| member.name.clone()).collect();
    for mapping in merged {
        let added: Vec<_> = mapping.into_iter().filter(|member| !names.contains(&member.name)).collect();
        names.extend(added.iter().map(|member| member.name.clone()));
        members.extend(added);
    }
}
