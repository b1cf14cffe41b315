//! Three-valued logic: no, yes, or unknown because of open keys.

use std::collections::BTreeSet;

/// Whether something is so. An unknown answer names the open keys that it depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    No,
    Yes,
    Unknown(BTreeSet<String>),
}

impl Truth {
    /// Returns the answer that depends on one key.
    pub(crate) fn depends_on(key: &str) -> Self {
        Self::Unknown(BTreeSet::from([key.to_owned()]))
    }

    /// Returns true if all answers are yes.
    pub(crate) fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        !Self::any(answers.into_iter().map(|answer| !answer))
    }

    /// Returns true if one answer is yes.
    pub(crate) fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        let mut keys = BTreeSet::new();
        let mut is_unknown = false;
        for answer in answers {
            match answer {
                Self::Yes => return Self::Yes,
                Self::No => {}
                Self::Unknown(more) => {
                    is_unknown = true;
                    keys.extend(more);
                }
            }
        }
        if is_unknown { Self::Unknown(keys) } else { Self::No }
    }

    /// Returns true if both answers are yes, no, or unknown. The keys do not matter.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl From<bool> for Truth {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Yes => Self::No,
            Self::Unknown(keys) => Self::Unknown(keys),
        }
    }
}
