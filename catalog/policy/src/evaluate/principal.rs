//! The principal that makes a request.
//!
//! Source: [AWS JSON policy elements: Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)
//! and, for the values of condition keys, [principal key values](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable),
//! 2026-11.

use alloc::{borrow::ToOwned as _, boxed::Box, format};
use core::{fmt, str::FromStr};

use super::context::ContextValues;
use crate::value::parts::is_account;

/// The kind of a [`RequestPrincipal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RequestPrincipalKind {
    /// The root user of an account.
    RootUser,
    /// An IAM user.
    User,
    /// A session of a role.
    RoleSession,
    /// A session that an IAM user started with `sts:GetFederationToken`.
    FederatedUser,
    /// An AWS service.
    Service,
    /// An identity of a SAML or OIDC provider, which calls `sts:AssumeRoleWithSAML` or
    /// `sts:AssumeRoleWithWebIdentity`.
    FederatedIdentity,
    /// A caller without credentials.
    Anonymous,
}

impl RequestPrincipalKind {
    /// Returns true if the principal belongs to an account.
    #[must_use]
    pub const fn has_account(self) -> bool {
        matches!(self, Self::RootUser | Self::User | Self::RoleSession | Self::FederatedUser)
    }
}

/// The principal that makes a request.
///
/// ```
/// use catalog::policy::evaluate::{RequestPrincipal, RequestPrincipalKind};
///
/// let session: RequestPrincipal = "arn:aws:sts::111122223333:assumed-role/mailer/run-7".parse()?;
/// assert_eq!(session.kind(), RequestPrincipalKind::RoleSession);
/// assert_eq!(session.role(), Some("arn:aws:iam::111122223333:role/mailer"));
/// let service: RequestPrincipal = "lambda.amazonaws.com".parse()?;
/// assert_eq!(service.kind(), RequestPrincipalKind::Service);
/// # Ok::<_, catalog::policy::evaluate::RequestPrincipalError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestPrincipal {
    kind: RequestPrincipalKind,
    /// The ARN of the principal, or the name of a service or a provider. Empty for a session without a known name and
    /// for anonymous callers.
    name: Box<str>,
    /// The account, in the form of the value of a condition key.
    account: Option<ContextValues>,
    /// The ARN of the role of a session, or of the IAM user who started a federated session.
    origin: Option<Box<str>>,
}

/// The error for a string that does not name a principal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestPrincipalError {
    given: Box<str>,
}

impl fmt::Display for RequestPrincipalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = crate::Shown(&self.given);
        write!(
            f,
            "`{given}` is not a principal that can make a request: write the ARN of a user, a role or a session, a \
             service such as `lambda.amazonaws.com`, or `anonymous`"
        )
    }
}

impl core::error::Error for RequestPrincipalError {}

impl RequestPrincipal {
    /// Returns a caller without credentials.
    #[must_use]
    pub fn anonymous() -> Self {
        Self { kind: RequestPrincipalKind::Anonymous, name: "".into(), account: None, origin: None }
    }

    /// Returns an identity of a provider. A SAML or OIDC provider has an ARN, and others have a domain, such as
    /// `cognito-identity.amazonaws.com`.
    #[must_use]
    pub fn federated(provider: &str) -> Self {
        Self { kind: RequestPrincipalKind::FederatedIdentity, name: provider.into(), account: None, origin: None }
    }

    /// Returns an AWS service, such as `lambda.amazonaws.com`.
    #[must_use]
    pub fn service(name: &str) -> Self {
        Self { kind: RequestPrincipalKind::Service, name: name.into(), account: None, origin: None }
    }

    /// States the ARN of the role of a session, or of the IAM user who started a federated session.
    ///
    /// The ARN of a session does not contain the path of its role. The ARN of a federated session does not contain its
    /// user: by default, the user has the name of the session. Other principals have no origin, so the method does not
    /// change them.
    ///
    /// ```
    /// use catalog::policy::evaluate::RequestPrincipal;
    ///
    /// let session: RequestPrincipal = "arn:aws:sts::111122223333:assumed-role/mailer/run-7".parse()?;
    /// let session = session.with_origin("arn:aws:iam::111122223333:role/teams/mail/mailer");
    /// assert_eq!(session.role(), Some("arn:aws:iam::111122223333:role/teams/mail/mailer"));
    /// # Ok::<_, catalog::policy::evaluate::RequestPrincipalError>(())
    /// ```
    #[must_use]
    pub fn with_origin(mut self, arn: &str) -> Self {
        if matches!(self.kind, RequestPrincipalKind::RoleSession | RequestPrincipalKind::FederatedUser) {
            self.origin = Some(arn.into());
        }
        self
    }

    /// Returns the kind of the principal.
    #[must_use]
    pub const fn kind(&self) -> RequestPrincipalKind {
        self.kind
    }

    /// Returns the account of the principal. Services, providers and anonymous callers have none.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_ref()?.single()
    }

    pub(super) const fn account_values(&self) -> Option<&ContextValues> {
        self.account.as_ref()
    }

    /// Returns the ARN of the principal, or the name of a service or a provider. Returns `None` for anonymous callers
    /// and for a session whose name is not known.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        (!self.name.is_empty()).then_some(&*self.name)
    }

    /// Returns the ARN of the role, if the principal is a session of one.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        self.origin.as_deref().filter(|_| self.kind == RequestPrincipalKind::RoleSession)
    }

    /// Returns the ARN of the IAM user who started a federated session.
    #[must_use]
    pub fn federating_user(&self) -> Option<&str> {
        self.origin.as_deref().filter(|_| self.kind == RequestPrincipalKind::FederatedUser)
    }

    /// Returns the ARN of the role of a session, or of the IAM user who started a federated session.
    pub(super) fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// Returns the name of an IAM user, without its path.
    #[must_use]
    pub fn user_name(&self) -> Option<&str> {
        let is_user = self.kind == RequestPrincipalKind::User;
        self.name.rsplit('/').next().filter(|_| is_user)
    }

    /// Returns true if the principal is a session of a service-linked role. Service control policies and resource
    /// control policies do not apply to it.
    ///
    /// Source: [service-linked roles](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html),
    /// 2026-11.
    #[must_use]
    pub fn is_service_linked(&self) -> bool {
        self.role().is_some_and(|role| role.contains(":role/aws-service-role/"))
    }
}

impl FromStr for RequestPrincipal {
    type Err = RequestPrincipalError;

    /// Parses the ARN of a root user, a user, a role or a session, the name of a service, or `anonymous`. The ID of an
    /// account means its root user. The ARN of a role means a session of the role whose name is not known.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        use RequestPrincipalKind as Kind;
        let error = || RequestPrincipalError { given: text.into() };
        if text == "anonymous" {
            return Ok(Self::anonymous());
        }
        if is_account(text) {
            let arn = format!("arn:aws:iam::{text}:root").into();
            return Ok(Self { kind: Kind::RootUser, name: arn, account: Some(text.into()), origin: None });
        }
        if !text.starts_with("arn:") {
            let is_service = text.contains('.') && !text.contains([':', '/', '*', ' ']);
            return if is_service { Ok(Self::service(text)) } else { Err(error()) };
        }
        let mut fields = text.splitn(6, ':').skip(1);
        let [Some(partition), Some(service), Some(""), Some(account), Some(resource)] =
            core::array::from_fn(|_| fields.next())
        else {
            return Err(error());
        };
        let (resource_type, name) = resource.split_once('/').unwrap_or((resource, ""));
        let (kind, origin) = match (service, resource_type) {
            ("iam", "root") if name.is_empty() => (Kind::RootUser, None),
            ("iam", "user") if !name.is_empty() => (Kind::User, None),
            ("iam", "role") if !name.is_empty() => (Kind::RoleSession, Some(text.to_owned())),
            ("sts", "assumed-role") => {
                let (role, session) = name.split_once('/').ok_or_else(error)?;
                if role.is_empty() || session.is_empty() {
                    return Err(error());
                }
                (Kind::RoleSession, Some(format!("arn:{partition}:iam::{account}:role/{role}")))
            }
            ("sts", "federated-user") if !name.is_empty() => {
                (Kind::FederatedUser, Some(format!("arn:{partition}:iam::{account}:user/{name}")))
            }
            _ => return Err(error()),
        };
        if !is_account(account) {
            return Err(error());
        }
        let name = if service == "iam" && kind == Kind::RoleSession { "" } else { text };
        Ok(Self { kind, name: name.into(), account: Some(account.into()), origin: origin.map(Into::into) })
    }
}

/// Writes the ARN or the name of the principal.
impl fmt::Display for RequestPrincipal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name().or(self.origin.as_deref()).unwrap_or("anonymous"))
    }
}

#[cfg(test)]
mod tests {
    use super::{RequestPrincipalKind as Kind, *};

    #[test]
    fn each_kind_is_read() {
        for (text, kind, account) in [
            ("111122223333", Kind::RootUser, Some("111122223333")),
            ("arn:aws:iam::111122223333:root", Kind::RootUser, Some("111122223333")),
            ("arn:aws-cn:iam::111122223333:user/team/ann", Kind::User, Some("111122223333")),
            ("arn:aws:iam::111122223333:role/mailer", Kind::RoleSession, Some("111122223333")),
            ("arn:aws:sts::111122223333:assumed-role/mailer/run", Kind::RoleSession, Some("111122223333")),
            ("arn:aws:sts::111122223333:federated-user/ann", Kind::FederatedUser, Some("111122223333")),
            ("lambda.amazonaws.com", Kind::Service, None),
            ("anonymous", Kind::Anonymous, None),
        ] {
            let principal: RequestPrincipal = text.parse().unwrap();
            assert_eq!((principal.kind(), principal.account()), (kind, account), "{text}");
        }
        let user: RequestPrincipal = "arn:aws:iam::111122223333:user/team/ann".parse().unwrap();
        assert_eq!(user.user_name(), Some("ann"));
        let session: RequestPrincipal = "arn:aws:iam::111122223333:role/mailer".parse().unwrap();
        assert_eq!((session.name(), session.role()), (None, Some("arn:aws:iam::111122223333:role/mailer")));
    }

    #[test]
    fn other_strings_are_errors() {
        for wrong in [
            "",
            "ann",
            "*",
            "11112222333",
            "arn:aws:iam::111122223333:group/team",
            "arn:aws:iam::1:user/ann",
            "arn:aws:iam::111122223333:user/",
            "arn:aws:sts::111122223333:assumed-role/mailer",
            "arn:aws:s3:::bucket",
        ] {
            assert!(wrong.parse::<RequestPrincipal>().is_err(), "{wrong}");
        }
    }
}
