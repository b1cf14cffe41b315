//! Whether a string can be a principal of its kind.
//!
//! Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).

use alloc::{borrow::ToOwned as _, format, string::String};
use core::fmt;

use catalog_core::{ascii_case, nearest::distance};

use super::kind::PrincipalKind;
use crate::value::parts::{is_account, is_partition};

/// The reason why a string is not a principal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrincipalError {
    reason: &'static str,
    suggestion: Option<String>,
}

impl PrincipalError {
    /// Returns the string to write instead, if that is clear.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl fmt::Display for PrincipalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason)
    }
}

impl core::error::Error for PrincipalError {}

impl PrincipalKind {
    /// Checks whether a string can be a principal of this kind.
    ///
    /// ```
    /// use catalog::policy::PrincipalKind;
    ///
    /// assert!(PrincipalKind::Service.check("ec2.amazonaws.com").is_ok());
    /// let error = PrincipalKind::Service.check("ec2").unwrap_err();
    /// assert_eq!(error.to_string(), "a service is named as `ec2.amazonaws.com`");
    /// ```
    ///
    /// # Errors
    /// Returns the reason why it cannot.
    pub fn check(self, name: &str) -> Result<(), PrincipalError> {
        error(self, name).map_or(Ok(()), Err)
    }
}

const fn because(reason: &'static str) -> PrincipalError {
    PrincipalError { reason, suggestion: None }
}

/// Returns the error of a string as a principal of a kind, if it has one.
fn error(kind: PrincipalKind, name: &str) -> Option<PrincipalError> {
    if name.contains("${") {
        return Some(because("AWS replaces policy variables in resources and conditions alone, and takes none here"));
    }
    if name != name.trim() {
        return Some(PrincipalError {
            reason: "white space stands around it",
            suggestion: Some(name.trim().to_owned()),
        });
    }
    let has_wildcard = name.contains(['*', '?']);
    match kind {
        PrincipalKind::AWS if name == "*" => None,
        PrincipalKind::AWS if has_wildcard => Some(because(
            "`*` stands for everybody and never for a part of a name; patterns go into a condition on `aws:PrincipalArn`",
        )),
        PrincipalKind::AWS => of_account(name),
        PrincipalKind::Service if has_wildcard => Some(because("a service is named in full")),
        PrincipalKind::Service => service(name),
        PrincipalKind::Federated if has_wildcard => Some(because("a provider is named in full")),
        PrincipalKind::Federated => provider(name),
        PrincipalKind::CanonicalUser if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            Some(because("a canonical user is the long id that S3 gives to an account, letters and digits alone"))
        }
        PrincipalKind::CanonicalUser => None,
    }
}

/// The fields of an ARN behind `arn`, where it has them all.
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

/// An account, or a user, a role or a session of one.
fn of_account(name: &str) -> Option<PrincipalError> {
    // What a deleted user or role leaves behind: its unique id.
    let is_id = name.len() >= 16 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let is_short = name.strip_prefix("AWS:").is_some_and(|id| id.len() == 12);
    if is_account(name) || is_id || is_short || ascii_case::eq(name, "AWS:*") {
        return None;
    }
    let Some([partition, service, region, account, resource]) = fields(name) else {
        let is_service = name.ends_with(".amazonaws.com") && !name.contains([':', '/']);
        return Some(because(if is_service {
            "a service stands under `Service`, not under `AWS`"
        } else {
            "an account has 12 digits, everything else is an ARN"
        }));
    };
    // CloudFront's identities stand where an account does: `arn:aws:iam::cloudfront:user/…`.
    let of_aws = !account.is_empty() && account.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_account(account) && !of_aws {
        return Some(because("an account has 12 digits"));
    }
    let is_one = is_partition(partition)
        && region.is_empty()
        && match service {
            "iam" => resource == "root" || begins(resource, &["user", "role"]),
            "sts" => begins(resource, &["assumed-role", "federated-user"]),
            _ => false,
        };
    if is_one {
        return None;
    }
    Some(because("who can call AWS is an account, a user, a role or a session: `arn:aws:iam::111122223333:role/name`"))
}

/// `ec2.amazonaws.com`, `states.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn`, `example.aws.internal`.
fn service(name: &str) -> Option<PrincipalError> {
    const DOMAIN: &str = "amazonaws.com";
    if !name.contains('.') || name.contains([' ', ':', '/']) {
        return Some(because("a service is named as `ec2.amazonaws.com`"));
    }
    let (at, _) = name.rmatch_indices('.').nth(1)?;
    let (service, domain) = (name.get(..at)?, name.get(at + 1..)?);
    // There are services at `amazon.com`, too, as `alexa-appkit.amazon.com`, and none of one word.
    let is_near = || distance(domain, DOMAIN).is_some_and(|mistakes| mistakes <= 2);
    let is_short = || ascii_case::eq(domain, "amazon.com") && !service.contains(['-', '.']);
    if !ascii_case::eq(domain, DOMAIN) && (is_near() || is_short()) {
        let suggestion = Some(format!("{service}.{DOMAIN}"));
        return Some(PrincipalError { reason: "the names of AWS's services end in `.amazonaws.com`", suggestion });
    }
    None
}

/// A domain, or the ARN of a provider.
fn provider(name: &str) -> Option<PrincipalError> {
    const SCHEME: &str = "https://";
    if name.contains(SCHEME) {
        let suggestion = Some(name.replacen(SCHEME, "", 1));
        return Some(PrincipalError { reason: "a provider is named without `https://`", suggestion });
    }
    match fields(name) {
        Some([partition, "iam", "", account, resource])
            if is_partition(partition) && begins(resource, &["saml-provider", "oidc-provider"]) =>
        {
            if is_account(account) { None } else { Some(because("an account has 12 digits")) }
        }
        Some(_) => {
            Some(because("a provider's ARN is one of IAM: `arn:aws:iam::111122223333:oidc-provider/gitlab.com`"))
        }
        None if name.contains('.') && !name.contains([':', '/', ' ']) => None,
        None => Some(because("a provider is a domain, or the ARN of a provider of your account")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    /// Checks why names are not principals of a kind.
    fn because_of(kind: PrincipalKind, cases: &[(&str, &str)]) {
        for (name, reason) in cases {
            let error = kind.check(name).unwrap_err();
            assert_eq!((error.to_string().as_str(), error.suggestion()), (*reason, None), "{name}");
        }
    }

    /// Checks what to write in place of a name.
    fn suggests(kind: PrincipalKind, name: &str, reason: &str, suggestion: &str) {
        let error = kind.check(name).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.suggestion()), (reason, Some(suggestion)), "{name}");
    }

    #[test]
    fn names_of_accounts_have_a_reason() {
        let digits = "an account has 12 digits";
        let caller =
            "who can call AWS is an account, a user, a role or a session: `arn:aws:iam::111122223333:role/name`";
        because_of(
            PrincipalKind::AWS,
            &[
                ("ann", "an account has 12 digits, everything else is an ARN"),
                ("ec2.amazonaws.com", "a service stands under `Service`, not under `AWS`"),
                ("arn:aws:iam::1:root", digits),
                ("arn:aws:s3:::mail", digits),
                ("arn:aws:iam::111122223333:group/mail", caller),
                ("arn:aws:iam:eu-west-1:111122223333:root", caller),
                ("arn:asw:iam::111122223333:root", caller),
                ("arn:aws:sts::111122223333:role/name", caller),
                (
                    "arn:aws:iam::111122223333:role/*",
                    "`*` stands for everybody and never for a part of a name; patterns go into a condition on \
                     `aws:PrincipalArn`",
                ),
            ],
        );
        for name in ["*", "111122223333", "AWS:111122223333", "AROADBQP57FF2AEXAMPLE"] {
            assert_eq!(PrincipalKind::AWS.check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn names_of_services_have_a_reason() {
        because_of(
            PrincipalKind::Service,
            &[("*.amazonaws.com", "a service is named in full"), ("ec2", "a service is named as `ec2.amazonaws.com`")],
        );
        let domain = "the names of AWS's services end in `.amazonaws.com`";
        suggests(PrincipalKind::Service, "ec2.amazonaws.co", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2.amazon.com", domain, "ec2.amazonaws.com");
    }

    #[test]
    fn names_of_providers_have_a_reason() {
        because_of(
            PrincipalKind::Federated,
            &[
                ("*", "a provider is named in full"),
                ("gitlab", "a provider is a domain, or the ARN of a provider of your account"),
                ("arn:aws:iam::1:saml-provider/a", "an account has 12 digits"),
                (
                    "arn:aws:iam::111122223333:role/name",
                    "a provider's ARN is one of IAM: `arn:aws:iam::111122223333:oidc-provider/gitlab.com`",
                ),
            ],
        );
        let scheme = "a provider is named without `https://`";
        suggests(PrincipalKind::Federated, "https://gitlab.com", scheme, "gitlab.com");
    }

    #[test]
    fn other_names_have_a_reason() {
        because_of(
            PrincipalKind::CanonicalUser,
            &[("a-b", "a canonical user is the long id that S3 gives to an account, letters and digits alone")],
        );
        let variable = "AWS replaces policy variables in resources and conditions alone, and takes none here";
        for kind in PrincipalKind::ALL.iter().copied() {
            because_of(kind, &[("${aws:PrincipalAccount}", variable)]);
            suggests(kind, " a\n", "white space stands around it", "a");
        }
    }
}
