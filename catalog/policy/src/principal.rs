//! The kinds of principals, and the check whether a string is a valid principal of a kind.
//!
//! Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).

mod error;
mod form;
mod kind;
mod service;

pub use error::PrincipalError;
pub use kind::PrincipalKind;
