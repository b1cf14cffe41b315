//! IAM policies that you can parse, build, change, write and check with the names and facts of the catalog.
//!
//! # Where to start
//! | You want to | Use |
//! | --- | --- |
//! | parse a policy | [`Policy`], with `str::parse`, [`Policy::from_json`] or `serde` |
//! | write a policy | [`Policy`], with `to_string`, `{:#}` or `serde` |
//! | build a policy from checked names | [`Policy::builder`], [`Statement::allow`] |
//! | check the JSON of a policy | [`check`] |
//! | check several policies that share a configuration | [`check_one_of_many`], [`Config::unneeded`] |
//! | check a file with policies, such as the output of the AWS CLI | [`check_file`] |
//! | check all policies of a directory, in a test | [`check_dir`], with the feature `std` |
//! | check a [`Policy`] | [`Policy::check`], [`Policy::check_with`] |
//! | check a JSON tree from another parser | [`check_tree`] |
//! | check a policy at compile time | [`include_policy!`](crate::include_policy!), [`policy!`](crate::policy!) |
//! | allow findings or declare names | [`Config`], from code or with [`Config::from_toml`] |
//! | look up a finding | [`FindingId`] |
//!
//! # Parse and write
//! A [`Policy`] preserves the JSON that it was parsed from. It keeps unknown names, the order of elements and the
//! digits of numbers. It also keeps the difference between a string and a list of one string. JSON that does not have
//! the form of a policy is an error with a position.
//!
//! ```
//! use catalog::policy::{Effect, Policy};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let json = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ses:Send*","Resource":["*"]}]}"#;
//! let policy: Policy = json.parse()?;
//! assert_eq!(policy.statements[0].effect, Effect::Allow);
//! assert_eq!(policy.to_string(), json); // `{:#}` indents the JSON
//!
//! let error = json.replace("Effect", "Efect").parse::<Policy>().unwrap_err();
//! assert_eq!(error.pointer(), "/Statement/0/Efect");
//! assert_eq!(error.position().map(|position| position.to_string()).as_deref(), Some("1:39"));
//!
//! // With `serde`, a policy can be part of a larger value, in JSON or in another format.
//! let bundle: std::collections::BTreeMap<String, Policy> = serde_json::from_str(&format!(r#"{{"mailer":{json}}}"#))?;
//! assert_eq!(serde_json::to_string(&bundle["mailer"])?, json);
//! # Ok(())
//! # }
//! ```
//!
//! # Build
//! [`Policy::builder`] accepts checked names. [`build`](PolicyBuilder::build) reports every problem at once:
//!
//! ```
//! use catalog::policy::{Comparator::*, Key, Policy, PolicyKind, ResourceText, Statement};
//! use catalog::{s3, ses};
//!
//! # fn main() -> Result<(), catalog::policy::BuildError> {
//! let policy = Policy::builder()
//!     .statement(
//!         Statement::allow(ses::Action::SendEmail)
//!             .and([s3::Action::GetObject, s3::Action::PutObject])
//!             .resource(ResourceText::EVERYTHING)
//!             .condition(StringEquals, Key::new("aws:PrincipalTag/team"), ["mail", "news"]),
//!     )
//!     .build()?;
//! assert!(policy.check(PolicyKind::Identity).is_clean());
//! # Ok(())
//! # }
//! ```
//!
//! # Check
//! [`check`] checks the JSON of a policy. [`Policy::check`] checks a [`Policy`].
//!
//! ```
//! use catalog::policy::{Config, FindingId, PolicyKind, check};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let json = r#"{
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["ses:SendEmial", "ses:GetSendQuota"],
//!         "Resource": "*"
//!     }
//! }"#;
//! let findings = check(json, PolicyKind::Identity, &Config::new());
//! assert_eq!(findings.len(), 1);
//! let typo = findings.iter().next().ok_or("no finding")?;
//! assert_eq!(typo.id, FindingId::UnknownAction);
//! assert_eq!(typo.pointer, "/Statement/Action/0");
//! assert_eq!(findings.position(typo).to_string(), "5:20");
//! assert_eq!(typo.suggestion.as_deref(), Some("ses:SendEmail"));
//! # Ok(())
//! # }
//! ```
//!
//! # Findings
//! [`FindingId`] lists all findings, each with its reason, an example and a fix. A [`Config`] allows findings and
//! declares names that the catalog lacks. You can create it in code or from a `catalog.toml`: [`Config::from_toml`].
//!
//! The work of a check is bounded for any input: see [`check`].
#![doc = "\n"]
#![doc = include_str!("policy/lint.md")]

mod builder;
#[cfg(feature = "std")]
mod directory;
pub mod evaluate;
#[cfg(feature = "std")]
pub mod files;
mod findings;
mod model;
mod tables;

use alloc::borrow::{Cow, ToOwned as _};

#[doc(hidden)]
pub use builder::checked_comparison;
pub use builder::{
    BuildError, Comparison, IntoKey, IntoList, IntoPrincipal, Key, KeyError, Literal, PolicyBuilder, Problem,
    ProblemKind, StatementBuilder, Variable,
};
#[doc(inline)]
pub use catalog_policy::{
    AccessAnalyzerCheck, AccessAnalyzerFindingType, CheckedPolicy, Config, ConfigError, ConfigProblem, FILE_LIMIT,
    FileOutcome, Finding, FindingId, Group, KindSource, OtherFile, PolicyCatalog, PolicyKind, Selector, Severity,
    Usage, condition_key, config, document, finding,
    form::FormError,
    global_keys, grammar,
    grammar::{Effect, Version},
    hole, json, kind, operator,
    operator::{Comparator, ComparisonError, Operator, SetOperator},
    principal::{PrincipalError, PrincipalKind},
    value, variable, yaml,
};
#[cfg(feature = "std")]
pub use directory::{DirReport, check_dir};
pub use findings::{Findings, FindingsIter};
pub use model::{
    ActionText, Compared, Condition, ConditionValue, Number, NumberError, OneOrMany, Policy, Principal, PrincipalNames,
    ReadError, ResourceError, ResourceText, Scope, Statement,
};

use crate::lookup::AllServices;

/// Checks the JSON of a policy.
///
/// Entries of the configuration that this policy does not need are reported as notes at the end. If several policies
/// share a configuration, use [`check_one_of_many`].
///
/// The time is at most linear in the length of the input. Input of more than 32 MiB or 64 levels is rejected, and after
/// 1,000 findings the check stops with a finding that reports this.
#[must_use]
pub fn check<'t>(text: &'t (impl AsRef<[u8]> + ?Sized), kind: PolicyKind, config: &Config) -> Findings<'t> {
    let mut findings = check_one_of_many(text, kind, config);
    findings.add_unneeded(config);
    findings
}

/// Checks the JSON of a policy, as [`check`] does, but without notes about the configuration.
///
/// Use it if several policies share a configuration. After the last policy, pass the merged [usage](Findings::usage) to
/// [`Config::unneeded`], which returns the entries that no policy needs.
#[must_use]
pub fn check_one_of_many<'t>(text: &'t (impl AsRef<[u8]> + ?Sized), kind: PolicyKind, config: &Config) -> Findings<'t> {
    let text = text.as_ref();
    Findings::new(Cow::Borrowed(text), "policy".to_owned(), catalog_policy::check_text(text, kind, AllServices, config))
}

/// Checks a JSON tree that another parser made. The spans of the findings are those of the tree.
#[must_use]
pub fn check_tree(tree: &json::Value<'_>, kind: PolicyKind, config: &Config) -> (alloc::vec::Vec<Finding>, Usage) {
    let outcome = catalog_policy::check(tree, kind, AllServices, config);
    (outcome.findings, outcome.usage)
}

/// Checks all policies in a file of JSON or YAML.
///
/// The file can be a policy, a list of policies, or the output of an AWS CLI command. It can also be a template of AWS
/// CloudFormation or AWS SAM. In all of them, policies are objects or strings. The findings have places in the file, also for a policy in a
/// string. Reading YAML and templates needs the feature `std`.
///
/// In a template, the property around a policy decides its kind. Elsewhere, the given kind comes first, then the member
/// around the policy, such as `AssumeRolePolicyDocument`, and then [its text](PolicyKind::infer).
///
/// ```
/// use catalog::policy::{Config, PolicyKind, check_file};
///
/// let answer = r#"{"Role": {"RoleName": "mailer", "AssumeRolePolicyDocument": {
///     "Version": "2012-10-17",
///     "Statement": {
///         "Effect": "Allow",
///         "Action": "sts:AssumeRole",
///         "Principal": {"Service": "lambda.amazonaws.com"}
///     }
/// }}}"#;
/// let outcome = check_file(answer, None, &Config::new());
/// assert!(outcome.findings.is_empty());
/// assert_eq!(outcome.policies[0].pointer, "/Role/AssumeRolePolicyDocument");
/// assert_eq!(outcome.policies[0].kind, PolicyKind::Trust);
/// ```
#[must_use]
pub fn check_file(text: impl AsRef<[u8]>, kind: Option<PolicyKind>, config: &Config) -> FileOutcome {
    catalog_policy::check_file(text.as_ref(), kind, AllServices, config)
}
