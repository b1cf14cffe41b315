//! Matches a string with a pattern of plain strings and wildcards.

/// A part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A plain string.
    Text(&'t str),
    /// `*`
    Any(Reach),
    /// `?`
    One(Reach),
}

/// The characters that a wildcard can match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All characters.
    Everything,
    /// The characters of one field of an ARN, which are all characters except `:`.
    Field,
}

impl Reach {
    const fn contains(self, character: char) -> bool {
        matches!(self, Self::Everything) || character != ':'
    }
}

/// The part of the pattern after a `*`, and the offset in the string where it was last tried.
type Retry = Option<(usize, usize)>;

/// Returns true if a pattern matches a whole string. `token` returns the tokens by their positions. `steps` counts the
/// work.
///
/// After a mismatch, the search continues at the last `*`. If that `*` cannot leave its field, the search then continues
/// at the last `*` that can. It never returns to an earlier `*`. In a pattern of ARNs, `:` follows each `*` that can leave
/// its field, except in the last field. So the work is at most proportional to the product of the two lengths.
pub(super) fn matches<'t>(
    token: impl Fn(usize) -> Option<Token<'t>>,
    text: &str,
    ignores_case: bool,
    steps: &mut u64,
) -> bool {
    let (mut wide, mut narrow): (Retry, Retry) = (None, None);
    let (mut at, mut offset) = (0_usize, 0_usize);
    loop {
        *steps += 1;
        let rest = text.get(offset..).unwrap_or_default();
        let length = match token(at) {
            None => rest.is_empty().then_some(0),
            Some(Token::Any(reach)) => {
                at += 1;
                match reach {
                    Reach::Everything if token(at).is_none() => return true,
                    Reach::Everything => (wide, narrow) = (Some((at, offset)), None),
                    Reach::Field => narrow = Some((at, offset)),
                }
                continue;
            }
            Some(Token::One(reach)) => rest.chars().next().filter(|next| reach.contains(*next)).map(char::len_utf8),
            Some(Token::Text(expected)) => begins(rest, expected, ignores_case).then_some(expected.len()),
        };
        match length {
            Some(_) if token(at).is_none() => return true,
            Some(length) => {
                at += 1;
                offset += length;
            }
            None => {
                if let Some(next) = later(&mut narrow, text, Reach::Field) {
                    (at, offset) = next;
                } else if let Some(next) = later(&mut wide, text, Reach::Everything) {
                    narrow = None;
                    (at, offset) = next;
                } else {
                    return false;
                }
            }
        }
    }
}

/// Moves the retry of a `*` by one character, and returns its new place. Returns `None` if the `*` cannot match more.
fn later(retry: &mut Retry, text: &str, reach: Reach) -> Option<(usize, usize)> {
    let (at, offset) = (*retry)?;
    let next = text.get(offset..)?.chars().next().filter(|next| reach.contains(*next));
    *retry = next.map(|next| (at, offset + next.len_utf8()));
    *retry
}

/// Returns true if a string begins with another one.
fn begins(text: &str, expected: &str, ignores_case: bool) -> bool {
    if ignores_case {
        text.get(..expected.len()).is_some_and(|head| head.eq_ignore_ascii_case(expected))
    } else {
        text.starts_with(expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{string::String, vec::Vec};
    use proptest::prelude::*;

    fn tokens(pattern: &[(u8, Reach)]) -> Vec<Token<'_>> {
        let token = |(byte, reach): &(u8, Reach)| match byte {
            b'*' => Token::Any(*reach),
            b'?' => Token::One(*reach),
            b':' => Token::Text(":"),
            b'a' => Token::Text("a"),
            _ => Token::Text("b"),
        };
        pattern.iter().map(token).collect()
    }

    /// Matches by the definition of each wildcard, trying every possibility.
    fn by_definition(tokens: &[Token<'_>], text: &str) -> bool {
        match tokens {
            [] => text.is_empty(),
            [Token::Text(expected), rest @ ..] => {
                text.strip_prefix(expected).is_some_and(|text| by_definition(rest, text))
            }
            [Token::One(reach), rest @ ..] => {
                text.starts_with(|c| reach.contains(c)) && by_definition(rest, text.get(1..).unwrap())
            }
            [Token::Any(reach), rest @ ..] => {
                let longest = text.find(|c| !reach.contains(c)).unwrap_or(text.len());
                (0..=longest).any(|taken| by_definition(rest, text.get(taken..).unwrap()))
            }
        }
    }

    /// Limits the wildcards as those of `Resource`: only a `*` at the end of a field leaves it.
    fn limited(pattern: &str) -> Vec<(u8, Reach)> {
        let bytes = pattern.as_bytes();
        let reach = |at: usize| {
            let field = pattern.get(..at).unwrap().matches(':').count();
            let ends = bytes[at] == b'*' && matches!(bytes.get(at + 1), None | Some(b':'));
            if field < 5 && !ends { Reach::Field } else { Reach::Everything }
        };
        (0..bytes.len()).map(|at| (bytes[at], reach(at))).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn agrees_with_the_definition(pattern in "[ab:*?]{0,10}", text in "[ab:]{0,12}") {
            let everything: Vec<_> = pattern.bytes().map(|byte| (byte, Reach::Everything)).collect();
            for pattern in [everything, limited(&pattern)] {
                let tokens = tokens(&pattern);
                let found = matches(|at| tokens.get(at).copied(), &text, false, &mut 0);
                prop_assert_eq!(found, by_definition(&tokens, &text));
            }
        }
    }

    #[test]
    fn the_work_for_a_hostile_pattern_is_limited() {
        let pattern = "*:".repeat(3) + &"a*".repeat(300) + "b:*:x";
        let pattern = limited(&pattern);
        let tokens = tokens(&pattern);
        let text = String::from("a").repeat(600) + &":a".repeat(600) + &"a".repeat(600);
        let mut steps = 0;
        assert!(!matches(|at| tokens.get(at).copied(), &text, false, &mut steps));
        let limit = 5 * u64::try_from(tokens.len() * text.len()).unwrap();
        assert!(steps < limit, "{steps} of {limit}");
    }

    #[test]
    fn characters_are_matched_whole() {
        let tokens = [Token::Text("a"), Token::One(Reach::Everything), Token::Any(Reach::Everything), Token::Text("é")];
        assert!(matches(|at| tokens.get(at).copied(), "Aéxé", true, &mut 0));
        assert!(!matches(|at| tokens.get(at).copied(), "Aéxé", false, &mut 0));
    }
}
