//! Explains an API operation.

use catalog::{AnyOperation, AuthorizedAction, NameError};

use super::{
    sheet::{NOT_STATED, Sheet},
    source,
};

/// Explains an API operation.
pub(super) fn sheet(operation: AnyOperation) -> Sheet {
    let sheet = Sheet::new("API operation", full_name(operation)).row("service", operation.service()).list(
        "authorized by",
        operation.authorized_by().iter().map(action),
        NOT_STATED,
    );
    source::rows(sheet, None::<&str>, operation.service())
}

/// Returns the name of an operation with the prefix of its service.
pub(super) fn full_name(operation: AnyOperation) -> String {
    format!("{}:{operation}", operation.service().prefix())
}

/// Explains an API operation that no page lists.
///
/// `error` is the error from looking up the operation's name as an action. It contains the actions that authorize the
/// operation.
pub(super) fn unlisted_sheet(name: &str, error: &NameError) -> Option<Sheet> {
    let mut actions = error.operation_actions().peekable();
    actions.peek()?;
    Some(Sheet::new("API operation", name).list("authorized by", actions, NOT_STATED))
}

/// Returns the name of an action. If AWS states a condition key and its values for the operation, they follow in
/// parentheses.
fn action(needed: AuthorizedAction) -> String {
    let name = needed.action();
    match needed.condition_key() {
        Some(key) => format!("{name} ({key}: {})", needed.values().collect::<Vec<_>>().join(", ")),
        None => name.to_owned(),
    }
}
