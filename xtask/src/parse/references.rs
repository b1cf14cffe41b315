//! Parses the cells that refer to names: the requirements of a row, and the actions that authorize an operation.

use super::blocks::Inline;
use super::cells::{Piece, pieces};
use crate::diagnostic::{Code, Reporter};
use crate::rows::{Name, Reference};
use crate::slice::Slice;

/// Returns the names in a cell that refers to names of the page.
///
/// Names are links. If AWS's generator could not resolve a name, the name is plain text on a separate line.
pub(crate) fn references<'a>(cell: Inline<'_, 'a>, report: &mut Reporter) -> Vec<Reference<'a>> {
    if cell.text.is_empty() {
        return Vec::new();
    }
    let mut references = Vec::with_capacity(cell.links.len());
    let mut pieces = pieces(cell).into_iter().peekable();
    let mut is_after_link = false;
    while let Some(piece) = pieces.next() {
        let text = match piece {
            Piece::Link { text, .. } if !text.is_empty() => {
                references.push(Reference { text, is_link: true });
                is_after_link = true;
                continue;
            }
            Piece::Link { whole, .. } => {
                not_a_name(whole, report);
                is_after_link = true;
                continue;
            }
            Piece::Text(text) => text,
        };
        let lines = text.broken_lines();
        let last = lines.len().saturating_sub(1);
        for (nth, line) in lines.into_iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            // Text on the same line as a link is not a separate name.
            let is_beside_link = nth == 0 && is_after_link || nth == last && pieces.peek().is_some();
            if is_beside_link || !can_be_name(line) {
                not_a_name(line, report);
            } else {
                references.push(Reference { text: line, is_link: false });
            }
        }
        is_after_link = false;
    }
    references
}

/// Returns the names of actions in a cell: links, or plain names with white space between them.
pub(crate) fn action_names<'a>(cell: Inline<'_, 'a>) -> Vec<Name<'a>> {
    let mut names = Vec::new();
    for piece in pieces(cell) {
        match piece {
            Piece::Link { text, target, .. } => names.push(Name { text, url: Some(target) }),
            Piece::Text(text) => names.extend(text.lines().flat_map(Slice::words).map(|text| Name { text, url: None })),
        }
    }
    names
}

/// Returns the name in a cell, linked or not, or `None` if the cell is empty.
pub(crate) fn optional_name<'a>(cell: Inline<'_, 'a>, report: &mut Reporter) -> Result<Option<Name<'a>>, InvalidCell> {
    let mut pieces = pieces(cell).into_iter();
    let name = match pieces.next() {
        None => return Ok(None),
        Some(Piece::Link { text, target, .. }) => Name { text, url: Some(target) },
        Some(Piece::Text(text)) => Name { text, url: None },
    };
    match pieces.next() {
        None => Ok(Some(name)),
        Some(Piece::Text(text) | Piece::Link { whole: text, .. }) => {
            report.error(
                Code::LeftoverText,
                "unexpected text after the name",
                text.span(),
                "write only one name in this cell, or leave it empty",
            );
            Err(InvalidCell)
        }
    }
}

/// Returns the values in a cell, separated by line breaks or by commas with a space.
pub(crate) fn values<'a>(cell: Inline<'_, 'a>) -> Vec<Slice<'a>> {
    let mut values = Vec::new();
    for piece in pieces(cell) {
        match piece {
            Piece::Link { text, .. } => values.push(text),
            // Text between two links is the comma that separates them.
            Piece::Text(text) => {
                let pieces = text.lines().flat_map(Slice::comma_separated).map(|piece| piece.trim_char(','));
                values.extend(pieces.filter(|piece| !piece.is_empty()));
            }
        }
    }
    values
}

/// The error for a cell whose error has already been reported.
pub(crate) struct InvalidCell;

/// Returns true if a slice without a link can be a name.
fn can_be_name(text: Slice<'_>) -> bool {
    !text.raw().contains(['[', ']', '(', ')', '|', '`'])
}

/// Reports text in a cell of references that is not a name.
fn not_a_name(text: Slice<'_>, report: &mut Reporter) {
    let help = "write links to names that this page defines, `[name](#target)`, and separate them with `<br />`";
    report.error(Code::LeftoverText, "found text that is not a link", text.span(), help);
}
