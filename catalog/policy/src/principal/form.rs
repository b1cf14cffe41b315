//! Checks whether a string is a valid principal of its kind.
//!
//! Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).

use alloc::borrow::ToOwned as _;

use catalog_core::ascii_case;

use super::{
    error::{PrincipalError, because, replaced},
    kind::PrincipalKind,
    service,
};
use crate::known_principals::{SharedProvider, UniqueId};
use crate::value::parts::{is_account, is_partition};

impl PrincipalKind {
    /// Checks whether a string is a valid principal of this kind.
    ///
    /// ```
    /// use catalog::policy::PrincipalKind;
    ///
    /// assert!(PrincipalKind::Service.check("ec2.amazonaws.com").is_ok());
    /// let error = PrincipalKind::Service.check("ec2").unwrap_err();
    /// assert_eq!(error.to_string(), "expected the name of a service, such as `ec2.amazonaws.com`");
    /// ```
    ///
    /// # Errors
    /// Returns the reason if the string is not valid.
    pub fn check(self, name: &str) -> Result<(), PrincipalError> {
        error(self, name).map_or(Ok(()), Err)
    }
}

/// Returns the reason why a string is not a valid principal of a kind, or `None` if it is valid.
fn error(kind: PrincipalKind, name: &str) -> Option<PrincipalError> {
    if name.contains("${") {
        return Some(because("AWS expands policy variables only in resources and conditions"));
    }
    if name != name.trim() {
        return Some(replaced("remove the leading and trailing white space", name.trim().to_owned()));
    }
    let has_wildcard = name.contains(['*', '?']);
    match kind {
        PrincipalKind::AWS if name == "*" => None,
        PrincipalKind::AWS if has_wildcard => {
            Some(because("name the principal in full without wildcards, or use a condition on `aws:PrincipalArn`"))
        }
        PrincipalKind::AWS => of_account(name),
        PrincipalKind::Service if has_wildcard => Some(because("write the full name of the service without wildcards")),
        PrincipalKind::Service => service::error(name),
        PrincipalKind::Federated if has_wildcard => {
            Some(because("write the full name of the provider without wildcards"))
        }
        PrincipalKind::Federated => provider(name),
        PrincipalKind::CanonicalUser if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Some(because(
            "expected a canonical user ID, which S3 assigns to an account and which has only letters and digits",
        )),
        PrincipalKind::CanonicalUser => None,
    }
}

/// Returns the fields of an ARN after `arn`, or `None` if the string does not have all fields.
fn fields(name: &str) -> Option<[&str; 5]> {
    let mut fields = name.strip_prefix("arn:")?.splitn(5, ':');
    let [Some(partition), Some(service), Some(region), Some(account), Some(resource)] =
        core::array::from_fn(|_| fields.next())
    else {
        return None;
    };
    Some([partition, service, region, account, resource])
}

fn begins(resource: &str, types: &[&str]) -> bool {
    types.iter().any(|known| resource.strip_prefix(known).is_some_and(|name| name.len() > 1 && name.starts_with('/')))
}

const PROVIDER: &str = "an identity provider belongs under `Federated`, not under `AWS`";

/// Returns the reason why a string does not name an account, a user, a role or a session, or `None` if it names one.
fn of_account(name: &str) -> Option<PrincipalError> {
    if let Some(id) = UniqueId::from_id(name) {
        // If a user or a role is deleted, AWS replaces its ARN in policies with its unique ID.
        let reason = "expected the ARN of a user or a role, found the unique ID of ";
        return (!id.is_principal).then_some(PrincipalError { reason, found: id.of, suggestion: None });
    }
    // AWS documents the beginnings of new IDs. An older ID can begin with other letters.
    let is_id = name.len() >= 16 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let is_short = name.strip_prefix("AWS:").is_some_and(|id| id.len() == 12);
    if is_account(name) || is_id || is_short || ascii_case::eq(name, "AWS:*") {
        return None;
    }
    let Some([partition, service, region, account, resource]) = fields(name) else {
        let is_service = name.ends_with(".amazonaws.com") && !name.contains([':', '/']);
        return Some(because(if SharedProvider::from_url(name).is_some() {
            PROVIDER
        } else if is_service {
            "a service principal belongs under `Service`, not under `AWS`"
        } else {
            "expected a 12-digit account ID or an ARN"
        }));
    };
    // The ARNs of CloudFront's identities have a name in place of the account, and their names contain spaces.
    let is_of_cloudfront = account == "cloudfront";
    if !is_account(account) && !is_of_cloudfront {
        return Some(because("expected a 12-digit account ID in the ARN"));
    }
    if resource.contains(",arn:") || resource.contains(", arn:") {
        return Some(because("expected one ARN, found several: write a list with one string per ARN"));
    }
    if resource.contains(char::is_whitespace) && !is_of_cloudfront {
        return Some(because("the name of a user or a role has no white space"));
    }
    let is_one = is_partition(partition)
        && region.is_empty()
        && match service {
            "iam" => resource == "root" || begins(resource, &["user", "role"]),
            // The ARN of a session has the name of the role and the name of the session.
            "sts" if resource.starts_with("assumed-role/") => {
                resource.split('/').count() == 3 && !resource.split('/').any(str::is_empty)
            }
            "sts" => begins(resource, &["federated-user"]),
            _ => false,
        };
    if is_one {
        return None;
    }
    if service == "iam" && begins(resource, &["saml-provider", "oidc-provider"]) {
        return Some(because(PROVIDER));
    }
    if service == "iam" && begins(resource, &["group"]) {
        return Some(because("a group cannot be a principal: name its users, or a role that they assume"));
    }
    Some(because(
        "expected the ARN of an account, user, role or session, such as `arn:aws:iam::111122223333:role/name`",
    ))
}

/// Returns the reason why a string is neither the domain nor the ARN of an identity provider, or `None` if it is one.
fn provider(name: &str) -> Option<PrincipalError> {
    const SCHEME: &str = "https://";
    if name.contains(SCHEME) {
        return Some(replaced("remove `https://` from the name of the provider", name.replacen(SCHEME, "", 1)));
    }
    match fields(name) {
        Some([partition, "iam", "", account, resource])
            if is_partition(partition) && begins(resource, &["saml-provider", "oidc-provider"]) =>
        {
            if is_account(account) { None } else { Some(because("expected a 12-digit account ID in the ARN")) }
        }
        Some(_) => Some(because(
            "expected the ARN of an identity provider, such as `arn:aws:iam::111122223333:oidc-provider/gitlab.com`",
        )),
        None if name.contains('.') && !name.contains([':', '/', ' ']) => None,
        None => Some(because("expected the domain or the ARN of an identity provider")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    /// Checks the reasons why names are not valid principals of a kind.
    fn because_of(kind: PrincipalKind, cases: &[(&str, &str)]) {
        for (name, reason) in cases {
            let error = kind.check(name).unwrap_err();
            assert_eq!((error.to_string().as_str(), error.suggestion()), (*reason, None), "{name}");
        }
    }

    /// Checks the suggestion for a name.
    fn suggests(kind: PrincipalKind, name: &str, reason: &str, suggestion: &str) {
        let error = kind.check(name).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.suggestion()), (reason, Some(suggestion)), "{name}");
    }

    #[test]
    fn names_of_accounts_have_a_reason() {
        let digits = "expected a 12-digit account ID in the ARN";
        let caller =
            "expected the ARN of an account, user, role or session, such as `arn:aws:iam::111122223333:role/name`";
        because_of(
            PrincipalKind::AWS,
            &[
                ("ann", "expected a 12-digit account ID or an ARN"),
                ("ec2.amazonaws.com", "a service principal belongs under `Service`, not under `AWS`"),
                ("arn:aws:iam::1:root", digits),
                ("arn:aws:iam::account:root", digits),
                ("arn:aws:iam::aws:root", digits),
                (
                    "arn:aws:iam::111122223333:user/ann,arn:aws:iam::111122223333:user/bob",
                    "expected one ARN, found several: write a list with one string per ARN",
                ),
                ("arn:aws:iam::111122223333:user/ann lee", "the name of a user or a role has no white space"),
                ("arn:aws:s3:::mail", digits),
                (
                    "arn:aws:iam::111122223333:group/mail",
                    "a group cannot be a principal: name its users, or a role that they assume",
                ),
                ("arn:aws:iam::111122223333:saml-provider/office", PROVIDER),
                ("cognito-identity.amazonaws.com", PROVIDER),
                ("arn:aws:iam:eu-west-1:111122223333:root", caller),
                ("arn:asw:iam::111122223333:root", caller),
                ("arn:aws:sts::111122223333:role/name", caller),
                ("arn:aws:sts::111122223333:assumed-role/name", caller),
                ("AGPACKCEVSQ6C2EXAMPLE", "expected the ARN of a user or a role, found the unique ID of a user group"),
                ("AKIAIOSFODNN7EXAMPLE", "expected the ARN of a user or a role, found the unique ID of an access key"),
                (
                    "arn:aws:iam::111122223333:role/*",
                    "name the principal in full without wildcards, or use a condition on `aws:PrincipalArn`",
                ),
            ],
        );
        for name in [
            "*",
            "111122223333",
            "AWS:111122223333",
            "AROADBQP57FF2AEXAMPLE",
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE",
            "arn:aws:iam::111122223333:user/ann,lee",
        ] {
            assert_eq!(PrincipalKind::AWS.check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn names_of_providers_have_a_reason() {
        because_of(
            PrincipalKind::Federated,
            &[
                ("*", "write the full name of the provider without wildcards"),
                ("gitlab", "expected the domain or the ARN of an identity provider"),
                ("arn:aws:iam::1:saml-provider/a", "expected a 12-digit account ID in the ARN"),
                (
                    "arn:aws:iam::111122223333:role/name",
                    "expected the ARN of an identity provider, such as \
                     `arn:aws:iam::111122223333:oidc-provider/gitlab.com`",
                ),
            ],
        );
        let scheme = "remove `https://` from the name of the provider";
        suggests(PrincipalKind::Federated, "https://gitlab.com", scheme, "gitlab.com");
    }

    #[test]
    fn other_names_have_a_reason() {
        because_of(
            PrincipalKind::CanonicalUser,
            &[(
                "a-b",
                "expected a canonical user ID, which S3 assigns to an account and which has only letters and digits",
            )],
        );
        let variable = "AWS expands policy variables only in resources and conditions";
        for kind in PrincipalKind::ALL.iter().copied() {
            because_of(kind, &[("${aws:PrincipalAccount}", variable)]);
            suggests(kind, " a\n", "remove the leading and trailing white space", "a");
        }
    }
}
