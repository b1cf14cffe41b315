//! The parts of a tree that is not complete.

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use super::tag::Meaning;
use crate::{
    hole::{Hole, Piece},
    json::{Member, Span, Value},
};

/// A value without its place in a collection.
pub(super) struct Node<'a> {
    pub(super) value: Value<'a>,
    /// The number of nested lists and objects.
    pub(super) height: usize,
}

/// A list or a mapping whose end has not been read.
pub(super) struct Open<'a> {
    /// The offset of the first character, without properties.
    pub(super) start: usize,
    pub(super) is_in_brackets: bool,
    pub(super) anchor: usize,
    pub(super) tag: Option<Tagged>,
    /// The number of lists and objects around the items.
    pub(super) depth: usize,
    /// The largest height of an item.
    pub(super) height: usize,
    pub(super) content: Content<'a>,
}

pub(super) enum Content<'a> {
    Items(Vec<Value<'a>>),
    Members(Box<Members<'a>>),
}

#[derive(Default)]
pub(super) struct Members<'a> {
    pub(super) own: Vec<Member<'a>>,
    /// The mappings of merge keys.
    pub(super) merged: Vec<Vec<Member<'a>>>,
    /// The name whose value has not been read.
    pub(super) name: Option<Name<'a>>,
}

pub(super) struct Name<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) hole: Option<Box<Hole<'a>>>,
    pub(super) span: Span,
    pub(super) is_merge: bool,
}

/// A tag with its place.
pub(super) struct Tagged {
    pub(super) meaning: Meaning,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Returns true if a tag is the short form of a function.
pub(super) fn is_function(tag: &Tagged) -> bool {
    matches!(tag.meaning, Meaning::Function(_))
}

/// Returns the string with each placeholder such as `{{ name }}` as a piece that is not known.
pub(super) fn hole(written: &str) -> Hole<'_> {
    let mut pieces = Vec::new();
    let mut rest = written;
    while let Some((known, placeholder)) = rest.find("{{").and_then(|at| rest.split_at_checked(at)) {
        let length = placeholder.find("}}").map_or(placeholder.len(), |at| at.saturating_add(2));
        let (placeholder, after) = placeholder.split_at_checked(length).unwrap_or((placeholder, ""));
        pieces.extend((!known.is_empty()).then_some(Piece::Known(known.into())));
        pieces.push(Piece::Unknown(placeholder.into()));
        rest = after;
    }
    pieces.extend((!rest.is_empty()).then_some(Piece::Known(rest.into())));
    Hole::new(pieces)
}
