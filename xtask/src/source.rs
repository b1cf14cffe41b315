//! The files that a run reads, kept so that a diagnostic can quote them.

use std::ops::Range;
use std::sync::OnceLock;

/// A range of bytes in one file.
pub type Span = Range<usize>;

/// Which file of [`Sources`] something stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(usize);

/// One file: a page of the reference, or a table beside them.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name without its folder: `list_amazonses.md`.
    pub name: String,
    /// The file's path as a message shows it: relative to where the user stands, or as the user gave it.
    pub path: String,
    /// Its text, without a byte-order mark.
    pub text: String,
}

/// Every file of a run, in the order in which they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<StoredFile>);

/// A file, and where its lines begin once somebody has asked: a page can be a megabyte long and be quoted often.
#[derive(Clone, Debug)]
struct StoredFile {
    source: Source,
    lines: OnceLock<Vec<usize>>,
}

/// One line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The byte at which it begins.
    pub start: usize,
    /// Its text, without the line end.
    pub text: &'a str,
}

impl Line<'_> {
    /// The column of byte `at` of the file: the characters up to it, from 1.
    #[must_use]
    pub fn column(&self, at: usize) -> usize {
        1 + self.text.char_indices().take_while(|(character, _)| self.start + character < at).count()
    }
}

impl Sources {
    /// Keeps a file and says how to refer to it.
    pub fn add(&mut self, source: Source) -> FileId {
        self.0.push(StoredFile { source, lines: OnceLock::new() });
        FileId(self.0.len() - 1)
    }

    /// The file that `id` refers to.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        Some(&self.0.get(id.0)?.source)
    }

    /// The line on which byte `at` of a file stands.
    #[must_use]
    pub fn line(&self, id: FileId, at: usize) -> Option<Line<'_>> {
        let StoredFile { source: Source { text, .. }, lines } = self.0.get(id.0)?;
        let starts = lines.get_or_init(|| {
            std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect()
        });
        let number = starts.partition_point(|start| *start <= at).max(1);
        let start = *starts.get(number - 1)?;
        let rest = text.get(start..)?;
        Some(Line { number, start, text: rest.get(..rest.find(['\n', '\r']).unwrap_or(rest.len()))? })
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
        let at = |at| (line(at).number, line(at).column(at));
        assert_eq!(line(2), Line { number: 1, start: 0, text: "ä€b" });
        assert_eq!([0, 2, 5, 6].map(at), [(1, 1), (1, 2), (1, 3), (1, 4)]);
        assert_eq!([8, 9, 12, 13].map(at), [(2, 1), (3, 1), (3, 4), (3, 5)]);
        assert_eq!(at(99), (3, 5), "past the end is the end");
    }
}
