//! Tests the policy macros: their expansions, how they read tokens, and that they report the same findings as the check
//! at run time.

mod agreement;
mod condition;
mod expansion;
mod tokens;

use crate::index::Index;

/// Returns the index of the catalog.
fn index() -> Index {
    Index::of_catalog()
}
