//! The grammar of policies: their elements, which kinds of policies take them, and the form of their values.
//!
//! The rules, the typed policy of `catalog` and its builder all read the grammar from here.
//!
//! Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).

mod effect;
mod element;
mod error;
mod form;
mod presence;
#[cfg(test)]
mod tests;
mod version;

pub use effect::Effect;
pub use element::{PolicyElement, StatementElement, ValueForm};
pub use error::FormError;
pub(crate) use form::{Fault, check_policy, check_principal, check_statement};
pub use presence::Presence;
pub use version::Version;
