//! What is wrong with a name, and what was meant.

use core::fmt;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// An action: `ses:SendEmail`.
    Action,
    /// A condition key: `ses:FromAddress`.
    ConditionKey,
    /// A resource type: `ses:identity`.
    ResourceType,
}

impl NameKind {
    const fn with_article(self) -> &'static str {
        match self {
            Self::Action => "an action",
            Self::ConditionKey => "a condition key",
            Self::ResourceType => "a resource type",
        }
    }

    const fn example(self) -> &'static str {
        match self {
            Self::Action => "ses:SendEmail",
            Self::ConditionKey => "ses:FromAddress",
            Self::ResourceType => "ses:identity",
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Action => "action",
            Self::ConditionKey => "condition key",
            Self::ResourceType => "resource type",
        })
    }
}

/// The ways in which a name can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameErrorKind {
    /// There is no text at all.
    Empty,
    /// No colon divides the service prefix from the name.
    NoColon,
    /// Nothing stands in front of the colon.
    EmptyPrefix,
    /// Nothing stands behind the colon.
    EmptyName,
    /// A character that no such name can hold.
    IllegalCharacter {
        /// The character.
        found: char,
        /// Where it begins, in bytes from the start of the text.
        at: u32,
    },
    /// A wildcard in the service prefix, which IAM wants in full.
    WildcardInPrefix,
    /// A pattern where a single name is wanted.
    Pattern,
    /// No service of the catalogue has this prefix.
    UnknownService,
    /// The name belongs to another service than the one that was asked.
    OtherService,
    /// The service has nothing of this name.
    UnknownName,
    /// The pattern matches no action of the service.
    NoMatch,
    /// AWS's page of the service leaves its actions out: whether there is one of this name, nobody can say.
    LeftOut,
}

/// A name that the catalogue does not know, or that is none.
///
/// It says what is wrong and, where something close is known, what may have been meant. It holds the beginning of the
/// text in itself and takes nothing from the heap.
///
/// ```
/// # use catalog_core::{NameError, NameErrorKind, NameKind};
/// let error = NameError::new(NameErrorKind::NoColon, NameKind::Action, "SendEmail");
/// assert_eq!(error.to_string(), "`SendEmail` has no colon: an action is written `service:Name`, as `ses:SendEmail`");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameError {
    kind: NameErrorKind,
    of: NameKind,
    given: Excerpt,
    /// The service that was found, where one was: its own name.
    service: Option<&'static str>,
    suggestion: Option<Suggestion>,
}

impl NameError {
    /// An error about a text, without a suggestion.
    #[must_use]
    pub fn new(kind: NameErrorKind, of: NameKind, given: &str) -> Self {
        Self { kind, of, given: Excerpt::of(given), service: None, suggestion: None }
    }

    /// Adds the name of the service that the prefix stands for.
    #[must_use]
    pub(crate) fn in_service(mut self, name: &'static str) -> Self {
        self.service = Some(name);
        self
    }

    /// Adds what may have been meant.
    #[must_use]
    pub(crate) fn suggesting(mut self, suggestion: Option<Suggestion>) -> Self {
        self.suggestion = suggestion;
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> NameErrorKind {
        self.kind
    }

    /// What the text should have named.
    #[must_use]
    pub fn name_kind(&self) -> NameKind {
        self.of
    }

    /// What may have been meant.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        self.suggestion
    }
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { of, given, .. } = self;
        match self.kind {
            NameErrorKind::Empty => {
                let (article, example) = (of.with_article(), of.example());
                write!(f, "an empty text where {article} is wanted, as `{example}`")?;
            }
            NameErrorKind::NoColon => {
                write!(f, "`{given}` has no colon")?;
                if self.suggestion.is_none() {
                    let (article, example) = (of.with_article(), of.example());
                    write!(f, ": {article} is written `service:Name`, as `{example}`")?;
                }
            }
            NameErrorKind::EmptyPrefix => write!(f, "`{given}` has no service prefix in front of its colon")?,
            NameErrorKind::EmptyName => write!(f, "`{given}` names no {of} behind its colon")?,
            NameErrorKind::IllegalCharacter { found, at } => {
                let article = of.with_article();
                write!(f, "`{given}` has {} at byte {at}, which IAM does not allow in {article}", Character(found))?;
                if matches!(found, '[' | ']' | '{' | '}') && self.of == NameKind::Action {
                    f.write_str(" (its wildcards are `*` and `?`)")?;
                }
            }
            NameErrorKind::WildcardInPrefix => {
                write!(f, "`{given}` has a wildcard in its service prefix, which IAM wants in full")?;
            }
            NameErrorKind::Pattern => write!(f, "`{given}` is a pattern where one {of} is wanted")?,
            NameErrorKind::UnknownService => write!(f, "unknown service prefix in `{given}`")?,
            NameErrorKind::OtherService => write!(f, "`{given}` is of another service")?,
            NameErrorKind::UnknownName => write!(f, "unknown {of} `{given}`")?,
            NameErrorKind::LeftOut => {
                let service = self.service.unwrap_or("the service");
                return write!(f, "`{given}` cannot be checked: AWS's page of {service} leaves its actions out");
            }
            NameErrorKind::NoMatch => write!(f, "pattern `{given}` matches no {of}")?,
        }
        match (self.suggestion, self.service, self.kind) {
            (Some(suggestion), ..) => write!(f, ": did you mean `{suggestion}`?"),
            (None, Some(service), NameErrorKind::NoMatch) => write!(f, " of {service}"),
            (None, Some(service), NameErrorKind::OtherService) => write!(f, " than {service}"),
            (None, Some(service), _) => write!(f, ": {service} has none of that name"),
            (None, None, NameErrorKind::UnknownService) => f.write_str(": the catalogue has no such service"),
            (None, None, _) => Ok(()),
        }
    }
}

impl core::error::Error for NameError {}

/// A character as a message shows it.
pub(crate) struct Character(pub(crate) char);

impl fmt::Display for Character {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ' ' => f.write_str("a space"),
            '`' => f.write_str("a grave accent"),
            c if c.is_control() || c.is_whitespace() => write!(f, "the character U+{:04X}", u32::from(c)),
            c => write!(f, "`{c}`"),
        }
    }
}

/// A name or pattern of the catalogue that is close to a wrong one. It displays as what to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The service prefix; empty where the name holds its own (condition keys).
    prefix: Option<&'static str>,
    /// The name, or the beginning of some; `None` where only the service is known.
    name: Option<&'static str>,
    wildcard: bool,
}

impl Suggestion {
    pub(crate) const fn name(prefix: &'static str, name: &'static str) -> Self {
        Self { prefix: Some(prefix), name: Some(name), wildcard: false }
    }

    pub(crate) const fn key(name: &'static str) -> Self {
        Self { prefix: None, name: Some(name), wildcard: false }
    }

    pub(crate) const fn service(prefix: &'static str) -> Self {
        Self { prefix: Some(prefix), name: None, wildcard: false }
    }

    pub(crate) const fn pattern(prefix: &'static str, beginning: &'static str) -> Self {
        Self { prefix: Some(prefix), name: Some(beginning), wildcard: true }
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(prefix) = self.prefix {
            write!(f, "{prefix}:")?;
        }
        f.write_str(self.name.unwrap_or("…"))?;
        f.write_str(if self.wildcard { "*" } else { "" })
    }
}

/// The beginning of a text, kept in place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Excerpt {
    bytes: [u8; Self::LIMIT],
    length: u8,
    cut: bool,
}

impl Excerpt {
    /// Nearly every name of the reference fits; what is longer is cut and shown with an ellipsis.
    const LIMIT: usize = 48;

    pub(crate) fn of(text: &str) -> Self {
        let end = text.floor_char_boundary(Self::LIMIT);
        let mut bytes = [0; Self::LIMIT];
        for (into, byte) in bytes.iter_mut().zip(text.bytes().take(end)) {
            *into = byte;
        }
        // `end` is at most the limit, which a byte can count.
        let length = u8::try_from(end).unwrap_or_default();
        Self { bytes, length, cut: end < text.len() }
    }

    fn text(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())?;
        f.write_str(if self.cut { "…" } else { "" })
    }
}

impl fmt::Debug for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let excerpt = Excerpt::of(&"é".repeat(50));
        assert_eq!(excerpt.to_string(), "é".repeat(24) + "…");
        let odd = Excerpt::of(&("a".to_string() + &"é".repeat(50)));
        assert_eq!(odd.to_string(), "a".to_string() + &"é".repeat(23) + "…");
        assert_eq!(Excerpt::of("ses:SendEmail").to_string(), "ses:SendEmail");
    }

    #[test]
    fn an_error_is_small_enough_to_return() {
        assert!(size_of::<NameError>() < 128, "{}", size_of::<NameError>());
    }
}
