//! Policies: how they are read, and the rules that they are checked by, at compile time and at run time.
//!
//! * [`json`]: from text to a tree in which everything knows its place;
//! * [`document`]: from a tree to the elements of a policy;
//! * [`kind`]: what AWS wants of an identity policy, a trust policy and the rest;
//! * [`operator`], [`value`], [`variable`], [`condition_key`], [`global_keys`]: what a condition may say;
//! * [`principal`]: who a principal may be;
//! * [`finding`]: what is wrong, where, and what to write instead;
//! * [`config`]: what somebody allows, and the names they add;
//! * [`rules`]: the rules, and what they ask of a catalogue.
//!
//! Whoever has names hands them in as a [`PolicyCatalogue`]. What a catalogue does not know silences the rules that need
//! it, so that the macros, which know names alone, and the runtime run the same rules.
//!
//! The work is bounded, whatever the policy: [`json::DEPTH_LIMIT`], [`json::SIZE_LIMIT`], [`finding::LIMIT`] and
//! [`rules::WORK_LIMIT`] say by how much.

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
pub use rules::{Outcome, PolicyCatalogue, check, check_text};
