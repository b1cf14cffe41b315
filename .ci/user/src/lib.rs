//! Names that are checked when this crate compiles, and the examples of the README in the package.

use catalog::{AnyAction, action, actions, condition_key, s3, ses};

/// The macro ignores case, and the variant has AWS's spelling.
pub const SEND: ses::Action = action!("ses:sendemail");
/// Actions of several services.
pub const SENDING: &[AnyAction] = &actions!["ses:Send*", "sns:Publish"];
/// A condition key.
pub const FROM: ses::ConditionKey = condition_key!("ses:FromAddress");
/// A variant, referred to by its path.
pub const OBJECT: s3::ResourceType = s3::ResourceType::Object;

#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct FrontPage;
