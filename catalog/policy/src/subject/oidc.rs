//! The OIDC providers in a statement of a trust policy, and the comparisons of their claims.

use catalog_core::{ascii_case, wildcard};

use super::{Caller, TrustStatement};
use crate::{
    condition_key,
    document::{ComparisonNode, Node, StatementNode, Text},
    known_principals::SharedProvider,
    operator::{Comparator, Operator},
    principal::PrincipalKind,
};

/// An OIDC provider whose users a statement allows to assume the role.
#[derive(Clone, Copy)]
pub(crate) struct OidcPrincipal<'t> {
    /// The statement.
    statement: StatementNode<'t>,
    /// The string of the policy.
    pub(crate) name: Text<'t>,
    /// The URL of the provider, without `https://`.
    pub(crate) url: &'t str,
    /// The facts about the provider, if many AWS customers share it.
    pub(crate) shared: Option<&'static SharedProvider>,
}

impl<'t, S> TrustStatement<'_, 't, S> {
    /// Returns the valid OIDC providers of the statement. There are none if their users cannot use the actions.
    pub(crate) fn oidc_principals(&self) -> impl Iterator<Item = OidcPrincipal<'t>> {
        let is_allowed = self.allows(Caller::Oidc);
        let callers = self.callers.iter().filter(move |(_, caller)| is_allowed && *caller == Caller::Oidc);
        let valid = callers.filter(|(name, _)| PrincipalKind::Federated.check(name.text).is_ok());
        valid.map(|(name, _)| {
            let url = name.text.split_once(":oidc-provider/").map_or(name.text, |(_, url)| url);
            OidcPrincipal { statement: self.statement, name: *name, url, shared: SharedProvider::from_url(url) }
        })
    }
}

impl<'t> OidcPrincipal<'t> {
    /// Returns the work of a search for comparisons, in comparisons of names.
    pub(crate) fn work(self) -> u64 {
        self.statement.conditions().count() as u64
    }

    /// Returns true if the provider is GitHub's provider for the tokens of workflows.
    pub(crate) fn is_github(&self) -> bool {
        ascii_case::eq(self.url, "token.actions.githubusercontent.com")
    }

    /// Returns true if the condition may have other comparisons, because a part of it is a hole.
    pub(crate) fn has_unknown_comparisons(self) -> bool {
        self.statement.has_unknown_comparisons()
    }

    /// Returns the comparisons whose key has no holes.
    fn known_comparisons(self) -> impl Iterator<Item = ComparisonNode<'t>> {
        self.statement.conditions().filter(|comparison| comparison.key.hole.is_none())
    }

    /// Returns the comparisons of the provider's claims, each with the name of the claim.
    pub(crate) fn claims(self) -> impl Iterator<Item = (&'t str, ComparisonNode<'t>)> {
        self.known_comparisons().filter_map(move |comparison| {
            let (head, rest) = comparison.key.text.split_at_checked(self.url.len())?;
            let claim = rest.strip_prefix(':')?;
            ascii_case::eq(head, self.url).then_some((claim, comparison))
        })
    }

    /// Returns the comparisons of the claims of other providers.
    pub(crate) fn claims_of_others(self) -> impl Iterator<Item = ComparisonNode<'t>> {
        self.known_comparisons().filter(move |comparison| {
            let url = comparison.key.text.rsplit_once(':').map_or("", |(url, _)| url);
            condition_key::is_of_provider(url) && !url.contains([':', '$']) && !ascii_case::eq(url, self.url)
        })
    }

    /// Returns the comparisons of the key that distinguishes the customers of a shared provider.
    ///
    /// IAM accepts only comparisons of strings, with a value that does not consist of wildcards. A comparison with an
    /// unknown operator is included, because it has a finding of its own. So is a comparison with a hole in its values.
    pub(crate) fn required_comparisons(self, key: &str) -> impl Iterator<Item = ComparisonNode<'t>> {
        self.statement.conditions().filter(move |comparison| {
            let operator = comparison.operator.text.parse::<Operator>();
            let is_accepted = operator.map_or(true, |Operator { comparator, if_exists, .. }| {
                !if_exists
                    && matches!(
                        comparator,
                        Comparator::StringEquals | Comparator::StringEqualsIgnoreCase | Comparator::StringLike
                    )
            });
            let is_own =
                |value: Node<'_>| value.has_open_hole() || value.string().is_some_and(|own| !is_wildcards(own.text));
            is_accepted && ascii_case::eq(comparison.key.text, key) && comparison.values.each().any(is_own)
        })
    }
}

/// Returns true if a string consists only of wildcards.
fn is_wildcards(text: &str) -> bool {
    wildcard::has_wildcard(text) && text.bytes().all(|byte| matches!(byte, b'*' | b'?'))
}
