//! Conversions from a handle to its enum variant, and back.

use super::typed::{Typed, variant};
use crate::handles::{AnyAction, AnyConditionKey, AnyOperation, AnyResourceType};

macro_rules! conversions {
    ($(#[$example:meta])* $Any:ident) => {
        impl $Any {
            /// Returns the variant of this handle, or `None` if the enum belongs to another service.
            $(#[$example])*
            #[must_use]
            #[inline]
            pub fn typed<T: Typed<Any = Self>>(self) -> Option<T> {
                (self.service() == T::SERVICE).then(|| variant(self.position())).flatten()
            }
        }

        impl<T: Typed<Any = Self>> From<T> for $Any {
            #[inline]
            fn from(typed: T) -> Self {
                typed.into_any()
            }
        }
    };
}

conversions! {
    ///
    /// ```
    /// use catalog::{AnyAction, ses};
    ///
    /// let action: AnyAction = "ses:SendEmail".parse()?;
    /// assert_eq!(action.typed(), Some(ses::Action::SendEmail));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyAction
}
conversions! {
    ///
    /// ```
    /// use catalog::{AnyConditionKey, ses};
    ///
    /// let key: AnyConditionKey = "ses:FromAddress".parse()?;
    /// assert_eq!(key.typed(), Some(ses::ConditionKey::FromAddress));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyConditionKey
}
conversions! {
    ///
    /// ```
    /// use catalog::{AnyResourceType, ses};
    ///
    /// let resource_type: AnyResourceType = "ses:identity".parse()?;
    /// assert_eq!(resource_type.typed(), Some(ses::ResourceType::Identity));
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyResourceType
}
conversions! {
    AnyOperation
}
