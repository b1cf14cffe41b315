//! A policy of types, checked by the rules that texts are checked by.

use alloc::{borrow::Cow, borrow::ToOwned as _, format};

use super::Policy;
use crate::{
    lookup::AllServices,
    policy::{Config, Findings, PolicyKind},
};

impl Policy {
    /// Checks the policy, as [`policy::check`](crate::policy::check) does a text. The findings are about the policy as
    /// `{:#}` writes it: their lines, columns and excerpts are of that text.
    ///
    /// ```
    /// use catalog::policy::{FindingId, Policy, PolicyKind};
    ///
    /// let text = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ses:SendEmial","Resource":"*"}}"#;
    /// let findings = text.parse::<Policy>()?.check(PolicyKind::Identity);
    /// let finding = findings.iter().next().unwrap();
    /// assert_eq!(finding.id, FindingId::UnknownAction);
    /// assert_eq!(findings.position(finding).to_string(), "5:19");
    /// # Ok::<_, catalog::policy::ReadError>(())
    /// ```
    #[must_use]
    pub fn check(&self, kind: PolicyKind) -> Findings<'static> {
        self.check_with(kind, &Config::new())
    }

    /// [`check`](Self::check), with what somebody allows and declares.
    #[must_use]
    pub fn check_with(&self, kind: PolicyKind, config: &Config) -> Findings<'static> {
        let text = format!("{self:#}").into_bytes();
        let outcome = catalog_policy::check_text(&text, kind, AllServices, config);
        let mut findings = Findings::new(Cow::Owned(text), "policy".to_owned(), outcome);
        findings.add_unneeded(config);
        findings
    }
}
