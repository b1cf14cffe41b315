//! Tests of the YAML parser: trees, places, errors, and limits.

mod places;
mod trees;
