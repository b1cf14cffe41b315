//! Tests the policy macros: their expansions, their reading of tokens, and that they find the same as the run-time
//! check.

mod agreement;
mod condition;
mod expansion;
mod tokens;

use crate::index::Index;

/// Returns the index of the catalog.
fn index() -> Index {
    Index::of_catalog()
}
