//! Patterns that are slow to compare.

use alloc::{string::String, vec::Vec};

use super::super::{Answer, Pattern, Work, disjoint, within};

const LIMIT: u64 = 100_000;

/// Decides with a limit, and returns the work.
fn work_of(decision: impl FnOnce(&mut Work) -> Answer) -> (Answer, u64) {
    let mut work = Work::new(LIMIT);
    (decision(&mut work), work.done())
}

#[test]
fn the_work_is_counted_and_has_a_limit() {
    // An automaton without choices has a number of states that is exponential in the number of `?`.
    let wide: String = ["*a", &"?".repeat(40)].concat();
    let narrow: String = ["*", &"?".repeat(41), "b*"].concat();
    let (narrow, wide) = (Pattern::resource(&narrow, false), Pattern::resource(&wide, false));
    let (answer, work) = work_of(|work| within(&narrow, &[&wide, &wide], work));
    assert!(work < LIMIT + 10_000, "{work}");
    assert_ne!(answer, Answer::Yes);
    let many: Vec<String> = (0..2_000).map(|at| alloc::format!("*{at}*a?*")).collect();
    let many: Vec<_> = many.iter().map(|text| Pattern::action(text)).collect();
    let (answer, work) = work_of(|work| within(&Pattern::action("*b*c?*"), &many.iter().collect::<Vec<_>>(), work));
    assert!(work < LIMIT + 10_000 && answer != Answer::Yes, "{work}");
    let long = "*a".repeat(10_000);
    let long = Pattern::action(&long);
    let (answer, work) = work_of(|work| disjoint(&long, &long, work));
    assert!((answer, work > LIMIT) == (Answer::Unknown, true), "{work}");
    let (answer, work) = work_of(|work| within(&long, &[&long], work));
    assert!((answer, work > LIMIT) == (Answer::Unknown, true), "{work}");
}
