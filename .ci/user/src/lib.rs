//! Constants with names that are checked at compile time, and the examples of the packed README as doctests.

use catalog::{AnyAction, action, actions, condition_key, s3, ses};

/// An action, written in lower case. Its `Display` output has AWS's spelling.
pub const SEND: ses::Action = action!("ses:sendemail");
/// Actions of several services.
pub const SENDING: &[AnyAction] = &actions!["ses:Send*", "sns:Publish"];
/// A condition key.
pub const FROM: ses::ConditionKey = condition_key!("ses:FromAddress");
/// A resource type, as the path of a variant.
pub const OBJECT: s3::ResourceType = s3::ResourceType::Object;

#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct FrontPage;
