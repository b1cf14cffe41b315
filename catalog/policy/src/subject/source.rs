//! The source of a policy, and the text before the policy.

use core::str;

use crate::json::Span;

/// The source of a policy, and the text before the policy.
pub(crate) struct Source<'s> {
    /// The text before the policy, which is white space.
    pub(crate) blanks: &'s str,
    /// The policy, from its first to its last brace.
    pub(crate) policy: &'s str,
}

impl<'s> Source<'s> {
    /// Returns the source of the policy at the given place. Returns `None` if the policy is only a part of the source.
    pub(crate) fn new(source: &'s [u8], span: Span) -> Option<Self> {
        let source = str::from_utf8(source).ok()?;
        let (start, end) = (usize::try_from(span.start).ok()?, usize::try_from(span.end).ok()?);
        let (blanks, after) = (source.get(..start)?, source.get(end..)?);
        let policy = source.get(start..end)?;
        (blanks.trim().is_empty() && after.trim().is_empty()).then_some(Self { blanks, policy })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_only_white_space_around_its_policy() {
        let source = |text: &'static str, start, end| {
            Source::new(text.as_bytes(), Span::new(start, end)).map(|source| (source.blanks, source.policy))
        };
        assert_eq!(source(" {} \n", 1, 3), Some((" ", "{}")));
        assert_eq!(source("{}", 0, 2), Some(("", "{}")));
        for (start, end) in [(2, 4), (0, 3), (3, 1), (0, 9), (9, 9)] {
            assert_eq!(source("[ {} ]", start, end), None, "{start} {end}");
        }
    }
}
