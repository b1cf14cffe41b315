//! Facts about AWS that no page of the reference states. Each file is generated from the file with the same name in
//! `docs-src/facts`, which lists the sources.

pub(crate) mod access_analyzer_checks;
pub(crate) mod aws_accounts;
pub(crate) mod aws_owned_resources;
pub(crate) mod endpoint_keys;
pub(crate) mod escalation_methods;
pub(crate) mod global_keys;
pub(crate) mod iam_paths;
pub(crate) mod key_properties;
pub(crate) mod known_errors;
pub(crate) mod oidc_providers;
pub(crate) mod partitions;
pub(crate) mod policy_variables;
pub(crate) mod principal_keys;
pub(crate) mod rcp_services;
pub(crate) mod request_tags;
#[cfg(feature = "std")]
pub(crate) mod sam_policy_templates;
pub(crate) mod sensitive_actions;
pub(crate) mod service_principals;
pub(crate) mod session_actions;
pub(crate) mod size_limits;
#[cfg(feature = "std")]
pub(crate) mod template_properties;
pub(crate) mod trust_actions;
pub(crate) mod unique_ids;
pub(crate) mod used_by_aws;
pub(crate) mod value_shapes;
