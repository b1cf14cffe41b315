//! The values, strings and members of a policy, each with its place. A hole has its own queries.

use alloc::{
    borrow::{Cow, ToOwned as _},
    string::String,
};
use core::slice;

use super::path::{Path, Place};
use crate::{
    hole::{Hole, Piece},
    json::{Data, Member, Value},
};

/// A value and its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    /// The value.
    pub value: &'t Value<'t>,
    /// The path to the value.
    pub path: Path<'t>,
}

/// A string and its place.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The string. In a string with holes, each hole is represented by its stand-in.
    pub text: &'t str,
    /// The place of the string.
    pub place: Place<'t>,
    /// The holes of the string, if it has any.
    pub hole: Option<&'t Hole<'t>>,
}

impl<'t> Text<'t> {
    /// Returns a string without holes.
    #[must_use]
    pub const fn known(text: &'t str, place: Place<'t>) -> Self {
        Self { text, place, hole: None }
    }

    /// Returns the string as the source writes it, with its holes. Messages show this string.
    #[must_use]
    pub fn written(self) -> &'t str {
        self.hole.map_or(self.text, Hole::written)
    }

    /// Returns the string for comparisons with other strings: see [`Hole::distinct`].
    pub(crate) fn distinct(self) -> &'t str {
        self.hole.map_or(self.text, Hole::distinct)
    }

    /// Returns true if a part of the string can become anything.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.hole.is_some_and(Hole::is_open)
    }

    /// Returns the beginning of the string, up to the first part that can become anything.
    #[must_use]
    pub fn head(self) -> &'t str {
        self.hole.map_or(self.text, Hole::head)
    }

    /// Returns the known parts of the string, in order. A string without holes is one part.
    pub fn known_parts(self) -> impl Iterator<Item = &'t str> {
        let whole = self.hole.is_none().then_some(self.text);
        whole.into_iter().chain(self.hole.into_iter().flat_map(Hole::known_parts))
    }

    /// Returns a part of [`text`](Self::text) as the source writes it.
    pub(crate) fn written_part(self, part: &str) -> Cow<'t, str> {
        let start = self.text.find(part).unwrap_or_default();
        let (mut at, mut written) = (0, String::new());
        for piece in self.hole.into_iter().flat_map(Hole::pieces) {
            let stand_in = piece.stand_in();
            let from = start.saturating_sub(at);
            let to = (start + part.len()).saturating_sub(at).min(stand_in.len());
            if let Some(shown) = stand_in.get(from..to).filter(|shown| !shown.is_empty()) {
                written.push_str(if matches!(piece, Piece::Known(_)) { shown } else { piece.written() });
            }
            at += stand_in.len();
        }
        if self.hole.is_some() { Cow::Owned(written) } else { Cow::Owned(part.to_owned()) }
    }
}

impl<'t> Node<'t> {
    /// Returns the place of the value.
    #[must_use]
    #[inline]
    pub fn place(self) -> Place<'t> {
        Place { path: self.path, span: self.value.span }
    }

    /// Returns the members, if the value is an object.
    #[must_use]
    #[inline]
    pub fn members(self) -> Option<Members<'t>> {
        Members::from_value(self.value, self.path)
    }

    /// Returns the string, if the value is one and no part of it can become anything.
    #[must_use]
    #[inline]
    pub fn string(self) -> Option<Text<'t>> {
        match &self.value.data {
            Data::String(text) => Some(Text::known(text, self.place())),
            Data::Hole(hole) if !hole.is_open() => Some(self.text_of(hole)),
            _ => None,
        }
    }

    #[inline]
    fn text_of(self, hole: &'t Hole<'t>) -> Text<'t> {
        Text { text: hole.stand_in(), place: self.place(), hole: Some(hole) }
    }

    /// Returns the string, if the value is one of which at least a part is known.
    #[must_use]
    #[inline]
    pub fn partial_string(self) -> Option<Text<'t>> {
        match &self.value.data {
            Data::String(text) => Some(Text::known(text, self.place())),
            Data::Hole(hole) if !hole.is_total() => Some(self.text_of(hole)),
            _ => None,
        }
    }

    /// Returns true if the value is a hole or a list with a hole.
    #[must_use]
    pub fn has_hole(self) -> bool {
        self.each().any(|entry| entry.value.as_hole().is_some())
    }

    /// Returns true if the value is a hole that can become anything in a part, or a list with such a hole.
    #[must_use]
    pub fn has_open_hole(self) -> bool {
        self.each().any(|entry| entry.value.as_hole().is_some_and(Hole::is_open))
    }

    /// Returns true if the value is a hole of which nothing is known, or a list with such a hole.
    #[must_use]
    pub fn has_total_hole(self) -> bool {
        self.each().any(|entry| entry.value.is_unknown())
    }

    /// Returns the values of a list, and whether the value is a list. A value that is not a list counts as a list of one
    /// entry.
    #[inline]
    fn values(self) -> (&'t [Value<'t>], bool) {
        match &self.value.data {
            Data::Array(values) => (values.as_slice(), true),
            _ => (slice::from_ref(self.value), false),
        }
    }

    /// Returns the entries of a list. A value that is not a list counts as a list of one entry.
    #[inline]
    pub fn each(self) -> impl Iterator<Item = Node<'t>> {
        let (values, is_list) = self.values();
        values.iter().enumerate().map(move |(position, value)| {
            let path = if is_list { self.path.nth(position) } else { self.path };
            Node { value, path }
        })
    }

    /// Returns true if the value is `false`, as a boolean or as a string.
    #[must_use]
    pub(crate) fn is_false(self) -> bool {
        match &self.value.data {
            Data::Bool(flag) => !flag,
            Data::String(text) => text.eq_ignore_ascii_case("false"),
            _ => false,
        }
    }

    /// Returns true if the value is an empty list.
    #[must_use]
    pub fn is_empty_list(self) -> bool {
        matches!(&self.value.data, Data::Array(values) if values.is_empty())
    }

    /// Returns the strings of which at least a part is known among the values of [`each`](Self::each).
    pub fn partial_strings(self) -> impl Iterator<Item = Text<'t>> {
        self.each().filter_map(Self::partial_string)
    }

    /// Returns the strings among the values of [`each`](Self::each), except those with a part that can become anything.
    pub fn strings(self) -> impl Iterator<Item = Text<'t>> {
        self.each().filter_map(Self::string)
    }

    /// Returns the strings of [`strings`](Self::strings) without their places, which takes a fraction of the time.
    pub(crate) fn plain_strings(self) -> impl Iterator<Item = &'t str> {
        self.values().0.iter().filter_map(|value| match &value.data {
            Data::String(text) => Some(&**text),
            Data::Hole(hole) if !hole.is_open() => Some(hole.stand_in()),
            _ => None,
        })
    }

    /// Returns the strings of [`partial_strings`](Self::partial_strings) without their places.
    pub(crate) fn plain_partial_strings(self) -> impl Iterator<Item = &'t str> {
        self.values().0.iter().filter_map(|value| match &value.data {
            Data::String(text) => Some(&**text),
            Data::Hole(hole) if !hole.is_total() => Some(hole.stand_in()),
            _ => None,
        })
    }
}

/// The members of an object, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Members<'t> {
    /// The members, in order.
    pub members: &'t [Member<'t>],
    /// The place of the object.
    pub place: Place<'t>,
}

impl<'t> Members<'t> {
    pub(super) fn from_value(value: &'t Value<'t>, path: Path<'t>) -> Option<Self> {
        match &value.data {
            Data::Object(members) => Some(Self { members, place: Place { path, span: value.span } }),
            _ => None,
        }
    }

    /// Returns true if the name of a member has a hole, so that the object may have a member of any name.
    #[must_use]
    pub fn have_hole(self) -> bool {
        self.members.iter().any(|member| member.name_hole.is_some())
    }

    /// Returns the first member that has this name. Names with holes are skipped.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Node<'t>> {
        let member = self.members.iter().find(|member| member.name == name && member.name_hole.is_none())?;
        Some(Node { value: &member.value, path: self.place.path.member(&member.name) })
    }

    /// Returns all members: each name with its place, and each value.
    pub fn iter(self) -> impl Iterator<Item = (Text<'t>, Node<'t>)> {
        self.members.iter().map(move |member| {
            let hole = member.name_hole.as_deref();
            let path = self.place.path.member(hole.map_or(&*member.name, Hole::written));
            let place = Place { path, span: member.name_span };
            let name = Text { text: &member.name, place, hole };
            (name, Node { value: &member.value, path })
        })
    }
}
