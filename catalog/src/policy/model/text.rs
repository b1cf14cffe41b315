//! The texts that stand for actions and for resources. What was read is kept as it is; what is made is checked.

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
            /// As it is written.
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
    /// An action or a pattern of actions, as a policy has it.
    ///
    /// ```
    /// use catalog::{policy::ActionText, ses};
    ///
    /// assert_eq!(ActionText::from(ses::Action::SendEmail), "ses:SendEmail");
    /// assert!(ActionText::new("ses:SendEmial").is_err());
    /// // AWS has real actions that no page lists.
    /// assert!(ActionText::uncataloged("ses:SendFax").pattern().is_err());
    /// ```
    ActionText
}

impl ActionText {
    /// Every action: `*`.
    pub const EVERYTHING: Self = Self(Cow::Borrowed("*"));

    /// An action or a pattern that the catalog knows.
    ///
    /// # Errors
    /// Those of [`ActionPattern::new`].
    pub fn new(text: &str) -> core::result::Result<Self, NameError> {
        ActionPattern::new(text).map(Self::from)
    }

    /// A text that nobody checks here. [`check`](crate::policy::Policy::check) will, unless its configuration declares it.
    pub fn uncataloged(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }

    /// The pattern that it is.
    ///
    /// # Errors
    /// When the catalog does not know it.
    pub fn pattern(&self) -> core::result::Result<ActionPattern<'_>, NameError> {
        ActionPattern::new(&self.0)
    }
}

/// Reads an action or a pattern that the catalog knows.
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
    /// A resource or a pattern of resources, as a policy has it: an ARN with wildcards and policy variables, or `*`.
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
    /// Every resource: `*`.
    pub const EVERYTHING: Self = Self(Cow::Borrowed("*"));

    /// An ARN pattern. Wildcards and policy variables may stand anywhere in it, but it must be one.
    ///
    /// # Errors
    /// When it is no ARN pattern, and when a `${` in it begins no policy variable.
    pub fn new(text: &str) -> core::result::Result<Self, ResourceError> {
        // What begins with a variable may have any beginning.
        if !is_arn_pattern(text) && !text.starts_with("${") {
            return Err(ResourceError::NotAnArn { given: Shown(text).to_string() });
        }
        match first_malformed(text) {
            Some(error) => Err(ResourceError::Variable { given: Shown(text).to_string(), error }),
            None => Ok(Self(Cow::Owned(text.to_string()))),
        }
    }

    /// A resource of a type, from the parts of one of its ARN formats. Parts may hold wildcards and policy variables, as in
    /// [`ArnFormat::build_pattern`](crate::ArnFormat::build_pattern). Of several formats it is the first that they fit.
    ///
    /// # Errors
    /// When they fit none: the error is that of the first format. And when AWS's page states no format.
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

    /// A text that nobody checks here, as the short form that resource policies of API Gateway take.
    /// [`check`](crate::policy::Policy::check) will.
    pub fn unchecked(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }
}

/// Reads an ARN pattern, or `*`.
impl FromStr for ResourceText {
    type Err = ResourceError;

    fn from_str(text: &str) -> core::result::Result<Self, ResourceError> {
        Self::new(text)
    }
}

/// What is wrong with the first `${` that begins no policy variable.
pub(in crate::policy) fn first_malformed(text: &str) -> Option<VariableError> {
    variable::pieces(text).find_map(|piece| match piece {
        Piece::Malformed(error) => Some(error),
        _ => None,
    })
}

/// Why a text stands for no resource.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResourceError {
    /// It has not the form of an ARN, and is not `*`.
    NotAnArn {
        /// The beginning of the text.
        given: String,
    },
    /// A `${` in it begins no policy variable.
    Variable {
        /// The beginning of the text.
        given: String,
        /// What is wrong with it.
        error: VariableError,
    },
    /// Parts that make no ARN of their resource type.
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
                write!(f, "AWS's page states no ARN format for `{resource_type}`: write the ARN as a text")
            }
        }
    }
}

impl core::error::Error for ResourceError {}
