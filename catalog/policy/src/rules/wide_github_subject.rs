//! Reports a subject of GitHub's tokens that matches several repositories of a customer, or all branches of one.
//!
//! ## What it checks
//! A trust policy for GitHub compares `token.actions.githubusercontent.com:sub` with a pattern that leaves the
//! repository or the branch open. Examples are `repo:octo-org/*` and `repo:octo-org/octo-repo:*`.
//!
//! The rule accepts a pattern if another claim states what it leaves open, such as `ref` or `environment` for the
//! branch. It also accepts a beginning of branches, such as `ref:refs/heads/release-*`. The finding
//! `wide-provider-claim` is about patterns that match other customers.
//!
//! ## Why it matters
//! Everyone who can push to any branch can run a workflow, and the workflow can assume the role. This includes branches
//! without a review, and repositories that are not related to the role.
//!
//! ## Example
//! A trust policy for the deployments of an application:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {
//!             "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
//!             "StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/*"}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Name the repository, and the branch or the environment.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
//!         "Action": "sts:AssumeRoleWithWebIdentity",
//!         "Condition": {
//!             "StringEquals": {
//!                 "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
//!                 "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding for a role that every workflow may use, such as one that only reads public files.

use alloc::format;

use catalog_core::{ascii_case, wildcard};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    operator::Operator,
    rule::Check,
    shown::Shown,
    subject::{OidcPrincipal, PresentKeys, TrustStatement, shared_checks::WIDE_GITHUB_SUBJECT},
};

rule! {
    WideGithubSubject { severity: Warning, group: Security, since: "0.1.0" }
}

/// Claims that identify a repository, in lower case.
const OF_REPOSITORIES: &[&str] = &["job_workflow_ref", "repository", "repository_id", "workflow_ref"];

/// Claims that identify a branch or an environment, in lower case.
const OF_BRANCHES: &[&str] = &["base_ref", "environment", "head_ref", "job_workflow_ref", "ref", "workflow_ref"];

impl Check for WideGithubSubject {
    fn trust_statement<'t, C: PolicyCatalog>(trust: &TrustStatement<'_, 't, C::Service>, cx: &mut Context<'_, 't, C>) {
        for provider in trust.oidc_principals().filter(OidcPrincipal::is_github) {
            if cx.report.is_full() || !cx.report.spend(provider.work()) {
                return;
            }
            let Some(shared) = provider.shared.filter(|_| !provider.has_unknown_comparisons()) else { continue };
            let present = PresentKeys::new(trust.statement);
            for comparison in provider.required_comparisons(shared.key) {
                let operator = comparison.operator.text.parse::<Operator>();
                if !operator.is_ok_and(|operator| operator.comparator.has_wildcards()) {
                    continue;
                }
                for value in comparison.values.strings() {
                    // The finding `wide-provider-claim` is about values that match several customers.
                    let Some(open) = Open::new(value.text).filter(|_| shared.customers(value.text).is_none()) else {
                        continue;
                    };
                    let claims = if open == Open::Repository { OF_REPOSITORIES } else { OF_BRANCHES };
                    if states(&provider, claims, &present) {
                        continue;
                    }
                    let given = Shown(value.written());
                    let message = match open {
                        Open::Repository => {
                            format!("`{given}` matches several repositories: name the repository and the branch")
                        }
                        Open::Branch => format!(
                            "`{given}` matches every branch of the repository: name the branch, such as \
                             `ref:refs/heads/main`"
                        ),
                    };
                    cx.report::<Self>(value.place, message).about(WIDE_GITHUB_SUBJECT);
                }
            }
        }
    }
}

/// The part of a subject that a pattern leaves open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Repository,
    Branch,
}

impl Open {
    /// Returns the part that a pattern leaves open, or `None` if the pattern names the repository and a branch.
    fn new(pattern: &str) -> Option<Self> {
        let rest = pattern.strip_prefix("repo:").filter(|rest| wildcard::has_wildcard(rest))?;
        let (repository, context) = rest.split_once(':').map_or((rest, None), |(name, rest)| (name, Some(rest)));
        if wildcard::has_wildcard(repository) {
            return Some(Self::Repository);
        }
        let rest = ["ref:refs/heads/", "ref:refs/", "ref:", "environment:", ""]
            .iter()
            .find_map(|head| context?.strip_prefix(head));
        rest.is_some_and(|rest| rest.starts_with('*')).then_some(Self::Branch)
    }
}

/// Returns true if the condition requires a fixed value of one of the claims.
fn states(provider: &OidcPrincipal<'_>, claims: &[&str], present: &PresentKeys<'_>) -> bool {
    provider.claims().any(|(claim, comparison)| {
        let operator = comparison.operator.text.parse::<Operator>();
        claims.iter().any(|known| ascii_case::eq(known, claim))
            && operator.is_ok_and(|operator| present.are_needed(operator, comparison.key.text))
            && !comparison.values.strings().any(|value| value.text.starts_with('*'))
    })
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{BY_OIDC, finds_of_trust, found, message_of, policy, trust_statement},
    };

    const GITHUB: &str =
        r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}"#;
    const KEY: &str = "token.actions.githubusercontent.com";
    const FOUND: &[&str] =
        &["wide-github-subject /Statement/Condition/StringLike/token.actions.githubusercontent.com:sub"];

    /// Returns the action for OIDC users, with a condition on the subject and more comparisons.
    fn with(subject: &str, more: &str) -> String {
        format!(r#"{BY_OIDC}, "Condition": {{"StringLike": {{"{KEY}:sub": "{subject}"{more}}}}}"#)
    }

    #[test]
    fn an_open_repository_or_branch_is_reported() {
        for subject in [
            "repo:octo-org/*",
            "repo:octo-org/*:ref:refs/heads/main",
            "repo:octo-org/octo-*",
            "repo:octo-org/octo-repo:*",
            "repo:octo-org/octo-repo:ref:*",
            "repo:octo-org/octo-repo:ref:refs/heads/*",
            "repo:octo-org/octo-repo:environment:*",
        ] {
            finds_of_trust(GITHUB, &with(subject, ""), FOUND);
        }
    }

    #[test]
    fn a_named_branch_is_not_reported() {
        for subject in [
            "repo:octo-org/octo-repo:ref:refs/heads/main",
            "repo:octo-org/octo-repo:ref:refs/heads/release-*",
            "repo:octo-org/octo-repo:environment:prod",
            "repo:octo-org/octo-repo:pull_request",
        ] {
            finds_of_trust(GITHUB, &with(subject, ""), &[]);
        }
    }

    #[test]
    fn another_claim_can_name_what_is_open() {
        for (subject, claim, is_open) in [
            ("repo:octo-org/octo-repo:*", "ref", false),
            ("repo:octo-org/octo-repo:*", "environment", false),
            ("repo:octo-org/octo-repo:*", "actor", true),
            ("repo:octo-org/*", "ref", true),
            ("repo:octo-org/*", "repository", false),
        ] {
            let statement = trust_statement(GITHUB, &with(subject, &format!(r#", "{KEY}:{claim}": "octo""#)));
            let found = found(&policy(&statement), PolicyKind::Trust);
            // The small catalog for tests does not have the claims of GitHub, so each has another finding.
            assert_eq!(found.iter().any(|finding| FOUND.contains(&finding.as_str())), is_open, "{subject} {claim}");
        }
    }

    #[test]
    fn other_providers_are_not_reported() {
        let gitlab = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}"#;
        let subject = with("project_path:shop/*", "").replace(KEY, "gitlab.com");
        finds_of_trust(gitlab, &subject, &[]);
    }

    #[test]
    fn the_message_states_the_open_part() {
        for (subject, expected) in [
            ("repo:octo-org/*", "`repo:octo-org/*` matches several repositories: name the repository and the branch"),
            (
                "repo:octo-org/octo-repo:*",
                "`repo:octo-org/octo-repo:*` matches every branch of the repository: name the branch, such as \
                 `ref:refs/heads/main`",
            ),
        ] {
            assert_eq!(message_of(PolicyKind::Trust, &trust_statement(GITHUB, &with(subject, ""))), expected);
        }
    }
}
