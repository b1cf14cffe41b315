//! Checks the rules of the repository. Each rule has one file, with examples of violations and of accepted code.
//!
//! `cargo test -p xtask --test tidy` checks all rules, and `cargo test -p xtask --test tidy circles` checks one rule.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test may panic at the first error")]

mod checks;
mod circles;
mod heads;
mod hidden_crates;
mod imports;
mod invariants;
mod layers;
mod lengths;
mod links;
mod map;
mod prose;
mod rules;
mod sentences;
mod tree;
mod verbs;
mod violation;
mod words;
