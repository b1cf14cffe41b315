//! The errors about JSON that does not have the form of a policy.

use alloc::string::{String, ToString as _};
use core::fmt;

use catalog_core::{ascii_case, nearest::Nearest};

use crate::{
    grammar::{Effect, Element, PolicyElement, StatementElement, Version},
    json::JsonError,
    kind::PolicyKind,
    operator::{Comparator, Operator, SetOperator},
    principal::PrincipalKind,
    shown::Shown,
};

/// An error about a value that does not have the form that the grammar of policies requires.
///
/// It displays as its message, without a place. Long names of the policy are shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormError {
    /// The source is not valid JSON, or exceeds [`SIZE_LIMIT`](crate::json::SIZE_LIMIT) or
    /// [`DEPTH_LIMIT`](crate::json::DEPTH_LIMIT).
    Json(JsonError),
    /// The object is not a policy: it has neither `Version` nor `Statement`.
    NotAPolicy,
    /// The object is a statement that is not in a policy.
    BareStatement,
    /// The value does not have the type that the grammar requires.
    WrongType {
        /// The required type, with its article.
        expected: &'static str,
        /// The type that was found, with its article.
        found: &'static str,
    },
    /// YAML reads an unquoted number such as `012345670123` with the base 8.
    OctalNumber {
        /// The number in the source.
        given: String,
    },
    /// A condition key is in the place of an operator.
    KeyOutsideOperator {
        /// The condition key.
        key: String,
    },
    /// The element does not exist in the grammar.
    UnknownElement {
        /// The object that contains the element, with its article.
        of: &'static str,
        /// The name that was found.
        given: String,
        /// The element that was probably intended.
        suggestion: Option<&'static str>,
    },
    /// The name of an element has the wrong case.
    ElementCase {
        /// The name that was found.
        given: String,
        /// The correct name of the element.
        element: &'static str,
    },
    /// An object has two members with the same name.
    RepeatedMember {
        /// The name.
        name: String,
    },
    /// A condition has two operators or two keys that differ only in case.
    RepeatedInOtherCase {
        /// The second name.
        name: String,
        /// The first name.
        first: String,
    },
    /// A required element is missing.
    MissingElement {
        /// The object that requires the element, with its article.
        of: &'static str,
        /// The kind of policy that requires the element, if not all kinds do.
        kind: Option<PolicyKind>,
        /// The element.
        element: &'static str,
    },
    /// A list is empty, although IAM requires an entry.
    EmptyList {
        /// The element.
        element: &'static str,
    },
    /// A statement has an element and its negated form, such as `Action` and `NotAction`.
    ConflictingElements {
        /// The element without `Not`.
        element: &'static str,
    },
    /// The kind of policy does not allow the element.
    ForbiddenElement {
        /// The kind of policy.
        kind: PolicyKind,
        /// The element.
        element: &'static str,
    },
    /// The policy has no statement.
    NoStatement,
    /// A condition or one of its operators is empty.
    EmptyCondition {
        /// The element or the operator.
        name: String,
    },
    /// A condition key has an empty list of values.
    EmptyValues {
        /// The condition key.
        key: String,
        /// The operator, if it exists.
        operator: Option<Operator>,
    },
    /// `Principal` or `NotPrincipal` is an empty object.
    NoPrincipal,
    /// A kind of principal, such as `AWS`, has an empty list of principals.
    EmptyPrincipals {
        /// The kind.
        kind: PrincipalKind,
    },
    /// The version of the policy language does not exist.
    UnknownVersion {
        /// The version that was found.
        given: String,
    },
    /// The effect is neither `Allow` nor `Deny`.
    UnknownEffect {
        /// The effect that was found.
        given: String,
        /// The effect that was probably intended.
        suggestion: Option<&'static str>,
    },
    /// A string other than `*` is in the place of the object of principals.
    BarePrincipal {
        /// The string.
        given: String,
    },
    /// The value of `Principal` or `NotPrincipal` is neither a string nor an object.
    PrincipalType {
        /// The type that was found, with its article.
        found: &'static str,
    },
    /// `Principal` or `NotPrincipal` is an empty list.
    EmptyPrincipalList,
    /// The kind of principal does not exist.
    UnknownPrincipalKind {
        /// The kind that was found.
        given: String,
        /// The kind that was probably intended.
        suggestion: Option<&'static str>,
    },
    /// A number is too large for a double.
    NumberOutOfRange,
}

/// Returns the known name that is most similar to a wrong name, or `None` if no name is similar.
fn nearest(given: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let mut nearest = Nearest::new(given);
    for name in known {
        nearest.offer(name);
    }
    nearest.best()
}

impl FormError {
    /// Returns the error for a name that is not an element of a policy.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown_policy_element(given: &str) -> Self {
        Self::unknown_element::<PolicyElement>(given)
    }

    /// Returns the error for a name that is not an element of a statement.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown_statement_element(given: &str) -> Self {
        Self::unknown_element::<StatementElement>(given)
    }

    /// Returns the error for a name that is not one of the given elements.
    pub(crate) fn unknown_element<E: Element>(given: &str) -> Self {
        let mut names = E::ALL.iter().map(|element| element.name());
        if let Some(element) = names.clone().find(|name| ascii_case::eq(name, given)) {
            return Self::ElementCase { given: given.to_string(), element };
        }
        let suggestion = nearest(given, &mut names);
        Self::UnknownElement { of: E::OWNER, given: Shown(given).to_string(), suggestion }
    }

    /// Returns the error for two members with the same name.
    #[doc(hidden)]
    #[must_use]
    pub fn repeated_member(name: &str) -> Self {
        Self::RepeatedMember { name: Shown(name).to_string() }
    }

    /// Returns the error for a name of a condition that repeats another one, ignoring case.
    pub(crate) fn repeated_in_condition(name: &str, first: &str) -> Self {
        if name == first {
            return Self::repeated_member(name);
        }
        Self::RepeatedInOtherCase { name: Shown(name).to_string(), first: Shown(first).to_string() }
    }

    /// Returns the error for a version that does not exist.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown_version(given: &str) -> Self {
        Self::UnknownVersion { given: Shown(given).to_string() }
    }

    /// Returns the error for an effect that does not exist.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown_effect(given: &str) -> Self {
        let suggestion = nearest(given, Effect::ALL.iter().map(|effect| effect.name()));
        Self::UnknownEffect { given: Shown(given).to_string(), suggestion }
    }

    /// Returns the error for a string that is in the place of the object of principals.
    #[doc(hidden)]
    #[must_use]
    pub fn bare_principal(given: &str) -> Self {
        Self::BarePrincipal { given: Shown(given).to_string() }
    }

    /// Returns the error for a kind of principal that does not exist.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown_principal_kind(given: &str) -> Self {
        let suggestion = nearest(given, PrincipalKind::ALL.iter().map(|kind| kind.name()));
        Self::UnknownPrincipalKind { given: Shown(given).to_string(), suggestion }
    }

    /// Returns the replacement for the wrong string, if there is a clear one.
    #[must_use]
    pub const fn suggestion(&self) -> Option<&'static str> {
        match self {
            Self::UnknownElement { suggestion, .. }
            | Self::UnknownEffect { suggestion, .. }
            | Self::UnknownPrincipalKind { suggestion, .. } => *suggestion,
            Self::ElementCase { element, .. } => Some(element),
            Self::UnknownVersion { .. } => Some(Version::NEWEST.name()),
            _ => None,
        }
    }
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "{error}"),
            Self::NotAPolicy => f.write_str("this is not a policy: it has neither `Version` nor `Statement`"),
            Self::BareStatement => f.write_str(
                "expected a policy, found a bare statement: wrap it in `{\"Version\": \"2012-10-17\", \"Statement\": \
                 [ … ]}`",
            ),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::OctalNumber { given } => {
                let given = Shown(given);
                write!(f, "YAML reads `{given}` as another number, with the base 8: put it in quotes")
            }
            Self::KeyOutsideOperator { key } => {
                write!(f, "`{key}` is not a condition operator: write `{{\"StringEquals\": {{\"{key}\": … }}}}`")
            }
            Self::UnknownElement { of, given, suggestion } => {
                write!(f, "unknown element `{given}` in {of}")?;
                did_you_mean(f, *suggestion)
            }
            Self::ElementCase { given, element } => {
                write!(f, "unknown element `{given}`: did you mean `{element}`? Names of elements are case-sensitive")
            }
            Self::RepeatedMember { name } => {
                write!(f, "`{name}` appears twice in one object: merge the two, or remove one of them")
            }
            Self::RepeatedInOtherCase { name, first } => {
                write!(f, "`{name}` repeats `{first}` in other case: merge the two, or remove one of them")
            }
            Self::MissingElement { of, kind: Some(kind), element } => {
                write!(f, "{of} of {} needs `{element}`", kind.described())
            }
            Self::MissingElement { of, kind: None, element } => write!(f, "{of} needs `{element}`"),
            Self::EmptyList { element } => write!(f, "`{element}` is empty: expected at least one entry"),
            Self::ConflictingElements { element } => {
                write!(f, "a statement has `{element}` or `Not{element}`, not both: write two statements")
            }
            Self::ForbiddenElement { kind, element } => {
                write!(f, "{} cannot have `{element}`: remove it, or choose another kind of policy", kind.described())
            }
            Self::NoStatement => f.write_str("the policy has no statement: add one"),
            Self::EmptyCondition { name } => {
                write!(f, "`{name}` is empty, so it requires nothing: remove it, or add an entry")
            }
            Self::EmptyValues { key, operator } => empty_values(f, key, *operator),
            Self::NoPrincipal => f.write_str("expected at least one principal, found an empty object"),
            Self::EmptyPrincipals { kind } => write!(f, "`{kind}` is empty: expected at least one principal"),
            Self::UnknownVersion { given } => write!(f, "unknown version `{given}`: expected `{}`", Version::NEWEST),
            Self::UnknownEffect { given, .. } => write!(f, "invalid effect `{given}`: expected `Allow` or `Deny`"),
            Self::BarePrincipal { given } => {
                write!(
                    f,
                    "`{given}` is not a valid principal without its kind: write `{{\"AWS\": …}}`, or `*` for everyone"
                )
            }
            Self::PrincipalType { found } => write!(f, "expected `\"*\"` or an object of principals, found {found}"),
            Self::EmptyPrincipalList => Self::PrincipalType { found: "an empty list" }.fmt(f),
            Self::UnknownPrincipalKind { given, suggestion: None } => {
                write!(
                    f,
                    "unknown kind of principal `{given}`: expected `AWS`, `CanonicalUser`, `Federated` or `Service`"
                )
            }
            Self::UnknownPrincipalKind { given, suggestion } => {
                write!(f, "unknown kind of principal `{given}`")?;
                did_you_mean(f, *suggestion)
            }
            Self::NumberOutOfRange => f.write_str("the number is too large: the largest is about 1.8e308"),
        }
    }
}

/// Writes the message about an empty list of values. Some operators match a request without the key.
fn empty_values(f: &mut fmt::Formatter<'_>, key: &str, operator: Option<Operator>) -> fmt::Result {
    match operator {
        Some(operator) if matches_without_key(operator) => write!(
            f,
            "`{operator}` with an empty list of values matches only requests without `{key}`: add a value, or write \
             `\"Null\": {{\"{key}\": \"true\"}}`"
        ),
        _ => write!(f, "`{key}` has an empty list of values: expected at least one value"),
    }
}

/// Returns true if an operator matches a request without the key, but no value if the list of values is empty.
fn matches_without_key(operator: Operator) -> bool {
    let Operator { set, comparator, if_exists } = operator;
    (if_exists || set == Some(SetOperator::ForAllValues)) && !comparator.is_negated() && comparator != Comparator::Null
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, suggestion: Option<&str>) -> fmt::Result {
    suggestion.map_or(Ok(()), |suggestion| write!(f, ": did you mean `{suggestion}`?"))
}

impl core::error::Error for FormError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn each_error_has_its_message() {
        let string = str::to_string;
        let (kind, element) = (PolicyKind::Trust, "Action");
        for (error, expected) in [
            (FormError::NotAPolicy, "this is not a policy: it has neither `Version` nor `Statement`"),
            (
                FormError::BareStatement,
                "expected a policy, found a bare statement: wrap it in `{\"Version\": \"2012-10-17\", \"Statement\": \
                 [ … ]}`",
            ),
            (FormError::WrongType { expected: "a string", found: "a list" }, "expected a string, found a list"),
            (
                FormError::OctalNumber { given: "012345670123".into() },
                "YAML reads `012345670123` as another number, with the base 8: put it in quotes",
            ),
            (
                FormError::KeyOutsideOperator { key: string("aws:a") },
                "`aws:a` is not a condition operator: write `{\"StringEquals\": {\"aws:a\": … }}`",
            ),
            (FormError::unknown_policy_element("Frobnicate"), "unknown element `Frobnicate` in a policy"),
            (
                FormError::unknown_statement_element("Actions"),
                "unknown element `Actions` in a statement: did you mean `Action`?",
            ),
            (
                FormError::unknown_statement_element("action"),
                "unknown element `action`: did you mean `Action`? Names of elements are case-sensitive",
            ),
            (
                FormError::repeated_member("Sid"),
                "`Sid` appears twice in one object: merge the two, or remove one of them",
            ),
            (FormError::MissingElement { of: "a policy", kind: None, element }, "a policy needs `Action`"),
            (
                FormError::MissingElement { of: "a statement", kind: Some(kind), element },
                "a statement of a trust policy needs `Action`",
            ),
            (FormError::EmptyList { element }, "`Action` is empty: expected at least one entry"),
            (
                FormError::ConflictingElements { element },
                "a statement has `Action` or `NotAction`, not both: write two statements",
            ),
            (
                FormError::ForbiddenElement { kind, element },
                "a trust policy cannot have `Action`: remove it, or choose another kind of policy",
            ),
            (FormError::NoStatement, "the policy has no statement: add one"),
            (
                FormError::EmptyCondition { name: string("Bool") },
                "`Bool` is empty, so it requires nothing: remove it, or add an entry",
            ),
            (
                FormError::EmptyValues { key: string("aws:a"), operator: None },
                "`aws:a` has an empty list of values: expected at least one value",
            ),
            (
                FormError::repeated_in_condition("AWS:A", "aws:a"),
                "`AWS:A` repeats `aws:a` in other case: merge the two, or remove one of them",
            ),
            (FormError::PrincipalType { found: "a list" }, "expected `\"*\"` or an object of principals, found a list"),
            (FormError::EmptyPrincipalList, "expected `\"*\"` or an object of principals, found an empty list"),
            (FormError::NoPrincipal, "expected at least one principal, found an empty object"),
            (
                FormError::EmptyPrincipals { kind: PrincipalKind::AWS },
                "`AWS` is empty: expected at least one principal",
            ),
            (FormError::unknown_version("2012"), "unknown version `2012`: expected `2012-10-17`"),
            (FormError::unknown_effect("allow"), "invalid effect `allow`: expected `Allow` or `Deny`"),
            (
                FormError::bare_principal("ann"),
                "`ann` is not a valid principal without its kind: write `{\"AWS\": …}`, or `*` for everyone",
            ),
            (
                FormError::unknown_principal_kind("Group"),
                "unknown kind of principal `Group`: expected `AWS`, `CanonicalUser`, `Federated` or `Service`",
            ),
            (
                FormError::unknown_principal_kind("Services"),
                "unknown kind of principal `Services`: did you mean `Service`?",
            ),
            (FormError::NumberOutOfRange, "the number is too large: the largest is about 1.8e308"),
        ] {
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn an_empty_list_of_values_can_match_requests_without_the_key() {
        for (operator, expected) in [
            (
                "ForAllValues:StringEquals",
                "`ForAllValues:StringEquals` with an empty list of values matches only requests without `aws:TagKeys`: add \
                 a value, or write `\"Null\": {\"aws:TagKeys\": \"true\"}`",
            ),
            (
                "StringLikeIfExists",
                "`StringLikeIfExists` with an empty list of values matches only requests without `aws:TagKeys`: add a \
                 value, or write `\"Null\": {\"aws:TagKeys\": \"true\"}`",
            ),
            ("ForAnyValue:StringEquals", "`aws:TagKeys` has an empty list of values: expected at least one value"),
            // No value is equal to a value of an empty list, so the operator matches every request.
            ("ForAllValues:StringNotEquals", "`aws:TagKeys` has an empty list of values: expected at least one value"),
        ] {
            let (key, operator) = (String::from("aws:TagKeys"), operator.parse().ok());
            assert!(operator.is_some());
            assert_eq!(FormError::EmptyValues { key, operator }.to_string(), expected);
        }
    }

    #[test]
    fn an_error_of_the_json_displays_as_that() {
        let error = crate::json::parse(b"{,}").unwrap_err();
        assert_eq!(FormError::Json(error).to_string(), error.to_string());
    }

    #[test]
    fn a_name_that_is_nearly_known_has_a_suggestion() {
        for (error, expected) in [
            (FormError::unknown_policy_element("Statment"), Some("Statement")),
            (FormError::unknown_policy_element("id"), Some("Id")),
            (FormError::unknown_policy_element("Effect"), None),
            (FormError::unknown_statement_element("Conditions"), Some("Condition")),
            (FormError::unknown_effect("Alow"), Some("Allow")),
            (FormError::unknown_effect("Permit"), None),
            (FormError::unknown_version("2012"), Some("2012-10-17")),
            (FormError::unknown_principal_kind("aws"), Some("AWS")),
            (FormError::unknown_principal_kind("Group"), None),
            (FormError::bare_principal("111122223333"), None),
        ] {
            assert_eq!(error.suggestion(), expected, "{error}");
        }
    }

    #[test]
    fn a_long_name_is_cut() {
        let name = "a".repeat(1_000);
        let shown = Shown(&name).to_string();
        for error in [
            FormError::unknown_policy_element(&name),
            FormError::repeated_member(&name),
            FormError::unknown_version(&name),
            FormError::unknown_effect(&name),
            FormError::bare_principal(&name),
            FormError::unknown_principal_kind(&name),
        ] {
            assert!(error.to_string().contains(&format!("`{shown}`")), "{error}");
        }
    }
}
