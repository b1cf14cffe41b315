//! The policy variables of a resource or of a condition's value.

use super::condition_key;
use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::Text,
    rules::EveryRule,
    subject::{VariableFault, WrongVariable},
    variable::{Piece, pieces},
};

/// Shows the rules each variable that has no effect.
pub(super) fn walk<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) {
    if !text.text.contains("${") {
        return;
    }
    if !cx.has_variables() {
        return EveryRule::wrong_variable(&WrongVariable { text, fault: VariableFault::OldVersion }, cx);
    }
    for piece in pieces(text.text) {
        let fault = match piece {
            Piece::Malformed(error) => VariableFault::Malformed(error),
            Piece::Variable(variable) if !variable.key.contains(':') => VariableFault::NoPrefix(variable.key),
            Piece::Variable(variable) if !is_known(variable.key, cx) => VariableFault::UnknownKey(variable.key),
            Piece::Variable(_) | Piece::Plain(_) | Piece::Character(_) => continue,
        };
        EveryRule::wrong_variable(&WrongVariable { text, fault }, cx);
    }
}

fn is_known<C: PolicyCatalog>(key: &str, cx: &mut Context<'_, '_, C>) -> bool {
    is_of_iot(key) || condition_key::find(key, cx).is_some() || cx.report.declares_condition_key(key)
}

/// Returns true if a variable is one that AWS has for the policies of devices, which are not condition keys.
///
/// Source: [Thing policy variables](https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html) and
/// [X.509 certificate policy variables](https://docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html).
fn is_of_iot(key: &str) -> bool {
    const BEGINNINGS: &[&str] = &["Connection.Thing.", "Certificate."];
    key.strip_prefix("iot:").is_some_and(|name| BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)))
}
