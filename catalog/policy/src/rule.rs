//! The interface of a rule: its declaration, and the parts of a policy that it checks.
//!
//! A rule is a file in `rules/`. It declares itself with `rule!`, and implements [`Check`] for the parts that it
//! checks. The walk in `walk/` finds these parts, so that each part is analyzed only once for all rules.

#[macro_use]
mod declaration;
#[macro_use]
mod checks;

pub(crate) use checks::Check;
