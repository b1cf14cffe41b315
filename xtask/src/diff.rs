//! Finds the changes in meaning between two states of the reference, for `cargo xtask diff`.
//!
//! [`compare()`] finds the changes, and [`Diff::needed`] returns the version bump that they need. The modules [`text`],
//! [`markdown`] and [`json`] format the changes, and [`entry`] formats an entry of the changelog.

mod access_levels;
mod actions;
pub mod bump;
mod change;
mod change_kind;
mod changes;
mod compare;
pub mod entry;
pub mod json;
mod lines;
pub mod markdown;
mod needed_bump;
mod required_mark;
pub mod text;
mod totals;

pub use change::{Change, Diff, ServiceDiff};
pub use change_kind::{ChangeKind, Verb};
pub use compare::compare;
pub use needed_bump::NeededBump;
pub use totals::{KindTotals, Totals};
