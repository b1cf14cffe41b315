//! The lookup of OIDC providers that customers share, and the customers that a pattern matches.
//!
//! The table comes from `docs-src/facts/oidc_providers.toml`.

use super::{Customers, SharedProvider, SharedValueForm};
use crate::facts::oidc_providers::OIDC_PROVIDERS;
use catalog_core::{ascii_case, wildcard};

impl SharedProvider {
    /// Returns the shared provider with a URL, which has no `https://`.
    ///
    /// A provider with a longer path is not shared: each customer has its own path, as in
    /// `oidc.circleci.com/org/…`.
    pub(crate) fn from_url(url: &str) -> Option<&'static Self> {
        OIDC_PROVIDERS.iter().find(|provider| ascii_case::eq(provider.name, url))
    }

    /// Returns the customers that a pattern matches, or `None` if it matches one customer, or none at all.
    pub(crate) fn customers<'v>(&self, pattern: &'v str) -> Option<Customers<'v>> {
        if is_anything(pattern) {
            return Some(Customers::All);
        }
        let SharedValueForm { customer_after, has_names } = self.form?;
        let (literal, _) = pattern.split_at_checked(pattern.find(['*', '?'])?)?;
        let separators = || literal.char_indices().filter(|(_, letter)| is_separator(*letter));
        let after = usize::try_from(customer_after).ok()?;
        let passed = separators().count();
        if passed < after {
            return Some(Customers::All);
        }
        // The wildcard follows the name of the customer.
        if passed > after {
            return None;
        }
        let customer = separators().next_back().map_or(literal, |(at, _)| literal.get(at + 1..).unwrap_or_default());
        if customer.is_empty() && !has_id(pattern.get(literal.len()..)?) {
            return Some(Customers::All);
        }
        // An `@` ends the name in GitHub's subjects with IDs, such as `repo:octo-org@123456/octo-repo@456789:…`.
        let is_beginning = has_names && !customer.is_empty() && !customer.contains('@');
        (is_beginning && !has_id(pattern.get(literal.len()..)?)).then_some(Customers::Beginning(customer))
    }
}

/// Returns true if a pattern consists only of wildcards.
fn is_anything(pattern: &str) -> bool {
    wildcard::has_wildcard(pattern) && pattern.bytes().all(|byte| matches!(byte, b'*' | b'?'))
}

const fn is_separator(letter: char) -> bool {
    matches!(letter, ':' | '/')
}

/// Returns true if the rest of a customer's name has a numeric ID, as in `*@123456/octo-repo`.
fn has_id(rest: &str) -> bool {
    let name = rest.split(is_separator).next().unwrap_or_default();
    let id = name.rsplit_once('@').map_or("", |(_, id)| id);
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customers<'v>(url: &str, pattern: &'v str) -> Option<Customers<'v>> {
        SharedProvider::from_url(url).unwrap().customers(pattern)
    }

    #[test]
    fn a_wildcard_before_the_customer_matches_all() {
        for (url, patterns) in [
            (
                "token.actions.githubusercontent.com",
                &[
                    "*",
                    "?*",
                    "repo:*",
                    "repo:*/*",
                    "repo:*:*",
                    "re*",
                    "repo:*/web:ref:refs/heads/main",
                    "*:octo-org/web",
                ][..],
            ),
            ("gitlab.com", &["project_path:*", "project_path:*/web:ref_type:branch:ref:main"]),
            ("app.terraform.io", &["organization:*", "organization:*:project:shop:*"]),
            ("oidc.vercel.com", &["https://vercel.com/*", "https://*"]),
            ("cognito-identity.amazonaws.com", &["*", "eu-west-1:*"]),
            ("api.pulumi.com/oidc", &["*"]),
        ] {
            for pattern in patterns {
                assert_eq!(customers(url, pattern), Some(Customers::All), "{pattern}");
            }
        }
    }

    #[test]
    fn a_wildcard_in_the_name_of_a_customer_matches_other_names() {
        let github = "token.actions.githubusercontent.com";
        assert_eq!(customers(github, "repo:octo-*/web:*"), Some(Customers::Beginning("octo-")));
        assert_eq!(customers(github, "repo:octo-org*"), Some(Customers::Beginning("octo-org")));
        // A customer of Amazon Cognito cannot choose the ID of a pool.
        assert_eq!(customers("cognito-identity.amazonaws.com", "eu-west-1:12345678-*"), None);
    }

    #[test]
    fn a_pattern_with_the_name_or_the_id_of_a_customer_matches_one() {
        for (url, pattern) in [
            ("token.actions.githubusercontent.com", "repo:octo-org/*"),
            ("token.actions.githubusercontent.com", "repo:octo-org/web:ref:refs/heads/main"),
            ("token.actions.githubusercontent.com", "repo:octo-org@*/web@*:*"),
            ("token.actions.githubusercontent.com", "repo:*@123456/*"),
            ("token.actions.githubusercontent.com", "repo:octo*@123456/*"),
            ("gitlab.com", "project_path:shop/*"),
            ("app.terraform.io", "organization:shop:*"),
            ("oidc.vercel.com", "https://vercel.com/shop"),
            ("api.pulumi.com/oidc", "shop*"),
        ] {
            assert_eq!(customers(url, pattern), None, "{pattern}");
        }
    }

    #[test]
    fn a_provider_with_a_path_of_its_own_is_not_shared() {
        assert!(SharedProvider::from_url("GitLab.com").is_some());
        for url in ["gitlab.example.com", "token.actions.githubusercontent.com/octo-enterprise", "oidc.vercel.com/shop"]
        {
            assert!(SharedProvider::from_url(url).is_none(), "{url}");
        }
    }
}
