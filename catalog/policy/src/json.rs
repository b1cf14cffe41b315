//! Reads JSON into a tree in which every value and every member's name knows its place, and writes one.
//!
//! The tree keeps members in order, those that repeat a name among them, and numbers as they are written. It can be made
//! by hand as well: a macro can make one from tokens.

mod error;
mod position;
mod reader;
#[cfg(test)]
mod tests;
mod write;

use alloc::{borrow::Cow, vec::Vec};

pub use error::{JsonError, JsonErrorKind};
pub use position::{Lines, Position};
pub use reader::parse;

/// How deep arrays and objects may be nested. A policy needs five levels.
pub const DEPTH_LIMIT: usize = 64;

/// How many bytes a text may have. The largest policy that AWS takes has a thousandth of it.
pub const SIZE_LIMIT: usize = 32 << 20;

/// Where something stands. In a tree that was read from a text these are bytes of it; who makes a tree by hand gives
/// them a meaning of their own, and findings hand them back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
}

impl Span {
    /// From the first byte to behind the last.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    /// From the first byte of the value to behind its last: quotes and brackets are within.
    pub span: Span,
    /// What it is.
    pub data: Data<'a>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(Cow<'a, str>),
    /// A string, its escapes resolved. One without escapes is a part of the text.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Value<'a>>),
    /// Members, in order. Names may repeat.
    Object(Vec<Member<'a>>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<'a> {
    /// The name, its escapes resolved.
    pub name: Cow<'a, str>,
    /// The place of the name, its quotes within.
    pub name_span: Span,
    /// The value.
    pub value: Value<'a>,
}

impl<'a> Value<'a> {
    /// A value at a place.
    #[must_use]
    pub const fn new(span: Span, data: Data<'a>) -> Self {
        Self { span, data }
    }

    /// The text, if it is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::String(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, with an article, as messages say it.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self.data {
            Data::Null => "null",
            Data::Bool(_) => "a boolean",
            Data::Number(_) => "a number",
            Data::String(_) => "a string",
            Data::Array(_) => "a list",
            Data::Object(_) => "an object",
        }
    }
}
