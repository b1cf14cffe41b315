//! Reports rows, fields and headings that Markdown does not recognize because of a typo. Without an error, they would
//! be lost.

use super::{fields, section_kind};
use crate::diagnostic::{Code, Reporter};
use crate::slice::Slice;

/// Returns true if a block outside of tables and lists of fields contains a row, field or heading that Markdown does
/// not recognize. Reports the first one.
pub(crate) fn report(text: Slice<'_>, report: &mut Reporter) -> bool {
    for line in text.split('\n').map(Slice::trim) {
        let bare = bare(line);
        // A row has several pipes even if a typo has put other characters before it. Prose has no pipes.
        let mut pipes = line.raw().match_indices('|').map(|(at, _)| at);
        let (first, second) = (pipes.next(), pipes.next());
        let (code, what, help) = if first == Some(0) || second.is_some() {
            (
                Code::BrokenTable,
                "these lines are not part of a table",
                "write a header row, a row of `---` with as many cells, and rows without empty lines between them",
            )
        } else if bare.raw().contains(":**") && fields::begins_with_label(bare) {
            (
                Code::BrokenTable,
                "these lines are not part of a list",
                "write items `- **   Name  **`, each with items `  - **Label:** …` below it",
            )
        } else if section_kind::read_like_heading(bare).is_some() {
            (
                Code::UnknownSection,
                "this is not a heading",
                "write the heading on a separate line that begins with `## `",
            )
        } else {
            continue;
        };
        let (front, _) = line.split_at(second.unwrap_or(line.raw().len()));
        report.error(code, what, front.trim().span(), help);
        return true;
    }
    false
}

/// Returns a line without the marks of an item or a quotation.
fn bare(line: Slice<'_>) -> Slice<'_> {
    let bare = line.raw().trim_start_matches(['>', ' ', '\t', '-', '+']).trim_start_matches("* ");
    line.split_at(line.raw().len() - bare.len()).1
}
