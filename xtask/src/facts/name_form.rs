//! The form of the names in facts, which is that of the pages.

use super::reader::Fields;
use catalog_core::{NameErrorKind, NameForm, NameKind, syntax};
use toml::Spanned;

/// Checks a field that is the name of an action, `service:Name`.
pub(super) fn action(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let form = |text: &str| {
        let parts = syntax::parse(text, NameKind::Action, false)?;
        Ok::<_, NameErrorKind>(NameForm::Action.check(parts.name))
    };
    let is_action = matches!(form(name.get_ref()), Ok(Ok(())));
    checked(fields, is_action, name, "an action such as `ses:SendEmail`")
}

/// Checks a field that is the name of a condition key.
pub(super) fn condition_key(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_key = name.get_ref().contains(':') && NameForm::ConditionKey.check(name.get_ref()).is_ok();
    checked(fields, is_key, name, "a condition key such as `aws:SourceArn`")
}

/// Checks a field that is the name of a resource type of a service, `service:name`.
pub(super) fn resource_type(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_type = is_of_service(name.get_ref(), ':', NameForm::ResourceType);
    checked(fields, is_type, name, "a resource type such as `ses:identity`")
}

/// Checks a field that is a service and a condition key of it, `service key`.
pub(super) fn key_of_service(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_key = is_of_service(name.get_ref(), ' ', NameForm::ConditionKey);
    checked(fields, is_key, name, "a service, a space and a condition key such as `ses aws:TagKeys`")
}

/// Returns true for a service prefix, a separator, and a name of a form.
fn is_of_service(text: &str, separator: char, form: NameForm) -> bool {
    text.split_once(separator)
        .is_some_and(|(prefix, name)| NameForm::ServicePrefix.check(prefix).is_ok() && form.check(name).is_ok())
}

/// Checks a field that the names of variables begin with: `iot:Certificate.`.
pub(super) fn beginning(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let words = name.get_ref().trim_end_matches(['.', ':', '/']);
    let is_beginning = name.get_ref().contains(':') && NameForm::ConditionKey.check(words).is_ok();
    checked(fields, is_beginning, name, "the beginning of a variable such as `iot:Certificate.`")
}

/// Checks a field that is the name of an operation.
pub(super) fn operation(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_operation = NameForm::Operation.check(name.get_ref()).is_ok();
    checked(fields, is_operation, name, "an operation such as `SendEmail`")
}

/// Checks a field that is a service prefix.
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
