//! Decides if one set is within another: patterns, lists, ARNs, values of conditions, conditions and statements.
//!
//! The sets are sets of strings, not of names that exist. So an answer stays right when AWS adds names.
//!
//! * [`Answer::Yes`] and [`Answer::No`] are exact. [`Answer::Unknown`] means that the policy does not decide it. A policy
//!   variable can have any value, for example, and equals only itself.
//! * All functions count their work in [`Work`]. When it is used up, the answer is `Unknown`.
//! * A part with a hole has no set, so its constructors return `None`.

mod address;
mod answer;
mod comparison;
mod condition;
mod disjoint;
mod greedy;
mod inclusion;
mod instant;
mod mark;
mod pattern;
mod pattern_set;
mod positions;
mod principals;
mod quick;
mod ranges;
mod statement;
#[cfg(test)]
mod tests;
mod values;
mod work;

pub use answer::Answer;
pub use comparison::Comparison;
pub use condition::Condition;
pub use disjoint::disjoint;
pub use inclusion::within;
pub use pattern::Pattern;
pub use pattern_set::PatternSet;
pub use principals::Principals;
pub(crate) use quick::may_match_sample;
pub use quick::{action_within, resource_within};
pub use statement::Statement;
pub use values::value_within;
pub use work::Work;

pub(crate) use principals::is_session_of;
