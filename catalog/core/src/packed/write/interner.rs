//! A set of strings with a position for each.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use super::error::TooLargeError;

/// A set of strings, each of which has a position.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Vec<String>,
    positions: BTreeMap<String, u16>,
}

impl Interner {
    /// Returns the position of a string, and adds the string if it is new.
    ///
    /// # Errors
    /// Returns an error if there are more strings than a `u16` can count.
    pub fn position(&mut self, text: &str) -> Result<u16, TooLargeError> {
        if let Some(position) = self.positions.get(text) {
            return Ok(*position);
        }
        let limit = usize::from(u16::MAX);
        let position = u16::try_from(self.texts.len()).map_err(|_| TooLargeError { what: "strings", limit })?;
        self.texts.push(text.to_string());
        self.positions.insert(text.to_string(), position);
        Ok(position)
    }

    /// Returns the strings, in order of position.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.texts.iter().map(String::as_str)
    }
}
