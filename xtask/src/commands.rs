//! The commands of `cargo xtask`, one file each: its options, its work, and its output.

pub mod changelog;
pub mod diff;
pub mod export;
pub mod import;
mod locations;
pub mod regen;
pub mod rules;
pub mod sync;
mod this_month;
