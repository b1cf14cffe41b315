//! From text to a name of a catalog, or to what is wrong with the text.
//!
//! The macros hand in the index they carry, the runtime its tables; both get the same answer, and the same words.

mod candidates;
mod catalog;
mod explain;
mod name;
mod no_match;
pub mod operations;
pub mod other_names;
mod pattern;
mod retired;
pub mod retired_services;
#[cfg(test)]
mod tests;
mod unknown_service;
mod verbs;

pub use catalog::{Catalog, ServiceNames};
pub use name::{name, name_in};
pub use no_match::no_match;
pub use pattern::{Pattern, pattern};
pub use retired::{condition_key as retired_condition_key, name_in as retired_name_in, service as retired_service};
