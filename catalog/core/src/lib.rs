//! What the macros of `catalog` (at compile time) and its runtime must agree on, written once.
//!
//! * [`fold`]: names without regard to ASCII case, as IAM compares them;
//! * [`wildcard`]: the `*` and `?` of an action pattern;
//! * [`syntax`]: how `service:Name` is written, and which characters may stand in it;
//! * [`resolve`]: from text to a name of a catalogue, or to the [`NameError`] that says what is wrong;
//! * [`nearest`]: the known name that is closest to a wrong one;
//! * [`edition`]: months of the reference, and how a page is named with its month;
//! * [`arn`]: what the ARNs of a resource type look like, and what can be asked of that;
//! * [`shrink`]: few patterns for many names;
//! * `policy`, under the feature of that name: whole policies, and the rules that they are checked by;
//! * [`packed`]: the constant tables that an attribute macro writes and the runtime reads.
//!
//! The crate holds logic and no data: whoever has names hands them in as a [`resolve::Catalogue`].
//! It is `no_std` and takes nothing from the heap, but for the features `pack` (writing tables), which only macros use, and
//! `policy`.
//!
//! This crate is a part of `catalog`. Depend on that one: this one changes without notice.

#![no_std]

#[cfg(any(test, feature = "pack", feature = "policy"))]
extern crate alloc;

mod access_level;
mod condition_key_type;
mod name_error;
mod operation_actions;

pub mod arn;
pub mod edition;
pub mod fold;
pub mod nearest;
pub mod packed;
#[cfg(feature = "policy")]
pub mod policy;
pub mod resolve;
pub mod shrink;
pub mod syntax;
pub mod wildcard;

pub use access_level::{AccessLevel, AccessLevels, AccessLevelsIter};
pub use condition_key_type::ConditionKeyType;
pub use edition::Edition;
pub use name_error::{NameError, NameErrorKind, NameKind, Suggestion, is_unseen};
pub use operation_actions::{OperationActions, OperationTable};
