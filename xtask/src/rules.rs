//! The rules of the linter: their files in `catalog/policy/src/rules` → the table of findings and the list of rules.
//!
//! A rule file's doc comment is its page, and its `rule!` declares the rest. `read` takes both from the files, `emit`
//! writes what the compiler needs of them, and `create` begins a new file.

pub(crate) mod create;
mod declaration;
pub(crate) mod emit;
pub(crate) mod id;
pub(crate) mod page;
pub(crate) mod read;
