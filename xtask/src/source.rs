//! Stores the files that a run reads, so that diagnostics can quote them.

use std::ops::Range;
use std::sync::OnceLock;

/// A range of bytes in a file.
pub type Span = Range<usize>;

/// The index of a file in [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

/// A file: a page of the reference, or a table next to the pages.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name without its directory, such as `list_amazonses.md`.
    pub name: String,
    /// The file's path in messages: relative to the current directory, or as the user gave it.
    pub path: String,
    /// The file's contents without a byte-order mark.
    pub text: String,
}

/// Every file of a run, in the order in which they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<StoredFile>);

/// A file, and the index of its lines. The first lookup builds the index, because a page can be a megabyte long and be
/// quoted often.
#[derive(Clone, Debug)]
struct StoredFile {
    source: Source,
    index: OnceLock<Index>,
}

/// The places of lines and characters in a file, so that a lookup does not read the file again.
#[derive(Clone, Debug)]
struct Index {
    /// The span of each line without its line ending.
    lines: Vec<Span>,
    /// The positions of UTF-8 continuation bytes, in order. An ASCII file has none.
    continued: Vec<usize>,
}

/// A line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The number of the line, from 1.
    pub number: usize,
    /// The byte at which the line begins.
    pub start: usize,
    /// The text of the line without its line ending.
    pub text: &'a str,
}

impl Index {
    fn new(text: &str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            lines.push(start..start + line.find('\r').unwrap_or(line.len()));
            start += line.len() + 1;
        }
        let bytes = text.bytes().enumerate();
        Self { lines, continued: bytes.filter(|(_, byte)| byte & 0xc0 == 0x80).map(|(at, _)| at).collect() }
    }

    /// Returns the number (from 1) and the span of the line that contains byte `at`.
    fn line(&self, at: usize) -> Option<(usize, Span)> {
        let number = self.lines.partition_point(|line| line.start <= at);
        Some((number, self.lines.get(number.checked_sub(1)?)?.clone()))
    }
}

impl Sources {
    /// Stores a file and returns its id.
    pub fn add(&mut self, source: Source) -> FileId {
        self.0.push(StoredFile { source, index: OnceLock::new() });
        FileId(self.0.len() - 1)
    }

    /// Returns the file with an id.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        Some(&self.0.get(id.0)?.source)
    }

    /// Returns the line of byte `at` of a file.
    #[must_use]
    pub fn line(&self, id: FileId, at: usize) -> Option<Line<'_>> {
        let stored = self.0.get(id.0)?;
        let (number, span) = stored.index().line(at)?;
        Some(Line { number, start: span.start, text: stored.source.text.get(span)? })
    }

    /// Returns the line and the column of byte `at` of a file, both from 1. A column is a number of characters.
    #[must_use]
    pub fn position(&self, id: FileId, at: usize) -> Option<(usize, usize)> {
        let index = self.0.get(id.0)?.index();
        let (number, line) = index.line(at)?;
        let bytes_before = at.min(line.end).saturating_sub(line.start);
        let continued_before = |at| index.continued.partition_point(|byte| *byte < at);
        let continued = continued_before(at.min(line.end)).saturating_sub(continued_before(line.start));
        Some((number, 1 + bytes_before.saturating_sub(continued)))
    }
}

impl StoredFile {
    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.source.text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Source, Sources};

    #[test]
    fn lines_and_columns_count_from_one() {
        let mut sources = Sources::default();
        let text = "ä€b\r\n\nlast".to_owned();
        let file = sources.add(Source { name: String::new(), path: String::new(), text });
        let line = |at| sources.line(file, at).unwrap();
        let at = |at| sources.position(file, at).unwrap();
        assert_eq!(line(2), Line { number: 1, start: 0, text: "ä€b" });
        assert_eq!([0, 2, 5, 6].map(at), [(1, 1), (1, 2), (1, 3), (1, 4)]);
        assert_eq!([8, 9, 12, 13].map(at), [(2, 1), (3, 1), (3, 4), (3, 5)]);
        assert_eq!(at(99), (3, 5), "a position past the end is the end");
        assert_eq!(at(1), (1, 2), "a position within a character is after it");
        assert_eq!(line(9), Line { number: 3, start: 9, text: "last" });
    }
}
