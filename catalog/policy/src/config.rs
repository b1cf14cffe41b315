//! The configuration of a check: the findings that are allowed or denied, and the names that exist although AWS's pages
//! do not list them.

mod allowance;
mod configuration;
#[cfg(feature = "config-file")]
mod error;
#[cfg(feature = "config-file")]
mod file;
mod file_kind;
mod judgment;
mod kinds;
mod level;
mod placeholder;
mod selector;
mod unneeded;
mod usage;

pub use configuration::Config;
#[cfg(feature = "config-file")]
pub use error::{ConfigError, ConfigProblem};
pub use placeholder::Masked;
pub use selector::Selector;
pub(crate) use unneeded::{UnneededEntry, UnneededKind};
pub use usage::Usage;
