//! The caller of a request: users, roles, sessions, the root user, services, federated identities, anonymous callers.

use catalog_policy::json::Value;

use super::reading::member;

/// The caller of a request.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    /// An IAM user.
    User { arn: String, account: String },
    /// A session of a role. The session's own ARN is unknown if the request names only the role.
    Role { role: String, session: Option<String>, account: String },
    /// A session of `sts:GetFederationToken`, with the IAM user who made it.
    FederatedUser { arn: String, user: String, account: String },
    /// The root user of an account.
    Root { arn: String, account: String },
    /// An AWS service.
    Service(String),
    /// An identity of a SAML or OIDC provider.
    Provider(String),
    /// A caller without credentials.
    Anonymous,
}

impl Caller {
    /// Reads the caller of a request.
    pub(crate) fn read(request: &Value<'_>) -> Self {
        let principal = member(request, "principal").unwrap_or_else(|| panic!("a request has a principal"));
        if let Some(provider) = member(principal, "federated") {
            return Self::Provider(provider.as_str().unwrap_or_default().to_owned());
        }
        let arn = principal.as_str().unwrap_or_default().to_owned();
        if arn == "anonymous" {
            return Self::Anonymous;
        }
        if !arn.starts_with("arn:") {
            return Self::Service(arn);
        }
        let stated = |name: &str| member(request, name).and_then(|value| value.as_str()).map(str::to_owned);
        let partition = field(&arn, 1);
        let account = field(&arn, 4);
        let resource = field(&arn, 5);
        let parts: Vec<&str> = resource.split('/').collect();
        let iam_arn = |rest: String| format!("arn:{partition}:iam::{account}:{rest}");
        match parts.as_slice() {
            ["root"] => Self::Root { arn, account },
            ["user", ..] => Self::User { arn, account },
            ["role", ..] => Self::Role { role: arn, session: None, account },
            ["assumed-role", role, _] => {
                let role = stated("role").unwrap_or_else(|| iam_arn(format!("role/{role}")));
                Self::Role { role, session: Some(arn), account }
            }
            ["federated-user", name] => {
                let user = stated("user").unwrap_or_else(|| iam_arn(format!("user/{name}")));
                Self::FederatedUser { arn, user, account }
            }
            _ => panic!("unknown principal {arn}"),
        }
    }

    /// Returns the caller's account, if it has one.
    pub(crate) fn account(&self) -> Option<String> {
        match self {
            Self::User { account, .. }
            | Self::Role { account, .. }
            | Self::FederatedUser { account, .. }
            | Self::Root { account, .. } => Some(account.clone()),
            Self::Service(_) | Self::Provider(_) | Self::Anonymous => None,
        }
    }

    /// Returns true if the caller can have identity policies: an IAM user, a role session or a federated user.
    pub(crate) fn has_identity_policies(&self) -> bool {
        matches!(self, Self::User { .. } | Self::Role { .. } | Self::FederatedUser { .. })
    }

    /// Returns true if the caller is the root user.
    pub(crate) fn is_root(&self) -> bool {
        matches!(self, Self::Root { .. })
    }

    /// Returns true if the caller is a session of a service-linked role.
    pub(crate) fn is_service_linked_role(&self) -> bool {
        match self {
            Self::Role { role, .. } => field(role, 5).starts_with("role/aws-service-role/"),
            _ => false,
        }
    }
}

/// Returns a field of an ARN, counted from zero. The sixth field is the rest.
pub(crate) fn field(arn: &str, index: usize) -> String {
    arn.splitn(6, ':').nth(index).unwrap_or_default().to_owned()
}
