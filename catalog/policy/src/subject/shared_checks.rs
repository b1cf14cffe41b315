//! The checks of IAM Access Analyzer that several rules report, each for its own form of the same problem.

use crate::finding::AccessAnalyzerCheck;

/// A service principal without the form of one, in `Principal` or as the value of a condition.
pub(crate) const SERVICE_FORMAT: AccessAnalyzerCheck = AccessAnalyzerCheck::InvalidServicePrincipalFormat;

/// A value of another type than its operator compares, or values of several types.
pub(crate) const DATA_TYPE: AccessAnalyzerCheck = AccessAnalyzerCheck::InvalidConditionDataType;

/// A value of a key about KMS keys that is not the ARN of one.
pub(crate) const KMS_KEY: AccessAnalyzerCheck = AccessAnalyzerCheck::InvalidKmsKeyValue;

/// The name of a service that does not exist, in an ARN or in a condition key.
pub(crate) const UNKNOWN_SERVICE: AccessAnalyzerCheck = AccessAnalyzerCheck::InvalidService;

/// A condition key that no request for the actions of the statement has.
pub(crate) const MISSING_ACTION: AccessAnalyzerCheck = AccessAnalyzerCheck::MissingActionForConditionKey;

/// A `*` that lets everyone assume a role.
pub(crate) const WILDCARD_IN_TRUST: AccessAnalyzerCheck =
    AccessAnalyzerCheck::RoleTrustPolicyUnsupportedWildcardInPrincipal;

/// Principals in a resource control policy other than everyone.
pub(crate) const RCP_PRINCIPAL: AccessAnalyzerCheck = AccessAnalyzerCheck::RcpSyntaxErrorPrincipal;

/// An action that a resource control policy cannot have.
pub(crate) const RCP_ACTION: AccessAnalyzerCheck = AccessAnalyzerCheck::RcpSyntaxErrorAction;

/// A subject of GitHub's tokens with a wildcard for the repository or the branch.
pub(crate) const WIDE_GITHUB_SUBJECT: AccessAnalyzerCheck = AccessAnalyzerCheck::SpecificGithubRepoAndBranchRecommended;

/// An OIDC provider without a condition on one of its claims.
pub(crate) const UNCONDITIONAL_OIDC: AccessAnalyzerCheck = AccessAnalyzerCheck::MissingConditionKeyForOidcPrincipal;

/// GitHub's OIDC provider without a condition on the subject.
pub(crate) const MISSING_GITHUB_SUBJECT: AccessAnalyzerCheck = AccessAnalyzerCheck::MissingGithubRepoConditionKey;

/// An action that a list has twice, or that one of its patterns matches.
pub(crate) const REDUNDANT_ACTION: AccessAnalyzerCheck = AccessAnalyzerCheck::RedundantAction;

/// A resource that a list has twice, or that one of its patterns matches.
pub(crate) const REDUNDANT_RESOURCE: AccessAnalyzerCheck = AccessAnalyzerCheck::RedundantResource;

/// A string that the operator cannot compare, or an operator that cannot compare strings.
pub(crate) const STRING_TYPE: AccessAnalyzerCheck = AccessAnalyzerCheck::TypeMismatchString;

/// A set operator on the audience of an OIDC provider whose tokens may have only one audience.
pub(crate) const AUDIENCE_TYPE: AccessAnalyzerCheck = AccessAnalyzerCheck::ConfirmAudienceClaimType;

/// `ForAllValues:` on a key or a claim that has a single value.
pub(crate) const SINGLE_VALUED: AccessAnalyzerCheck = AccessAnalyzerCheck::ForallvaluesWithSingleValuedKey;
