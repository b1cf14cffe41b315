//! The strings for actions and resources in a policy. Parsing preserves any string, and constructors check it.

use alloc::{
    borrow::Cow,
    string::{String, ToString as _},
};
use core::{fmt, str::FromStr};

use catalog_core::{NameError, arn::ArnError};
use catalog_policy::{
    Shown,
    document::Node,
    json::{Data, Value},
    value::is_arn_pattern,
    variable::{self, Piece, VariableError},
};

use super::part::{self, Part, Result};
use crate::{
    enums::Typed,
    handles::{AnyAction, AnyResourceType},
    query::ActionPattern,
};

macro_rules! text {
    ($(#[$doc:meta])* $Type:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Type(Cow<'static, str>);

        impl $Type {
            /// Returns the string as it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $Type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $Type {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $Type {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl From<$Type> for String {
            fn from(text: $Type) -> Self {
                text.0.into_owned()
            }
        }

        impl fmt::Display for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($Type), "({})"), self.0)
            }
        }

        impl Part for $Type {
            fn read(node: Node<'_>) -> Result<Self> {
                String::read(node).map(|text| Self(Cow::Owned(text)))
            }

            fn tree(&self) -> Value<'_> {
                part::value(Data::String(Cow::Borrowed(&self.0)))
            }
        }
    };
}

text! {
    /// An action or a pattern of actions in a policy.
    ///
    /// ```
    /// use catalog::{policy::ActionText, ses};
    ///
    /// assert_eq!(ActionText::from(ses::Action::SendEmail), "ses:SendEmail");
    /// assert!(ActionText::new("ses:SendEmial").is_err());
    /// // Some actions exist although no AWS page lists them.
    /// assert!(ActionText::uncataloged("ses:SendFax").pattern().is_err());
    /// ```
    ActionText
}

impl ActionText {
    /// The pattern `*`, which matches every action.
    pub const EVERYTHING: Self = Self(Cow::Borrowed("*"));

    /// Creates an action or a pattern that the catalog knows.
    ///
    /// # Errors
    /// Returns the errors of [`ActionPattern::new`].
    pub fn new(text: &str) -> core::result::Result<Self, NameError> {
        ActionPattern::new(text).map(Self::from)
    }

    /// Creates an action without checking it. [`check`](crate::policy::Policy::check) reports the action unless
    /// the configuration declares it.
    pub fn uncataloged(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }

    /// Parses the pattern.
    ///
    /// # Errors
    /// Returns an error if the catalog does not know the pattern.
    pub fn pattern(&self) -> core::result::Result<ActionPattern<'_>, NameError> {
        ActionPattern::new(&self.0)
    }
}

/// Parses an action or a pattern that the catalog knows.
impl FromStr for ActionText {
    type Err = NameError;

    fn from_str(text: &str) -> core::result::Result<Self, NameError> {
        Self::new(text)
    }
}

impl From<ActionPattern<'_>> for ActionText {
    fn from(pattern: ActionPattern<'_>) -> Self {
        Self(Cow::Owned(pattern.to_string()))
    }
}

impl From<AnyAction> for ActionText {
    fn from(action: AnyAction) -> Self {
        Self(Cow::Owned(action.to_string()))
    }
}

impl<A: Typed<Any = AnyAction>> From<A> for ActionText {
    fn from(action: A) -> Self {
        Self::from(action.into_any())
    }
}

text! {
    /// A resource or a pattern of resources in a policy: an ARN with wildcards and policy variables, or `*`.
    ///
    /// ```
    /// use catalog::{policy::ResourceText, ses};
    ///
    /// let parts = [("Partition", "aws"), ("Region", "*"), ("Account", "111122223333"), ("IdentityName", "example.com")];
    /// let identity = ResourceText::from_parts(ses::ResourceType::Identity, parts)?;
    /// assert_eq!(identity, "arn:aws:ses:*:111122223333:identity/example.com");
    ///
    /// assert!(ResourceText::new("arn:aws:s3:::home/${aws:username}/*").is_ok());
    /// let error = ResourceText::new("home/*").unwrap_err();
    /// assert_eq!(error.to_string(), "`home/*` is neither an ARN nor `*`: write `arn:partition:service:region:account:resource`");
    /// # Ok::<_, catalog::policy::ResourceError>(())
    /// ```
    ResourceText
}

impl ResourceText {
    /// The pattern `*`, which matches every resource.
    pub const EVERYTHING: Self = Self(Cow::Borrowed("*"));

    /// Creates an ARN pattern. It may contain wildcards and policy variables anywhere.
    ///
    /// # Errors
    /// Returns an error if the string is not an ARN pattern, or if a `${` in it does not begin a valid policy variable.
    pub fn new(text: &str) -> core::result::Result<Self, ResourceError> {
        // The value of a variable at the beginning is unknown, and can be the beginning of an ARN.
        if !is_arn_pattern(text) && !text.starts_with("${") {
            return Err(ResourceError::NotAnArn { given: Shown(text).to_string() });
        }
        match first_malformed(text) {
            Some(error) => Err(ResourceError::Variable { given: Shown(text).to_string(), error }),
            None => Ok(Self(Cow::Owned(text.to_string()))),
        }
    }

    /// Creates the ARN pattern of a resource type from the parts of its ARN format. Parts may contain wildcards and
    /// policy variables, as in [`ArnFormat::build_pattern`](crate::ArnFormat::build_pattern). If the type has several
    /// formats, uses the first format that fits the parts.
    ///
    /// # Errors
    /// Returns the error of the first format if the parts fit no format. Also returns an error if AWS's page states no
    /// format.
    pub fn from_parts<'p, P>(
        resource_type: impl Into<AnyResourceType>,
        parts: P,
    ) -> core::result::Result<Self, ResourceError>
    where
        P: IntoIterator<Item = (&'p str, &'p str)>,
        P::IntoIter: Clone,
    {
        let resource_type = resource_type.into();
        let parts = parts.into_iter();
        let mut first = None;
        for format in resource_type.arn_formats() {
            match format.build_pattern(parts.clone()) {
                Ok(arn) => return Ok(Self(Cow::Owned(arn.to_string()))),
                Err(error) => first = first.or(Some(error)),
            }
        }
        Err(first.map_or(ResourceError::NoFormat { resource_type }, ResourceError::Parts))
    }

    /// Creates a resource without checking it. Use it for strings such as the short form of ARNs in API Gateway's
    /// resource policies. [`check`](crate::policy::Policy::check) checks the string.
    pub fn unchecked(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }
}

/// Parses an ARN pattern or `*`.
impl FromStr for ResourceText {
    type Err = ResourceError;

    fn from_str(text: &str) -> core::result::Result<Self, ResourceError> {
        Self::new(text)
    }
}

/// Returns the error of the first `${` that does not begin a valid policy variable.
pub(in crate::policy) fn first_malformed(text: &str) -> Option<VariableError> {
    variable::pieces(text).find_map(|piece| match piece {
        Piece::Malformed(error) => Some(error),
        _ => None,
    })
}

/// The error about a string that is not a valid resource.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResourceError {
    /// The string is not an ARN and not `*`.
    NotAnArn {
        /// The beginning of the string.
        given: String,
    },
    /// A `${` in the string does not begin a valid policy variable.
    Variable {
        /// The beginning of the string.
        given: String,
        /// The problem with the variable.
        error: VariableError,
    },
    /// The parts do not make an ARN of the resource type.
    Parts(ArnError),
    /// AWS's page states no ARN format for the resource type.
    NoFormat {
        /// The resource type.
        resource_type: AnyResourceType,
    },
}

impl fmt::Display for ResourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArn { given } => {
                write!(f, "`{given}` is neither an ARN nor `*`: write `arn:partition:service:region:account:resource`")
            }
            Self::Variable { given, error } => write!(f, "`{given}` has {error}"),
            Self::Parts(error) => write!(f, "{error}"),
            Self::NoFormat { resource_type } => {
                write!(f, "AWS's page states no ARN format for `{resource_type}`: pass the ARN to `ResourceText::new`")
            }
        }
    }
}

impl core::error::Error for ResourceError {}
