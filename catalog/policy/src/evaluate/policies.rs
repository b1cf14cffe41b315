//! The policies of a decision.

use alloc::{collections::BTreeSet, string::String, sync::Arc, vec::Vec};

use super::{
    policy::EvaluationPolicy,
    slot::{Attached, PolicyLabel, PolicySlot},
    statement::Statement,
};

/// The policies that decide about requests.
///
/// ```
/// use catalog::policy::evaluate::{EvaluationPolicy, Policies, UntypedRequest};
///
/// let policy = EvaluationPolicy::from_json(r#"{
///     "Version": "2012-10-17",
///     "Statement": {"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*"}
/// }"#)?;
/// let policies = Policies::new().identity(policy);
/// let request = UntypedRequest::new("arn:aws:iam::111122223333:role/mailer".parse()?, "ses:SendEmail");
/// let decision = policies.decide(&request);
/// assert!(decision.is_allowed(), "{decision}");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Policies {
    /// The policies with their sources.
    labels: Vec<(PolicyLabel, Option<Arc<str>>)>,
    /// The statements of all policies, in order.
    statements: Vec<(PolicyLabel, Statement)>,
    service_control_levels: usize,
    resource_control_levels: usize,
}

impl Policies {
    /// Returns no policies.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an identity-based policy of the principal.
    #[must_use]
    pub fn identity(self, policy: impl Into<EvaluationPolicy>) -> Self {
        self.add(PolicySlot::Identity, policy.into())
    }

    /// Adds the permissions boundary of the principal.
    #[must_use]
    pub fn boundary(self, policy: impl Into<EvaluationPolicy>) -> Self {
        self.add(PolicySlot::Boundary, policy.into())
    }

    /// Adds a session policy.
    #[must_use]
    pub fn session(self, policy: impl Into<EvaluationPolicy>) -> Self {
        self.add(PolicySlot::Session, policy.into())
    }

    /// Adds the policy of the resource, such as a bucket policy or the trust policy of a role.
    #[must_use]
    pub fn resource(self, policy: impl Into<EvaluationPolicy>) -> Self {
        self.add(PolicySlot::Resource, policy.into())
    }

    /// Adds the policy of the VPC endpoint through which the request comes.
    #[must_use]
    pub fn endpoint(self, policy: impl Into<EvaluationPolicy>) -> Self {
        self.add(PolicySlot::Endpoint, policy.into())
    }

    /// Adds a level of the principal's organization with its service control policies. Each level must allow a request.
    /// A level without policies allows nothing. Without levels, the account is not a member of an organization.
    #[must_use]
    pub fn service_control_level<P: Into<EvaluationPolicy>>(mut self, policies: impl IntoIterator<Item = P>) -> Self {
        let slot = PolicySlot::ServiceControl { level: self.service_control_levels };
        self.service_control_levels += 1;
        policies.into_iter().fold(self, |all, policy| all.add(slot, policy.into()))
    }

    /// Adds a level of the resource's organization with its resource control policies. `RCPFullAWSAccess` is implied.
    #[must_use]
    pub fn resource_control_level<P: Into<EvaluationPolicy>>(mut self, policies: impl IntoIterator<Item = P>) -> Self {
        let slot = PolicySlot::ResourceControl { level: self.resource_control_levels };
        self.resource_control_levels += 1;
        policies.into_iter().fold(self, |all, policy| all.add(slot, policy.into()))
    }

    pub(super) fn add(mut self, slot: PolicySlot, policy: EvaluationPolicy) -> Self {
        let label = PolicyLabel { slot, index: self.labels.iter().filter(|(label, _)| label.slot == slot).count() };
        let (statements, source) = policy.into_parts();
        self.labels.push((label, source));
        self.statements.extend(statements.into_iter().map(|statement| (label, statement)));
        self
    }

    /// Returns the condition keys on which a decision about an action may depend, in lower case. They are the keys in the
    /// conditions and variables of the statements that apply to the action.
    ///
    /// ```
    /// use catalog::policy::evaluate::{EvaluationPolicy, Policies};
    ///
    /// let policy = EvaluationPolicy::from_json(r#"{"Version": "2012-10-17", "Statement": {
    ///     "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::home/${aws:username}/*",
    ///     "Condition": {"Bool": {"aws:SecureTransport": "true"}}
    /// }}"#)?;
    /// let keys = Policies::new().identity(policy).context_keys("s3:GetObject");
    /// assert!(keys.iter().eq(["aws:securetransport", "aws:username"]));
    /// # Ok::<_, catalog::policy::json::JsonError>(())
    /// ```
    #[must_use]
    pub fn context_keys(&self, action: &str) -> BTreeSet<String> {
        let statements = self.statements().map(|(_, statement)| statement);
        let statements = statements.filter(|statement| statement.actions.contain(action));
        let keys = statements.flat_map(|statement| {
            let of_condition = statement.comparisons.iter();
            let of_condition = of_condition.flat_map(|one| core::iter::once(&one.key).chain(one.variables()));
            statement.resources.variables().chain(of_condition)
        });
        keys.map(|key| key.name.to_ascii_lowercase()).collect()
    }

    /// Returns the statements of all policies, in order.
    pub(super) fn statements(&self) -> impl Iterator<Item = (PolicyLabel, &Statement)> {
        self.statements.iter().map(|(label, statement)| (*label, statement))
    }

    /// Returns a statement by its position among those of all policies.
    pub(super) fn statement(&self, position: usize) -> Option<(PolicyLabel, &Statement)> {
        self.statements.get(position).map(|(label, statement)| (*label, statement))
    }

    /// Returns the source of a policy, if it was read from one.
    pub(super) fn source(&self, policy: PolicyLabel) -> Option<&str> {
        let (_, source) = self.labels.iter().find(|(label, _)| *label == policy)?;
        source.as_deref()
    }

    /// Returns the policies that are attached.
    pub(super) fn attached(&self) -> Attached {
        let has = |slot| self.labels.iter().any(|(label, _)| label.slot == slot);
        Attached {
            boundary: has(PolicySlot::Boundary),
            session: has(PolicySlot::Session),
            endpoint: has(PolicySlot::Endpoint),
            service_control_levels: self.service_control_levels,
        }
    }
}
