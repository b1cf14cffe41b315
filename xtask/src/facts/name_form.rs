//! Checks the form of names in files of facts, which must be the same as on pages.

use super::reader::Fields;
use catalog_core::{NameForm, NameKind};
use toml::Spanned;

/// Checks a field with the full name of an action, `service:Name`.
pub(super) fn action(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_action = is_listed(NameKind::Action, name.get_ref());
    checked(fields, is_action, name, "an action such as `ses:SendEmail`")
}

/// Checks a field with the name of a condition key.
pub(super) fn condition_key(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_key = name.get_ref().contains(':') && NameForm::ConditionKey.check(name.get_ref()).is_ok();
    checked(fields, is_key, name, "a condition key such as `aws:SourceArn`")
}

/// Checks a field with a name in the form of [`ListedName`](super::ListedName).
pub(super) fn listed(fields: &mut Fields<'_>, kind: NameKind, name: Spanned<String>) -> Option<Spanned<String>> {
    let expected = match kind {
        NameKind::ConditionKey => "a service, a space and a condition key such as `ses aws:TagKeys`",
        NameKind::ResourceType => "a resource type such as `ses:identity`",
        _ => "an action such as `ses:SendEmail`",
    };
    checked(fields, is_listed(kind, name.get_ref()), name, expected)
}

/// Returns true if a string is a name in the form of [`ListedName`](super::ListedName).
pub(super) fn is_listed(kind: NameKind, text: &str) -> bool {
    let (separator, form) = match kind {
        NameKind::ConditionKey => (' ', NameForm::ConditionKey),
        NameKind::ResourceType => (':', NameForm::ResourceType),
        _ => (':', NameForm::Action),
    };
    let names = text.split_once(separator);
    names.is_some_and(|(prefix, name)| NameForm::ServicePrefix.check(prefix).is_ok() && form.check(name).is_ok())
}

/// Checks a field with the beginning of names of variables, such as `iot:Certificate.`.
pub(super) fn beginning(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let words = name.get_ref().trim_end_matches(['.', ':', '/']);
    let is_beginning = name.get_ref().contains(':') && NameForm::ConditionKey.check(words).is_ok();
    checked(fields, is_beginning, name, "the beginning of a variable such as `iot:Certificate.`")
}

/// Checks a field with the name of an operation.
pub(super) fn operation(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_operation = NameForm::Operation.check(name.get_ref()).is_ok();
    checked(fields, is_operation, name, "an operation such as `SendEmail`")
}

/// Checks a field with a service prefix.
pub(super) fn prefix(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_prefix = NameForm::ServicePrefix.check(name.get_ref()).is_ok();
    checked(fields, is_prefix, name, "a service prefix such as `ses`")
}

fn checked(fields: &mut Fields<'_>, is_right: bool, name: Spanned<String>, expected: &str) -> Option<Spanned<String>> {
    if is_right {
        return Some(name);
    }
    let message = format!("expected {expected}, found `{}`", name.get_ref());
    fields.bad(message, name.span(), "write the name as AWS's page does");
    None
}
