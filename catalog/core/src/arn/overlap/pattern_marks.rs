//! The syntax of an ARN pattern in a policy.

/// Returns the number of leading colons in a pattern that must match colons of the format itself. These are the colons
/// between the fields and the colons in literals, not the colons in a name.
///
/// Taken literally, the star in `arn:aws:iam::*:user/*` matches `111122223333:role/a`, so the pattern would match a
/// role with the name `a:user/b`. Hardly any resource has such a name, and allowing it would make nearly every pattern
/// overlap.
///
/// If a pattern has six fields, the five colons between them therefore never match within names. Keys of S3 objects are
/// an exception, because colons are common in them. A pattern such as `arn:aws:logs:*:log-group:x:*` omits fields, so
/// the function returns 0.
pub(super) fn bound_colons(pattern: &str) -> usize {
    const COLONS: usize = 5;
    let mut marks = marks(pattern);
    for colons in 0..COLONS {
        let (mut wild, mut number, mut last) = (false, true, None);
        loop {
            match marks.next() {
                None => return 0,
                Some(PatternMark::Character(':')) => break,
                Some(PatternMark::Character(character)) => {
                    number &= character.is_ascii_digit();
                    last = Some(character);
                }
                Some(PatternMark::Any | PatternMark::AnyOne) => wild = true,
            }
        }
        let may_be = match colons {
            3 => last.is_none_or(|last| last.is_ascii_digit()),
            4 => number,
            _ => true,
        };
        if !(wild || may_be) {
            return 0;
        }
    }
    COLONS
}

/// A syntax element of an ARN pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PatternMark {
    Character(char),
    /// `?`
    AnyOne,
    /// `*`, or a policy variable, whose value is not known here.
    Any,
}

/// Splits a pattern into its marks. `${*}`, `${?}` and `${$}` are the characters themselves.
///
/// Source: [IAM policy elements: variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
pub(super) fn marks(pattern: &str) -> impl Iterator<Item = PatternMark> {
    let mut rest = pattern;
    core::iter::from_fn(move || {
        if let Some((name, behind)) = rest.strip_prefix("${").and_then(|inside| inside.split_once('}')) {
            rest = behind;
            let mut name = name.chars();
            return Some(match (name.next(), name.next()) {
                (Some(escaped @ ('*' | '?' | '$')), None) => PatternMark::Character(escaped),
                _ => PatternMark::Any,
            });
        }
        let mut characters = rest.chars();
        let mark = match characters.next()? {
            '*' => PatternMark::Any,
            '?' => PatternMark::AnyOne,
            character => PatternMark::Character(character),
        };
        rest = characters.as_str();
        Some(mark)
    })
}
