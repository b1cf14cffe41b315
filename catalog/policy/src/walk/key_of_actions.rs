//! Checks whether requests for the actions of a statement carry a condition key.

use alloc::vec::Vec;

use catalog_core::{
    NameKind,
    resolve::{Pattern, ServiceNames as _},
};

use super::{carried::CarriedKey, condition_key::Carriers, listed_key::ListedKey, near_key, uncarried_tag};
use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::{Context, EXPLANATION},
    kind::PolicyKind,
    operator::{Comparator, Operator},
    rules::EveryRule,
    subject::{Actions, UncarriedKey},
};

/// Passes to the rules a key that no action supports, and each action that does not support the key.
pub(super) fn walk<'t, C: PolicyCatalog>(
    listed: &ListedKey<'t>,
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) {
    let ListedKey { operator, key, known, .. } = *listed;
    if known.carriers == Carriers::Tagging && actions.statement.not_actions().is_some() {
        return uncarried_tag::walk_not_action(listed, actions.statement, cx);
    }
    let is_unknown = !actions.is_complete || actions.named.is_empty();
    if is_unknown || known.carriers == Carriers::Any || is_of_session(key.text, cx.kind) {
        return;
    }
    if known.carriers == Carriers::Tagging {
        return uncarried_tag::walk(listed, actions, cx);
    }
    let mut carried = CarriedKey { key: key.text, is_tag: false, work: 0 };
    // A pattern may match more actions than intended, so one action with the key is enough.
    let mut any = false;
    let mut without = Vec::new();
    for (text, pattern) in &actions.named {
        any |= match *pattern {
            Pattern::Everything => true,
            Pattern::One(service, position) => {
                let does = carried.is_of(service, position, cx.catalog);
                if !does {
                    without.push(*text);
                }
                does
            }
            Pattern::Matching(service, name) => {
                any || cx.catalog.matching(service, name).any(|position| carried.is_of(service, position, cx.catalog))
            }
        };
    }
    cx.report.spend(carried.work);
    if !any {
        if is_listed(key.text, cx) {
            let suggestion = near_key::find(key.text, actions, cx);
            let holds = listed.result_without_key();
            let is_if_exists = operator.is_some_and(|operator| operator.if_exists);
            EveryRule::uncarried_key(&UncarriedKey::ByNone { key, holds, suggestion, is_if_exists, check: None }, cx);
        }
        return;
    }
    // All actions of a trust policy are part of one request, with one set of keys.
    if cx.kind == PolicyKind::Trust {
        return;
    }
    // `Null` and operators such as `StringEqualsIfExists` take requests without the key into account.
    let decides = |operator: &Operator| operator.comparator != Comparator::Null && !operator.accepts_missing_key();
    let Some(operator) = operator.filter(decides) else { return };
    let holds = operator.holds_without_key();
    for action in without {
        EveryRule::uncarried_key(&UncarriedKey::ByOne { key, action, holds }, cx);
    }
}

/// Returns true if a key describes how the principal signed in, such as `saml:sub`. Requests with the credentials of
/// the session carry the key for any action. In a trust policy, the pages of the actions list it.
fn is_of_session(key: &str, kind: PolicyKind) -> bool {
    let prefix = key.split(':').next().unwrap_or_default();
    let is_of_provider = prefix.eq_ignore_ascii_case("saml") || condition_key::is_of_provider(prefix);
    is_of_provider && kind != PolicyKind::Trust
}

/// Returns true if a page lists a key for an action. Pages also define keys that they list for no action, and do not
/// state which requests carry them.
fn is_listed<C: PolicyCatalog>(key: &str, cx: &mut Context<'_, '_, C>) -> bool {
    let mut work = EXPLANATION;
    let catalog = cx.catalog;
    let mut of_action = |service, position| {
        work += 1;
        let keys = catalog.action_keys(service, position);
        keys.is_some_and(|mut keys| keys.any(|known| condition_key::matches(known, key)))
    };
    let is_listed = catalog.services().any(|service| {
        let mut names = service.names(NameKind::ConditionKey).chain(catalog.undefined_keys(service));
        let is_known = names.any(|known| condition_key::matches(known, key));
        is_known && (0..service.names(NameKind::Action).count()).any(|position| of_action(service, position))
    });
    cx.report.spend(work);
    is_listed
}
