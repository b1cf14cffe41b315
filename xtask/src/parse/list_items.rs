//! Parses the list form: one item per name, which contains one item per row and the fields that several rows share.

use super::blocks::{Cell, Inline, Item, List};
use super::fields::{self, Field, Label};
use super::section_kind::SectionKind;
use crate::diagnostic::{Code, Reporter};
use crate::slice::Slice;
use crate::source::Span;

/// Returns true if a list contains rows. A list without labels is prose.
pub(crate) fn has_rows(list: &List<'_>) -> bool {
    let has_label = |cell: &Cell<'_>| fields::begins_with_label(cell.text);
    list.items.iter().any(|item| {
        item.head.text.raw().starts_with("**") && item.head.text.raw().ends_with("**")
            || has_label(&item.head)
            || item.items.iter().any(has_label)
    })
}

/// Parses all items of a list. Returns `None` if any item has an error.
pub(crate) fn rows<'a, T>(
    items: &[Item<'a>],
    report: &mut Reporter,
    read: impl Fn(&Item<'a>, &mut Reporter) -> Option<T>,
) -> Option<Vec<T>> {
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        rows.extend(read(item, report));
    }
    (rows.len() == items.len()).then_some(rows)
}

/// Returns the head of an item: the text between `**` and `**`, which Markdown does not read as emphasis because of the
/// spaces.
pub(crate) fn head<'r, 'a>(item: &'r Item<'a>, report: &mut Reporter) -> Option<Inline<'r, 'a>> {
    let text = item.head.text;
    let inner = text.raw().strip_prefix("**").and_then(|raw| raw.strip_suffix("**"));
    if inner.is_none() || fields::begins_with_label(text) {
        let help = "write the item as `- **   Name  **`, with its fields as items inside it";
        report.error(Code::LeftoverText, "this item has no name", first_line(text).span(), help);
        return None;
    }
    if let Some(rest) = item.rest {
        let help = "write only items with labels below a name";
        report.error(Code::LeftoverText, "unexpected text between the items", first_line(rest).span(), help);
        return None;
    }
    let (text, _) = text.split_at(text.raw().len().saturating_sub(2));
    let text = text.split_at(2).1.trim();
    Some(Inline { text, links: &item.head.links })
}

fn first_line(text: Slice<'_>) -> Slice<'_> {
    text.split_at(text.raw().find(['\n', '\r']).unwrap_or(text.raw().len())).0
}

/// Reports a label without a row to which it can belong. Returns `false`, because the item has an error.
pub(crate) fn repeated(kind: SectionKind, field: &Field<'_, '_>, report: &mut Reporter) -> bool {
    let message = format!("`{}` does not belong to a row", fields::words(kind, field.label));
    let help = "write the field once below all rows that share it, or once in each row after ` / `";
    report.error(Code::RepeatedLabel, message, field.place.clone(), help);
    false
}

/// Returns true if no label is missing. Reports the missing labels.
pub(crate) fn all_there(kind: SectionKind, wanted: &[(Label, bool)], place: Span, report: &mut Reporter) -> bool {
    let missing: Vec<_> =
        wanted.iter().filter(|(_, there)| !there).map(|(label, _)| fields::words(kind, *label)).collect();
    if missing.is_empty() {
        return true;
    }
    let message = format!("the items below have no `{}`", missing.join("` and no `"));
    let help = "write an empty field as only its label, such as `**Condition keys:**`";
    report.error(Code::MissingLabel, message, place, help);
    false
}
