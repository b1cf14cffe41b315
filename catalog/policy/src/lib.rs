//! Whole IAM policies: how they are read, and the rules that check them, at compile time and at run time.
//!
//! * [`json`] reads text into a tree in which every value knows its place;
//! * [`grammar`] states the elements of a policy, and which kinds of policies take them;
//! * [`form`] finds the places of a tree that do not have the form of a policy;
//! * [`document`] finds the elements of a policy in a tree;
//! * [`kind`] states what AWS requires of an identity policy, a trust policy and the other kinds;
//! * [`operator`], [`value`], [`variable`], [`condition_key`] and [`global_keys`] describe what a condition may hold;
//! * [`principal`] describes who a principal may be;
//! * [`finding`] reports what is wrong, where, and what to write instead;
//! * [`config`] holds the findings that a user allows and the names that a user declares;
//! * [`check`] walks over a policy and shows its parts to the rules, of which each is a file in `rules/`.
//!
//! The crate holds no names: the caller passes them in as a [`PolicyCatalog`]. What a catalog does not know silences the
//! rules that need it, so that the macros, which know only names, and the runtime run the same rules.
//!
//! The work is bounded for every policy: see [`json::DEPTH_LIMIT`], [`json::SIZE_LIMIT`], [`finding::LIMIT`] and
//! [`WORK_LIMIT`].
//!
//! This crate is a part of `catalog`. Depend on `catalog`: this crate changes without notice.

#![no_std]

extern crate alloc;

#[macro_use]
mod rule;

mod catalog;
pub mod condition_key;
pub mod config;
mod context;
pub mod document;
#[rustfmt::skip]
mod facts;
pub mod finding;
pub mod form;
pub mod global_keys;
pub mod grammar;
pub mod json;
pub mod kind;
pub mod operator;
pub mod principal;
mod rules;
mod shown;
mod subject;
#[cfg(test)]
mod testing;
pub mod value;
mod value_shapes;
pub mod variable;
mod walk;

pub use catalog::PolicyCatalog;
pub use config::{Config, Selector, Usage};
#[cfg(feature = "config-file")]
pub use config::{ConfigError, ConfigProblem};
pub use context::{Outcome, WORK_LIMIT};
pub use finding::{Finding, FindingId, Group, Severity};
pub use kind::PolicyKind;
pub use shown::Shown;
pub use walk::{check, check_text};
