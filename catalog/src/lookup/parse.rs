//! Parsing of full names into handles, over all services.

use core::str::FromStr;

use catalog_core::{NameError, NameKind, resolve};

use super::catalog::AllServices;
use crate::handles::{AnyAction, AnyConditionKey, AnyResourceType};

macro_rules! parse {
    ($($Any:ident $kind:ident,)*) => {$(
        /// Parses the full name, ignoring case, over all services.
        impl FromStr for $Any {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                let (service, position) = resolve::name(AllServices, NameKind::$kind, text)?;
                // A table holds no more entries than a `u16` can count.
                Ok(Self::__new(service, u16::try_from(position).unwrap_or(u16::MAX)))
            }
        }

        impl TryFrom<&str> for $Any {
            type Error = NameError;

            fn try_from(text: &str) -> Result<Self, NameError> {
                text.parse()
            }
        }

        $crate::__serde!($Any);
    )*};
}

parse! {
    AnyAction Action,
    AnyConditionKey ConditionKey,
    AnyResourceType ResourceType,
}
