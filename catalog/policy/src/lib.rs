//! Reads and checks IAM policies, at compile time and at run time.
//!
//! * [`json`] parses JSON into a tree in which each value has its span in the source;
//! * [`yaml`] reads YAML into the same tree;
//! * [`grammar`] lists the elements of a policy, and the kinds of policies that accept each one;
//! * [`form`] reports the parts of a tree that do not have the form of a policy;
//! * [`document`] finds the elements of a policy in a tree;
//! * [`kind`] states the requirements of identity policies, trust policies and the other kinds;
//! * [`hole`] represents values that are not known until the policy is used;
//! * [`operator`], [`value`], [`variable`], [`condition_key`] and [`global_keys`] describe the parts of a condition;
//! * [`principal`] describes the valid principals;
//! * [`evaluate`] decides whether AWS would allow a request;
//! * [`finding`] describes a problem, its place, and the fix;
//! * [`config`] holds the findings that a user allows and the names that a user declares;
//! * [`check_file`] finds the policies in a JSON file, such as the output of the AWS CLI, and checks each one;
//! * [`check`] walks over a policy and passes its parts to the rules. Each rule is a file in `rules/`.
//!
//! The crate contains no names of actions, resources or condition keys of services: the caller passes them in as a
//! [`PolicyCatalog`]. A rule reports nothing if it needs a fact that the catalog does not know. So the macros, which
//! know only names and the types of condition keys, run the same rules as the runtime.
//!
//! The work is bounded for every policy: see [`json::DEPTH_LIMIT`], [`json::SIZE_LIMIT`], [`finding::LIMIT`] and
//! [`WORK_LIMIT`].
//!
//! This crate is a part of `catalog`. Depend on `catalog` instead: this crate changes without notice.

#![no_std]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[macro_use]
mod rule;

mod access_analyzer;
mod catalog;
pub mod condition_key;
pub mod config;
pub mod containment;
mod context;
pub mod document;
mod escalation_methods;
pub mod evaluate;
#[rustfmt::skip]
mod facts;
#[cfg(feature = "std")]
pub mod files;
pub mod finding;
pub mod form;
pub mod global_keys;
pub mod grammar;
pub mod hole;
pub mod json;
mod key_properties;
pub mod kind;
mod known_principals;
pub mod operator;
mod part;
mod policy_file;
pub mod principal;
mod regions;
mod request_tags;
mod rules;
#[cfg(feature = "std")]
pub mod sam_policy_templates;
mod sensitive_actions;
mod shape;
mod shown;
mod subject;
#[cfg(feature = "std")]
mod template;
#[cfg(feature = "std")]
pub mod template_properties;
#[cfg(test)]
mod testing;
mod used_by_aws;
pub mod value;
mod value_shapes;
pub mod variable;
mod walk;
pub mod yaml;

pub use catalog::PolicyCatalog;
pub use config::{Config, Selector, Usage};
#[cfg(feature = "config-file")]
pub use config::{ConfigError, ConfigProblem};
pub use context::{Outcome, WORK_LIMIT};
pub use finding::{AccessAnalyzerCheck, AccessAnalyzerFindingType, Finding, FindingId, Group, Severity};
pub use kind::PolicyKind;
pub use policy_file::{CheckedPolicy, FILE_LIMIT, FileOutcome, KindSource, OtherFile, check_file};
pub use shown::Shown;
pub use walk::{check, check_source, check_text, check_yaml_error, may_carry_key};
