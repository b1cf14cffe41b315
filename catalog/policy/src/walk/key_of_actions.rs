//! Checks whether requests for the actions of a statement carry a condition key.

use alloc::vec::Vec;

use catalog_core::resolve::Pattern;

use super::near_key;
use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::Context,
    document::Text,
    operator::{Comparator, Operator, SetOperator},
    rules::EveryRule,
    subject::{Actions, UncarriedKey},
};

/// Passes to the rules a key that no action supports, and each action that does not support the key.
pub(super) fn walk<'t, C: PolicyCatalog>(
    operator: Option<Operator>,
    key: Text<'t>,
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) {
    if !actions.is_complete || actions.named.is_empty() {
        return;
    }
    let mut work = 0;
    let mut carries = |service, position| {
        work += 1;
        let keys = cx.catalog.action_keys(service, position);
        keys.is_none_or(|mut keys| keys.any(|known| condition_key::matches(known, key.text)))
    };
    // A pattern may match more actions than intended, so one action with the key is enough.
    let mut any = false;
    let mut without = Vec::new();
    for (text, pattern) in &actions.named {
        any |= match *pattern {
            Pattern::Everything => true,
            Pattern::One(service, position) => {
                let does = carries(service, position);
                if !does {
                    without.push(*text);
                }
                does
            }
            Pattern::Matching(service, name) => {
                any || cx.catalog.matching(service, name).any(|position| carries(service, position))
            }
        };
    }
    cx.report.spend(work);
    if !any {
        let suggestion = near_key::find(key.text, actions, cx);
        return EveryRule::uncarried_key(&UncarriedKey::ByNone { key, suggestion }, cx);
    }
    // All actions of a trust policy are part of one request, with one set of keys.
    if cx.kind == crate::kind::PolicyKind::Trust {
        return;
    }
    let Some(holds) = operator.and_then(holds_without_key) else { return };
    for action in without {
        EveryRule::uncarried_key(&UncarriedKey::ByOne { key, action, holds }, cx);
    }
}

/// Returns whether a comparison is true for a request without the key, or `None` if the operator takes that case into
/// account.
fn holds_without_key(operator: Operator) -> Option<bool> {
    use Comparator as C;
    let Operator { set, comparator, if_exists } = operator;
    if if_exists || comparator == C::Null || set == Some(SetOperator::ForAllValues) {
        return None;
    }
    let is_negated = matches!(
        comparator,
        C::StringNotEquals
            | C::StringNotEqualsIgnoreCase
            | C::StringNotLike
            | C::NumericNotEquals
            | C::DateNotEquals
            | C::NotIpAddress
            | C::ArnNotEquals
            | C::ArnNotLike
    );
    // With `ForAnyValue`, a negated operator is false for a missing key: there is no value that could differ.
    Some(is_negated && set.is_none())
}
