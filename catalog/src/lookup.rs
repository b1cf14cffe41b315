//! Lookup of handles by name, over all services of the catalog.

mod catalog;
mod edition;
mod hash_tables;
mod parse;
mod services;

pub(crate) use catalog::AllServices;
pub use edition::{FactKind, edition, edition_of};
pub use services::{Services, services};
