//! Strings that are kept once each.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use super::error::TooLargeError;

/// Texts kept once each, by position.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    texts: Vec<String>,
    positions: BTreeMap<String, u16>,
}

impl Interner {
    /// The position of a text, which is added where it is new.
    ///
    /// # Errors
    /// When there are more texts than a `u16` can count.
    pub fn position(&mut self, text: &str) -> Result<u16, TooLargeError> {
        if let Some(position) = self.positions.get(text) {
            return Ok(*position);
        }
        let limit = usize::from(u16::MAX);
        let position = u16::try_from(self.texts.len()).map_err(|_| TooLargeError { what: "texts", limit })?;
        self.texts.push(text.to_string());
        self.positions.insert(text.to_string(), position);
        Ok(position)
    }

    /// The texts, in order of position.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.texts.iter().map(String::as_str)
    }
}
