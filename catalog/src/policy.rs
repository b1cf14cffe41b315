//! Whole policies: read, built from checked names, changed, written, and checked by the names and facts of the catalog.
//!
//! # Read and write
//! A [`Policy`] is what was written: order, a string or a list of one, and the digits of numbers are kept, and so are names
//! that nobody knows. What has not the form of a policy is an error with its place.
//!
//! ```
//! use catalog::policy::{Effect, Policy};
//!
//! let text = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ses:Send*","Resource":["*"]}]}"#;
//! let policy: Policy = text.parse()?;
//! assert_eq!(policy.statements[0].effect, Effect::Allow);
//! assert_eq!(policy.to_string(), text); // indented by `{:#}`
//!
//! let error = text.replace("Effect", "Efect").parse::<Policy>().unwrap_err();
//! assert_eq!(error.pointer(), "/Statement/0/Efect");
//! assert_eq!(error.position().unwrap().to_string(), "1:39");
//!
//! // Through `serde`, as a part of something else, in JSON or in another format.
//! let bundle: std::collections::BTreeMap<String, Policy> = serde_json::from_str(&format!(r#"{{"mailer":{text}}}"#))?;
//! assert_eq!(serde_json::to_string(&bundle["mailer"])?, text);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```
//!
//! # Build
//! [`Policy::builder`] takes names that have been checked, and tells everything that does not fit at once:
//!
//! ```
//! use catalog::policy::{Comparator::*, Key, Policy, PolicyKind, ResourceText, Statement};
//! use catalog::{s3, ses};
//!
//! let policy = Policy::builder()
//!     .statement(
//!         Statement::allow(ses::Action::SendEmail)
//!             .and([s3::Action::GetObject, s3::Action::PutObject])
//!             .resource(ResourceText::EVERYTHING)
//!             .condition(StringEquals, Key::new("aws:PrincipalTag/team"), ["mail", "news"]),
//!     )
//!     .build()?;
//! assert!(policy.check(PolicyKind::Identity).is_clean());
//! # Ok::<_, catalog::policy::BuildError>(())
//! ```
//!
//! # Check
//! [`check`] takes the text of a policy, [`Policy::check`] one of types.
//!
//! ```
//! use catalog::policy::{self, Config, FindingId, PolicyKind};
//!
//! let text = r#"{
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": ["ses:SendEmial", "ses:GetSendQuota"],
//!         "Resource": "*"
//!     }
//! }"#;
//! let findings = policy::check(text, PolicyKind::Identity, &Config::new());
//! let [typo] = &findings.iter().collect::<Vec<_>>()[..] else { panic!("one finding") };
//! assert_eq!(typo.id, FindingId::UnknownAction);
//! assert_eq!(typo.pointer, "/Statement/Action/0");
//! assert_eq!(findings.position(typo).to_string(), "5:20");
//! assert_eq!(typo.suggestion.as_deref(), Some("ses:SendEmail"));
//! ```
//!
//! # What is found
//! [`FindingId`] lists everything, each with its reason, an example and a cure. A [`Config`] allows what is meant, and
//! declares what the catalog lacks. It is made in code, or read from a `catalog.toml`: [`Config::from_toml`].
//!
//! The work is bounded, whatever the text: see [`check`].
#![doc = "\n"]
#![doc = include_str!("policy/lint.md")]

mod builder;
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
    Config, ConfigError, ConfigProblem, Finding, FindingId, Group, PolicyCatalog, PolicyKind, Selector, Severity,
    Usage, condition_key, config, document, finding,
    form::FormError,
    global_keys, grammar,
    grammar::{Effect, Version},
    json, kind, operator,
    operator::{Comparator, ComparisonError, Operator, SetOperator},
    principal::{PrincipalError, PrincipalKind},
    value, variable,
};
pub use findings::{Findings, FindingsIter};
pub use model::{
    ActionText, Compared, Condition, ConditionValue, Number, NumberError, OneOrMany, Policy, Principal, PrincipalNames,
    ReadError, ResourceError, ResourceText, Scope, Statement,
};

use crate::lookup::AllServices;

/// Checks the text of a policy.
///
/// What the configuration has and this policy does not need is a note at the end. For a configuration of several policies
/// ask [`check_one_of_many`].
///
/// The time grows with the text and no faster, up to a limit: a text of more than 32 MiB or 64 levels is refused, and
/// behind 1,000 findings the check stops and says so.
#[must_use]
pub fn check<'t>(text: &'t (impl AsRef<[u8]> + ?Sized), kind: PolicyKind, config: &Config) -> Findings<'t> {
    let mut findings = check_one_of_many(text, kind, config);
    findings.add_unneeded(config);
    findings
}

/// As [`check`], without notes on the configuration: it may be that of many policies. Behind the last of them,
/// [`Config::unneeded`] tells them, if it is given the merged [use](Findings::usage).
#[must_use]
pub fn check_one_of_many<'t>(text: &'t (impl AsRef<[u8]> + ?Sized), kind: PolicyKind, config: &Config) -> Findings<'t> {
    let text = text.as_ref();
    Findings::new(Cow::Borrowed(text), "policy".to_owned(), catalog_policy::check_text(text, kind, AllServices, config))
}

/// Checks a tree that was made in another way than from a text. The places of the findings are those of the tree.
#[must_use]
pub fn check_tree(tree: &json::Value<'_>, kind: PolicyKind, config: &Config) -> (alloc::vec::Vec<Finding>, Usage) {
    let outcome = catalog_policy::check(tree, kind, AllServices, config);
    (outcome.findings, outcome.usage)
}
