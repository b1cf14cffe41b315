//! The interface of a rule: its declaration, and the parts of a policy that it is shown.
//!
//! A rule is a file in `rules/`. It declares itself with `rule!` and implements [`Check`] for the parts that it judges. The
//! walk in `walk/` finds these parts, so that each part is analyzed once for all rules.

#[macro_use]
mod declaration;
#[macro_use]
mod checks;

pub(crate) use checks::Check;
