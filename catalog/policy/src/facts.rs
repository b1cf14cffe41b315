//! Facts about AWS that no page of the reference states. Each file is generated from the file with the same name in
//! `docs-src/facts`, which lists the sources.

pub(crate) mod global_keys;
pub(crate) mod policy_variables;
pub(crate) mod rcp_services;
pub(crate) mod session_actions;
pub(crate) mod size_limits;
pub(crate) mod trust_actions;
pub(crate) mod value_shapes;
