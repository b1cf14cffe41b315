//! The writer of several tables in two literals.

use alloc::{string::String, vec::Vec};

use super::{
    error::TooLargeError,
    lists::ListsWriter,
    sparse::SparseStringsWriter,
    strings::{bounds, encode, offset},
};

/// A writer of the two literals of a [`PackedTables`](crate::packed::PackedTables), part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackedTablesWriter {
    text: String,
    parts: Vec<Vec<u8>>,
}

impl PackedTablesWriter {
    /// Adds a part that consists of bytes.
    #[must_use]
    pub fn bytes(mut self, bytes: Vec<u8>) -> Self {
        self.parts.push(bytes);
        self
    }

    /// Adds strings laid end to end, to be read as [`Strings`](crate::packed::Strings).
    ///
    /// # Errors
    /// Returns an error if all strings have 4 GiB or more in total.
    pub fn strings<'a>(mut self, texts: impl IntoIterator<Item = &'a str>) -> Result<Self, TooLargeError> {
        let bounds = bounds(&mut self.text, texts)?;
        Ok(self.bytes(encode(&bounds, true)))
    }

    /// Adds strings that some entries do not have. If no entry has a string, the part is empty.
    ///
    /// # Errors
    /// Returns an error as [`strings`](Self::strings) does.
    pub fn given<'a>(self, texts: impl IntoIterator<Item = Option<&'a str>> + Clone) -> Result<Self, TooLargeError> {
        if texts.clone().into_iter().all(|text| text.is_none()) {
            return Ok(self.bytes(Vec::new()));
        }
        self.strings(texts.into_iter().map(Option::unwrap_or_default))
    }

    /// Adds strings that only a few entries have. If no entry has a string, the part is empty.
    ///
    /// # Errors
    /// Returns an error as [`strings`](Self::strings) does.
    pub fn sparse(self, strings: SparseStringsWriter) -> Result<Self, TooLargeError> {
        self.strings(strings.finish().as_deref())
    }

    /// Adds lists of numbers, which take two parts: the pool, and where the lists of each entry start.
    #[must_use]
    pub fn lists(self, lists: ListsWriter) -> Self {
        let (pool, starts) = lists.finish();
        self.bytes(pool).bytes(starts)
    }

    /// Returns the two literals.
    ///
    /// # Errors
    /// Returns an error if the bytes have 4 GiB or more in total.
    pub fn finish(self) -> Result<(String, Vec<u8>), TooLargeError> {
        let mut bytes = Vec::new();
        let mut end = (self.parts.len() + 1) * 4;
        bytes.extend(offset(end)?.to_le_bytes());
        for part in &self.parts {
            end += part.len();
            bytes.extend(offset(end)?.to_le_bytes());
        }
        bytes.extend(self.parts.into_iter().flatten());
        Ok((self.text, bytes))
    }
}
