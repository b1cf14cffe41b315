//! Reads gaps as holes: in strings and names, and in place of values, items and members.

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use super::{Data, Gap, JsonError, Kind, Member, Reader, Result, Span, Value, is_of_number, is_of_word, span};
use crate::hole::{Hole, Piece};

impl<'a, 'g> Reader<'a, 'g> {
    /// Returns a reader at the start of a source.
    pub(super) fn new(source: &'a str, gaps: &'g [Gap<'a>]) -> Self {
        let mut reader = Self { source, text: source, at: 0, gaps, gap_end: 0, pieces: Vec::new() };
        reader.stop_at_next_gap();
        reader
    }

    fn stop_at_next_gap(&mut self) {
        let end = self.gaps.first().map_or(self.source.len(), Gap::start);
        self.text = self.source.get(..end).unwrap_or(self.source);
    }

    /// Returns true if a gap begins here.
    pub(super) const fn is_at_gap(&self) -> bool {
        self.at == self.text.len() && !self.gaps.is_empty()
    }

    /// Returns true if a gap begins here, or ended here with only white space after it. Such a gap can contain a comma.
    #[cold]
    pub(super) fn is_beside_gap(&self) -> bool {
        let since = self.source.get(self.gap_end..self.at).unwrap_or_default();
        self.is_at_gap() || self.gap_end > 0 && since.trim_ascii().is_empty()
    }

    /// Moves to the end of the gap that begins here, and returns its piece.
    fn take_gap(&mut self) -> Option<Piece<'a>> {
        let (gap, rest) = self.gaps.split_first().filter(|_| self.is_at_gap())?;
        (self.at, self.gap_end, self.gaps) = (gap.end(), gap.end(), rest);
        self.stop_at_next_gap();
        Some(gap.piece.clone())
    }

    /// Parses the only value of the source, and the white space around it. A gap before or after the value does not
    /// belong to it. If there are only gaps, the first one is the value.
    pub(super) fn root(&mut self) -> Result<Value<'a>> {
        let mut hole = None;
        self.skip_space()?;
        while self.is_at_gap() {
            let value = self.value(0)?;
            hole.get_or_insert(value);
            self.skip_space()?;
        }
        let value = match (hole, self.byte()) {
            (Some(hole), None) => hole,
            (None, None) => return Err(JsonError::new(Kind::Empty, span(0, self.source.len()))),
            _ => self.value(0)?,
        };
        self.skip_space()?;
        while self.take_gap().is_some() {
            self.skip_space()?;
        }
        Ok(value)
    }

    /// Parses a value or a name without quotes that has a gap. The reader is at the first gap, and everything since
    /// `start` belongs to the value.
    #[cold]
    pub(super) fn bare_hole(&mut self, start: usize) -> Hole<'a> {
        let mut only = if start == self.at { self.take_gap() } else { None };
        let end = self.at;
        while self.take_gap().is_some() || self.byte().is_some_and(|byte| is_of_word(byte) || is_of_number(byte)) {
            self.skip_while(|byte| is_of_word(byte) || is_of_number(byte));
        }
        if self.at > end {
            only = None;
        }
        let written = || Hole::anything(self.source.get(start..self.at).unwrap_or_default());
        only.map_or_else(written, |piece| Hole::new([piece]))
    }

    /// Adds a known part of a string and the gap after it to the pieces of the string.
    #[cold]
    pub(super) fn add_pieces(&mut self, known: Cow<'a, str>) {
        self.pieces.extend(Some(Piece::Known(known)).filter(|piece| !piece.written().is_empty()));
        let gap = self.take_gap();
        self.pieces.extend(gap);
    }

    /// Returns the hole of a string with pieces. `known` is the part after the last gap.
    #[cold]
    pub(super) fn string_hole(&mut self, known: Cow<'a, str>) -> Hole<'a> {
        let known = Some(Piece::Known(known)).filter(|piece| !piece.written().is_empty());
        Hole::new(core::mem::take(&mut self.pieces).into_iter().chain(known))
    }

    /// Parses the rest of a member, after a name in quotes that has gaps. `known` is the part after the last gap.
    #[cold]
    pub(super) fn member_with_holes(&mut self, known: Cow<'a, str>, start: usize, depth: usize) -> Result<Member<'a>> {
        let name = self.string_hole(known);
        let name_span = span(start, self.at);
        if !self.eat_colon()? {
            return Err(self.unexpected("`:`"));
        }
        Ok(member(name, name_span, self.value(depth)?))
    }

    /// Parses the colon of a member, if the next token is a colon.
    #[cold]
    fn eat_colon(&mut self) -> Result<bool> {
        self.skip_space()?;
        let eaten = self.eat(b':');
        self.skip_space()?;
        Ok(eaten)
    }

    /// Parses a member that begins with a gap. If a colon follows, the gap is a name without quotes. Otherwise, it
    /// represents any number of members.
    #[cold]
    pub(super) fn member_with_gap(&mut self, depth: usize) -> Result<Member<'a>> {
        let start = self.at;
        let name = self.bare_hole(start);
        let name_span = span(start, self.at);
        if !self.eat_colon()? {
            return Ok(member(name.clone(), name_span, Value::new(name_span, Data::Hole(Box::new(name)))));
        }
        Ok(member(name, name_span, self.value(depth)?))
    }
}

/// Returns the member whose name has a hole.
fn member<'a>(name: Hole<'a>, name_span: Span, value: Value<'a>) -> Member<'a> {
    Member { name: Cow::Owned(name.stand_in().into()), name_hole: Some(Box::new(name)), name_span, value }
}
