//! The fast comparison of two patterns, which decides most cases without an automaton.

use super::mark::{Mark, Reach};

/// Returns whether one pattern is within another, or `None` if only an automaton can decide it.
///
/// Each mark of the narrow pattern is read as one symbol, which a mark of the wide pattern must cover. If that succeeds,
/// the answer is exact. If it fails, the answer is exact unless a `?` can match a part of a narrow `*`, or a `*` has
/// limits.
pub(super) fn within(narrow: &[Mark<'_>], wide: &[Mark<'_>]) -> Option<bool> {
    if differ_at_start(narrow, wide) {
        return Some(false);
    }
    if matches(wide, narrow) {
        return Some(true);
    }
    let is_free = |mark: &Mark<'_>| !matches!(mark, Mark::Any(Reach::Field) | Mark::One(Reach::Field));
    let has_star = narrow.iter().any(|mark| matches!(mark, Mark::Any(_)));
    let has_letter = narrow.iter().any(|mark| matches!(mark, Mark::Letter(_)));
    let has_character = || wide.iter().any(|mark| matches!(mark, Mark::Character(_)));
    let is_exact = wide.iter().all(is_free)
        && !(has_star && wide.iter().any(|mark| matches!(mark, Mark::One(_))))
        && !(has_letter && has_character());
    is_exact.then_some(false)
}

/// Returns true if two patterns begin with different characters, so that they have no string in common.
pub(super) fn differ_at_start(left: &[Mark<'_>], right: &[Mark<'_>]) -> bool {
    for (left, right) in left.iter().zip(right) {
        match (left, right) {
            (Mark::Character(left), Mark::Character(right)) | (Mark::Letter(left), Mark::Letter(right)) => {
                if left != right {
                    return true;
                }
            }
            (Mark::Letter(letter), Mark::Character(character)) | (Mark::Character(character), Mark::Letter(letter)) => {
                if *letter != character.to_ascii_lowercase() {
                    return true;
                }
            }
            _ => return false,
        }
    }
    false
}

/// Matches marks with marks. After a mismatch, the search continues at the last `*`.
fn matches(mut wide: &[Mark<'_>], mut narrow: &[Mark<'_>]) -> bool {
    let mut retry: Option<(Mark<'_>, &[Mark<'_>], &[Mark<'_>])> = None;
    loop {
        match (wide, narrow) {
            ([star @ Mark::Any(reach), behind @ ..], _) => {
                if behind.is_empty() && *reach == Reach::Everything {
                    return true;
                }
                retry = Some((*star, behind, narrow));
                wide = behind;
            }
            ([expected, behind @ ..], [mark, rest @ ..]) if expected.covers(*mark) => {
                wide = behind;
                narrow = rest;
            }
            ([], []) => return true,
            _ => match retry {
                Some((star, behind, [mark, rest @ ..])) if star.covers(*mark) => {
                    retry = Some((star, behind, rest));
                    wide = behind;
                    narrow = rest;
                }
                _ => return false,
            },
        }
    }
}
