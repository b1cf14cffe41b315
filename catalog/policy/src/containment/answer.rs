//! The answer to a question that a policy may leave open.

use core::ops::Not;

/// The answer to the question if one set is within another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The set is within the other one, for all values of variables.
    Yes,
    /// The set contains something that is not in the other one.
    No,
    /// The policy does not decide it, or the decision would take too much work.
    Unknown,
}

impl Answer {
    /// Returns true if the answer is `Yes`.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// Returns true if the answer is `No`.
    #[must_use]
    pub const fn is_no(self) -> bool {
        matches!(self, Self::No)
    }

    /// Returns `Yes` if both answers are `Yes`, and `No` if one of them is `No`.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, Self::Yes) => Self::Yes,
            (Self::No, _) | (_, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    /// Returns `Yes` if one of the answers is `Yes`, and `No` if both are `No`.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, Self::No) => Self::No,
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// Returns `Unknown` in place of `No`.
    #[must_use]
    pub const fn or_unknown(self) -> Self {
        match self {
            Self::No => Self::Unknown,
            answer => answer,
        }
    }
}

impl From<bool> for Answer {
    fn from(is_true: bool) -> Self {
        if is_true { Self::Yes } else { Self::No }
    }
}

impl Not for Answer {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{No, Unknown, Yes};

    #[test]
    fn answers_combine_as_far_as_they_are_known() {
        for (left, right, both, either) in [
            (Yes, Yes, Yes, Yes),
            (Yes, No, No, Yes),
            (Yes, Unknown, Unknown, Yes),
            (No, No, No, No),
            (No, Unknown, No, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((left.and(right), right.and(left)), (both, both));
            assert_eq!((left.or(right), right.or(left)), (either, either));
            assert_eq!(!(left.and(right)), (!left).or(!right));
        }
        assert_eq!((No.or_unknown(), Yes.or_unknown()), (Unknown, Yes));
    }
}
