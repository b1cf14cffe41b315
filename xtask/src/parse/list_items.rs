//! The list form: one item per name, and inside it one item per row, or a field that several rows share.

use super::blocks::{Cell, Inline, Item, List};
use super::fields::{self, Field, Label};
use super::section_kind::SectionKind;
use crate::diagnostic::{Code, Reporter};
use crate::slice::Slice;
use crate::source::Span;

/// Whether a list holds rows; prose has no labels.
pub(crate) fn has_rows(list: &List<'_>) -> bool {
    let has_label = |cell: &Cell<'_>| fields::begins_with_label(cell.text);
    list.items.iter().any(|item| {
        item.head.text.raw().starts_with("**") && item.head.text.raw().ends_with("**")
            || has_label(&item.head)
            || item.items.iter().any(has_label)
    })
}

/// Reads every item of a list. Nothing comes back if one cannot be read.
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

/// The head of an item: what stands between asterisks, which Markdown does not take for emphasis.
pub(crate) fn head<'r, 'a>(item: &'r Item<'a>, report: &mut Reporter) -> Option<Inline<'r, 'a>> {
    let text = item.head.text;
    let inner = text.raw().strip_prefix("**").and_then(|raw| raw.strip_suffix("**"));
    if inner.is_none() || fields::begins_with_label(text) {
        let help = "an item of the list is `- **   Name  **`, and its fields are items inside it";
        report.error(Code::LeftoverText, "this item names nothing", first_line(text).span(), help);
        return None;
    }
    if let Some(rest) = item.rest {
        let help = "only items with labels may stand below a name";
        report.error(Code::LeftoverText, "text between the items", first_line(rest).span(), help);
        return None;
    }
    let (text, _) = text.split_at(text.raw().len().saturating_sub(2));
    let text = text.split_at(2).1.trim();
    Some(Inline { text, links: &item.head.links })
}

fn first_line(text: Slice<'_>) -> Slice<'_> {
    text.split_at(text.raw().find(['\n', '\r']).unwrap_or(text.raw().len())).0
}

/// Reports a label that is there too often. Returns false, because the item is not complete.
pub(crate) fn repeated(kind: SectionKind, field: &Field<'_, '_>, report: &mut Reporter) -> bool {
    let message = format!("`{}` without a row that it belongs to", fields::words(kind, field.label));
    let help = "a field stands once for all rows above it that lack it, or once in each row, joined by ` / `";
    report.error(Code::RepeatedLabel, message, field.place.clone(), help);
    false
}

/// Reports labels that are not there, and returns true if none is missing.
pub(crate) fn all_there(kind: SectionKind, wanted: &[(Label, bool)], place: Span, report: &mut Reporter) -> bool {
    let missing: Vec<_> =
        wanted.iter().filter(|(_, there)| !there).map(|(label, _)| fields::words(kind, *label)).collect();
    if missing.is_empty() {
        return true;
    }
    let message = format!("the items below have no `{}`", missing.join("` and no `"));
    let help = "an empty field is written with its label and nothing after it: `**Condition keys:**`";
    report.error(Code::MissingLabel, message, place, help);
    false
}
