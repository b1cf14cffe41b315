//! Reads and checks `docs-src/facts/*.toml`: facts about AWS that no page states, each with its source and month.
//!
//! There is one module for each file. A directory of pages can have its own files. Their entries must name only
//! services, actions and condition keys that the pages define. Missing files are taken from this repository, and their
//! entries about names that no page defines are left out.

mod access_analyzer_checks;
mod aws_accounts;
mod aws_owned_resources;
mod endpoint_keys;
mod escalation_methods;
mod fact;
mod files;
pub mod first_listed;
mod global_keys;
mod history;
mod iam_paths;
pub mod identifiers;
mod key_properties;
pub mod known_errors;
mod listed_name;
mod name_form;
mod names_in_use;
mod oidc_providers;
mod operations;
mod other_names;
mod partitions;
mod policy_kind;
mod policy_variables;
mod principal_keys;
mod rcp_services;
mod reader;
mod request_tags;
pub mod retired;
mod sam_policy_templates;
mod sensitive_actions;
mod service_principals;
mod session_actions;
mod size_limits;
mod template_properties;
mod trust_actions;
mod unique_ids;
pub(crate) mod unneeded;
mod used_by_aws;
mod value_shapes;
mod verbs;
mod well_known_actions;
mod wrong_types;

pub use access_analyzer_checks::AccessAnalyzerCheck;
pub use aws_accounts::AwsAccount;
pub use aws_owned_resources::AwsOwnedResource;
pub use endpoint_keys::EndpointKeys;
pub use escalation_methods::EscalationMethod;
pub use fact::{Evidence, Fact, FactTable};
pub use files::FactFile;
pub use first_listed::FirstListed;
pub use global_keys::GlobalKey;
pub use history::History;
pub use iam_paths::IamPath;
pub use key_properties::{KeyProperty, KeyWithProperty};
pub use listed_name::{ListedName, PageNames, names_of};
pub use names_in_use::NamesInUse;
pub use oidc_providers::OidcProvider;
pub use operations::AuthorizedOperations;
pub use other_names::OtherName;
pub use partitions::Partition;
pub use policy_variables::PolicyVariables;
pub use principal_keys::PrincipalKey;
pub use rcp_services::RcpService;
pub use reader::FactSource;
pub use request_tags::RequestTags;
pub use retired::Retired;
pub use sam_policy_templates::SamPolicyTemplate;
pub use sensitive_actions::SensitiveActions;
pub use service_principals::ServicePrincipal;
pub use session_actions::SessionActions;
pub use size_limits::SizeLimit;
pub use template_properties::TemplateProperty;
pub use trust_actions::TrustAction;
pub use unique_ids::UniqueId;
pub use used_by_aws::{PolicyOfAws, UsedByAws};
pub use value_shapes::{Shape, ShapedKey};
pub use verbs::VerbGroup;
pub use well_known_actions::WellKnownActions;
pub use wrong_types::WrongType;

use crate::diagnostic::Diagnostic;

/// The facts that become generated files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The policy checks of IAM Access Analyzer.
    pub access_analyzer_checks: FactTable<AccessAnalyzerCheck>,
    /// The words that ARNs have in place of an account ID.
    pub aws_accounts: FactTable<AwsAccount>,
    /// The ARN formats of resources that the pages lack.
    pub aws_owned_resources: FactTable<AwsOwnedResource>,
    /// The services whose requests carry the keys about the owner of a VPC endpoint.
    pub endpoint_keys: FactTable<EndpointKeys>,
    /// The sets of actions with which a principal can get more permissions.
    pub escalation_methods: FactTable<EscalationMethod>,
    /// The global condition keys, which are not on the page of a service.
    pub global_keys: FactTable<GlobalKey>,
    /// The beginnings of the resource in an ARN of IAM that IAM accepts.
    pub iam_paths: FactTable<IamPath>,
    /// The properties of global condition keys on which rules depend.
    pub key_properties: FactTable<KeyWithProperty>,
    /// The OIDC identity providers that many AWS customers share.
    pub oidc_providers: FactTable<OidcProvider>,
    /// The API operations that are not actions.
    pub operations: FactTable<AuthorizedOperations>,
    /// The common names of services that differ from their prefixes.
    pub other_names: FactTable<OtherName>,
    /// The partitions of AWS and their regions.
    pub partitions: FactTable<Partition>,
    /// The policy variables that are not condition keys.
    pub policy_variables: FactTable<PolicyVariables>,
    /// The global condition keys that depend on the kind of the principal.
    pub principal_keys: FactTable<PrincipalKey>,
    /// The services that resource control policies apply to.
    pub rcp_services: FactTable<RcpService>,
    /// The actions whose requests carry the condition keys about their tags.
    pub request_tags: FactTable<RequestTags>,
    /// The policy templates of AWS SAM.
    pub sam_policy_templates: FactTable<SamPolicyTemplate>,
    /// The actions that return credentials or stored data.
    pub sensitive_actions: FactTable<SensitiveActions>,
    /// The names of service principals.
    pub service_principals: FactTable<ServicePrincipal>,
    /// The actions that some services need in a trust policy.
    pub session_actions: FactTable<SessionActions>,
    /// The maximum size of a policy of each kind.
    pub size_limits: FactTable<SizeLimit>,
    /// The properties of CloudFormation's resource types that hold policies.
    pub template_properties: FactTable<TemplateProperty>,
    /// The actions that a trust policy can name.
    pub trust_actions: FactTable<TrustAction>,
    /// The beginnings of unique IDs in IAM.
    pub unique_ids: FactTable<UniqueId>,
    /// The names that AWS's own policies use as actions, although no page lists them.
    pub used_by_aws: FactTable<UsedByAws>,
    /// The condition keys whose values have a known shape, such as an account ID.
    pub value_shapes: FactTable<ShapedKey>,
    /// The verbs that services use for the same thing.
    pub verbs: FactTable<VerbGroup>,
    /// Well-known actions of services, for the examples in the documentation.
    pub well_known_actions: FactTable<WellKnownActions>,
    /// The condition keys whose type on AWS's page is wrong.
    pub wrong_types: FactTable<WrongType>,
}

impl Facts {
    /// Reads the files. `source` returns the content of each file.
    pub fn read<'a>(source: impl Fn(FactFile) -> FactSource<'a>, found: &mut Vec<Diagnostic>) -> Self {
        Self {
            access_analyzer_checks: access_analyzer_checks::read(source(FactFile::AccessAnalyzerChecks), found),
            aws_accounts: aws_accounts::read(source(FactFile::AwsAccounts), found),
            aws_owned_resources: aws_owned_resources::read(source(FactFile::AwsOwnedResources), found),
            endpoint_keys: endpoint_keys::read(source(FactFile::EndpointKeys), found),
            escalation_methods: escalation_methods::read(source(FactFile::EscalationMethods), found),
            global_keys: global_keys::read(source(FactFile::GlobalKeys), found),
            iam_paths: iam_paths::read(source(FactFile::IamPaths), found),
            key_properties: key_properties::read(source(FactFile::KeyProperties), found),
            oidc_providers: oidc_providers::read(source(FactFile::OidcProviders), found),
            operations: operations::read(source(FactFile::Operations), found),
            other_names: other_names::read(source(FactFile::OtherNames), found),
            partitions: partitions::read(source(FactFile::Partitions), found),
            policy_variables: policy_variables::read(source(FactFile::PolicyVariables), found),
            principal_keys: principal_keys::read(source(FactFile::PrincipalKeys), found),
            rcp_services: rcp_services::read(source(FactFile::RcpServices), found),
            request_tags: request_tags::read(source(FactFile::RequestTags), found),
            sam_policy_templates: sam_policy_templates::read(source(FactFile::SamPolicyTemplates), found),
            sensitive_actions: sensitive_actions::read(source(FactFile::SensitiveActions), found),
            service_principals: service_principals::read(source(FactFile::ServicePrincipals), found),
            session_actions: session_actions::read(source(FactFile::SessionActions), found),
            size_limits: size_limits::read(source(FactFile::SizeLimits), found),
            template_properties: template_properties::read(source(FactFile::TemplateProperties), found),
            trust_actions: trust_actions::read(source(FactFile::TrustActions), found),
            unique_ids: unique_ids::read(source(FactFile::UniqueIds), found),
            used_by_aws: used_by_aws::read(source(FactFile::UsedByAws), found),
            value_shapes: value_shapes::read(source(FactFile::ValueShapes), found),
            verbs: verbs::read(source(FactFile::Verbs), found),
            well_known_actions: well_known_actions::read(source(FactFile::WellKnownActions), found),
            wrong_types: wrong_types::read(source(FactFile::KnownErrors), found),
        }
    }

    /// Removes the facts with names that no page defines. Each is an error if its file is next to the pages.
    pub fn check(&mut self, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
        let repository = names.for_repository();
        macro_rules! check {
            ($file:ident $(, $other:ident)?) => {
                let names = if self.$file.is_own { names } else { &repository };
                $file::check(&mut self.$file, $($other,)? names, found);
            };
        }
        // `check!(global_keys)` reports and removes undefined keys. The files about global keys are checked against a
        // copy with all keys, so that an undefined key does not cause a second error.
        let stated = self.global_keys.is_own.then(|| self.global_keys.clone());
        check!(global_keys);
        check!(aws_owned_resources);
        check!(endpoint_keys);
        check!(escalation_methods);
        check!(operations);
        check!(other_names);
        check!(policy_variables);
        check!(rcp_services);
        check!(request_tags);
        check!(sensitive_actions);
        check!(session_actions);
        check!(trust_actions);
        check!(used_by_aws);
        check!(wrong_types);
        let stated = stated.as_ref().unwrap_or(&self.global_keys);
        check!(key_properties, stated);
        check!(principal_keys, stated);
        check!(value_shapes, stated);
    }
}
