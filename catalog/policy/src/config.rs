//! The configuration of a check: findings that are allowed or denied, and names that exist although no page lists them.

mod allowance;
mod configuration;
#[cfg(feature = "config-file")]
mod error;
#[cfg(feature = "config-file")]
mod file;
mod judgment;
mod level;
mod selector;
mod unneeded;
mod usage;

pub use configuration::Config;
#[cfg(feature = "config-file")]
pub use error::{ConfigError, ConfigProblem};
pub use selector::Selector;
pub(crate) use unneeded::{UnneededEntry, UnneededKind};
pub use usage::Usage;
