//! The form of a policy: the faults that JSON has by the grammar, and the messages about them.

mod check;
mod error;
#[cfg(test)]
mod tests;

pub(crate) use check::{Fault, check_policy, check_principal, check_statement};
pub use error::FormError;
