//! The constant tables of a service, which an attribute macro [writes](self::write) and the runtime reads.
//!
//! The tables are a few string and byte literals instead of arrays of structs, which keeps compile times and binaries
//! small. All numbers are little-endian. Reading something that a table does not have returns `None` or an empty list.
//! Reading never panics, even if the bytes are not a valid table.
//!
//! * [`PackedTables`]: a string and a byte string that several of the following tables share;
//! * [`Strings`]: strings laid end to end, with the offset of the first and the end offset of each as `u16`s or `u32`s;
//! * [`Slots`]: an open-addressing hash table over such strings. A slot is a `u16`: 0 if empty, otherwise position + 1.
//!   Its top bit is set if the name differs from another one only in case;
//! * [`Directory`]: a hash table over the full names of all services;
//! * [`Numbers`]: a list of `u16`s;
//! * [`Lists`]: many lists of numbers in one pool, each preceded by its length;
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
