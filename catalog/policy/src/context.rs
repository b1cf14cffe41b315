//! The state of a check: the policy, its kind, the catalog, and the findings so far.

mod report;

use alloc::{string::String, vec::Vec};

use catalog_core::ascii_case;

use crate::{
    catalog::PolicyCatalog,
    config::Config,
    document::{ComparisonNode, Document, Path, Place, StatementNode, Text},
    finding::Rule,
    grammar::Effect,
    kind::{PolicyKind, Presence},
    subject::{AllowedActions, Placeholders, RoleAction, RoleLimits},
};
pub(crate) use report::{EXPLANATION, OVERLAP, Report, Reported};
pub use report::{Outcome, WORK_LIMIT};

/// The state of a check of one policy.
pub(crate) struct Context<'c, 't, C> {
    /// The kind of the policy.
    pub(crate) kind: PolicyKind,
    /// Whether the policy is that of a resource of any service, and its resources or actions show its kind.
    pub(crate) has_inferred_kind: bool,
    /// The names and facts that the rules query.
    pub(crate) catalog: C,
    /// The findings and the work so far.
    pub(crate) report: Report<'c>,
    /// The placeholders in ARNs so far. Each becomes one finding at the end of the check.
    pub(crate) placeholders: Placeholders<'t>,
    /// The policy, or `None` until the JSON is known to be a policy.
    document: Option<Document<'t>>,
    /// The actions that the policy allows, computed when a rule first queries them.
    allowed: Option<AllowedActions<'t>>,
    /// The service of the ARN whose formats were last collected from all pages, and these formats.
    pub(crate) formats: Option<(&'t str, Vec<&'static str>)>,
    /// The limits of the actions on roles, computed when a rule first queries them.
    role_limits: Option<RoleLimits>,
    /// The kind that the policy seems to have, computed when a rule first queries it.
    probable_kind: Option<PolicyKind>,
}

impl<'c, 't, C: PolicyCatalog> Context<'c, 't, C> {
    pub(crate) fn new(kind: PolicyKind, catalog: C, config: &'c Config) -> Self {
        Self {
            kind,
            has_inferred_kind: false,
            catalog,
            report: Report::new(config),
            placeholders: Placeholders::default(),
            document: None,
            allowed: None,
            formats: None,
            role_limits: None,
            probable_kind: None,
        }
    }

    /// Sets the policy, after the JSON is known to be one.
    pub(crate) fn set_document(&mut self, document: Document<'t>) {
        self.document = Some(document);
    }

    /// Reports a finding of a rule without a suggestion.
    pub(crate) fn report<R: Rule>(&mut self, place: Place<'t>, message: impl Into<String>) -> Reported<'_> {
        self.report.add(R::ID, place, message.into(), None)
    }

    /// Reports a finding of a rule, with a replacement for the string if there is a clear one.
    pub(crate) fn suggest<R: Rule>(
        &mut self,
        place: Place<'t>,
        message: String,
        suggestion: Option<String>,
    ) -> Reported<'_> {
        self.report.add(R::ID, place, message, suggestion)
    }

    /// Reports a finding of a rule about a string, with a replacement if there is a clear one. A string with holes has no
    /// replacement, because a replacement would remove the holes.
    pub(crate) fn replace<R: Rule>(
        &mut self,
        text: Text<'t>,
        message: String,
        replacement: Option<String>,
    ) -> Reported<'_> {
        self.suggest::<R>(text.place, message, replacement.filter(|_| text.hole.is_none()))
    }

    /// Returns true if policy variables are expanded in the policy. The result is false if the version is a hole.
    pub(crate) fn has_variables(&self) -> bool {
        self.document.is_some_and(Document::has_variables)
    }

    /// Returns true if policy variables are expanded in the policy, or if the version is a hole.
    pub(crate) fn may_have_variables(&self) -> bool {
        self.document.is_some_and(Document::may_have_variables)
    }

    /// Returns the kind that the policy seems to have, if every statement names principals although the stated kind
    /// forbids them.
    pub(crate) fn other_kind(&mut self) -> Option<PolicyKind> {
        let (kind, document) = (self.kind, self.document?);
        let probable = *self.probable_kind.get_or_insert_with(|| {
            let is_other = kind.principal() == Presence::Forbidden
                && document.statements().all(StatementNode::may_name_principals);
            if is_other { PolicyKind::of_document(document) } else { kind }
        });
        Some(probable).filter(|probable| *probable != kind)
    }

    /// Returns true if a path is that of an element of the first statement that is not a hole.
    pub(crate) fn is_in_first_statement(&self, path: Path<'_>) -> bool {
        let first = self.document.and_then(|document| document.statements().next());
        first.is_some_and(|first| first.members().iter().any(|(name, _)| name.place.path == path))
    }

    /// Returns true if a statement that denies actions compares the given condition key, or may do so because of a hole.
    pub(crate) fn denies_by(&mut self, key: &str) -> bool {
        self.denies_with(|comparison| ascii_case::eq(comparison.key.text, key))
    }

    /// Returns true if the policy denies something, or may do so because of a hole.
    pub(crate) fn denies_something(&mut self) -> bool {
        let Some(document) = self.document else { return false };
        let may_deny = |statement: StatementNode<'t>| statement.may_have_effect(Effect::Deny);
        let work = document.statements().count() as u64;
        !self.report.spend(work) || document.has_unknown_statements() || document.statements().any(may_deny)
    }

    /// Returns true if a statement that denies actions has a comparison for which a test is true, or may have one because
    /// of a hole.
    pub(crate) fn denies_with(&mut self, is_wanted: impl Fn(&ComparisonNode<'t>) -> bool) -> bool {
        let Some(document) = self.document else { return false };
        let mut work = 0_u64;
        let found = document.has_unknown_statements()
            || document.statements().any(|statement| {
                work = work.saturating_add(1);
                let mut comparisons = statement.conditions().inspect(|_| work = work.saturating_add(1));
                statement.may_have_effect(Effect::Deny)
                    && (statement.has_unknown_comparisons() || comparisons.any(|comparison| is_wanted(&comparison)))
            });
        self.report.spend(work);
        found
    }

    /// Returns true if a statement of the policy allows the given action.
    pub(crate) fn allows(&mut self, action: &str) -> bool {
        let Some(document) = self.document else { return false };
        let allowed = self.allowed.get_or_insert_with(|| AllowedActions::from_document(document));
        self.report.spend(allowed.cost());
        allowed.allows(action)
    }

    /// Returns true if a `Deny` statement of the policy limits an action on roles.
    pub(crate) fn limits_roles(&mut self, action: RoleAction) -> bool {
        let Some(document) = self.document else { return false };
        self.role_limits.get_or_insert_with(|| RoleLimits::new(document)).limit(action)
    }
}
