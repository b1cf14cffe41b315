//! Checks the form of names in attributes, by the same rules as for names on AWS's pages.

use catalog_core::{NameError, NameErrorKind, NameForm, NameKind, syntax};
use quote::ToTokens;

use crate::{errors::Errors, text_literal::TextLiteral};

/// Checks the form of a name in a string literal.
pub(crate) fn check(form: NameForm, name: &TextLiteral, errors: &mut Errors) {
    check_at(form, &name.value(), name, errors);
}

/// Checks the form of a name. Errors point at `tokens`.
pub(crate) fn check_at(form: NameForm, name: &str, tokens: impl ToTokens, errors: &mut Errors) {
    if let Err(error) = form.check(name) {
        errors.push(tokens, error);
    }
}

/// Checks the full name of an action, `service:Action`, or a pattern of such names.
///
/// `missing` is the message for a name without a prefix.
pub(crate) fn check_full_action(name: &TextLiteral, missing: &str, errors: &mut Errors) {
    let value = name.value();
    match syntax::parse(&value, NameKind::Action, true) {
        Ok(parts) if parts.name.contains(['*', '?']) => {}
        Ok(parts) => check_at(NameForm::Action, parts.name, name, errors),
        Err(NameErrorKind::NoColon) => errors.push(name, missing),
        Err(kind) => errors.push(name, NameError::new(kind, NameKind::Action, &value)),
    }
}
