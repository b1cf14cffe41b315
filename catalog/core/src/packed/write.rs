//! Writers of the tables of [`packed`](super).

mod directory;
mod error;
mod interner;
mod lists;
mod slots;
mod sparse;
mod strings;
mod tables;
#[cfg(test)]
mod tests;

pub use directory::directory;
pub use error::TooLargeError;
pub use interner::Interner;
pub use lists::ListsWriter;
pub use slots::slots;
pub use sparse::SparseStringsWriter;
pub use strings::strings;
pub use tables::PackedTablesWriter;
