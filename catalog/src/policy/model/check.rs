//! The check of a typed policy, by the rules that also check JSON.

use alloc::{borrow::Cow, borrow::ToOwned as _, format};

use super::Policy;
use crate::{
    lookup::AllServices,
    policy::{Config, Findings, PolicyKind},
};

impl Policy {
    /// Checks the policy by the rules of [`policy::check`](crate::policy::check). The positions and excerpts of the
    /// findings refer to the JSON that `{:#}` writes.
    ///
    /// ```
    /// use catalog::policy::{FindingId, Policy, PolicyKind};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let json = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ses:SendEmial","Resource":"*"}}"#;
    /// let findings = json.parse::<Policy>()?.check(PolicyKind::Identity);
    /// let finding = findings.iter().next().ok_or("no finding")?;
    /// assert_eq!(finding.id, FindingId::UnknownAction);
    /// assert_eq!(findings.position(finding).to_string(), "5:19");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn check(&self, kind: PolicyKind) -> Findings<'static> {
        self.check_with(kind, &Config::new())
    }

    /// Checks the policy like [`check`](Self::check), with a configuration that allows findings and declares names.
    #[must_use]
    pub fn check_with(&self, kind: PolicyKind, config: &Config) -> Findings<'static> {
        let text = format!("{self:#}").into_bytes();
        let outcome = catalog_policy::check_text(&text, kind, AllServices, config);
        let mut findings = Findings::new(Cow::Owned(text), "policy".to_owned(), outcome);
        findings.add_unneeded(config);
        findings
    }
}
