//! Whether requests for the actions of a statement carry a key.

use alloc::{format, vec::Vec};

use super::Rules;
use crate::{
    PolicyKind, condition_key,
    document::Text,
    finding::FindingId as Id,
    operator::{Comparator, Operator, SetOperator},
    rules::{PolicyCatalog, actions::Actions, structure::shown},
};
use catalog_core::resolve::Pattern;

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    /// Tells a key that a request for none of the actions carries, and actions whose requests do not carry it.
    pub(super) fn key_of_actions(
        &mut self,
        operator: Option<Operator>,
        key: Text<'t>,
        actions: &Actions<'t, C::Service>,
    ) {
        if !actions.complete || actions.named.is_empty() {
            return;
        }
        let mut work = 0;
        let mut carries = |service, position| {
            work += 1;
            let keys = self.catalog.action_keys(service, position);
            keys.is_none_or(|mut keys| keys.any(|known| condition_key::matches(known, key.text)))
        };
        // Nobody means each action that a pattern stands for, so that one is enough.
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
                    any || self.catalog.matching(service, name).any(|position| carries(service, position))
                }
            };
        }
        self.report.spend(work);
        if !any {
            let mut message = format!("AWS's pages list `{}` for none of the statement's actions", shown(key.text));
            let near = self.near_key(key.text, actions);
            if let Some(near) = &near {
                message = format!("{message}: did you mean `{}`?", shown(near));
            }
            return self.report.suggest(Id::KeyOfNoAction, key.place, message, near);
        }
        // Whoever assumes a role is asked for all the actions of a trust policy with one set of keys.
        if self.kind == PolicyKind::Trust {
            return;
        }
        let Some(holds) = operator.and_then(without_key) else { return };
        let holds = if holds { "always" } else { "never" };
        for text in without {
            let message = format!(
                "requests for `{}` do not carry `{}`, as AWS's page has it: the condition {holds} holds for them",
                shown(text.text),
                shown(key.text)
            );
            self.report.find(Id::KeyNotOfAction, text.place, message);
        }
    }
}

/// Whether a comparison holds where a request lacks the key. `None`: it is written for that case, too.
fn without_key(operator: Operator) -> Option<bool> {
    use Comparator as C;
    let Operator { set, comparator, if_exists } = operator;
    if if_exists || comparator == C::Null || set == Some(SetOperator::ForAllValues) {
        return None;
    }
    // Of no values none is unequal.
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
    Some(is_negated && set.is_none())
}
