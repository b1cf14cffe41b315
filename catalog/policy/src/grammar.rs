//! The grammar of policies: the elements, the kinds of policies that accept them, and the valid words of some elements.
//!
//! The rules, the typed policy of `catalog`, and its builder use this grammar.
//!
//! Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).

mod effect;
mod element;
mod version;

pub use effect::Effect;
pub(crate) use element::Element;
pub use element::{PolicyElement, StatementElement, ValueForm};
pub use version::Version;
