//! The contents of a cell: the pieces of text and the links in it, and the name of a row.

use super::blocks::{Inline, Link};
use crate::diagnostic::{Code, Reporter};
use crate::rows::Name;
use crate::slice::Slice;

/// AWS's mark after the name of an action that is not an API operation.
const PERMISSION_ONLY: &str = "[permission only]";

/// Which mark may follow a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// None.
    None,
    /// The one for permission-only actions.
    PermissionOnly,
}

/// A part of a cell.
pub(super) enum Piece<'a> {
    /// Text that is not white space.
    Text(Slice<'a>),
    /// A link: its text and its target.
    Link { whole: Slice<'a>, text: Slice<'a>, target: Slice<'a> },
}

/// The name in a cell, linked or not, and whether it is marked.
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
        let help = "every row begins with a name; a row that continues the one before has no place in this form";
        report.error(Code::MissingName, "this row names nothing", cell.text.span(), help);
        return None;
    };
    Some((name, marked))
}

/// The text before the mark, and whether the mark is there.
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

/// Complains about text after a name. Nothing comes back, so that the caller can stop with `?`.
fn leftover(text: Slice<'_>, report: &mut Reporter) -> Option<()> {
    if text.is_empty() {
        return Some(());
    }
    let help = format!("only `{PERMISSION_ONLY}` may follow a name, and only the name of an action");
    report.error(Code::LeftoverText, "text after the name", text.span(), help);
    None
}

/// The parts of a cell, in order, without the white space between them.
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

/// The parts of a text in which Markdown sees no link. AWS has targets with a space inside, which makes them none in
/// Markdown; they are links all the same, and their target is kept as it is.
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

/// The first thing that looks like a link, with what stands before and after it.
fn broken_link(text: Slice<'_>) -> Option<(Slice<'_>, Slice<'_>, Slice<'_>)> {
    let raw = text.raw();
    // Most texts are a line break between two links.
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
