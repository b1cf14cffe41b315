//! A second evaluator, which decides scenarios as plainly as AWS's pages read.
//!
//! It is independent of `catalog_policy::evaluate`: it shares only the JSON reader with it. It is slow, and it answers
//! each question in the words of the page that states the rule.

mod action;
mod address;
mod caller;
mod condition;
mod context;
mod date;
mod fault;
mod glob;
mod layers;
mod number;
mod operator;
mod principal;
mod reading;
mod request;
mod resource;
mod scene;
mod statement;
mod truth;
mod variables;
mod verdict;

use catalog_policy::json::Value;

pub(crate) use fault::Fault;
pub(crate) use verdict::Verdict;

/// Decides a scenario.
pub(crate) fn decide(scenario: &Value<'_>) -> Verdict {
    decide_with(scenario, None)
}

/// Decides a scenario with a deliberate fault.
pub(crate) fn decide_with(scenario: &Value<'_>, fault: Option<Fault>) -> Verdict {
    verdict::decide(scenario, fault)
}
