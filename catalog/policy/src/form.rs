//! The form of a policy: the checks of JSON against the grammar, and the messages about faults.

mod check;
mod error;
#[cfg(test)]
mod tests;

pub(crate) use check::{Fault, check_policy, check_principal, check_statement};
pub use error::FormError;
