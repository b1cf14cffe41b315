//! All tables of one enum.

use super::names::NameTable;

/// The constant tables of one enum: the names, the facts, and the variants.
#[derive(Clone, Copy, Debug)]
pub struct Tables<T: 'static, F> {
    /// The names, in catalog order.
    pub names: NameTable,
    /// The facts, by position.
    pub facts: F,
    /// Every variant, in catalog order.
    pub all: &'static [T],
}
