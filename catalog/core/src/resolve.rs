//! Looks up a string among the names of a catalog, and explains the mistake if no name matches.
//!
//! The macros look up names in the index that they contain, and the runtime in its tables. The results and messages are
//! the same.

mod candidates;
mod catalog;
mod explain;
mod name;
mod no_match;
pub mod operations;
pub mod other_names;
mod pattern;
mod related;
mod retired;
pub mod retired_services;
mod several;
#[cfg(test)]
mod tests;
mod typo;
mod unknown_service;
mod verbs;

pub use catalog::{Catalog, ServiceNames};
pub use name::{name, name_in};
pub use no_match::no_match;
pub use pattern::{Pattern, pattern};
pub use retired::{condition_key as retired_condition_key, name_in as retired_name_in, service as retired_service};
