//! Strings laid end to end.

/// Strings laid end to end, with their bounds.
#[derive(Clone, Copy, Debug)]
pub struct Strings {
    text: &'static str,
    bounds: &'static [u8],
    /// Whether the bounds are `u32`s.
    wide: bool,
}

impl Strings {
    /// A table without strings.
    pub const NONE: Self = Self::new("", &[]);

    /// Creates the strings of a written table. Their bounds are `u16`s if the text has at most `u16::MAX` bytes,
    /// otherwise `u32`s.
    #[must_use]
    pub const fn new(text: &'static str, bounds: &'static [u8]) -> Self {
        Self { text, bounds, wide: text.len() > u16::MAX as usize }
    }

    /// Creates strings whose text is shared with other tables. Their bounds are `u32`s.
    pub(super) const fn of_shared(text: &'static str, bounds: &'static [u8]) -> Self {
        Self { text, bounds, wide: true }
    }

    /// Returns the number of strings.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.bounds.len() / if self.wide { 4 } else { 2 }).saturating_sub(1)
    }

    /// Returns true if there are no strings.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns the string at a position.
    #[must_use]
    #[inline]
    pub const fn get(self, position: usize) -> Option<&'static str> {
        let Some((start, end)) = self.bounds(position) else { return None };
        match self.text.split_at_checked(end) {
            Some((head, _)) => match head.split_at_checked(start) {
                Some((_, text)) => Some(text),
                None => None,
            },
            None => None,
        }
    }

    /// Returns the bytes of the string at a position. In contrast to [`get`](Self::get), this method does not check for
    /// character boundaries.
    #[inline]
    pub(super) const fn bytes(self, position: usize) -> Option<&'static [u8]> {
        let Some((start, end)) = self.bounds(position) else { return None };
        match self.text.as_bytes().split_at_checked(end) {
            Some((head, _)) => match head.split_at_checked(start) {
                Some((_, bytes)) => Some(bytes),
                None => None,
            },
            None => None,
        }
    }

    /// Returns the string at a position, or `None` if it is empty. An empty string means *not given*.
    #[must_use]
    pub const fn given(self, position: usize) -> Option<&'static str> {
        match self.get(position) {
            Some(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// Returns the offsets at which the string at a position begins and ends.
    #[inline]
    const fn bounds(self, position: usize) -> Option<(usize, usize)> {
        let size = if self.wide { 4 } else { 2 };
        let Some(start) = position.checked_mul(size) else { return None };
        let Some((_, rest)) = self.bounds.split_at_checked(start) else { return None };
        // Both offsets are read at once, because they are adjacent.
        if self.wide {
            let Some(both) = rest.first_chunk::<8>() else { return None };
            let both = u64::from_le_bytes(*both);
            Some(((both & 0xffff_ffff) as usize, (both >> 32) as usize))
        } else {
            let Some(both) = rest.first_chunk::<4>() else { return None };
            let both = u32::from_le_bytes(*both);
            Some(((both & 0xffff) as usize, (both >> 16) as usize))
        }
    }
}
