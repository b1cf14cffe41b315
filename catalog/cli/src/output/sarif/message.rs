//! Makes the `message` objects of a SARIF log, which contain human-readable text.

use catalog::policy::json::Value;

use crate::output::json_tree::{object, string};

/// Makes a `message` object.
pub(super) fn message(text: String) -> Value<'static> {
    object([("text", string(text))])
}
