//! Reads JSON into a tree in which each value and each member name has a span, and writes such a tree as JSON.
//!
//! The tree keeps members in their order, including duplicate names, and keeps numbers as they are written. A tree can
//! also be built without the parser. The macros build one from tokens.

mod embedded;
mod error;
mod gap;
mod position;
mod reader;
#[cfg(test)]
mod tests;
mod with_gaps;
mod write;

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use crate::hole::Hole;

pub(crate) use embedded::is_percent_encoded;
pub use embedded::{Embedded, Syntax};
pub use error::{JsonError, JsonErrorKind};
pub use gap::Gap;
pub use position::{Lines, Position};
pub use reader::parse;
pub use with_gaps::parse_with_gaps;

/// The maximum nesting of arrays and objects. A policy needs five levels.
pub const DEPTH_LIMIT: usize = 64;

/// The maximum size of the source in bytes. The largest policy that AWS accepts is a thousandth of this limit.
pub const SIZE_LIMIT: usize = 32 << 20;

/// A range in the source. In a parsed tree, a span counts the bytes of the source. Code that builds a tree in another
/// way gives spans its own meaning, and findings return them unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The offset of the first byte.
    pub start: u32,
    /// The offset after the last byte.
    pub end: u32,
}

impl Span {
    /// Returns the span from the first offset up to, but not including, the second.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    /// The span of the value, including quotes and brackets.
    pub span: Span,
    /// The type and the content of the value.
    pub data: Data<'a>,
}

/// The type and the content of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(Cow<'a, str>),
    /// A string, with escapes resolved. A string without escapes is borrowed from the source.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Value<'a>>),
    /// The members of an object, in order. Names may repeat.
    Object(Vec<Member<'a>>),
    /// A value that is not known, or a string of which only parts are known. JSON without placeholders has none.
    Hole(Box<Hole<'a>>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member<'a> {
    /// The name, with escapes resolved. In a name with holes, each hole is represented by its stand-in.
    pub name: Cow<'a, str>,
    /// The holes of the name, if it has any.
    pub name_hole: Option<Box<Hole<'a>>>,
    /// The span of the name, including its quotes.
    pub name_span: Span,
    /// The value.
    pub value: Value<'a>,
}

impl<'a> Member<'a> {
    /// Returns the member with a name without holes.
    #[must_use]
    pub const fn new(name: Cow<'a, str>, name_span: Span, value: Value<'a>) -> Self {
        Self { name, name_hole: None, name_span, value }
    }
}

impl<'a> Value<'a> {
    /// Returns the value with the given span and content.
    #[must_use]
    pub const fn new(span: Span, data: Data<'a>) -> Self {
        Self { span, data }
    }

    /// Returns the string, if the value is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns a string, or a number or a boolean as it is written. Returns `None` for other values.
    pub(crate) fn as_scalar(&self) -> Option<&str> {
        match &self.data {
            Data::String(text) | Data::Number(text) => Some(text),
            Data::Bool(true) => Some("true"),
            Data::Bool(false) => Some("false"),
            _ => None,
        }
    }

    /// Returns the hole, if the value is one.
    #[must_use]
    pub fn as_hole(&self) -> Option<&Hole<'a>> {
        match &self.data {
            Data::Hole(hole) => Some(hole),
            _ => None,
        }
    }

    /// Returns true if nothing is known about the value, not even its type.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.as_hole().is_some_and(Hole::is_total)
    }

    /// Returns the type of the value with an article, for messages.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match &self.data {
            Data::Null => "null",
            Data::Bool(_) => "a boolean",
            Data::Number(_) => "a number",
            Data::String(_) => "a string",
            Data::Array(_) => "a list",
            Data::Object(_) => "an object",
            Data::Hole(_) if self.is_unknown() => "an unknown value",
            Data::Hole(_) => "a string with unknown parts",
        }
    }
}
