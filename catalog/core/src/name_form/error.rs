//! The message about a name that does not have the form of its kind.

use core::fmt;

use super::lookalike::lookalike;
use crate::excerpt::{Character, is_unseen};

/// A string that cannot be a name of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameFormError {
    /// The words for such a name, with an article.
    pub(super) noun: &'static str,
    pub(super) fault: NameFormFault,
}

/// The fault of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFormFault {
    /// There is no name.
    Empty,
    /// A character that no such name holds.
    Character {
        /// The character.
        found: char,
        /// The offset of its first byte.
        at: usize,
    },
    /// A character that such a name can hold, but not there: a hyphen at the end, an underscore at the edge of a word.
    Place {
        /// The character.
        found: char,
        /// The offset of its first byte.
        at: usize,
    },
}

impl NameFormError {
    /// Returns the character that is wrong and the offset of its first byte, unless there is no name at all.
    #[must_use]
    pub fn character(&self) -> Option<(char, usize)> {
        match self.fault {
            NameFormFault::Empty => None,
            NameFormFault::Character { found, at } | NameFormFault::Place { found, at } => Some((found, at)),
        }
    }
}

impl fmt::Display for NameFormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { noun, fault } = self;
        let found = match *fault {
            NameFormFault::Empty => return write!(f, "{noun} is empty"),
            NameFormFault::Place { found, .. } => {
                return write!(f, "{} cannot be at this place in {noun}", Character(found));
            }
            NameFormFault::Character { found, .. } => found,
        };
        let shown = Character(found);
        match lookalike(found) {
            // Every other name can have capital letters.
            _ if found.is_ascii_uppercase() => {
                write!(f, "{shown} cannot be in {noun}: did you mean `{}`?", found.to_ascii_lowercase())
            }
            _ if found == '&' => write!(f, "{shown} cannot be in {noun}: write the character, not an HTML entity"),
            _ if found.is_ascii() => write!(f, "{shown} cannot be in {noun}"),
            // What looks like a space is left out of names, and not replaced.
            Some(meant) if meant != ' ' => write!(f, "{shown} is not ASCII: did you mean `{meant}`?"),
            _ if is_unseen(found) => write!(f, "{shown} is invisible and cannot be in {noun}: remove it"),
            _ => write!(f, "{shown} is not ASCII and cannot be in {noun}"),
        }
    }
}

impl core::error::Error for NameFormError {}
