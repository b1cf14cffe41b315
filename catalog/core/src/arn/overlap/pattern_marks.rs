//! The marks of an ARN pattern, as a policy writes it.

/// Counts the colons at the start of a pattern that are colons of the format, between its fields or in its literals.
///
/// The star of `arn:aws:iam::*:user/*` can stand for `111122223333:role/a`, so that to the letter the pattern matches a
/// role by the name of `a:user/b`. There is none, nor hardly anything of the kind, and if that counted, nearly
/// everything would overlap. So the five colons that part six fields are not sought in names, if fields they are:
/// `arn:aws:logs:*:log-group:x:*` leaves some out. Keys of S3 are another matter: they may well be `a:b`.
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

/// A mark of an ARN pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PatternMark {
    Character(char),
    /// `?`
    AnyOne,
    /// `*`, or a policy variable, whose value nobody knows here.
    Any,
}

/// The marks of a pattern. `${*}`, `${?}` and `${$}` are the characters themselves.
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
