//! The files of facts: their names, and their contents in this repository.

/// Declares [`FactFile`] with a row for each variant.
///
/// A row has the file name without its extension, and a description of the contents.
macro_rules! files {
    ($($variant:ident $stem:literal $contents:literal)+) => {
        /// A file of facts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FactFile { $(#[doc = $contents] $variant,)+ }

        impl FactFile {
            /// All files, sorted by name.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the name of the file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => concat!($stem, ".toml"),)+ }
            }

            /// Returns the name of the file without its extension, which is also the stem of the generated file.
            #[must_use]
            pub const fn stem(self) -> &'static str {
                match self { $(Self::$variant => $stem,)+ }
            }

            /// Returns the content that this repository's file had when this program was built.
            #[must_use]
            pub const fn repository(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("../../../docs-src/facts/", $stem, ".toml")),)+ }
            }
        }
    };
}

files! {
    AccessAnalyzerChecks "access_analyzer_checks" "The policy checks of IAM Access Analyzer."
    AwsAccounts "aws_accounts" "Words that ARNs have in place of an account ID."
    AwsOwnedResources "aws_owned_resources" "ARN formats of resources that the pages lack."
    EndpointKeys "endpoint_keys" "The services whose requests carry the keys about the owner of a VPC endpoint."
    EscalationMethods "escalation_methods" "Sets of actions with which a principal can get more permissions."
    FirstListed "first_listed" "The month in which an action was first listed."
    GlobalKeys "global_keys" "Global condition keys, which are not on the page of a service."
    IamPaths "iam_paths" "The beginnings of the resource in an ARN of IAM that IAM accepts."
    Identifiers "identifiers" "Identifiers of names that would otherwise get the same identifier as another name."
    KeyProperties "key_properties" "Properties of global condition keys on which rules depend."
    KnownErrors "known_errors" "Known errors on AWS's pages: harmless rows that repeat a name, and wrong types of condition keys."
    OidcProviders "oidc_providers" "OIDC identity providers that many AWS customers share."
    Operations "operations" "API operations that are not actions."
    OtherNames "other_names" "Common names of services that differ from their prefixes."
    Partitions "partitions" "The partitions of AWS and their regions."
    PolicyVariables "policy_variables" "Policy variables that are not condition keys."
    PrincipalKeys "principal_keys" "Global condition keys that depend on the kind of the principal."
    RcpServices "rcp_services" "The services that resource control policies apply to."
    RequestTags "request_tags" "The actions whose requests carry the condition keys about their tags."
    SamPolicyTemplates "sam_policy_templates" "The policy templates of AWS SAM."
    SensitiveActions "sensitive_actions" "Actions that return credentials or stored data."
    ServicePrincipals "service_principals" "The names of service principals."
    SessionActions "session_actions" "The actions that some services need in a trust policy."
    SizeLimits "size_limits" "The maximum size of a policy of each kind."
    TemplateProperties "template_properties" "The properties of CloudFormation's resource types that hold policies."
    TrustActions "trust_actions" "The actions that a trust policy can name."
    UniqueIds "unique_ids" "The beginnings of unique IDs in IAM."
    UsedByAws "used_by_aws" "Names that AWS's own policies use as actions, although no page lists them."
    ValueShapes "value_shapes" "Condition keys whose values have a known shape."
    Verbs "verbs" "Verbs that services use for the same thing."
    WellKnownActions "well_known_actions" "Well-known actions of services, for the examples in the documentation."
}

impl FactFile {
    /// The name of the directory of the files, which is next to the pages.
    pub const DIRECTORY: &str = "facts";

    /// Returns the file with the given name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|file| file.name() == name)
    }

    /// Returns the path of the file in the repository.
    #[must_use]
    pub fn path(self) -> String {
        format!("docs-src/{}/{}", Self::DIRECTORY, self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::FactFile;
    use std::path::Path;

    #[test]
    fn every_file_of_the_repository_is_known() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src").join(FactFile::DIRECTORY);
        let names = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort_unstable();
        assert_eq!(names, FactFile::ALL.iter().map(|file| file.name()).collect::<Vec<_>>());
        assert!(FactFile::ALL.iter().all(|file| FactFile::from_name(file.name()) == Some(*file)));
    }
}
