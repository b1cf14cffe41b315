//! Counts the rows of a page in its bare lines.
//!
//! The counter knows neither Markdown's rules nor the rest of the parser, so it still counts a row which these lose.

use crate::row_totals::RowCounts;
use crate::rows::CountedRows;
use crate::slice::Slice;

/// The kind of rows that the lines of a section hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Other,
    Operations,
    Actions,
    ResourceTypes,
    ConditionKeys,
}

/// The part of a table that the lines belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TableState {
    /// Before the line of dashes.
    None,
    /// After it, and every line is a row.
    Rows,
    /// After an empty line: what looks like a row is one that has been torn off.
    Torn,
}

/// Counts the rows in the lines of a page from byte `start` on.
pub(crate) fn count(text: &str, start: usize) -> CountedRows {
    let text = Slice::new(text, start..text.len());
    let mut counts = RowCounts { pages: 1, ..RowCounts::default() };
    let mut names = Vec::new();
    let mut kind = RowKind::Other;
    let mut table = TableState::None;
    for whole in text.split('\n').flat_map(|line| line.split_at(line.raw().trim_end().len()).0.split('\r')) {
        let indent = whole.raw().len() - whole.raw().trim_start().len();
        let place = whole.trim();
        let line = place.raw();
        let before = named(counts);
        if let Some(heading) = line.trim_start_matches(['>', ' ', '-', '+']).strip_prefix("## ") {
            kind = by_heading(heading);
            table = TableState::None;
            continue;
        }
        if line.is_empty() {
            if table == TableState::Rows {
                table = TableState::Torn;
            }
        } else if line.contains('|') && line.contains('-') && line.trim_matches(['|', '-', ':', ' ']).is_empty() {
            table = TableState::Rows;
        } else if line.starts_with('#') {
            table = TableState::None;
        } else if table == TableState::Rows || (table == TableState::Torn && line.starts_with('|')) {
            table_row(kind, &mut counts);
        } else {
            list_line(kind, line, indent < 4, &mut counts);
        }
        if named(counts) > before {
            names.push(place.span());
        }
    }
    CountedRows { counts, names }
}

/// Returns the number of rows that have a name of their own.
fn named(counts: RowCounts) -> usize {
    counts.actions + counts.operations + counts.resource_types + counts.condition_keys
}

fn by_heading(heading: &str) -> RowKind {
    let heading = heading.trim_start().to_ascii_lowercase();
    [
        ("api operations", RowKind::Operations),
        ("actions", RowKind::Actions),
        ("permission-only", RowKind::Actions),
        ("resource", RowKind::ResourceTypes),
        ("condition keys", RowKind::ConditionKeys),
    ]
    .into_iter()
    .find(|(start, _)| heading.starts_with(start))
    .map_or(RowKind::Other, |(_, kind)| kind)
}

fn table_row(kind: RowKind, counts: &mut RowCounts) {
    match kind {
        RowKind::Actions => {
            counts.actions += 1;
            counts.rows += 1;
        }
        RowKind::ResourceTypes => counts.resource_types += 1,
        RowKind::ConditionKeys => counts.condition_keys += 1,
        RowKind::Operations => counts.operations += 1,
        RowKind::Other => {}
    }
}

/// Counts what a line of a list holds. `- **   Name  **` is a name, and `**Label:** …` a field, whatever stands before.
/// An item that is indented far cannot be one of the first level, which names have.
fn list_line(kind: RowKind, line: &str, may_name: bool, counts: &mut RowCounts) {
    let bare = line.trim_start_matches(['>', ' ', '\t', '-', '+']).trim_start_matches("* ");
    let is_item = bare.len() < line.len();
    let is_name = may_name && is_item && bare.starts_with("**") && bare.ends_with("**") && !bare.contains(":**");
    match kind {
        RowKind::Actions if is_name => counts.actions += 1,
        RowKind::Operations if is_name => counts.operations += 1,
        // The labels say where they belong, even if the heading has been lost.
        _ => {
            let mut scenario = false;
            let mut rows = 0;
            for (colon, _) in line.match_indices(':') {
                let (label, rest) = line.split_at_checked(colon).unwrap_or_default();
                scenario |= label.ends_with("**SCENARIO");
                if rest.starts_with(":**") {
                    rows += usize::from(label.ends_with("required)"));
                    counts.authorized_actions += usize::from(label.ends_with("**IAM action"));
                }
            }
            if scenario {
                counts.scenarios += 1;
            } else {
                counts.rows += rows;
            }
        }
    }
}
