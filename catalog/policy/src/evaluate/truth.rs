//! The truth of a condition whose keys may be open: no, maybe or yes.

/// The truth of a condition, a statement or a layer of policies. The order is that of three-valued logic, so `min` is
/// the conjunction and `max` the disjunction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    /// False, for each value of the open keys.
    #[default]
    No,
    /// True or false, depending on the values of open keys.
    Maybe,
    /// True, for each value of the open keys.
    Yes,
}

impl Truth {
    /// Returns true if both are true.
    pub(super) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Returns true if at least one is true.
    pub(super) fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl From<bool> for Truth {
    fn from(is_true: bool) -> Self {
        if is_true { Self::Yes } else { Self::No }
    }
}

impl core::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

/// Returns true if one of the values is true. Stops at the first true value.
pub(super) fn any(values: impl Iterator<Item = Truth>) -> Truth {
    let mut result = Truth::No;
    for value in values {
        result = result.or(value);
        if result == Truth::Yes {
            break;
        }
    }
    result
}

/// Returns true if all values are true. Stops at the first false value.
pub(super) fn all(values: impl Iterator<Item = Truth>) -> Truth {
    let mut result = Truth::Yes;
    for value in values {
        result = result.and(value);
        if result == Truth::No {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::{Truth::*, *};

    #[test]
    fn false_and_true_decide_without_the_unknown() {
        assert_eq!((Maybe.and(No), Maybe.and(Yes), Maybe.or(Yes), Maybe.or(No)), (No, Maybe, Yes, Maybe));
        assert_eq!((!No, !Maybe, !Yes), (Yes, Maybe, No));
        assert_eq!((any([No, Maybe].into_iter()), all([Yes, Maybe].into_iter())), (Maybe, Maybe));
        assert_eq!((any([].into_iter()), all([].into_iter())), (No, Yes));
    }
}
