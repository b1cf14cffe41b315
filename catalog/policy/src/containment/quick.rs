//! Decisions about two strings of a policy, which rarely need an automaton.

use catalog_core::{ascii_case, wildcard};

use super::{answer::Answer, inclusion::within, pattern::Pattern, work::Work};

/// Decides if a string of `Action` matches each action that another one matches.
#[must_use]
pub fn action_within(narrow: &str, wide: &str, work: &mut Work) -> Answer {
    if !work.spend(1) {
        return Answer::Unknown;
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
    if wide == "*" || narrow == wide {
        return Answer::Yes;
    }
    if common_start(narrow, wide) != common_start(wide, narrow) {
        return Answer::No;
    }
    within(&Pattern::resource(narrow, has_variables), &[&Pattern::resource(wide, has_variables)], work)
}

/// Returns the beginning of a string that the other string must equal, up to the first wildcard or variable of one of
/// them.
fn common_start<'t>(text: &'t str, other: &str) -> &'t [u8] {
    let is_special = |byte: &u8| matches!(byte, b'*' | b'?' | b'$');
    let start = |text: &str| text.as_bytes().iter().position(is_special);
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
