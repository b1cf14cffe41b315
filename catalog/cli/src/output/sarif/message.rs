//! The object of a SARIF log that holds a text for people.

use catalog::policy::json::Value;

use crate::output::json_tree::{object, string};

/// Makes the object.
pub(super) fn message(text: String) -> Value<'static> {
    object([("text", string(text))])
}
