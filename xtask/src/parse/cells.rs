//! Splits a cell into pieces of text and links, and parses the name of a row.

use super::blocks::{Inline, Link};
use crate::diagnostic::{Code, Reporter};
use crate::rows::Name;
use crate::slice::Slice;

/// AWS's mark after the name of an action that is not an API operation.
const PERMISSION_ONLY: &str = "[permission only]";

/// The mark that may follow a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// No mark.
    None,
    /// The mark of permission-only actions.
    PermissionOnly,
}

/// A part of a cell.
pub(super) enum Piece<'a> {
    /// Text that is not white space.
    Text(Slice<'a>),
    /// A link with its text and its target.
    Link { whole: Slice<'a>, text: Slice<'a>, target: Slice<'a> },
}

/// Returns the name in a cell, with its link if any, and whether it is marked. Reports a missing name and other text.
pub(crate) fn name<'a>(cell: Inline<'_, 'a>, mark: Mark, report: &mut Reporter) -> Option<(Name<'a>, bool)> {
    let mut name = None;
    let mut marked = false;
    for piece in pieces(cell) {
        match piece {
            Piece::Link { text, target, .. } if name.is_none() => {
                name = Some(Name { text, url: Some(target) });
            }
            Piece::Text(text) if name.is_none() || !marked => {
                let (rest, has_mark) = without_mark(text, mark);
                marked |= has_mark;
                match name {
                    None => name = Some(Name { text: rest, url: None }),
                    Some(_) => leftover(rest, report)?,
                }
            }
            Piece::Text(text) => leftover(text, report)?,
            Piece::Link { whole, .. } => leftover(whole, report)?,
        }
    }
    let Some(name) = name.filter(|name| !name.text.is_empty()) else {
        let help = "begin every row with a name; a row cannot continue the row before it";
        report.error(Code::MissingName, "this row has no name", cell.text.span(), help);
        return None;
    };
    Some((name, marked))
}

/// Returns the text before the mark, and true if the mark is present.
fn without_mark(text: Slice<'_>, mark: Mark) -> (Slice<'_>, bool) {
    if mark == Mark::PermissionOnly
        && let Some(bracket) = text.raw().rfind('[')
    {
        let escape = usize::from(text.raw().get(..bracket).is_some_and(|front| front.ends_with('\\')));
        let (front, back) = text.split_at(bracket - escape);
        if back.plain().eq_ignore_ascii_case(PERMISSION_ONLY) {
            return (front.trim(), true);
        }
    }
    (text, false)
}

/// Reports text after a name. Returns `None` if there is any, so that the caller can stop with `?`.
fn leftover(text: Slice<'_>, report: &mut Reporter) -> Option<()> {
    if text.is_empty() {
        return Some(());
    }
    let help = format!("only `{PERMISSION_ONLY}` may follow a name, and only the name of an action");
    report.error(Code::LeftoverText, "unexpected text after the name", text.span(), help);
    None
}

/// Returns the parts of a cell in order, without the white space between them.
pub(super) fn pieces<'a>(cell: Inline<'_, 'a>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::with_capacity(2);
    let mut rest = cell.text;
    for Link { whole, text, target } in cell.links {
        let (before, from) = rest.split_at(whole.span().start.saturating_sub(rest.span().start));
        rest = from.split_at(whole.raw().len()).1;
        texts(before, &mut pieces);
        pieces.push(Piece::Link { whole: *whole, text: *text, target: *target });
    }
    texts(rest, &mut pieces);
    pieces
}

/// Adds the parts of a slice in which the Markdown parser finds no link. AWS sometimes writes a link with a space in
/// its target, which is not a link in Markdown. Such text is still read as a link, and the target stays unchanged.
fn texts<'a>(text: Slice<'a>, pieces: &mut Vec<Piece<'a>>) {
    let mut rest = text.trim();
    if rest.is_empty() {
        return;
    }
    while let Some((before, whole, after)) = broken_link(rest) {
        push_text(before, pieces);
        let (inner, target) = whole.split_at(whole.raw().find("](").unwrap_or_default());
        let (_, inner) = inner.split_at(1);
        let (_, target) = target.split_at(2);
        let (target, _) = target.split_at(target.raw().len().saturating_sub(1));
        pieces.push(Piece::Link { whole, text: inner.trim(), target });
        rest = after;
    }
    push_text(rest, pieces);
}

/// Returns the first substring that looks like a link, with the text before and after it.
fn broken_link(text: Slice<'_>) -> Option<(Slice<'_>, Slice<'_>, Slice<'_>)> {
    let raw = text.raw();
    // Fast path: most slices are only a line break between two links.
    let first = raw.find('[')?;
    let middle = first + raw.get(first..)?.find("](")?;
    let open = raw.get(..middle)?.rfind('[').filter(|&at| !raw.get(..at).is_some_and(|front| front.ends_with('\\')))?;
    let close = middle + raw.get(middle..)?.find(')')? + 1;
    let (before, rest) = text.split_at(open);
    let (whole, after) = rest.split_at(close - open);
    Some((before, whole, after))
}

fn push_text<'a>(text: Slice<'a>, pieces: &mut Vec<Piece<'a>>) {
    let text = text.trim();
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}
