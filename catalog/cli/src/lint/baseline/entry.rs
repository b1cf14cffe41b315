//! An entry of a baseline: the file, the id and the line of a finding.

use std::{
    borrow::Cow,
    path::{Component, Path, PathBuf},
};

use catalog::policy::files::shown;

/// A known finding. Two findings with equal entries are two entries.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// The path of the file, relative to the directory of the baseline.
    pub(super) file: String,
    /// The id of the finding.
    pub(super) id: String,
    /// The line in which the finding begins, as [`Line::text`] returns it.
    pub(super) line: String,
}

/// The maximum length of a line that is stored whole, in bytes. A policy can be a single line.
const LONGEST: usize = 160;

/// The number of bytes of a longer line that are stored.
const KEPT: usize = 120;

/// A line of a file, with its range of bytes. Findings of one line share it, because finding its ends reads the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    start: usize,
    end: usize,
}

impl Line {
    /// Returns the line at an offset, which is this line if it contains the offset.
    pub(super) fn at(self, text: &[u8], offset: u32) -> Self {
        let offset = usize::try_from(offset).unwrap_or(usize::MAX).min(text.len());
        if (self.start..self.end).contains(&offset) {
            return self;
        }
        let (before, after) = text.split_at_checked(offset).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let start = before.iter().rposition(is_end).map_or(0, |last| last + 1);
        let end = after.iter().position(is_end).map_or(text.len(), |next| offset + next);
        Self { start, end }
    }

    /// Returns the content of the line without the white space around it. A long line is shortened, and its length and
    /// a hash value are added.
    pub(super) fn text(self, text: &[u8]) -> String {
        let line = String::from_utf8_lossy(text.get(self.start..self.end).unwrap_or_default());
        let line = line.trim();
        if line.len() <= LONGEST {
            return line.to_owned();
        }
        let start = (0..=KEPT).rev().find_map(|end| line.get(..end)).unwrap_or_default();
        format!("{start}… ({} bytes, {:016x})", line.len(), hash(line))
    }
}

/// Returns the 64-bit FNV-1a hash value of a string. It must not change between versions.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Returns a path relative to a directory, with `..` if it is outside. Both must be absolute and plain. On Windows, a
/// path on another drive stays absolute.
pub(super) fn relative<'p>(path: &'p Path, directory: &Path) -> Cow<'p, Path> {
    if let Ok(inside) = path.strip_prefix(directory) {
        return Cow::Borrowed(inside);
    }
    let common = path.components().zip(directory.components()).take_while(|(left, right)| left == right).count();
    if common == 0 {
        return Cow::Borrowed(path);
    }
    let up = directory.components().skip(common).map(|_| Component::ParentDir);
    Cow::Owned(up.chain(path.components().skip(common)).collect::<PathBuf>())
}

/// Returns the name of a file in a baseline in a directory. `here` is the working directory.
pub(super) fn file_in(name: &str, here: &Path, directory: &Path) -> String {
    if name == "<stdin>" {
        return name.to_owned();
    }
    shown(&relative(&catalog::policy::files::plain(&here.join(name)), directory))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_and_shortened() {
        let text = b"{\n  \"Sid\": \"\",\r\n}";
        let line = Line::default().at(text, 5);
        assert_eq!(line.text(text), "\"Sid\": \"\",");
        assert_eq!(line.at(text, 16).text(text), "}");
        assert_eq!(Line::default().at(b"", 7).text(b""), "");
        let [a, b] = ["a", "b"].map(|last| "é".repeat(100) + last);
        let [short, other] = [&a, &b].map(|line| Line::default().at(line.as_bytes(), 9).text(line.as_bytes()));
        assert!(short != other && short.starts_with(&"é".repeat(60)) && short.contains("… (201 bytes, "), "{short}");
    }

    #[test]
    fn the_hash_is_that_of_fnv() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[cfg(unix)]
    #[test]
    fn files_are_relative_to_the_baseline() {
        let file = |name, directory| file_in(name, Path::new("/home/here"), Path::new(directory));
        assert_eq!(file("policies/a.json", "/home/here"), "policies/a.json");
        assert_eq!(file("a.json", "/home/other"), "../here/a.json");
        assert_eq!(file("../a.json", "/home"), "a.json");
        assert_eq!(file("<stdin>", "/home"), "<stdin>");
    }
}
