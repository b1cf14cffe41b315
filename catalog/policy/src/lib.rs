//! Whole IAM policies: how they are read, and the rules that check them, at compile time and at run time.
//!
//! * [`json`] reads text into a tree in which every value knows its place;
//! * [`document`] finds the elements of a policy in a tree;
//! * [`kind`] states what AWS requires of an identity policy, a trust policy and the other kinds;
//! * [`operator`], [`value`], [`variable`], [`condition_key`] and [`global_keys`] describe what a condition may hold;
//! * [`principal`] describes who a principal may be;
//! * [`finding`] reports what is wrong, where, and what to write instead;
//! * [`config`] holds the findings that a user allows and the names that a user declares;
//! * [`rules`] holds the rules, and what they query of a catalog.
//!
//! The crate holds no names: the caller passes them in as a [`PolicyCatalog`]. What a catalog does not know silences the
//! rules that need it, so that the macros, which know only names, and the runtime run the same rules.
//!
//! The work is bounded for every policy: see [`json::DEPTH_LIMIT`], [`json::SIZE_LIMIT`], [`finding::LIMIT`] and
//! [`rules::WORK_LIMIT`].
//!
//! This crate is a part of `catalog`. Depend on `catalog`: this crate changes without notice.

#![no_std]

extern crate alloc;

pub mod condition_key;
pub mod config;
pub mod document;
pub mod finding;
pub mod global_keys;
pub mod json;
pub mod kind;
pub mod operator;
pub mod principal;
pub mod rules;
pub mod value;
pub mod variable;

pub use config::{Config, Usage};
#[cfg(feature = "config-file")]
pub use config::{ConfigError, ConfigProblem};
pub use finding::{Finding, FindingId, Severity};
pub use kind::PolicyKind;
pub use rules::{Outcome, PolicyCatalog, check, check_text};
