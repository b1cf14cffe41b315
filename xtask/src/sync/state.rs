//! Reads and writes `.sync.json`, which is in the directory of pages and records the pages that earlier runs fetched.

use super::transport::Validators;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the file. The generator ignores hidden files.
pub(super) const FILE: &str = ".sync.json";

/// The format of the file. A file of another format is not read.
const FORMAT: u32 = 1;

/// The pages that earlier runs fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    format: u32,
    /// The address that the pages are from. Validators are only valid for that address.
    pub(super) from: String,
    /// The pages that `sync` wrote, by file name.
    pub(super) pages: BTreeMap<String, FetchedPage>,
}

/// The record of a fetched page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FetchedPage {
    #[serde(default)]
    validators: Validators,
    length: u64,
    hash: String,
}

impl State {
    /// Returns the state of a directory without fetched pages.
    #[must_use]
    pub(super) fn new(from: String) -> Self {
        Self { format: FORMAT, from, pages: BTreeMap::new() }
    }

    /// Parses the file.
    ///
    /// # Errors
    ///
    /// Returns a message if the file is not valid.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let state: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if state.format == FORMAT { Ok(state) } else { Err(format!("unknown format {}", state.format)) }
    }

    /// Returns the contents of the file.
    #[must_use]
    pub(super) fn to_text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

impl FetchedPage {
    /// Returns the record of a page that was just fetched.
    #[must_use]
    pub(super) fn new(validators: Validators, bytes: &[u8]) -> Self {
        Self { validators, length: bytes.len() as u64, hash: hash(bytes) }
    }

    /// Returns true if a file has the bytes that were fetched.
    #[must_use]
    pub(super) fn is_same(&self, bytes: &[u8]) -> bool {
        self.length == bytes.len() as u64 && self.hash == hash(bytes)
    }

    /// Returns the validators for a conditional request, or `None` if the page has none.
    #[must_use]
    pub(super) fn validators(&self) -> Option<&Validators> {
        Some(&self.validators).filter(|validators| validators.are_useful())
    }
}

/// Returns the 64-bit FNV-1a hash in hexadecimal digits. It detects manual edits, not attacks, because anyone who can
/// write to the directory can also write this file.
fn hash(bytes: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests {
    use super::{FetchedPage, State, hash};
    use crate::sync::transport::Validators;

    #[test]
    fn the_file_is_read_as_it_is_written() {
        let mut state = State::new("https://example.com/".to_owned());
        let validators = Validators { etag: Some("\"1\"".to_owned()), last_modified: None };
        state.pages.insert("list_a.md".to_owned(), FetchedPage::new(validators.clone(), b"text"));
        state.pages.insert("list_b.md".to_owned(), FetchedPage::new(Validators::default(), b""));
        let read = State::parse(&state.to_text()).unwrap();
        assert_eq!(read, state);
        assert_eq!(read.pages["list_a.md"].validators(), Some(&validators));
        assert_eq!(read.pages["list_b.md"].validators(), None);
        assert!(State::parse(&state.to_text().replace("\"format\": 1", "\"format\": 2")).is_err());
        assert!(State::parse("{}").is_err() && State::parse("").is_err());
    }

    #[test]
    fn an_edited_page_is_not_the_fetched_one() {
        let page = FetchedPage::new(Validators::default(), b"text");
        assert!(page.is_same(b"text") && !page.is_same(b"texT") && !page.is_same(b"text\n"));
        // These are the test vectors of the hash's authors.
        assert_eq!((hash(b"").as_str(), hash(b"foobar").as_str()), ("cbf29ce484222325", "85944171f73967e8"));
    }
}
