//! Formats the generated files of facts. Each file has one table, and is next to the code that reads it.

mod action_tables;
mod arn_tables;
mod check_tables;
mod core_tables;
mod history_tables;
mod key_tables;
mod policy_tables;
mod principal_tables;
mod table_file;
mod template_tables;

pub use table_file::FACTS;

use super::file::File;
use crate::facts::{Facts, History};

/// Returns the file of each table.
#[must_use]
pub fn fact_files(facts: &Facts) -> Vec<File> {
    vec![
        core_tables::operations(&facts.operations),
        core_tables::other_names(&facts.other_names),
        core_tables::verbs(&facts.verbs),
        check_tables::access_analyzer_checks(&facts.access_analyzer_checks),
        arn_tables::aws_accounts(&facts.aws_accounts),
        arn_tables::aws_owned_resources(&facts.aws_owned_resources),
        principal_tables::endpoint_keys(&facts.endpoint_keys),
        action_tables::escalation_methods(&facts.escalation_methods),
        policy_tables::global_keys(&facts.global_keys),
        arn_tables::iam_paths(&facts.iam_paths),
        key_tables::key_properties(&facts.key_properties),
        policy_tables::wrong_types(&facts.wrong_types),
        principal_tables::oidc_providers(&facts.oidc_providers),
        arn_tables::partitions(&facts.partitions),
        policy_tables::policy_variables(&facts.policy_variables),
        principal_tables::principal_keys(&facts.principal_keys),
        policy_tables::rcp_services(&facts.rcp_services),
        policy_tables::request_tags(&facts.request_tags),
        template_tables::sam_policy_templates(&facts.sam_policy_templates),
        action_tables::sensitive_actions(&facts.sensitive_actions),
        principal_tables::service_principals(&facts.service_principals),
        policy_tables::session_actions(&facts.session_actions),
        policy_tables::size_limits(&facts.size_limits),
        template_tables::template_properties(&facts.template_properties),
        policy_tables::trust_actions(&facts.trust_actions),
        principal_tables::unique_ids(&facts.unique_ids),
        policy_tables::used_by_aws(&facts.used_by_aws),
        policy_tables::value_shapes(&facts.value_shapes),
    ]
}

/// Returns the files of the tables about earlier months. The tables contain everything in `history`.
#[must_use]
pub fn history_files(history: &History) -> [File; 2] {
    history_tables::files(history)
}
