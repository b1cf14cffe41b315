//! Sets of actions: one bit for every action of the catalog.

mod action_set;
mod error;
mod iter;
mod numbers;
mod ops;
mod shrink;

pub use action_set::ActionSet;
pub use error::NotInCatalogError;
pub use iter::ActionSetIter;
pub use shrink::Shrink;
