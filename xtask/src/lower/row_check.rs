//! Compares the row counts in the raw text of a page with those in the model.

use super::lowered::Origins;
use crate::diagnostic::{Code, Diagnostic, Reporter};
use crate::row_totals::RowTotals;
use crate::rows::PageRows;
use std::collections::BTreeSet;

/// Reports rows that are in the text but not in the model, or the reverse.
///
/// Skips pages that already have an error, because the error explains the missing rows.
pub(super) fn compare(page: &PageRows<'_>, totals: RowTotals, origins: &Origins, report: &mut Reporter) {
    if totals.in_text == totals.read || report.found.iter().any(Diagnostic::is_error) {
        return;
    }
    let Origins { actions, operations, resource_types, condition_keys } = origins;
    let read: BTreeSet<usize> =
        [actions, operations, resource_types, condition_keys].into_iter().flatten().map(|at| at.span.start).collect();
    let lost = page.counted.names.iter().find(|line| read.range((*line).clone()).next().is_none());
    let span = lost.cloned().unwrap_or_else(|| page.name.span());
    let differing = totals.in_text.counts().zip(totals.read.counts()).filter(|(in_text, read)| in_text != read);
    let numbers: Vec<_> =
        differing.map(|((noun, in_text), (_, read))| format!("{in_text} {noun} ({read} read)")).collect();
    let message = format!("rows were lost: the page has {}", numbers.join("; "));
    let help = "look for rows that are indented, quoted, or separated from their table or list";
    report.error(Code::LostRows, message, span, help);
}
