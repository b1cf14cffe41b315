//! Policy variables and literal strings, for use in resources and values of conditions.

use alloc::string::{String, ToString as _};
use core::fmt;

use super::key::{IntoKey, Key, KeyError};

/// A policy variable such as `${aws:username}`. Its `Display` writes the variable as a policy spells it.
///
/// Use it in a resource or in a value of a condition. IAM replaces it with the value of the key in the request. For a
/// string without wildcards and variables, use [`Literal`].
///
/// ```
/// use catalog::policy::{Key, Literal, ResourceText, Variable};
///
/// let user = Variable::new(Key::new("aws:username"))?;
/// let home = ResourceText::new(&format!("arn:aws:s3:::home/{user}/{}", Literal("100%*")))?;
/// assert_eq!(home, "arn:aws:s3:::home/${aws:username}/100%${*}");
///
/// let team = Variable::new(Key::new("aws:PrincipalTag/team"))?.or("nobody");
/// assert_eq!(team.map(|team| team.to_string()).as_deref(), Some("${aws:PrincipalTag/team, 'nobody'}"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// Source: [IAM policy elements: variables and tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variable {
    key: Key,
    default: Option<String>,
}

impl Variable {
    /// Creates the variable for the value of a condition key.
    ///
    /// # Errors
    /// Returns an error if the key is unknown or is a template.
    pub fn new(key: impl IntoKey) -> Result<Self, KeyError> {
        key.into_key().map(|key| Self { key, default: None })
    }

    /// Sets the default, which replaces the variable if a request lacks the key. Returns `None` if the default contains
    /// `'` or `}`, because a policy cannot express that.
    #[must_use]
    pub fn or(self, default: &str) -> Option<Self> {
        (!default.contains(['\'', '}'])).then(|| Self { default: Some(default.to_string()), ..self })
    }
}

impl fmt::Display for Variable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.default {
            None => write!(f, "${{{}}}", self.key),
            Some(default) => write!(f, "${{{}, '{default}'}}", self.key),
        }
    }
}

/// A string without wildcards and policy variables. Its `Display` writes `*`, `?` and `$` as `${*}`, `${?}` and `${$}`,
/// so IAM matches each character literally.
///
/// ```
/// use catalog::policy::Literal;
///
/// assert_eq!(Literal("why? ${x}").to_string(), "why${?} ${$}{x}");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Literal<'t>(pub &'t str);

impl fmt::Display for Literal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let special = |c: char| matches!(c, '*' | '?' | '$');
        for piece in self.0.split_inclusive(special) {
            let plain = piece.strip_suffix(special).unwrap_or(piece);
            f.write_str(plain)?;
            match piece.get(plain.len()..) {
                Some(character) if !character.is_empty() => write!(f, "${{{character}}}")?,
                _ => {}
            }
        }
        Ok(())
    }
}
