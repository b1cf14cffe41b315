//! The line and the column of a byte in a source.

use alloc::{vec, vec::Vec};
use core::{fmt, ops::Range};

/// The byte-order mark of UTF-8, which editors do not count as a character.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A line and a column, both counted from 1. Columns count characters, as editors do.
///
/// ```
/// use catalog::policy::json::Position;
///
/// let position = Position::new(b"{\n  \"Id\": 1\n}", 10);
/// assert_eq!(position.to_string(), "2:9");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl Position {
    const START: Self = Self { line: 1, column: 1 };

    /// Returns the position of a byte in a source. The function reads the source up to that byte. For many positions,
    /// use [`Lines`].
    ///
    /// A line ends after `\n`, `\r\n` or `\r`. An offset beyond the source gives the position of its end.
    #[must_use]
    pub fn new(text: &[u8], offset: u32) -> Self {
        Self::START.behind(text, 0..offset_in(text, offset))
    }

    /// Returns the position after a piece of the source, where `self` is the position of its first byte.
    fn behind(mut self, text: &[u8], piece: Range<usize>) -> Self {
        let next = |at: usize| text.get(at.saturating_add(1));
        for (at, byte) in piece.clone().zip(text.get(piece).unwrap_or_default()) {
            if *byte == b'\n' || *byte == b'\r' && next(at) != Some(&b'\n') {
                self = Self { line: self.line.saturating_add(1), column: 1 };
            } else if *byte & 0xc0 != 0x80 && !(at == 0 && text.starts_with(MARK)) {
                // Count each character once, by its only byte that is not a UTF-8 continuation byte.
                self.column = self.column.saturating_add(1);
            }
        }
        self
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// An index for many positions in one source. It reads the source only once.
///
/// ```
/// use catalog::policy::json::{Lines, Position};
///
/// let text = b"{\n  \"Id\": 1\n}";
/// assert_eq!(Lines::new(text).position(10), Position::new(text, 10));
/// ```
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t [u8],
    /// The position of every [`STEP`](Self::STEP)-th byte.
    marks: Vec<Position>,
}

impl<'t> Lines<'t> {
    /// The number of bytes between two marks. A lookup reads at most this many bytes.
    const STEP: usize = 1 << 10;

    /// Returns the index of a source.
    #[must_use]
    pub fn new(text: &'t [u8]) -> Self {
        let mut position = Position::START;
        let mut marks = vec![position];
        for (number, piece) in text.chunks_exact(Self::STEP).enumerate() {
            let start = number.saturating_mul(Self::STEP);
            position = position.behind(text, start..start.saturating_add(piece.len()));
            marks.push(position);
        }
        Self { text, marks }
    }

    /// Returns the position of a byte, as [`Position::new`] does.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let end = offset_in(self.text, offset);
        let mark = end / Self::STEP;
        let position = self.marks.get(mark).copied().unwrap_or(Position::START);
        position.behind(self.text, mark.saturating_mul(Self::STEP)..end)
    }
}

/// Returns an offset as an index that is at most the length of the source.
fn offset_in(text: &[u8], offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_byte_order_mark_is_no_character() {
        let text = "\u{feff}ab\u{feff}c".as_bytes();
        let columns = [0, 3, 4, 5, 8].map(|offset| Position::new(text, offset).column);
        assert_eq!(columns, [1, 1, 2, 3, 4]);
    }

    proptest! {
        #[test]
        fn many_positions_are_those_of_each(
            pieces in prop::collection::vec(("[a\n\ré😀]{0,5}", 0..600_usize), 1..9),
            offsets in prop::collection::vec(0..20_000_u32, 1..50),
        ) {
            let text: Vec<u8> = pieces.iter().flat_map(|(piece, times)| piece.repeat(*times).into_bytes()).collect();
            let lines = Lines::new(&text);
            let length = u32::try_from(text.len()).unwrap();
            let near = [0, 1_023, 1_024, 1_025, 2_048, length.saturating_sub(1), length, u32::MAX];
            for offset in offsets.into_iter().chain(near) {
                prop_assert_eq!(lines.position(offset), Position::new(&text, offset));
            }
        }
    }
}
