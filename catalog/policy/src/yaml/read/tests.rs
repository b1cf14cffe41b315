//! Tests of the YAML parser: trees, places, errors, and limits.

mod errors;
mod places;
mod repairs;
mod trees;
