//! The grammar of policies: the elements, which kinds of policies take them, and the words that some of them hold.
//!
//! The rules, the typed policy of `catalog` and its builder all read the grammar from here.
//!
//! Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).

mod effect;
mod element;
mod version;

pub use effect::Effect;
pub(crate) use element::Element;
pub use element::{PolicyElement, StatementElement, ValueForm};
pub use version::Version;
