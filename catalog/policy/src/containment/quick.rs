//! Decisions about two strings of a policy, which rarely need an automaton.

use catalog_core::{ascii_case, wildcard};

use super::{answer::Answer, inclusion::within, pattern::Pattern, work::Work};

/// Decides if a string of `Action` matches each action that another one matches.
#[must_use]
pub fn action_within(narrow: &str, wide: &str, work: &mut Work) -> Answer {
    if !work.spend(1) {
        return Answer::Unknown;
    }
    if differ_at_start(narrow, wide, u8::eq_ignore_ascii_case) {
        return Answer::No;
    }
    if wildcard::is_everything(wide) {
        return Answer::Yes;
    }
    if !wildcard::has_wildcard(wide) {
        // A `*` matches several actions, so a string with one is not within a single action.
        return Answer::from(!wildcard::has_wildcard(narrow) && ascii_case::eq(narrow, wide));
    }
    if !ascii_case::eq_bytes(common_start(narrow, wide), common_start(wide, narrow)) {
        return Answer::No;
    }
    if !wide.contains('?') || !narrow.contains('*') {
        // Only a `*` can match the `*` of the narrow pattern, so it is like any other character.
        return Answer::from(wildcard::matches(wide, narrow));
    }
    within(&Pattern::action(narrow), &[&Pattern::action(wide)], work)
}

/// Decides if a string of `Resource` matches each resource that another one matches.
#[must_use]
pub fn resource_within(narrow: &str, wide: &str, has_variables: bool, work: &mut Work) -> Answer {
    if !work.spend(1) {
        return Answer::Unknown;
    }
    if differ_at_start(narrow, wide, u8::eq) {
        return Answer::No;
    }
    if wide == "*" || narrow == wide {
        return Answer::Yes;
    }
    if common_start(narrow, wide) != common_start(wide, narrow) || !may_match_sample(wide, narrow) {
        return Answer::No;
    }
    within(&Pattern::resource(narrow, has_variables), &[&Pattern::resource(wide, has_variables)], work)
}

/// Returns true if two strings differ after their last wildcards and variables.
fn differ_at_end(left: &str, right: &str) -> bool {
    let is_inner = |byte: u8| is_special(byte) || byte == b'}';
    let pairs = left.bytes().rev().zip(right.bytes().rev());
    let mut pairs = pairs.take_while(|(left, right)| !is_inner(*left) && !is_inner(*right));
    pairs.any(|(left, right)| !left.eq_ignore_ascii_case(&right))
}

/// Returns true if two strings differ before their first wildcards and variables.
fn differ_at_start(left: &str, right: &str, is_same: impl Fn(&u8, &u8) -> bool) -> bool {
    let mut pairs =
        left.bytes().zip(right.bytes()).take_while(|(left, right)| !is_special(*left) && !is_special(*right));
    pairs.any(|(left, right)| !is_same(&left, &right))
}

/// Returns true if a pattern matches a string that another pattern matches. The string is the other pattern, with a
/// character that occurs nowhere else in place of each wildcard. Only a wildcard can match such a character, so the
/// pattern itself is compared, with its wildcards in place of the character. The result is true if a pattern may contain a variable.
pub(crate) fn may_match_sample(wide: &str, narrow: &str) -> bool {
    // Most ARNs differ at one of their ends, which is faster to see than to compare them with a pattern.
    if differ_at_start(wide, narrow, u8::eq_ignore_ascii_case) || differ_at_end(wide, narrow) {
        return false;
    }
    // A `?` matches one character, which can have several bytes.
    wide.contains('$') || narrow.contains('$') || !narrow.is_ascii() || wildcard::matches(wide, narrow)
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'*' | b'?' | b'$')
}

/// Returns the beginning of a string that the other string must equal, up to the first wildcard or variable of one of
/// them.
fn common_start<'t>(text: &'t str, other: &str) -> &'t [u8] {
    let start = |text: &str| text.as_bytes().iter().position(|byte| is_special(*byte));
    let end = match (start(text), start(other)) {
        (Some(own), Some(other)) => own.min(other),
        // A string without wildcards must have the whole beginning of the other one.
        (None, Some(other)) => other,
        (Some(own), None) => own,
        (None, None) => text.len(),
    };
    text.as_bytes().get(..end).unwrap_or(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn quick_decisions_are_those_of_the_automaton(narrow in "[aA:*?]{0,5}", wide in "[aA:*?]{0,5}") {
            let mut work = Work::new(1_000_000);
            let by_automaton = within(&Pattern::action(&narrow), &[&Pattern::action(&wide)], &mut work);
            prop_assert_eq!(action_within(&narrow, &wide, &mut work), by_automaton);
            let by_automaton = within(&Pattern::resource(&narrow, true), &[&Pattern::resource(&wide, true)], &mut work);
            prop_assert_eq!(resource_within(&narrow, &wide, true, &mut work), by_automaton);
        }
    }
}
