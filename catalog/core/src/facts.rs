//! Facts about AWS that no page of the reference states. Each file is generated from the file with the same name in
//! `docs-src/facts` or `docs-src`, which also names the sources.

pub(crate) mod first_listed;
pub(crate) mod operations;
pub(crate) mod other_names;
pub(crate) mod retired;
pub(crate) mod verbs;
