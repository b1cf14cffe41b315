//! Converts typed policies into their form for decisions.

use alloc::format;

use super::EvaluationPolicy;
use crate::policy::Policy;

/// Converts a typed policy. The places of statements refer to the JSON that `{:#}` writes.
///
/// ```
/// use catalog::policy::{Policy, ResourceText, Statement, evaluate::{Policies, Request}};
/// use catalog::{assert_allowed, ses};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let statement = Statement::allow(ses::Action::GetSendQuota).resource(ResourceText::EVERYTHING);
/// let policy = Policy::builder().statement(statement).build()?;
/// let request = Request::new("arn:aws:iam::111122223333:user/ann", ses::Action::GetSendQuota).build()?;
/// assert_allowed!(Policies::new().identity(&policy), request);
/// # Ok(())
/// # }
/// ```
impl From<&Policy> for EvaluationPolicy {
    fn from(policy: &Policy) -> Self {
        // A policy writes valid JSON.
        Self::from_json(&format!("{policy:#}")).unwrap_or_default()
    }
}

impl From<Policy> for EvaluationPolicy {
    fn from(policy: Policy) -> Self {
        Self::from(&policy)
    }
}
