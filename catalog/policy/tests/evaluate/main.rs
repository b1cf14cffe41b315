//! Checks `catalog_policy::evaluate` against a second, naive evaluator.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

mod agreement;
mod faults;
mod first;
mod naive;
mod open_keys;
mod random;
mod scenarios;
mod shares;

/// Parses the JSON of a scenario.
fn parse(text: &str) -> catalog_policy::json::Value<'_> {
    catalog_policy::json::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?} in {text}"))
}
