//! The methods of the enums of a service. An attribute macro hands the variants and the tables of an enum to the macro
//! of its kind here, so that the methods are written once, by hand.

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
