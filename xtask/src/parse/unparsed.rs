//! Rows, fields and headings that Markdown does not see, because a typo hides them: without an error they would be lost.

use super::{fields, section_kind};
use crate::diagnostic::{Code, Reporter};
use crate::slice::Slice;

/// Reports the first such line of a text outside tables and lists of fields, and returns whether there is one.
pub(crate) fn report(text: Slice<'_>, report: &mut Reporter) -> bool {
    for line in text.split('\n').map(Slice::trim) {
        let bare = bare(line);
        // Whatever a slip has put before it, a row has several pipes; prose has none.
        let mut pipes = line.raw().match_indices('|').map(|(at, _)| at);
        let (first, second) = (pipes.next(), pipes.next());
        let (code, what, help) = if first == Some(0) || second.is_some() {
            (
                Code::BrokenTable,
                "these lines are not part of a table",
                "a table is a row of headers, a row of `---` with as many cells, and rows without an empty line between",
            )
        } else if bare.raw().contains(":**") && fields::begins_with_label(bare) {
            (
                Code::BrokenTable,
                "these lines are not part of a list",
                "a list is items `- **   Name  **`, each with items `  - **Label:** …` below it",
            )
        } else if section_kind::read_like_heading(bare).is_some() {
            (
                Code::UnknownSection,
                "this is not a heading",
                "a heading is a line of its own, begins with `## `, and has nothing before it",
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

/// A line without what makes an item or a quotation of it.
fn bare(line: Slice<'_>) -> Slice<'_> {
    let bare = line.raw().trim_start_matches(['>', ' ', '\t', '-', '+']).trim_start_matches("* ");
    line.split_at(line.raw().len() - bare.len()).1
}
