//! The rules that depend on who makes a request and for what: which policies apply, and which may be missing.

use super::{
    principal::RequestPrincipalKind as Kind,
    request::UntypedRequest,
    slot::{Attached, PolicySlot},
};
use crate::facts::{rcp_services::RCP_SERVICES, trust_actions::TRUST_ACTIONS};
use catalog_core::{ascii_case, wildcard};

/// A request for one of its resources, and the rules for it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each one answers a question that the rules ask")]
pub(super) struct Case<'r> {
    pub(super) request: &'r UntypedRequest,
    pub(super) resource: &'r str,
    /// The position of the resource in the request.
    pub(super) position: usize,
    pub(super) attached: Attached,
    /// Whether the principal belongs to the account that owns the resource.
    pub(super) is_same_account: bool,
    /// Whether the policy of the resource must allow the principal, also within one account.
    pub(super) needs_resource_policy: bool,
    binds_service_control: bool,
    binds_resource_control: bool,
}

impl<'r> Case<'r> {
    pub(super) fn new(attached: Attached, request: &'r UntypedRequest, position: usize) -> Self {
        let (resource, account) = request.resource(position);
        let principal = request.principal();
        let is_service_linked = principal.is_service_linked();
        Self {
            request,
            resource,
            position,
            attached,
            is_same_account: principal
                .account()
                .is_some_and(|own| account.is_some_and(|account| account.single() == Some(own))),
            needs_resource_policy: needs_resource_policy(request, resource),
            binds_service_control: principal.kind().has_account() && !is_service_linked,
            binds_resource_control: !is_service_linked && binds_resource_control(request, resource),
        }
    }

    pub(super) fn kind(&self) -> Kind {
        self.request.principal().kind()
    }

    /// Returns true if the policies of a slot apply to the request.
    ///
    /// Sources, 2026-11: [policies and the root user](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html),
    /// [effects of SCPs](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html)
    /// and [effects of RCPs](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html).
    pub(super) fn applies(&self, slot: PolicySlot) -> bool {
        match slot {
            PolicySlot::Identity | PolicySlot::Boundary => self.kind().has_account() && self.kind() != Kind::RootUser,
            PolicySlot::Session => self.kind().has_account(),
            PolicySlot::Resource | PolicySlot::Endpoint => true,
            PolicySlot::ServiceControl { .. } => self.binds_service_control,
            PolicySlot::ResourceControl { .. } => self.binds_resource_control,
        }
    }

    /// Returns true if an explicit deny in the policies of a slot has no effect. This is so for the policy of a bucket, so
    /// that the root user of its account can always repair it.
    ///
    /// Source: [`PutBucketPolicy`](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html), 2026-11.
    pub(super) fn ignores_deny(&self, slot: PolicySlot) -> bool {
        const REPAIRS: &[&str] = &["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"];
        slot == PolicySlot::Resource
            && self.kind() == Kind::RootUser
            && self.is_same_account
            && REPAIRS.iter().any(|action| self.request.is_action(action))
    }
}

/// Returns true if AWS allows an action to each caller, even if a policy denies it.
///
/// Sources, 2026-11: [`GetCallerIdentity`](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html)
/// and, for users, [`GetSessionToken`](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html).
pub(super) fn needs_no_permission(request: &UntypedRequest) -> bool {
    let is_user = matches!(request.principal().kind(), Kind::User | Kind::RootUser);
    request.is_action("sts:GetCallerIdentity") || is_user && request.is_action("sts:GetSessionToken")
}

/// Returns true if the policy of a resource must allow a request, also within one account. This is so for the trust
/// policies of roles and for the policies of KMS keys.
///
/// Source: [how enforcement code evaluates requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html),
/// 2026-11.
fn needs_resource_policy(request: &UntypedRequest, resource: &str) -> bool {
    let assumes_role = || TRUST_ACTIONS.iter().any(|action| request.is_action(action));
    wildcard::matches("arn:*:kms:*:*:key/*", resource) && ascii_case::eq(request.service(), "kms")
        || wildcard::matches("arn:*:iam::*:role/*", resource) && assumes_role()
}

/// Returns true if resource control policies apply to a request. They apply to the resources of certain services, but not
/// to the keys that AWS manages, and not to `kms:RetireGrant`.
///
/// Source: [resource control policies](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html),
/// 2026-11.
fn binds_resource_control(request: &UntypedRequest, resource: &str) -> bool {
    RCP_SERVICES.iter().any(|service| ascii_case::eq(request.service(), service))
        && resource != "*"
        && !request.is_action("kms:RetireGrant")
        && !wildcard::matches("arn:*:kms:*:*:alias/aws/*", resource)
}
