//! The writer of lists of numbers in one pool.

use alloc::{collections::BTreeMap, vec::Vec};

use super::{error::TooLargeError, strings::encode};
use crate::packed::lists::NOT_STATED;

/// A writer of the bytes of a [`Lists`](crate::packed::Lists).
#[derive(Clone, Debug, Default)]
pub struct ListsWriter {
    pool: Vec<u8>,
    starts: Vec<u32>,
    known: BTreeMap<Vec<u8>, u32>,
}

impl ListsWriter {
    /// Adds an entry with its lists. `None` means *not stated*.
    ///
    /// # Errors
    /// Returns an error if a list or the pool is too long.
    pub fn push(&mut self, lists: &[Option<Vec<u16>>]) -> Result<(), TooLargeError> {
        let mut run = Vec::new();
        for list in lists {
            let Some(numbers) = list else {
                run.extend(NOT_STATED.to_le_bytes());
                continue;
            };
            let limit = usize::from(NOT_STATED) - 1;
            let length = u16::try_from(numbers.len()).ok().filter(|length| *length != NOT_STATED);
            run.extend(length.ok_or(TooLargeError { what: "entries in a list", limit })?.to_le_bytes());
            run.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        }
        let start = if let Some(start) = self.known.get(&run) {
            *start
        } else {
            let start = u32::try_from(self.pool.len() / 2);
            let start = start.map_err(|_| TooLargeError { what: "lists", limit: u32::MAX as usize })?;
            self.pool.extend(&run);
            self.known.insert(run, start);
            start
        };
        self.starts.push(start);
        Ok(())
    }

    /// Returns the two parts of the table: the pool, and the start of the first list of each entry.
    pub(super) fn finish(self) -> (Vec<u8>, Vec<u8>) {
        let wide = self.pool.len() / 2 > usize::from(u16::MAX);
        let starts = encode(&self.starts, wide);
        (self.pool, starts)
    }
}
