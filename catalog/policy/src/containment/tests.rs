//! Tests of the decisions: against brute force over short strings, on conditions, on statements, and with hostile input.

mod brute_force;
mod conditions;
mod hostile;
mod patterns;
mod statements;

use alloc::{string::String, vec::Vec};

use super::{Answer, Pattern, Work};

/// Decides with more work than any test needs.
fn decide<R>(decision: impl FnOnce(&mut Work) -> R) -> R {
    decision(&mut Work::new(1_000_000))
}

/// Decides if a pattern is within a union.
fn within(narrow: &Pattern<'_>, wide: &[Pattern<'_>]) -> Answer {
    decide(|work| super::within(narrow, &wide.iter().collect::<Vec<_>>(), work))
}

/// Returns all strings of these characters up to a length.
fn strings(alphabet: &[char], longest: usize) -> Vec<String> {
    let mut all = Vec::from([String::new()]);
    let mut from = 0;
    for _ in 0..longest {
        let last = all.len();
        for at in from..last {
            for character in alphabet {
                let mut longer = all[at].clone();
                longer.push(*character);
                all.push(longer);
            }
        }
        from = last;
    }
    all
}
