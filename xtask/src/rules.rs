//! Turns the linter's rule files in `catalog/policy/src/rules` into the table of findings and the list of rules.
//!
//! The doc comment of a rule file is the rule's page, and its `rule!` declares the rest. `read` reads both from the
//! files, `emit` writes the generated files, and `create` creates a new rule file.

pub(crate) mod create;
mod declaration;
pub(crate) mod emit;
pub(crate) mod id;
pub(crate) mod page;
pub(crate) mod read;
