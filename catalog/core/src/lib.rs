//! The rules about IAM names that the macros of `catalog` and its runtime share.
//!
//! * [`ascii_case`]: comparing names while ignoring ASCII case, as IAM does;
//! * [`wildcard`]: the `*` and `?` of an action pattern;
//! * [`name_form`]: the form of each kind of name;
//! * [`syntax`]: the form of `service:Name` in policies;
//! * [`resolve`]: finding a name in a catalog, or returning the [`NameError`] that explains the mistake;
//! * [`nearest`]: the known name that is closest to a wrong one;
//! * [`retired`]: the names that AWS's reference no longer lists;
//! * [`first_listed`]: the month in which AWS's reference first listed an action;
//! * [`key_template`]: condition keys with a part to fill in;
//! * [`edition`]: months of the reference, and the form in which an attribute names a page and its month;
//! * [`excerpt`]: the part of an untrusted string that a message shows;
//! * [`arn`]: ARN formats: reading, matching and building ARNs;
//! * [`shrink`]: few patterns for many names;
//! * [`words`]: tests of eight bytes at a time;
//! * [`packed`]: the constant tables that an attribute macro writes and the runtime reads.
//!
//! The names themselves come from the caller, as a [`resolve::Catalog`]. The crate is `no_std` and does not allocate.
//! The feature `pack`, which only the macros use to write tables, does allocate.
//!
//! The feature `resolve` adds the modules [`resolve`] and [`first_listed`] and the generated facts that they read. The
//! generator of these facts uses the crate without this feature.
//!
//! This crate is a part of `catalog`. Depend on `catalog` instead, because this crate changes without notice.

#![no_std]

#[cfg(any(test, feature = "pack"))]
extern crate alloc;

mod access_level;
mod access_levels;
mod authorizing_actions;
mod condition_key_type;
#[cfg(feature = "resolve")]
#[rustfmt::skip]
mod facts;
mod month_rows;
mod name_error;
mod name_kind;

pub mod arn;
pub mod ascii_case;
pub mod edition;
pub mod excerpt;
#[cfg(feature = "resolve")]
pub mod first_listed;
pub mod key_template;
pub mod name_form;
pub mod nearest;
pub mod packed;
pub mod reference_url;
#[cfg(feature = "resolve")]
pub mod resolve;
pub mod retired;
pub mod shrink;
pub mod syntax;
pub mod wildcard;
pub mod words;

pub use access_level::AccessLevel;
pub use access_levels::{AccessLevels, AccessLevelsIter};
pub use authorizing_actions::{AuthorizingActionTable, AuthorizingActions};
pub use condition_key_type::ConditionKeyType;
pub use edition::Edition;
pub use name_error::{NameError, NameErrorKind, Suggestion};
pub use name_form::{NameForm, NameFormError};
pub use name_kind::NameKind;
