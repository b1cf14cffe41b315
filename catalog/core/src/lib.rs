//! What the macros of `catalog` (at compile time) and its runtime must agree on, written once.
//!
//! * [`ascii_case`]: names without regard to ASCII case, as IAM compares them;
//! * [`wildcard`]: the `*` and `?` of an action pattern;
//! * [`syntax`]: how `service:Name` is written, and which characters may stand in it;
//! * [`resolve`]: from text to a name of a catalog, or to the [`NameError`] that says what is wrong;
//! * [`nearest`]: the known name that is closest to a wrong one;
//! * [`edition`]: months of the reference, and how a page is named with its month;
//! * [`excerpt`]: how a message shows a part of a foreign string;
//! * [`arn`]: what the ARNs of a resource type look like, and what can be asked of that;
//! * [`shrink`]: few patterns for many names;
//! * [`packed`]: the constant tables that an attribute macro writes and the runtime reads.
//!
//! The crate holds logic and no data: whoever has names hands them in as a [`resolve::Catalog`].
//! It is `no_std` and does not allocate, except under the feature `pack` (writing tables), which only macros use.
//!
//! This crate is a part of `catalog`. Depend on that one: this one changes without notice.

#![no_std]

#[cfg(any(test, feature = "pack"))]
extern crate alloc;

mod access_level;
mod access_levels;
mod authorizing_actions;
mod condition_key_type;
mod name_error;
mod name_kind;

pub mod arn;
pub mod ascii_case;
pub mod edition;
pub mod excerpt;
pub mod nearest;
pub mod packed;
pub mod resolve;
pub mod shrink;
pub mod syntax;
pub mod wildcard;

pub use access_level::AccessLevel;
pub use access_levels::{AccessLevels, AccessLevelsIter};
pub use authorizing_actions::{AuthorizingActionTable, AuthorizingActions};
pub use condition_key_type::ConditionKeyType;
pub use edition::Edition;
pub use name_error::{NameError, NameErrorKind, Suggestion};
pub use name_kind::NameKind;
