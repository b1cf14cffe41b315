//! The form of the names in facts, which is IAM's.

use super::reader::Fields;
use catalog_core::{NameKind, syntax};
use toml::Spanned;

/// Checks a field that is the name of an action, `service:Name`.
pub(super) fn action(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    checked(fields, NameKind::Action, name, "an action such as `ses:SendEmail`")
}

/// Checks a field that is the name of a condition key.
pub(super) fn condition_key(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    checked(fields, NameKind::ConditionKey, name, "a condition key such as `aws:SourceArn`")
}

/// Checks a field that is the name of an operation, which has the form of an action's name.
pub(super) fn operation(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let full = format!("service:{}", name.get_ref());
    if syntax::parse(&full, NameKind::Action, false).is_ok() {
        return Some(name);
    }
    reject(fields, &name, "an operation such as `SendEmail`")
}

/// Checks a field that is a service prefix.
pub(super) fn prefix(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    if syntax::is_prefix(name.get_ref()) {
        return Some(name);
    }
    reject(fields, &name, "a service prefix such as `ses`")
}

fn checked(fields: &mut Fields<'_>, kind: NameKind, name: Spanned<String>, expected: &str) -> Option<Spanned<String>> {
    if syntax::parse(name.get_ref(), kind, false).is_ok() {
        return Some(name);
    }
    reject(fields, &name, expected)
}

fn reject<T>(fields: &mut Fields<'_>, name: &Spanned<String>, expected: &str) -> Option<T> {
    let message = format!("expected {expected}, found `{}`", name.get_ref());
    fields.bad(message, name.span(), "write the name as AWS's page does");
    None
}
