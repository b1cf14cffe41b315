//! The error about a name that does not have the form of its kind.

use core::fmt;

use super::lookalike::lookalike;
use crate::excerpt::{Character, is_unseen};

/// The error about a string that is not a valid name of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameFormError {
    /// A noun phrase for this kind of name, with an article.
    pub(super) noun: &'static str,
    pub(super) fault: NameFormFault,
}

/// The reason why a string is not a name of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFormFault {
    /// The name is empty.
    Empty,
    /// The name has a character that no name of its kind has.
    Character {
        /// The character.
        found: char,
        /// The offset of the character from the start of the string, in bytes.
        at: usize,
    },
    /// The name has a valid character in a wrong place: a hyphen at the end, or an underscore at the edge of a word.
    Place {
        /// The character.
        found: char,
        /// The offset of the character from the start of the string, in bytes.
        at: usize,
    },
}

impl NameFormError {
    /// Returns the wrong character and its offset in bytes, or `None` if the name is empty.
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
            // Capital letters are wrong only in a service prefix, so suggest the lower-case letter.
            _ if found.is_ascii_uppercase() => {
                write!(f, "{shown} cannot be in {noun}: did you mean `{}`?", found.to_ascii_lowercase())
            }
            _ if found == '&' => write!(f, "{shown} cannot be in {noun}: write the character, not an HTML entity"),
            _ if found.is_ascii() => write!(f, "{shown} cannot be in {noun}"),
            // Do not suggest a space for a character that looks like one: most names cannot contain spaces.
            Some(meant) if meant != ' ' => write!(f, "{shown} is not ASCII: did you mean `{meant}`?"),
            _ if is_unseen(found) => write!(f, "{shown} is invisible and cannot be in {noun}: remove it"),
            _ => write!(f, "{shown} is not ASCII and cannot be in {noun}"),
        }
    }
}

impl core::error::Error for NameFormError {}
