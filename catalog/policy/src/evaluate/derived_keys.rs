//! The condition keys that follow from a request, and those that AWS always sends.
//!
//! Sources, 2026-11: [global condition keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html)
//! and [principal key values](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable).

use super::{
    context::RequestContext,
    principal::{RequestPrincipal, RequestPrincipalKind as Kind},
};

/// The key with the account of the resource. It can differ between the resources of a request.
pub(super) const RESOURCE_ACCOUNT: &str = "aws:ResourceAccount";

/// The key with the unique ID of the principal.
const USER_ID: &str = "aws:userid";

/// The keys that AWS sends with every request, and that do not follow from it.
const ALWAYS_SENT: &[&str] =
    &["aws:CurrentTime", "aws:EpochTime", "aws:RequestedRegion", "aws:SecureTransport", "aws:UserAgent"];

/// Adds the keys that follow from the principal, and leaves those open that AWS always sends.
///
/// AWS does not document the keys about the identity of a service that makes a request. So a service has none of them.
pub(super) fn add(principal: &RequestPrincipal, context: &mut RequestContext) {
    for key in ALWAYS_SENT {
        context.open(key, false);
    }
    context.state("aws:ViaAWSService", false.into());
    if let Some(principal_type) = principal_type(principal.kind()) {
        context.state("aws:PrincipalType", principal_type.into());
    }
    match principal.kind() {
        Kind::Anonymous => {
            context.state("aws:PrincipalAccount", "anonymous".into());
            context.state(USER_ID, "anonymous".into());
        }
        Kind::Service => {
            context.state("aws:PrincipalIsAWSService", true.into());
            if let Some(name) = principal.name() {
                context.state("aws:PrincipalServiceName", name.into());
            }
        }
        _ => context.state("aws:PrincipalIsAWSService", false.into()),
    }
    let Some(account) = principal.account() else { return };
    context.state("aws:PrincipalAccount", account.into());
    // The ARN of a session in `aws:PrincipalArn` is that of its role.
    if let Some(arn) = principal.role().or_else(|| principal.name()) {
        context.state("aws:PrincipalArn", arn.into());
    }
    if let Some(name) = principal.user_name() {
        context.state("aws:username", name.into());
    }
    match principal.kind() {
        Kind::RootUser => context.state(USER_ID, account.into()),
        _ => context.open(USER_ID, false),
    }
}

/// Returns the value of `aws:PrincipalType`.
const fn principal_type(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::RootUser => Some("Account"),
        Kind::User => Some("User"),
        Kind::RoleSession => Some("AssumedRole"),
        Kind::FederatedUser => Some("FederatedUser"),
        Kind::Anonymous => Some("Anonymous"),
        Kind::Service | Kind::FederatedIdentity => None,
    }
}
