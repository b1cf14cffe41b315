//! One pattern of a list: places in a name, and what is cut out there.

use super::ends::Ends;

/// One pattern of a list, as places in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The position of a name that the pattern matches.
    pub name: u16,
    /// How many bytes of the name stand in front of the first star; [`Cut::WHOLE`] where there is no star.
    beginning: u16,
    /// How many bytes of the name stand behind the last star.
    end: u16,
    /// From where to where the part between two stars is; nowhere where there is one star.
    middle: (u16, u16),
}

impl Cut {
    const WHOLE: u16 = u16::MAX;

    /// To fill a buffer with.
    pub const NONE: Self = Self { name: 0, beginning: Self::WHOLE, end: 0, middle: (0, 0) };

    pub(super) const fn whole(name: u16) -> Self {
        Self { name, ..Self::NONE }
    }

    pub(super) fn starred(name: u16, ends: Ends, (from, to): (usize, usize)) -> Self {
        let short = |length| u16::try_from(length).unwrap_or(Self::WHOLE - 1);
        Self { name, beginning: short(ends.beginning), end: short(ends.end), middle: (short(from), short(to)) }
    }

    /// The pattern, cut out of its name; `None` where the pattern is the name.
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

/// A pattern with one star, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StarredPattern<'n> {
    /// What stands in front of the first star.
    pub beginning: &'n str,
    /// What stands between two stars; empty where there is one.
    pub middle: &'n str,
    /// What stands behind the last star.
    pub end: &'n str,
}

impl<'n> StarredPattern<'n> {
    /// What to write, part by part.
    #[must_use]
    pub fn parts(self) -> [&'n str; 5] {
        let Self { beginning, middle, end } = self;
        [beginning, "*", middle, if middle.is_empty() { "" } else { "*" }, end]
    }

    /// Whether the pattern matches a name, in any case.
    #[must_use]
    #[inline]
    pub fn matches(self, name: &str) -> bool {
        between(name.as_bytes(), self.beginning, self.end).is_some_and(|rest| holds(rest, self.middle))
    }

    /// Whether it matches whatever the other matches, as far as a look at the parts tells.
    pub(super) fn encloses(self, other: StarredPattern<'_>) -> bool {
        let head = other.beginning.as_bytes().get(self.beginning.len()..);
        let tail = other.end.len().checked_sub(self.end.len()).and_then(|kept| other.end.as_bytes().get(..kept));
        let (Some(head), Some(tail)) = (head, tail) else { return false };
        between(other.beginning.as_bytes(), self.beginning, "").is_some()
            && between(other.end.as_bytes(), "", self.end).is_some()
            && (holds(head, self.middle) || holds(other.middle.as_bytes(), self.middle) || holds(tail, self.middle))
    }
}

/// What a name has between a beginning and an end, in any case.
#[inline]
fn between<'n>(name: &'n [u8], beginning: &str, end: &str) -> Option<&'n [u8]> {
    let (head, rest) = name.split_at_checked(beginning.len())?;
    let (rest, tail) = rest.split_at_checked(rest.len().checked_sub(end.len())?)?;
    (head.eq_ignore_ascii_case(beginning.as_bytes()) && tail.eq_ignore_ascii_case(end.as_bytes())).then_some(rest)
}

/// Whether a part stands somewhere in a text, in any case.
fn holds(text: &[u8], part: &str) -> bool {
    part.is_empty() || text.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}
