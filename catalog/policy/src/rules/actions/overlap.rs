//! Actions that a list names twice, or that one of its patterns stands for.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    vec::Vec,
};

use crate::{
    document::{Node, Text},
    finding::FindingId as Id,
    rules::{breadth, report::Report, structure::shown},
};
use catalog_core::{
    ascii_case::CaseInsensitive,
    resolve::{Pattern, ServiceNames},
    wildcard,
};

pub(super) fn check<'t, S: ServiceNames>(
    list: Node<'t>,
    named: &[(Text<'t>, Pattern<'t, S>)],
    report: &mut Report<'_>,
) {
    let mut seen = BTreeSet::new();
    let mut first = Vec::new();
    // What is named is a part of the list, in order.
    let mut all_named = named.iter().peekable();
    for text in list.strings() {
        let named = all_named.next_if(|(named, _)| named.place == text.place);
        if seen.insert(CaseInsensitive::new(text.text)) {
            first.extend(named);
        } else {
            report.find(Id::RepeatedAction, text.place, format!("`{}` stands in the list already", shown(text.text)));
        }
    }
    if let Some((everything, _)) = named.iter().find(|(text, _)| breadth::is_everything(text.text)) {
        for text in list.strings().filter(|text| !breadth::is_everything(text.text)) {
            let message = format!("`{}` stands for `{}` already", everything.text, shown(text.text));
            report.find(Id::ShadowedAction, text.place, message);
        }
        return;
    }
    // By service, for a list may be long and name many.
    let mut patterns = BTreeMap::<&str, Vec<(Text<'t>, &str)>>::new();
    for (text, pattern) in named {
        if let Pattern::Matching(service, name) = pattern {
            patterns.entry(service.prefix()).or_default().push((*text, *name));
        }
    }
    for (text, pattern) in first {
        let (service, name) = match pattern {
            Pattern::Everything => continue,
            Pattern::One(service, _) => (service, text.text.split_once(':').map_or(text.text, |(_, name)| name)),
            Pattern::Matching(service, name) => (service, name),
        };
        let Some(patterns) = patterns.get(service.prefix()) else { continue };
        if !report.spend(patterns.len() as u64) {
            return;
        }
        let shadowing = patterns.iter().find(|(other, wide)| other.place != text.place && stands_for(wide, name));
        if let Some((wide, _)) = shadowing {
            let message = format!("`{}` stands for `{}` already", shown(wide.text), shown(text.text));
            report.find(Id::ShadowedAction, text.place, message);
        }
    }
}

/// Whether all that a name or pattern stands for is among what the wide one does. A `?` of the wide one could take the `*`
/// of the other for a letter.
fn stands_for(wide: &str, narrow: &str) -> bool {
    !(wide.contains('?') && wildcard::has_wildcard(narrow))
        && wildcard::matches(wide, narrow)
        && !catalog_core::ascii_case::eq(wide, narrow)
}
