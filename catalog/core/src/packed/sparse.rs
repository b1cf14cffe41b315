//! Strings that only a few entries of a table have.

use core::iter::FusedIterator;

use crate::edition::split;

/// The strings that a few entries of a table have, one per line: the position of the entry, a space, and the string.
///
/// Entries without a string have no line. The lines of one entry need not be adjacent, because a search reads all
/// lines.
#[derive(Clone, Copy, Debug)]
pub struct SparseStrings {
    lines: &'static str,
}

impl SparseStrings {
    /// Creates the table from lines of this form.
    #[must_use]
    pub const fn new(lines: &'static str) -> Self {
        Self { lines }
    }

    /// Returns an iterator over the strings of the entry at a position.
    #[must_use]
    pub const fn of_entry(self, position: u16) -> SparseStringsIter {
        SparseStringsIter { lines: self.lines, position: Some(position) }
    }

    /// Returns an iterator over the strings of all entries.
    #[must_use]
    pub const fn all(self) -> SparseStringsIter {
        SparseStringsIter { lines: self.lines, position: None }
    }

    /// Returns the first string of the entry at a position.
    #[must_use]
    pub const fn first(self, position: u16) -> Option<&'static str> {
        self.of_entry(position).step()
    }
}

/// An iterator over the strings of one entry, or of all entries, of a [`SparseStrings`].
#[derive(Clone, Debug)]
pub struct SparseStringsIter {
    lines: &'static str,
    position: Option<u16>,
}

impl SparseStringsIter {
    const fn step(&mut self) -> Option<&'static str> {
        while !self.lines.is_empty() {
            let (line, rest) = match split(self.lines, b'\n') {
                Some(lines) => lines,
                None => (self.lines, ""),
            };
            self.lines = rest;
            let Some((position, string)) = split(line, b' ') else { continue };
            match (number(position), self.position) {
                (Some(_), None) => return Some(string),
                (Some(found), Some(wanted)) if found == wanted => return Some(string),
                _ => {}
            }
        }
        None
    }
}

impl Iterator for SparseStringsIter {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        self.step()
    }
}

impl FusedIterator for SparseStringsIter {}

/// Parses a number in decimal digits, if it fits a `u16`.
const fn number(digits: &str) -> Option<u16> {
    let mut rest = digits.as_bytes();
    let mut number: Option<u16> = None;
    while let [digit @ b'0'..=b'9', tail @ ..] = rest {
        let before = match number {
            Some(before) => before,
            None => 0,
        };
        let Some(tens) = before.checked_mul(10) else { return None };
        number = tens.checked_add((*digit - b'0') as u16);
        if number.is_none() {
            return None;
        }
        rest = tail;
    }
    if rest.is_empty() { number } else { None }
}
