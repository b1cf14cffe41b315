//! Reads and checks `docs-src/facts/*.toml`: facts about AWS that no page states, each with its source and month.
//!
//! There is one module for each file. A directory of pages can have its own files. Their entries must name only
//! services, actions and condition keys that the pages define. Missing files are taken from this repository, and their
//! entries about names that no page defines are left out.

mod fact;
mod files;
pub mod first_listed;
mod global_keys;
mod history;
pub mod identifiers;
pub mod known_errors;
mod listed_name;
mod name_form;
mod names_in_use;
mod oidc_providers;
mod operations;
mod other_names;
mod policy_variables;
mod reader;
pub mod retired;
mod service_principals;
mod session_actions;
mod size_limits;
mod trust_actions;
mod unique_ids;
pub(crate) mod unneeded;
mod value_shapes;
mod verbs;
mod well_known_actions;

pub use fact::{Evidence, Fact, FactTable};
pub use files::FactFile;
pub use first_listed::FirstListed;
pub use global_keys::GlobalKey;
pub use history::History;
pub use listed_name::{ListedName, PageNames, names_of};
pub use names_in_use::NamesInUse;
pub use oidc_providers::OidcProvider;
pub use operations::AuthorizedOperations;
pub use other_names::OtherName;
pub use policy_variables::PolicyVariables;
pub use reader::FactSource;
pub use retired::Retired;
pub use service_principals::ServicePrincipal;
pub use session_actions::SessionActions;
pub use size_limits::SizeLimit;
pub use trust_actions::TrustAction;
pub use unique_ids::UniqueId;
pub use value_shapes::ShapedKey;
pub use verbs::VerbGroup;
pub use well_known_actions::WellKnownActions;

use crate::diagnostic::Diagnostic;

/// The facts that become generated files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The global condition keys, which are not on the page of a service.
    pub global_keys: FactTable<GlobalKey>,
    /// The OIDC identity providers that many AWS customers share.
    pub oidc_providers: FactTable<OidcProvider>,
    /// The API operations that are not actions.
    pub operations: FactTable<AuthorizedOperations>,
    /// The common names of services that differ from their prefixes.
    pub other_names: FactTable<OtherName>,
    /// The policy variables that are not condition keys.
    pub policy_variables: FactTable<PolicyVariables>,
    /// The names of service principals.
    pub service_principals: FactTable<ServicePrincipal>,
    /// The actions that some services need in a trust policy.
    pub session_actions: FactTable<SessionActions>,
    /// The maximum size of a policy of each kind.
    pub size_limits: FactTable<SizeLimit>,
    /// The actions that a trust policy can name.
    pub trust_actions: FactTable<TrustAction>,
    /// The beginnings of unique IDs in IAM.
    pub unique_ids: FactTable<UniqueId>,
    /// The condition keys whose values have a known shape, such as an account ID.
    pub value_shapes: FactTable<ShapedKey>,
    /// The verbs that services use for the same thing.
    pub verbs: FactTable<VerbGroup>,
    /// Well-known actions of services, for the examples in the documentation.
    pub well_known_actions: FactTable<WellKnownActions>,
}

impl Facts {
    /// Reads the files. `source` returns the content of each file.
    pub fn read<'a>(source: impl Fn(FactFile) -> FactSource<'a>, found: &mut Vec<Diagnostic>) -> Self {
        Self {
            global_keys: global_keys::read(source(FactFile::GlobalKeys), found),
            oidc_providers: oidc_providers::read(source(FactFile::OidcProviders), found),
            operations: operations::read(source(FactFile::Operations), found),
            other_names: other_names::read(source(FactFile::OtherNames), found),
            policy_variables: policy_variables::read(source(FactFile::PolicyVariables), found),
            service_principals: service_principals::read(source(FactFile::ServicePrincipals), found),
            session_actions: session_actions::read(source(FactFile::SessionActions), found),
            size_limits: size_limits::read(source(FactFile::SizeLimits), found),
            trust_actions: trust_actions::read(source(FactFile::TrustActions), found),
            unique_ids: unique_ids::read(source(FactFile::UniqueIds), found),
            value_shapes: value_shapes::read(source(FactFile::ValueShapes), found),
            verbs: verbs::read(source(FactFile::Verbs), found),
            well_known_actions: well_known_actions::read(source(FactFile::WellKnownActions), found),
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
        // `check!(global_keys)` reports and removes undefined keys. `value_shapes.toml` is checked against a copy with
        // all keys, so that an undefined key does not cause a second error.
        let stated = self.global_keys.is_own.then(|| self.global_keys.clone());
        check!(global_keys);
        check!(operations);
        check!(other_names);
        check!(policy_variables);
        check!(session_actions);
        check!(trust_actions);
        let stated = stated.as_ref().unwrap_or(&self.global_keys);
        check!(value_shapes, stated);
    }
}
