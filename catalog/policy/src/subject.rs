//! The parts of a policy that rules check, with the results of the walk's analysis.

mod action_table;
mod actions;
mod allowed;
mod any_role;
mod arn;
mod condition_key;
mod covered;
mod empty_fields;
mod escalation;
mod fault_check;
mod fitting;
mod item_access;
mod literal;
mod narrow_key;
mod narrowing;
mod oidc;
mod operator;
mod policy_template;
mod principal;
mod rcp;
mod resource;
mod sensitive;
mod service_access;
pub(crate) mod shared_checks;
mod sid;
mod size;
mod source;
mod trust;
mod uncarried_tag;
mod value;
mod variable;
mod wildcard_comparison;
mod wrong_action;

use crate::document::Place;

pub(crate) use catalog_core::wildcard::is_everything;

pub(crate) use action_table::ActionTable;
pub(crate) use actions::{ActionList, Actions};
pub(crate) use allowed::AllowedActions;
pub(crate) use any_role::{AnyRole, CoveredRoles, NamedAction, RoleAction, RoleLimits};
pub(crate) use arn::{ARN_FIELDS, ArnFault, Field, NotAnArn, Placeholders, WrongArn, fields, placeholder_message};
pub(crate) use condition_key::{KeyFault, UncarriedKey, UnknownKey};
pub(crate) use covered::{DECISION, covered_statements};
pub(crate) use empty_fields::EmptyFields;
pub(crate) use escalation::Escalation;
pub(crate) use fault_check::{check_of_fault, check_of_missing_element};
pub(crate) use item_access::{ItemAccess, is_of_dynamodb};
pub(crate) use literal::{LiteralFormat, is_format_of, resource_of, usual_fields};
pub(crate) use narrow_key::{FIXED, Loose, NarrowKey};
pub(crate) use narrowing::{PresentKeys, restricts_callers};
pub(crate) use oidc::OidcPrincipal;
pub(crate) use operator::{KeyComparison, NamedOperator};
pub(crate) use policy_template::PolicyTemplate;
pub(crate) use principal::NamedPrincipal;
pub(crate) use rcp::RcpCondition;
pub(crate) use resource::{Misfit, ResourceMisfit};
pub(crate) use sensitive::SensitiveActions;
pub(crate) use service_access::{
    ServiceAccess, has_only_services, is_of_other_sources, may_be_of_trust_policy, services,
};
pub(crate) use sid::repeated_sids;
pub(crate) use size::Size;
pub(crate) use source::Source;
pub(crate) use trust::{Caller, TrustStatement};
pub(crate) use uncarried_tag::{TaggedStatement, UncarriedActions, UncarriedTag};
pub(crate) use value::{ComparedValue, value_text};
pub(crate) use variable::{VariableFault, WrongVariable, has_variable_mark};
pub(crate) use wildcard_comparison::{Holds, WildcardComparison};
pub(crate) use wrong_action::{ActionFault, WrongAction, replacement, without_comma};

/// The reason why a check has stopped before the end of the policy.
pub(crate) struct Stopped<'t> {
    /// The place of the policy.
    pub(crate) place: Place<'t>,
    /// Whether the check stopped because of too many findings, and not because of too much work.
    pub(crate) has_too_many_findings: bool,
}
