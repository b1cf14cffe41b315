//! A pattern as offsets into a name.

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

    /// Creates a pattern with the given number of bytes before the first star and after the last star. The part between
    /// two stars is given by its start and end. If it is empty, the pattern has one star.
    pub(super) fn starred(name: u16, beginning: usize, end: usize, (from, to): (usize, usize)) -> Self {
        let short = |length| u16::try_from(length).unwrap_or(Self::WHOLE - 1);
        let middle = if from == to { (0, 0) } else { (short(from), short(to)) };
        Self { name, beginning: short(beginning), end: short(end), middle }
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
        between(name.as_bytes(), self.beginning, self.end).is_some_and(|rest| contains(rest, self.middle))
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
fn contains(text: &[u8], part: &str) -> bool {
    let [first, rest @ ..] = part.as_bytes() else { return true };
    // Compare the first byte by itself, because nearly all windows differ in it.
    text.windows(part.len()).any(|window| match window {
        [byte, others @ ..] => byte.eq_ignore_ascii_case(first) && others.eq_ignore_ascii_case(rest),
        [] => false,
    })
}
