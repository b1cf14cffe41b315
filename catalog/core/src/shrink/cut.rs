//! A pattern as offsets into a name.

use super::ends::Ends;

/// A pattern of a list, as offsets into a name that it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The position, among the names of the service, of the name that the offsets refer to.
    pub name: u16,
    /// The number of bytes of the name before the first star, or [`Cut::WHOLE`] if there is no star.
    beginning: u16,
    /// The number of bytes of the name after the last star.
    end: u16,
    /// The start and end of the part between two stars. Both are 0 if there is only one star.
    middle: (u16, u16),
}

impl Cut {
    const WHOLE: u16 = u16::MAX;

    /// The value of unused places in a buffer of cuts.
    pub const NONE: Self = Self { name: 0, beginning: Self::WHOLE, end: 0, middle: (0, 0) };

    pub(super) const fn whole(name: u16) -> Self {
        Self { name, ..Self::NONE }
    }

    pub(super) fn starred(name: u16, ends: Ends, (from, to): (usize, usize)) -> Self {
        let short = |length| u16::try_from(length).unwrap_or(Self::WHOLE - 1);
        Self { name, beginning: short(ends.beginning), end: short(ends.end), middle: (short(from), short(to)) }
    }

    /// Returns the pattern with its parts taken from the name, or `None` if the pattern is the name itself.
    #[must_use]
    pub fn pattern(self, name: &str) -> Option<StarredPattern<'_>> {
        if self.beginning == Self::WHOLE {
            return None;
        }
        let (from, to) = self.middle;
        Some(StarredPattern {
            beginning: name.get(..usize::from(self.beginning))?,
            middle: name.get(usize::from(from)..usize::from(to))?,
            end: name.get(name.len().checked_sub(usize::from(self.end))?..)?,
        })
    }
}

/// A pattern with one or two stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StarredPattern<'n> {
    /// The part before the first star.
    pub beginning: &'n str,
    /// The part between two stars, which is empty if there is only one star.
    pub middle: &'n str,
    /// The part after the last star.
    pub end: &'n str,
}

impl<'n> StarredPattern<'n> {
    /// Returns the parts of the pattern, which together spell it.
    #[must_use]
    pub fn parts(self) -> [&'n str; 5] {
        let Self { beginning, middle, end } = self;
        [beginning, "*", middle, if middle.is_empty() { "" } else { "*" }, end]
    }

    /// Returns true if the pattern matches a name, ignoring case.
    #[must_use]
    #[inline]
    pub fn matches(self, name: &str) -> bool {
        between(name.as_bytes(), self.beginning, self.end).is_some_and(|rest| holds(rest, self.middle))
    }

    /// Returns true if the pattern matches every name that the other pattern matches. The function compares only parts
    /// with parts, so it can return false although this is the case.
    pub(super) fn encloses(self, other: StarredPattern<'_>) -> bool {
        let head = other.beginning.as_bytes().get(self.beginning.len()..);
        let tail = other.end.len().checked_sub(self.end.len()).and_then(|kept| other.end.as_bytes().get(..kept));
        let (Some(head), Some(tail)) = (head, tail) else { return false };
        between(other.beginning.as_bytes(), self.beginning, "").is_some()
            && between(other.end.as_bytes(), "", self.end).is_some()
            && (holds(head, self.middle) || holds(other.middle.as_bytes(), self.middle) || holds(tail, self.middle))
    }
}

/// Returns the part of a name between a beginning and an end, ignoring case, or `None` if the name lacks either.
#[inline]
fn between<'n>(name: &'n [u8], beginning: &str, end: &str) -> Option<&'n [u8]> {
    let (head, rest) = name.split_at_checked(beginning.len())?;
    let (rest, tail) = rest.split_at_checked(rest.len().checked_sub(end.len())?)?;
    (head.eq_ignore_ascii_case(beginning.as_bytes()) && tail.eq_ignore_ascii_case(end.as_bytes())).then_some(rest)
}

/// Returns true if a byte string contains a part, ignoring case.
fn holds(text: &[u8], part: &str) -> bool {
    part.is_empty() || text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}
