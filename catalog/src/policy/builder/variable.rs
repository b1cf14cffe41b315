//! Policy variables, and text that is none: what goes into the text of a resource or of a value.

use alloc::string::{String, ToString as _};
use core::fmt;

use super::key::{IntoKey, Key, KeyError};

/// A policy variable, `${aws:username}`: it displays as what to write.
///
/// It stands in a resource or in a value of a condition, where IAM puts the request's value of the key in. A [`Literal`] is
/// text in which nothing has a meaning.
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
    /// The variable for the value of a condition key.
    ///
    /// # Errors
    /// When the key is none, or a template.
    pub fn new(key: impl IntoKey) -> Result<Self, KeyError> {
        key.into_key().map(|key| Self { key, default: None })
    }

    /// The same, with what stands for the key where a request lacks it. `None`: a default holds neither `'` nor `}`.
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

/// Text that stands for itself: it displays with `*`, `?` and `$` as `${*}`, `${?}` and `${$}`, so that nothing in it is a
/// wildcard or begins a policy variable.
///
/// ```
/// use catalog::policy::Literal;
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
