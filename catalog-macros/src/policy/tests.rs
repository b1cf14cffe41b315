//! What the macros expand to, what they make of tokens, and that they find what is found at run time.

mod agreement;
mod condition;
mod expansion;
mod tokens;

use crate::{index::SERVICES, index_format::Index};

/// The names of the catalog.
const INDEX: Index = Index(&SERVICES);
