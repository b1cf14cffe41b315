//! Formats changes as lines for people. Equal changes of several names share one line.

use super::change::Change;
use super::change_kind::{ChangeKind, Verb};
use std::collections::BTreeMap;

/// A line about one or several changes.
pub(super) struct ChangeLine {
    pub(super) verb: Verb,
    pub(super) words: String,
}

/// Returns the lines about changes of one service. `quote` formats names, and `plain` formats other values.
pub(super) fn lines(changes: &[Change], quote: fn(&str) -> String, plain: fn(&str) -> String) -> Vec<ChangeLine> {
    let mut groups: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for change in changes {
        let Change { kind, verb, item, old, new, subject, .. } = change;
        groups.entry((*kind, *verb, item, old, new)).or_default().push(quote(subject));
    }
    let words = |kind: ChangeKind, item: &Option<String>, values: [&Option<String>; 2], subjects: Vec<String>| {
        let show = |value: &String| if is_name(kind) { quote(value) } else { plain(value) };
        let [old, new] = values.map(|value| value.as_ref().map(show));
        let value = match (&old, &new) {
            (Some(old), Some(new)) => Some(format!("{old} → {new}")),
            (value, None) | (None, value) => value.clone(),
        };
        let label = label(kind, subjects.len());
        let of = subjects.join(", ");
        match (kind, item.as_deref(), value) {
            (ChangeKind::Action | ChangeKind::Operation | ChangeKind::ResourceType | ChangeKind::ConditionKey, ..) => {
                match old {
                    Some(old) => format!("{label}: {old} is now written {of}"),
                    None => format!("{label}: {of}"),
                }
            }
            (ChangeKind::ServiceName, _, Some(value)) => format!("{label}: {value}"),
            (ChangeKind::LeftOut, Some(item), _) => format!("{label} of {item}"),
            (ChangeKind::PermissionOnly, ..) | (_, None, None) => format!("{label} of {of}"),
            (_, Some(item), None) => format!("{label} {} of {of}", quote(item)),
            (_, Some(item), Some(value)) => format!("{label} {} ({value}) of {of}", quote(item)),
            (_, None, Some(value)) => format!("{label} ({value}) of {of}"),
        }
    };
    let line =
        |((kind, verb, item, old, new), subjects)| ChangeLine { verb, words: words(kind, item, [old, new], subjects) };
    groups.into_iter().map(line).collect()
}

/// Returns the words at the beginning of a line, before the names that change.
fn label(kind: ChangeKind, count: usize) -> &'static str {
    match kind {
        ChangeKind::ServiceName => "name",
        ChangeKind::AccessLevels => "access levels",
        ChangeKind::ActionResourceType | ChangeKind::RequiredMark => "resource type",
        ChangeKind::ActionConditionKey | ChangeKind::ResourceConditionKey => "condition key",
        ChangeKind::DependentActions => "dependent actions",
        ChangeKind::Rows => "combination of rows",
        ChangeKind::ValueType => "type",
        ChangeKind::Action | ChangeKind::Operation | ChangeKind::ResourceType | ChangeKind::ConditionKey => {
            kind.noun(count)
        }
        kind => kind.noun(1),
    }
}

/// Returns true if the values of a change of this kind are names rather than words.
fn is_name(kind: ChangeKind) -> bool {
    !matches!(
        kind,
        ChangeKind::ServiceName
            | ChangeKind::AccessLevels
            | ChangeKind::ActionResourceType
            | ChangeKind::RequiredMark
            | ChangeKind::DependentActions
            | ChangeKind::Scenario
            | ChangeKind::Description
    )
}

/// Formats the numbers of prose changes, such as `12 descriptions, 1 link`, or returns `None` if there are none.
pub(super) fn prose(count: impl Fn(ChangeKind) -> usize) -> Option<String> {
    let counts = [ChangeKind::Description, ChangeKind::Url].map(|kind| (kind, count(kind)));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<_> = counts.map(|(kind, count)| format!("{count} {}", kind.noun(count))).collect();
    (!words.is_empty()).then(|| words.join(", "))
}
