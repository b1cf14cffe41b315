//! Condition keys of any origin: typed keys, global keys, and templates that are filled in.

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

/// A condition key as a policy spells it, and the type of its values, if known.
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
    /// Looks up a key by name, ignoring case: a global key, a key of a service, or a key of an identity provider. A
    /// template must be filled in, such as `aws:RequestTag/team`.
    ///
    /// # Errors
    /// Returns an error if the name is unknown or is a template that is not filled in.
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

    /// Fills in a template: `aws:RequestTag/${TagKey}` and `team` make `aws:RequestTag/team`.
    ///
    /// # Errors
    /// Returns an error if the key is not a template, or if the part is empty or is itself a placeholder.
    pub fn filled(template: impl Into<AnyConditionKey>, part: &str) -> Result<Self, KeyError> {
        let template = template.into();
        if !condition_key::is_template(template.name()) {
            return Err(KeyError::NoTemplate(template));
        }
        let name = condition_key::fill(template.name(), part).ok_or(KeyError::NoPart(template))?;
        let value_type = global_keys::find(&name).map(|global| global.value_type).or(template.value_type());
        Ok(Self { name: Cow::Owned(name), value_type })
    }

    /// Creates a key without checking its name. Its type is unknown, so any operator fits.
    /// [`check`](crate::policy::Policy::check) reports the key unless the configuration declares the key.
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

    /// Returns the key as a policy spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Returns the type of the key's values. `None` means *not stated*.
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

/// Looks up a key by name, as [`Key::new`] does.
impl FromStr for Key {
    type Err = KeyError;

    fn from_str(name: &str) -> Result<Self, KeyError> {
        Self::new(name)
    }
}

/// Fails for a template: use [`filled`](Key::filled) to fill in its part.
impl TryFrom<AnyConditionKey> for Key {
    type Error = KeyError;

    fn try_from(known: AnyConditionKey) -> Result<Self, KeyError> {
        // The pages of services also list global keys, some with a type that differs from AWS's table of global keys.
        if let Some(global) = global_keys::find(known.name()) {
            return Self::global(global, known.name());
        }
        if condition_key::is_template(known.name()) {
            return Err(KeyError::Unfilled { name: known.name().to_string() });
        }
        Ok(Self { name: Cow::Borrowed(known.name()), value_type: known.value_type() })
    }
}

/// A condition key for a builder: a variant of a service's enum, an [`AnyConditionKey`], a [`Key`], or the `Result` of
/// a check.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a checked condition key",
    note = "check a string with `Key::new`, and pass the `Result`",
    note = "for a key that the catalog lacks, use `Key::uncataloged`"
)]
pub trait IntoKey {
    /// Returns the key.
    ///
    /// # Errors
    /// Returns an error if the key is a template, or if an earlier check failed.
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

/// The error about a condition key that a policy cannot contain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// The name is malformed or unknown.
    Name(NameError),
    /// The name is unknown. The error suggests a similar known name.
    Unknown {
        /// The given name.
        given: String,
        /// The similar name.
        near: String,
    },
    /// The key is a template with its placeholder.
    Unfilled {
        /// The name of the template.
        name: String,
    },
    /// The key is not a template, so nothing can be filled in.
    NoTemplate(AnyConditionKey),
    /// The part for a template is empty or is itself a placeholder.
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
                write!(f, "`{name}` is a template: fill in the missing part, such as a tag key, with `Key::filled`")
            }
            Self::NoTemplate(key) => write!(f, "`{key}` is not a template: use the key itself"),
            Self::NoPart(key) => {
                write!(
                    f,
                    "the part for the template `{key}` is empty or a placeholder: expected a value such as a tag key"
                )
            }
        }
    }
}

impl core::error::Error for KeyError {}
