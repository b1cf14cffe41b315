//! Writing the tables of [`packed`](super).

mod directory;
mod error;
mod interner;
mod lists;
mod sections;
mod slots;
mod strings;
#[cfg(test)]
mod tests;

pub use directory::directory;
pub use error::TooLargeError;
pub use interner::Interner;
pub use lists::ListsWriter;
pub use sections::SectionsWriter;
pub use slots::slots;
pub use strings::strings;
