//! The commands of `cargo xtask`. Each has a file with its options and its output.

pub mod changelog;
pub mod diff;
pub mod export;
pub mod import;
mod locations;
pub mod regen;
pub mod rules;
pub mod sync;
pub mod template_properties;
mod this_month;
