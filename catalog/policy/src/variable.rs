//! Policy variables, such as `${aws:username}` in a resource or in a value of a condition.
//!
//! Source: [IAM policy elements: variables and tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).

use core::fmt;

/// A piece of a string that may contain policy variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// A piece without variables. It may contain wildcards.
    Plain(&'t str),
    /// `${*}`, `${?}` or `${$}`, which mean the character in the braces.
    Character(char),
    /// A variable.
    Variable(Variable<'t>),
    /// A `${` that does not begin a valid variable, and the reason.
    Malformed(VariableError),
}

/// A policy variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable<'t> {
    /// The condition key whose value replaces the variable.
    pub key: &'t str,
    /// The replacement if the request does not have the key.
    pub default: Option<&'t str>,
}

/// The reason why a `${` does not begin a valid variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VariableError {
    /// No `}` follows the `${`.
    Unclosed,
    /// The name is empty.
    Empty,
    /// The name contains white space outside of a tag's key.
    Space,
    /// The default value after the comma is not in single quotes.
    DefaultWithoutQuotes,
}

impl fmt::Display for VariableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unclosed => "an unclosed policy variable: add `}`, or write `${$}` for a dollar sign",
            Self::Empty => "a policy variable without a name: write one such as `${aws:username}`",
            Self::Space => "a policy variable with white space in its name: remove the white space",
            Self::DefaultWithoutQuotes => {
                "a policy variable whose default value is not in single quotes: write `${aws:username, 'nobody'}`"
            }
        })
    }
}

impl core::error::Error for VariableError {}

/// Splits a string into pieces, in order.
///
/// ```
/// use catalog::policy::variable::{Piece, Variable, pieces};
///
/// let text = "home/${aws:PrincipalTag/team, 'none'}/*";
/// let variable = Variable { key: "aws:PrincipalTag/team", default: Some("none") };
/// assert!(pieces(text).eq([Piece::Plain("home/"), Piece::Variable(variable), Piece::Plain("/*")]));
/// ```
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(inside) = rest.strip_prefix("${") else {
            let end = rest.find("${").unwrap_or(rest.len());
            let (plain, behind) = rest.split_at_checked(end)?;
            rest = behind;
            return Some(Piece::Plain(plain));
        };
        let Some((variable, behind)) = inside.split_once('}') else {
            rest = "";
            return Some(Piece::Malformed(VariableError::Unclosed));
        };
        // A variable cannot contain another one, so the closing brace is that of the inner variable.
        if let Some(inner) = variable.find("${") {
            rest = inside.get(inner..).unwrap_or_default();
            return Some(Piece::Malformed(VariableError::Unclosed));
        }
        rest = behind;
        Some(piece(variable))
    })
}

/// Parses the content of the braces.
fn piece(text: &str) -> Piece<'_> {
    match text {
        "*" => return Piece::Character('*'),
        "?" => return Piece::Character('?'),
        "$" => return Piece::Character('$'),
        _ => {}
    }
    let (key, default) = text.split_once(',').map_or((text, None), |(key, default)| (key, Some(default.trim())));
    if key.trim().is_empty() {
        return Piece::Malformed(VariableError::Empty);
    }
    // The key of a tag, which follows the slash, may contain spaces.
    let (name, tag) = key.split_once('/').unwrap_or((key, ""));
    if name.contains(char::is_whitespace) || tag.ends_with(char::is_whitespace) {
        return Piece::Malformed(VariableError::Space);
    }
    let quoted = |default: &'_ str| default.strip_prefix('\'').and_then(|default| default.strip_suffix('\'')).is_some();
    match default {
        Some(default) if !quoted(default) => Piece::Malformed(VariableError::DefaultWithoutQuotes),
        default => {
            let default = default.and_then(|default| default.strip_prefix('\'')?.strip_suffix('\''));
            Piece::Variable(Variable { key, default })
        }
    }
}

/// Returns true if a string contains a variable, or a character that is written in the same way, such as `${*}`.
#[must_use]
pub fn has_variable(text: &str) -> bool {
    pieces(text).any(|piece| matches!(piece, Piece::Variable(_) | Piece::Character(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{vec, vec::Vec};
    use proptest::prelude::*;

    #[test]
    fn each_form_is_read() {
        let read = |text| pieces(text).collect::<Vec<_>>();
        let variable = |key, default| Piece::Variable(Variable { key, default });
        assert_eq!(read("${aws:username}"), vec![variable("aws:username", None)]);
        assert_eq!(read("a${*}${a:b, '' }"), vec![Piece::Plain("a"), Piece::Character('*'), variable("a:b", Some(""))]);
        assert_eq!(read("$a$"), vec![Piece::Plain("$a$")]);
        assert_eq!(read("${a"), vec![Piece::Malformed(VariableError::Unclosed)]);
        let inner = vec![Piece::Malformed(VariableError::Unclosed), variable("a:b", None)];
        assert_eq!(read("${a:c/${a:b}"), inner);
        assert_eq!(read("${}"), vec![Piece::Malformed(VariableError::Empty)]);
        for blank in ["${ a:b}", "${a: b}", "${a:b }", "${a:b , 'c'}", "${a:b/c }"] {
            assert_eq!(read(blank), vec![Piece::Malformed(VariableError::Space)], "{blank}");
        }
        assert_eq!(read("${a:b/c d}"), vec![variable("a:b/c d", None)]);
        assert_eq!(read("${a, b}"), vec![Piece::Malformed(VariableError::DefaultWithoutQuotes)]);
        assert_eq!(read("${a, '}"), vec![Piece::Malformed(VariableError::DefaultWithoutQuotes)]);
        assert!(has_variable("x${?}") && !has_variable("x${"));
    }

    proptest! {
        #[test]
        fn any_text_ends(text in "[$\\{\\}'*,a é]{0,30}") {
            prop_assert!(pieces(&text).count() <= text.len());
        }
    }
}
