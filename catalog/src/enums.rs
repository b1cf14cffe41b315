//! The methods of the enums of a service, written once, by hand. The attribute macro of each kind of enum passes the
//! variants and tables to the macro of that kind in this module.

#[macro_use]
mod actions;
#[macro_use]
mod arns;
#[macro_use]
mod common;
#[macro_use]
mod condition_keys;
#[macro_use]
mod operations;
#[macro_use]
mod resource_types;

mod conversions;
mod facts;
mod full_name;
mod none;
mod typed;

pub use facts::{condition_keys, dependent_actions, resource_type_condition_keys, resource_types};
pub use full_name::{display_pair, parse};
pub use none::{NoConditionKey, NoResourceType};
pub use typed::{Owned, Typed, cmp};
