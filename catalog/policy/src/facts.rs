//! Facts about AWS that no page of the reference states. Each file is generated from the one of its name in
//! `docs-src/facts`, which has the sources.

pub(crate) mod global_keys;
pub(crate) mod policy_variables;
pub(crate) mod session_actions;
pub(crate) mod size_limits;
pub(crate) mod trust_actions;
pub(crate) mod value_shapes;
