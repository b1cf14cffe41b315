//! Finds policy variables without an effect in a resource or in a value of a condition.

use catalog_core::ConditionKeyType;

use super::condition_key;
use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::Text,
    facts::policy_variables::POLICY_VARIABLES,
    rules::EveryRule,
    subject::{VariableFault, WrongVariable},
    variable::{Piece, VariableError, pieces},
};

/// Passes each variable without an effect to the rules.
pub(super) fn walk<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) {
    if !text.text.contains("${") {
        return;
    }
    if !cx.may_have_variables() {
        return EveryRule::wrong_variable(&WrongVariable { text, fault: VariableFault::OldVersion }, cx);
    }
    // If the version is a hole, the text of a variable may be literal.
    if !cx.has_variables() {
        return;
    }
    for piece in known_pieces(text) {
        let fault = match piece {
            Piece::Malformed(error) => VariableFault::Malformed(error),
            Piece::Variable(variable) if !variable.key.contains(':') => VariableFault::NoPrefix(variable.key),
            Piece::Variable(variable) => match fault(variable.key, cx) {
                Some(fault) => fault,
                None => continue,
            },
            Piece::Plain(_) | Piece::Character(_) => continue,
        };
        EveryRule::wrong_variable(&WrongVariable { text, fault }, cx);
    }
}

/// Returns the pieces of the known parts of a string. The end of a variable that contains a hole is unknown, so the
/// pieces after its beginning are left out.
pub(super) fn known_pieces<'t>(text: Text<'t>) -> impl Iterator<Item = Piece<'t>> {
    let is_cut =
        move |piece: &Piece<'t>| matches!(piece, Piece::Malformed(VariableError::Unclosed)) && text.hole.is_some();
    text.known_parts().flat_map(pieces).take_while(move |piece| !is_cut(piece))
}

/// Returns the reason why the value of a condition key cannot replace a variable.
fn fault<'t, C: PolicyCatalog>(key: &'t str, cx: &mut Context<'_, '_, C>) -> Option<VariableFault<'t>> {
    if is_not_a_key(key) {
        return None;
    }
    let Some(known) = condition_key::find(key, cx) else {
        return (!cx.report.declares_condition_key(key)).then_some(VariableFault::UnknownKey(key));
    };
    known.value_type.is_some_and(ConditionKeyType::is_array).then_some(VariableFault::Multivalued(key))
}

/// Returns true if AWS defines a policy variable with this name that is not a condition key, such as
/// `iot:Connection.Thing.ThingName`.
fn is_not_a_key(key: &str) -> bool {
    POLICY_VARIABLES.iter().any(|beginning| key.starts_with(beginning))
}
