//! Decides if two patterns have no string in common.

use alloc::{vec, vec::Vec};

use super::{
    answer::Answer,
    greedy,
    mark::{Mark, Symbol},
    pattern::Pattern,
    work::Work,
};

/// Decides if two patterns have no string in common. If a pattern has a variable, the answer is `Unknown`, unless the
/// beginnings of the patterns differ.
pub fn disjoint(left: &Pattern<'_>, right: &Pattern<'_>, work: &mut Work) -> Answer {
    let (left_marks, right_marks) = (left.marks(), right.marks());
    if greedy::differ_at_start(left_marks, right_marks) {
        return Answer::Yes;
    }
    if left.has_variable()
        || right.has_variable()
        || !work.spend(left_marks.len().saturating_mul(right_marks.len()) / 8)
    {
        return Answer::Unknown;
    }
    Answer::from(!meet(left_marks, right_marks))
}

/// Returns true if two patterns without variables have a string in common.
///
/// `row[n]` is true if a string leads to the current mark of the left pattern and to mark `n` of the right pattern.
fn meet(left: &[Mark<'_>], right: &[Mark<'_>]) -> bool {
    let mut row = vec![false; right.len() + 1];
    if let Some(first) = row.first_mut() {
        *first = true;
    }
    skip(&mut row, right);
    for mark in left {
        let is_star = matches!(mark, Mark::Any(_));
        let mut next = if is_star { row.clone() } else { vec![false; row.len()] };
        for (at, other) in right.iter().enumerate() {
            let is_reached = if is_star { next.get(at) } else { row.get(at) }.copied().unwrap_or_default();
            if is_reached && share(*mark, *other) {
                let to = if matches!(other, Mark::Any(_)) { at } else { at + 1 };
                if let Some(to) = next.get_mut(to) {
                    *to = true;
                }
            }
            // A `*` also matches nothing.
            if matches!(other, Mark::Any(_))
                && next.get(at) == Some(&true)
                && let Some(to) = next.get_mut(at + 1)
            {
                *to = true;
            }
        }
        row = next;
    }
    row.last() == Some(&true)
}

/// Marks the positions after each `*` that is reached.
fn skip(row: &mut [bool], right: &[Mark<'_>]) {
    for (at, mark) in right.iter().enumerate() {
        if matches!(mark, Mark::Any(_))
            && row.get(at) == Some(&true)
            && let Some(to) = row.get_mut(at + 1)
        {
            *to = true;
        }
    }
}

/// Returns true if two marks accept a common character.
fn share(left: Mark<'_>, right: Mark<'_>) -> bool {
    let characters = |mark| match mark {
        Mark::Character(character) => vec![Symbol::Character(character)],
        Mark::Letter(letter) => vec![Symbol::Character(letter), Symbol::Character(letter.to_ascii_uppercase())],
        _ => Vec::new(),
    };
    match (left.is_wildcard(), right.is_wildcard()) {
        (true, true) => true,
        (false, _) => characters(left).into_iter().any(|symbol| right.accepts(symbol)),
        (true, false) => characters(right).into_iter().any(|symbol| left.accepts(symbol)),
    }
}
