//! Hides the placeholders of a source from a parser that would read them as syntax, such as `{{region}}` in YAML.

use alloc::{borrow::Cow, string::String, vec::Vec};

use super::{Gap, Value, tree};
use crate::hole::{self, Piece};

/// The first of the characters that begin the words in place of placeholders. They have no meaning in Unicode, and each
/// has four bytes.
const FIRST: char = '\u{f0000}';

/// The number of these characters, and so of the placeholders in one source.
const COUNT: u32 = 0xfffe;

/// A source whose placeholders are replaced by words of the same length. [`Config::mask`](crate::Config::mask) returns
/// it.
///
/// The words consist of a character that no source has and of the letter `x`. Some placeholders are left as they are:
///
/// * those with fewer than four bytes;
/// * those with more than one line;
/// * those after the first 65,534.
///
/// To find these placeholders in the tree, use [`Config::fill_holes`](crate::Config::fill_holes).
#[derive(Clone, Debug)]
pub struct Masked<'t> {
    text: Cow<'t, str>,
    /// The placeholders, in the order of the characters that represent them.
    written: Vec<Cow<'t, str>>,
}

impl<'t> Masked<'t> {
    pub(super) fn new(source: &'t str, gaps: Vec<Gap<'t>>) -> Self {
        let mut masked = Self { text: Cow::Borrowed(source), written: Vec::new() };
        if gaps.is_empty() || source.contains(|character| number(character).is_some()) {
            return masked;
        }
        let mut text = String::with_capacity(source.len());
        let mut end = 0;
        for gap in gaps {
            let Piece::Unknown(written) = gap.piece else { continue };
            let mark = u32::try_from(masked.written.len()).ok().filter(|count| *count < COUNT);
            let mark = mark.and_then(|count| char::from_u32(u32::from(FIRST) + count));
            let rest = written.len().checked_sub(FIRST.len_utf8());
            let (Some(mark), Some(rest), false) = (mark, rest, written.contains(['\n', '\r'])) else { continue };
            let start = usize::try_from(gap.span.start).unwrap_or(usize::MAX);
            text.push_str(source.get(end..start).unwrap_or_default());
            text.push(mark);
            text.extend(core::iter::repeat_n('x', rest));
            end = usize::try_from(gap.span.end).unwrap_or(usize::MAX);
            masked.written.push(written);
        }
        text.push_str(source.get(end..).unwrap_or_default());
        masked.text = Cow::Owned(text);
        masked
    }

    /// Returns the source with words in place of placeholders. Each byte of the rest has the same place as before.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Turns the words of a tree that was parsed from the [text](Self::text) into holes.
    pub fn fill_holes(&self, tree: &mut Value<'_>) {
        if !self.written.is_empty() {
            tree::replace(tree, &mut |text| self.pieces(text));
        }
    }

    fn pieces(&self, text: &str) -> tree::Pieces {
        let mut pieces = Vec::new();
        let mut rest = text;
        let mut is_known = true;
        while let Some((at, mark)) = rest.char_indices().find(|(_, character)| number(*character).is_some()) {
            pieces.extend(hole::known(rest.get(..at)));
            let written = number(mark).and_then(|number| self.written.get(number))?;
            pieces.push(Piece::Unknown(Cow::Owned(written.clone().into_owned())));
            rest = rest.get(at.saturating_add(written.len())..).unwrap_or_default();
            is_known = false;
        }
        pieces.extend(hole::known(Some(rest)));
        (!is_known).then_some(pieces)
    }
}

/// Returns the number of the placeholder that a character represents.
fn number(character: char) -> Option<usize> {
    let number = u32::from(character).checked_sub(u32::from(FIRST)).filter(|number| *number < COUNT)?;
    usize::try_from(number).ok()
}
