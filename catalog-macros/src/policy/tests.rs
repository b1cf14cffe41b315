//! What the macros expand to, what they make of tokens, and that they find what is found at run time.

mod agreement;
mod condition;
mod expansion;
mod tokens;

use crate::index::Index;

/// The names of the catalog.
fn index() -> Index {
    Index::of_catalog()
}
