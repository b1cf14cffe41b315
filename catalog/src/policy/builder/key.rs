//! Condition keys of any origin: typed, global, filled in.

use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString as _},
};
use core::{fmt, str::FromStr};

use catalog_core::{ConditionKeyType, NameError, NameErrorKind, syntax};
use catalog_policy::{
    condition_key,
    global_keys::{self, GlobalKey},
};

use crate::{
    enums::Typed,
    handles::{AnyConditionKey, Service},
    lookup::AllServices,
    query::condition_keys,
};

/// A condition key as a policy has it, and the type of its values, if that is known.
///
/// ```
/// use catalog::{ConditionKeyType, ec2, policy::Key};
///
/// let source = Key::new("aws:sourceip")?;
/// assert_eq!((source.as_str(), source.value_type()), ("aws:SourceIp", Some(ConditionKeyType::IpAddress)));
/// assert_eq!(Key::filled(ec2::ConditionKey::AwsRequestTagTagKey, "team")?.as_str(), "aws:RequestTag/team");
///
/// let error = Key::new("aws:SourceIpp").unwrap_err();
/// assert_eq!(error.to_string(), "unknown condition key `aws:SourceIpp`: did you mean `aws:SourceIp`?");
/// # Ok::<_, catalog::policy::KeyError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Key {
    name: Cow<'static, str>,
    value_type: Option<ConditionKeyType>,
}

impl Key {
    /// The key of a name, in any case: a global one, one of a service, or one of an identity provider. What its user fills in
    /// must be filled in: `aws:RequestTag/team`.
    ///
    /// # Errors
    /// When there is none by that name.
    pub fn new(name: &str) -> Result<Self, KeyError> {
        if let Some(global) = global_keys::find(name) {
            return Self::global(global, name);
        }
        let error = match name.parse::<AnyConditionKey>() {
            Ok(known) => return Self::try_from(known),
            Err(error) => error,
        };
        let prefix = syntax::split(name).map(|parts| parts.prefix).unwrap_or_default();
        let own = Service::find(prefix).map(Service::condition_keys);
        let template = own.into_iter().flatten().chain(condition_keys());
        if let Some(known) = template.into_iter().find(|known| condition_key::matches(known.name(), name)) {
            return Ok(Self { name: Cow::Owned(name.to_string()), value_type: known.value_type() });
        }
        match error.kind() {
            NameErrorKind::UnknownService | NameErrorKind::UnknownName if condition_key::is_of_provider(prefix) => {
                Ok(Self::uncataloged(name.to_string()))
            }
            NameErrorKind::UnknownService | NameErrorKind::UnknownName => {
                match condition_key::nearest(AllServices, name).map(|(near, _)| near) {
                    Some(near) => Err(KeyError::Unknown { given: name.to_string(), near }),
                    None => Err(KeyError::Name(error)),
                }
            }
            _ => Err(KeyError::Name(error)),
        }
    }

    /// The key that a template becomes: `aws:RequestTag/${TagKey}` with `team`.
    ///
    /// # Errors
    /// When the key is no template, and when the part is empty or a mark for one.
    pub fn filled(template: impl Into<AnyConditionKey>, part: &str) -> Result<Self, KeyError> {
        let template = template.into();
        if !condition_key::is_template(template.name()) {
            return Err(KeyError::NoTemplate(template));
        }
        let name = condition_key::fill(template.name(), part).ok_or(KeyError::NoPart(template))?;
        let value_type = global_keys::find(&name).map(|global| global.value_type).or(template.value_type());
        Ok(Self { name: Cow::Owned(name), value_type })
    }

    /// A key that nobody checks here, of a type that nobody knows: every operator fits.
    /// [`check`](crate::policy::Policy::check) will speak of it, unless its configuration declares it.
    pub fn uncataloged(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), value_type: None }
    }

    fn global(global: GlobalKey, name: &str) -> Result<Self, KeyError> {
        if condition_key::is_unfilled(global, name) {
            return Err(KeyError::Unfilled { name: name.to_string() });
        }
        let part = name.get(global.name.len()..).unwrap_or_default();
        let name = if part.is_empty() { global.name.into() } else { format!("{}{part}", global.name).into() };
        Ok(Self { name, value_type: Some(global.value_type) })
    }

    /// As a policy has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The type of its values. `None` means *not stated*.
    #[must_use]
    pub const fn value_type(&self) -> Option<ConditionKeyType> {
        self.value_type
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({self})")
    }
}

/// The key of a name, as [`Key::new`] finds it.
impl FromStr for Key {
    type Err = KeyError;

    fn from_str(name: &str) -> Result<Self, KeyError> {
        Self::new(name)
    }
}

/// Fails for a template: its part is to be [filled](Key::filled) in.
impl TryFrom<AnyConditionKey> for Key {
    type Error = KeyError;

    fn try_from(known: AnyConditionKey) -> Result<Self, KeyError> {
        // Services' pages list global keys, too, and some call their types otherwise than AWS's table of them.
        if let Some(global) = global_keys::find(known.name()) {
            return Self::global(global, known.name());
        }
        if condition_key::is_template(known.name()) {
            return Err(KeyError::Unfilled { name: known.name().to_string() });
        }
        Ok(Self { name: Cow::Borrowed(known.name()), value_type: known.value_type() })
    }
}

/// What a builder takes for a condition key: variants of the services' enums, [`AnyConditionKey`], [`Key`], and the `Result`
/// of a check.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not checked to be a condition key",
    note = "a text is checked by `Key::new(text)`, and the `Result` can be given as it is",
    note = "what the catalog lacks goes in by `Key::uncataloged(text)`"
)]
pub trait IntoKey {
    /// The key, or why there is none.
    ///
    /// # Errors
    /// When it is a template, and when a check has failed before.
    fn into_key(self) -> Result<Key, KeyError>;
}

impl IntoKey for Key {
    fn into_key(self) -> Result<Key, KeyError> {
        Ok(self)
    }
}

impl IntoKey for &Key {
    fn into_key(self) -> Result<Key, KeyError> {
        Ok(self.clone())
    }
}

impl IntoKey for AnyConditionKey {
    fn into_key(self) -> Result<Key, KeyError> {
        self.try_into()
    }
}

impl<K: Typed<Any = AnyConditionKey>> IntoKey for K {
    fn into_key(self) -> Result<Key, KeyError> {
        self.into_any().try_into()
    }
}

impl<K: IntoKey, E: Into<KeyError>> IntoKey for Result<K, E> {
    fn into_key(self) -> Result<Key, KeyError> {
        self.map_err(Into::into)?.into_key()
    }
}

/// Why there is no condition key to write.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// The name is malformed, or nothing is called so.
    Name(NameError),
    /// Nothing is called so, but something is called nearly so.
    Unknown {
        /// What was given.
        given: String,
        /// What may have been meant.
        near: String,
    },
    /// A template with its mark in it.
    Unfilled {
        /// Its name.
        name: String,
    },
    /// A key that is no template has nothing to fill in.
    NoTemplate(AnyConditionKey),
    /// What should fill a template in is empty, or a mark itself.
    NoPart(AnyConditionKey),
}

impl From<NameError> for KeyError {
    fn from(error: NameError) -> Self {
        Self::Name(error)
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(error) => write!(f, "{error}"),
            Self::Unknown { given, near } => write!(f, "unknown condition key `{given}`: did you mean `{near}`?"),
            Self::Unfilled { name } => {
                write!(f, "`{name}` is a template: fill in what stands for a tag's key or the like by `Key::filled`")
            }
            Self::NoTemplate(key) => write!(f, "`{key}` is no template: nothing in it is to be filled in"),
            Self::NoPart(key) => write!(f, "`{key}` is to be filled in with a tag's key or the like"),
        }
    }
}

impl core::error::Error for KeyError {}
