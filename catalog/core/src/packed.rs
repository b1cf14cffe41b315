//! The constant tables of a service, in the form that costs a compiler and a binary least: a few string and byte
//! literals instead of arrays of structs. An attribute macro [writes](self::write) them, the runtime reads them.
//!
//! All numbers are little-endian. A reader that is asked for what a table does not hold answers `None` or an empty
//! list: it never panics, whatever the bytes.
//!
//! * [`PackedTables`]: a text and a byte string that several of the following share;
//! * [`Strings`]: texts laid end to end, and as `u16`s or `u32`s where the first begins and where each ends;
//! * [`Slots`]: an open-addressing hash table of `u16`s over such texts, 0 for an empty slot, else position + 1, with
//!   the top bit set where two names differ in case only;
//! * [`Directory`]: the same over the full names of all services;
//! * [`Numbers`]: a run of `u16`s; [`Lists`]: many of them in one pool, each led by its length;
//! * [`SparseStrings`]: strings that only a few entries have, one per line.

mod bytes;
mod directory;
mod lists;
mod required;
mod slots;
mod sparse;
mod strings;
mod tables;
#[cfg(test)]
mod tests;
#[cfg(feature = "pack")]
pub mod write;

pub use bytes::byte;
pub use directory::Directory;
pub use lists::{Lists, Numbers};
pub use required::{REQUIRED_BITS, required_from_bits, required_to_bits};
pub use slots::Slots;
pub use sparse::{SparseStrings, SparseStringsIter};
pub use strings::Strings;
pub use tables::PackedTables;
