//! Passes the condition of a statement to the rules: its operators, keys, values and comparisons.

use super::{condition_key, key_of_actions, listed_key::ListedKey, variables};
use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Members, Node, Text},
    json::Data,
    operator::Operator,
    rules::EveryRule,
    subject::{Actions, ComparedValue, KeyComparison, NamedOperator, WildcardComparison},
    variable,
};

/// Passes the condition of a statement to the rules.
pub(super) fn walk<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
    for (text, keys) in actions.statement.condition().into_iter().flat_map(Members::iter) {
        // A value that is not an object has been reported, and its name may not be an operator.
        let Some(keys) = keys.members() else { continue };
        let operator = text.text.parse::<Operator>();
        // A name with holes may be any operator.
        let operator = if text.hole.is_none() {
            EveryRule::operator(&NamedOperator { text, operator }, cx);
            operator.ok()
        } else {
            None
        };
        for (key, values) in keys.iter() {
            if cx.report.is_full() {
                return;
            }
            cx.report.spend(1);
            let known = condition_key::walk(key, cx);
            if let Some(operator) = operator {
                let key_type = known.and_then(|known| known.value_type);
                walk_values(operator, key, values, cx);
                EveryRule::comparison(
                    &KeyComparison { statement: actions.statement, operator, key, key_type, values },
                    cx,
                );
            }
            if let Some(known) = known {
                if let Some(wildcard) =
                    operator.and_then(|operator| WildcardComparison::new(operator, key, values, cx.kind))
                {
                    EveryRule::wildcard_comparison(&wildcard, cx);
                }
                key_of_actions::walk(&ListedKey { operator, key, values, known }, actions, cx);
            }
        }
    }
}

/// Passes the values of a comparison to the rules.
fn walk_values<'t, C: PolicyCatalog>(operator: Operator, key: Text<'t>, values: Node<'t>, cx: &mut Context<'_, 't, C>) {
    let replaces_variables = operator.comparator.compares().replaces_variables();
    for value in values.each() {
        if cx.report.is_full() {
            return;
        }
        cx.report.spend(1);
        let known = |text| Text::known(text, value.place());
        let text = match &value.value.data {
            Data::String(text) => known(&**text),
            Data::Number(text) => known(text),
            Data::Bool(true) => known("true"),
            Data::Bool(false) => known("false"),
            _ => match value.partial_string() {
                Some(text) => text,
                None => continue,
            },
        };
        if replaces_variables {
            variables::walk(text, cx);
        }
        let has_variable = || text.known_parts().any(variable::has_variable);
        let has_literal_variable = !replaces_variables && cx.has_variables() && has_variable();
        EveryRule::value(&ComparedValue { operator, key, text, has_literal_variable }, cx);
    }
}
