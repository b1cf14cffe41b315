//! Whether a text can be a principal of its kind.
//!
//! Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).

use alloc::{borrow::ToOwned as _, format, string::String};

use crate::value::parts::{is_account, is_partition};
use catalog_core::{ascii_case, nearest::distance};

/// What is wrong with a principal.
pub(super) struct Wrong {
    pub(super) reason: &'static str,
    /// What to write in its place.
    pub(super) instead: Option<String>,
}

const fn because(reason: &'static str) -> Wrong {
    Wrong { reason, instead: None }
}

/// What is wrong with a principal of one of the four kinds.
pub(super) fn wrong(kind: &str, name: &str) -> Option<Wrong> {
    if name.contains("${") {
        return Some(because("AWS replaces policy variables in resources and conditions alone, and takes none here"));
    }
    if name != name.trim() {
        return Some(Wrong { reason: "white space stands around it", instead: Some(name.trim().to_owned()) });
    }
    let has_wildcard = name.contains(['*', '?']);
    match kind {
        "AWS" if name == "*" => None,
        "AWS" if has_wildcard => Some(because(
            "`*` stands for everybody and never for a part of a name; patterns go into a condition on `aws:PrincipalArn`",
        )),
        "AWS" => of_account(name),
        "Service" if has_wildcard => Some(because("a service is named in full")),
        "Service" => service(name),
        "Federated" if has_wildcard => Some(because("a provider is named in full")),
        "Federated" => provider(name),
        "CanonicalUser" if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            Some(because("a canonical user is the long id that S3 gives to an account, letters and digits alone"))
        }
        _ => None,
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
fn of_account(name: &str) -> Option<Wrong> {
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
fn service(name: &str) -> Option<Wrong> {
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
        let instead = Some(format!("{service}.{DOMAIN}"));
        return Some(Wrong { reason: "the names of AWS's services end in `.amazonaws.com`", instead });
    }
    None
}

/// A domain, or the ARN of a provider.
fn provider(name: &str) -> Option<Wrong> {
    const SCHEME: &str = "https://";
    if name.contains(SCHEME) {
        let instead = Some(name.replacen(SCHEME, "", 1));
        return Some(Wrong { reason: "a provider is named without `https://`", instead });
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
