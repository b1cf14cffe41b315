//! A request whose names are not checked.

use alloc::{boxed::Box, vec::Vec};

use catalog_core::ascii_case;

use super::{
    context::{ContextValues, RequestContext},
    derived_keys,
    principal::RequestPrincipal,
};
use crate::value::parts::is_account;

/// A request: a principal that calls an action on resources, with the request context.
///
/// The names are not checked: `catalog::policy::evaluate::Request` does that. A request without a resource is for `*`,
/// as for an action that takes no resource. With several resources, AWS must allow the action on each one.
///
/// ```
/// use catalog::policy::evaluate::{RequestPrincipal, UntypedRequest};
///
/// let principal: RequestPrincipal = "arn:aws:iam::111122223333:role/mailer".parse()?;
/// let request = UntypedRequest::new(principal, "ses:SendEmail")
///     .on("arn:aws:ses:eu-west-1:111122223333:identity/example.com")
///     .with("ses:FromAddress", "news@example.com")
///     .leave_open("aws:SourceIp");
/// assert_eq!(request.action(), "ses:SendEmail");
/// # Ok::<_, catalog::policy::evaluate::RequestPrincipalError>(())
/// ```
#[derive(Clone, Debug)]
pub struct UntypedRequest {
    principal: RequestPrincipal,
    action: Box<str>,
    resources: Vec<RequestResource>,
    /// The account of the resources, if it is stated.
    resource_account: Option<ContextValues>,
    context: RequestContext,
}

/// A resource of a request.
#[derive(Clone, Debug)]
pub(super) struct RequestResource {
    pub(super) arn: Box<str>,
    /// The account of the resource, if its ARN contains it.
    account: Option<ContextValues>,
}

impl UntypedRequest {
    /// Returns a request for `*`, with the keys that follow from the principal.
    #[must_use]
    pub fn new(principal: RequestPrincipal, action: &str) -> Self {
        let mut context = RequestContext::default();
        derived_keys::add(&principal, &mut context);
        Self { principal, action: action.into(), resources: Vec::new(), resource_account: None, context }
    }

    /// Adds a resource. The first resource replaces `*`.
    #[must_use]
    pub fn on(mut self, arn: &str) -> Self {
        let account = arn.split(':').nth(4).filter(|account| arn.starts_with("arn:") && is_account(account));
        self.resources.push(RequestResource { arn: arn.into(), account: account.map(Into::into) });
        self
    }

    /// States the account that owns the resources. Without it, the account comes from the ARN of the resource, or else
    /// from the principal.
    #[must_use]
    pub fn in_account(mut self, account: &str) -> Self {
        self.resource_account = Some(account.into());
        self
    }

    /// States the value or the values of a condition key.
    #[must_use]
    pub fn with(mut self, key: &str, values: impl Into<ContextValues>) -> Self {
        self.context.state(key, values.into());
        self
    }

    /// States that the value of a condition key is not known, and that the request may lack the key.
    #[must_use]
    pub fn leave_open(mut self, key: &str) -> Self {
        self.context.open(key, true);
        self
    }

    /// Returns the principal.
    #[must_use]
    pub fn principal(&self) -> &RequestPrincipal {
        &self.principal
    }

    /// Returns the action, such as `ses:SendEmail`.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Returns the ARNs of the resources, or `*`.
    pub fn resources(&self) -> impl Iterator<Item = &str> {
        let everything = self.resources.is_empty().then_some("*");
        everything.into_iter().chain(self.resources.iter().map(|resource| &*resource.arn))
    }

    /// Returns the condition keys whose values are known, with their values. They include the keys that follow from the
    /// principal.
    pub fn known_keys(&self) -> impl Iterator<Item = (&str, &ContextValues)> {
        self.context.values()
    }

    /// Returns true if the request states a resource, so that it is not for `*`.
    #[must_use]
    pub fn has_resource(&self) -> bool {
        !self.resources.is_empty()
    }

    pub(super) fn context(&self) -> &RequestContext {
        &self.context
    }

    /// Returns the number of resources, at least one.
    pub(super) fn resource_count(&self) -> usize {
        self.resources.len().max(1)
    }

    /// Returns a resource and its account. The account is that of the principal if nothing else states it.
    pub(super) fn resource(&self, at: usize) -> (&str, Option<&ContextValues>) {
        let resource = self.resources.get(at);
        let stated = self.resource_account.as_ref().or_else(|| resource?.account.as_ref());
        (resource.map_or("*", |resource| &resource.arn), stated.or_else(|| self.principal.account_values()))
    }

    /// Returns the service prefix of the action.
    pub(super) fn service(&self) -> &str {
        catalog_core::syntax::split(&self.action).map_or("", |parts| parts.prefix)
    }

    /// Returns true if the action has this name, ignoring case.
    pub(super) fn is_action(&self, name: &str) -> bool {
        ascii_case::eq(&self.action, name)
    }
}

impl AsRef<Self> for UntypedRequest {
    fn as_ref(&self) -> &Self {
        self
    }
}
