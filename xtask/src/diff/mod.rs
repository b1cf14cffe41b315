//! `cargo xtask diff`: what has changed in meaning between two states of the reference.
//!
//! [`input`] reads the two, [`compare()`] finds the changes, [`bump`] says what version they need, and [`text`],
//! [`markdown`] and [`json`] print them.

mod actions;
pub mod bump;
mod change;
mod command;
mod compare;
mod git;
pub mod input;
pub mod json;
mod lines;
pub mod markdown;
pub mod text;

pub use change::{Change, Diff, Kind, ServiceDiff, Verb};
pub use command::Arguments;
pub use compare::{compare, contents};
