//! Condition keys whose values must not begin with a wildcard or a policy variable.
//!
//! Sources: [sensitive condition keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive)
//! and [the check of wildcards](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-wildcard-usage-too-permissive)
//! in IAM Access Analyzer.

use catalog_core::ascii_case;

use crate::{
    condition_key,
    value_shapes::is_sensitive,
    variable::{Piece, Variable, pieces},
};

/// A condition key that identifies a principal or a network, so that its values must be narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NarrowKey {
    /// A key that AWS lists as sensitive, such as `aws:PrincipalOrgID`. Its values are compared as a whole.
    Sensitive,
    /// `aws:userid`, whose value is a unique ID, and for a session a colon and the name of the session.
    UserId,
    /// The subject in a token of an OIDC provider.
    Subject,
}

/// A part of a value that matches several strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loose<'v> {
    /// A `*` or `?`.
    Wildcard,
    /// A policy variable.
    Variable(Variable<'v>),
}

/// The characters that must precede a wildcard in a subject.
pub(crate) const FIXED: usize = 6;

impl NarrowKey {
    /// Returns the kind of a key, or `None` if its values need not be narrow.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        if let Some((provider, "sub")) = key.rsplit_once(':') {
            return condition_key::is_of_provider(provider).then_some(Self::Subject);
        }
        if ascii_case::eq(key, "aws:userid") {
            return Some(Self::UserId);
        }
        is_sensitive(key).then_some(Self::Sensitive)
    }

    /// Returns true if a part of a value makes the value too wide. Only the parts for which `is_loose` returns true
    /// count.
    pub(crate) fn is_too_wide(self, value: &str, has_variables: bool, is_loose: impl Fn(Loose<'_>) -> bool) -> bool {
        // The part before the first colon is the unique ID of a principal.
        let (mut fixed, mut found) = (0_usize, 0_usize);
        for part in parts(value, has_variables) {
            match part {
                Part::Fixed(':') if self == Self::UserId => return found > 1 || found == 1 && fixed > 0,
                Part::Fixed(_) => fixed = fixed.saturating_add(1),
                Part::Loose(loose) if is_loose(loose) => match self {
                    Self::Sensitive => return true,
                    Self::Subject => return fixed < FIXED,
                    Self::UserId => found = found.saturating_add(1),
                },
                // Another rule is about this part, but it is not fixed either.
                Part::Loose(_) => {}
            }
        }
        found > 0
    }
}

/// A character or a variable of a value.
enum Part<'v> {
    Fixed(char),
    Loose(Loose<'v>),
}

/// Splits a string without variables.
fn plain(text: &str) -> impl Iterator<Item = Part<'_>> {
    text.chars().map(|character| match character {
        '*' | '?' => Part::Loose(Loose::Wildcard),
        other => Part::Fixed(other),
    })
}

/// Splits a value into its characters and its policy variables. Malformed variables are left out, because they have
/// their own finding.
fn parts(value: &str, has_variables: bool) -> impl Iterator<Item = Part<'_>> {
    let whole = (!has_variables).then_some(value).into_iter().flat_map(plain);
    let split = has_variables.then(|| pieces(value)).into_iter().flatten();
    whole.chain(split.flat_map(move |piece| {
        let (text, other) = match piece {
            Piece::Plain(text) => (text, None),
            Piece::Character(character) => ("", Some(Part::Fixed(character))),
            Piece::Variable(variable) => ("", Some(Part::Loose(Loose::Variable(variable)))),
            Piece::Malformed(_) => ("", None),
        };
        plain(text).chain(other)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_any_case() {
        for (key, kind) in [
            ("AWS:sourcevpce", Some(NarrowKey::Sensitive)),
            ("aws:userId", Some(NarrowKey::UserId)),
            ("token.actions.githubusercontent.com:sub", Some(NarrowKey::Subject)),
            ("oidc.eks.eu-west-1.amazonaws.com/id/A1B2:sub", Some(NarrowKey::Subject)),
            ("saml:sub", None),
            ("token.actions.githubusercontent.com:aud", None),
            ("aws:username", None),
        ] {
            assert_eq!(NarrowKey::from_key(key), kind, "{key}");
        }
    }

    #[test]
    fn wildcards_that_are_too_wide() {
        let is_wide = |key: NarrowKey, value| key.is_too_wide(value, true, |loose| loose == Loose::Wildcard);
        for (key, value, expected) in [
            (NarrowKey::Sensitive, "o-*", true),
            (NarrowKey::Sensitive, "vpc-1a2b3c4?", true),
            (NarrowKey::Sensitive, "o-a1b2c3d4e5", false),
            (NarrowKey::Sensitive, "${*}", false),
            (NarrowKey::UserId, "*", true),
            (NarrowKey::UserId, "AIDA*", true),
            (NarrowKey::UserId, "AROA*:ann", true),
            (NarrowKey::UserId, "*?:ann", true),
            (NarrowKey::UserId, "*:ann", false),
            (NarrowKey::UserId, "*:*", false),
            (NarrowKey::UserId, "AROACKCEVSQ6C2EXAMPLE:*", false),
            (NarrowKey::UserId, "AROACKCEVSQ6C2EXAMPLE", false),
            (NarrowKey::Subject, "*", true),
            (NarrowKey::Subject, "repo:*", true),
            (NarrowKey::Subject, "repo:a*", false),
            (NarrowKey::Subject, "${*}23456*", false),
            (NarrowKey::Subject, "${aws:username}*", true),
            (NarrowKey::Subject, "a", false),
        ] {
            assert_eq!(is_wide(key, value), expected, "{value}");
        }
        // In an old policy, the string is compared as it is.
        assert!(!NarrowKey::Subject.is_too_wide("${aws:username}*", false, |loose| loose == Loose::Wildcard));
    }

    #[test]
    fn variables_that_are_too_wide() {
        let is_wide = |key: NarrowKey, value| key.is_too_wide(value, true, |loose| loose != Loose::Wildcard);
        for (key, value, expected) in [
            (NarrowKey::Sensitive, "o-${aws:PrincipalTag/org}", true),
            (NarrowKey::Sensitive, "o-*", false),
            (NarrowKey::UserId, "${aws:username}", true),
            (NarrowKey::UserId, "${aws:userid}:*", false),
            (NarrowKey::UserId, "AROACKCEVSQ6C2EXAMPLE:${aws:username}", false),
            (NarrowKey::Subject, "${aws:username}", true),
            (NarrowKey::Subject, "group-${aws:username}", false),
        ] {
            assert_eq!(is_wide(key, value), expected, "{value}");
        }
    }
}
