//! Finds the actions of a statement whose requests do not carry a condition key about tags.

use alloc::{borrow::ToOwned as _, format, string::String};

use catalog_core::{
    NameKind, ascii_case,
    resolve::{Pattern, ServiceNames},
    wildcard,
};

use super::{
    carried::CarriedKey,
    listed_key::{ListedKey, result_without_key},
};
use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode, Text},
    grammar::Effect,
    kind::PolicyKind,
    operator::Operator,
    rules::EveryRule,
    subject::{Actions, TaggedStatement, UncarriedActions, UncarriedKey, UncarriedTag, is_everything},
};

/// Passes to the rules a key about tags that requests for some actions in `Action` do not carry.
pub(super) fn walk<'t, C: PolicyCatalog>(
    listed: &ListedKey<'t>,
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) {
    let key = listed.key;
    let mut carried = CarriedKey { key: key.text, is_tag: true, work: 0 };
    let (mut is_carried, mut without, mut others) = (false, None, 0);
    for (text, pattern) in &actions.named {
        if !cx.report.spend(core::mem::take(&mut carried.work)) {
            return;
        }
        let uncarried = match *pattern {
            Pattern::Everything => {
                is_carried = true;
                first_uncarried(&mut carried, None, cx)
            }
            Pattern::One(service, position) => {
                let is_of = carried.is_of(service, position, cx.catalog);
                is_carried |= is_of;
                (!is_of).then(|| text.text.to_owned())
            }
            Pattern::Matching(service, name) => {
                carried.work += service.names(NameKind::Action).count() as u64 / 4;
                let mut first = None;
                for position in cx.catalog.matching(service, name) {
                    if carried.is_of(service, position, cx.catalog) {
                        is_carried = true;
                    } else {
                        first = first.or(Some(position));
                    }
                }
                first.map(|position| full_name(service, position))
            }
        };
        match uncarried {
            Some(_) if without.is_some() => others += 1,
            Some(example) => without = Some((*text, example)),
            None => {}
        }
    }
    cx.report.spend(carried.work);
    let holds = listed.result_without_key();
    let effect = actions.statement.effect();
    let statement = effect.map(|effect| TaggedStatement { effect, has_not_action: false });
    if !is_carried && (effect != Some(Effect::Deny) || holds != Some(false)) {
        // If the effect is a hole, the statement may be a `Deny`, whose first key is reported.
        if effect.is_none() && holds == Some(false) && is_repeated(listed, actions.statement, cx) {
            return;
        }
        let check = statement.map(TaggedStatement::check);
        let is_if_exists = listed.operator.is_some_and(|operator| operator.if_exists);
        let uncarried = UncarriedKey::ByNone { key, holds, suggestion: None, is_if_exists, check };
        return EveryRule::uncarried_key(&uncarried, cx);
    }
    // All actions of a trust policy are part of one request, with one set of keys.
    if holds == Some(false)
        && (cx.kind != PolicyKind::Trust || !is_carried)
        && let (Some(statement), Some((text, example))) = (statement, without)
        && !is_repeated(listed, actions.statement, cx)
    {
        let pattern = (!ascii_case::eq(&example, text.text)).then_some(text);
        let actions = UncarriedActions { example, pattern, others };
        EveryRule::uncarried_tag(&UncarriedTag { key, statement, actions }, cx);
    }
}

/// Passes to the rules a key about tags in a statement with `NotAction`, if requests for some other action do not carry
/// the key.
pub(super) fn walk_not_action<'t, C: PolicyCatalog>(
    listed: &ListedKey<'t>,
    statement: StatementNode<'t>,
    cx: &mut Context<'_, 't, C>,
) {
    let (Some(except), None, Some(effect)) = (statement.not_actions(), statement.actions(), statement.effect()) else {
        return;
    };
    let holds = listed.result_without_key();
    if holds != Some(false)
        || except.has_hole()
        || statement.members().have_hole()
        || cx.kind == PolicyKind::Trust
        || is_repeated(listed, statement, cx)
    {
        return;
    }
    let mut carried = CarriedKey { key: listed.key.text, is_tag: true, work: 0 };
    let example = first_uncarried(&mut carried, Some(except), cx);
    cx.report.spend(carried.work);
    if let Some(example) = example {
        let statement = TaggedStatement { effect, has_not_action: true };
        let actions = UncarriedActions { example, pattern: None, others: 0 };
        EveryRule::uncarried_tag(&UncarriedTag { key: listed.key, statement, actions }, cx);
    }
}

/// Returns the name of the first action of the catalog whose requests do not carry a key. Actions that a list matches are
/// skipped.
fn first_uncarried<C: PolicyCatalog>(
    carried: &mut CarriedKey<'_>,
    except: Option<Node<'_>>,
    cx: &mut Context<'_, '_, C>,
) -> Option<String> {
    for service in cx.catalog.services() {
        for position in 0..service.names(NameKind::Action).count() {
            if carried.is_of(service, position, cx.catalog) {
                continue;
            }
            let name = full_name(service, position);
            let is_matched = |text: Text<'_>| {
                carried.work += 1;
                is_everything(text.text) || wildcard::matches(text.text, &name)
            };
            if !except.is_some_and(|list| list.strings().any(is_matched)) {
                return Some(name);
            }
            if !cx.report.spend(core::mem::take(&mut carried.work)) {
                return None;
            }
        }
    }
    None
}

fn full_name<S: ServiceNames>(service: S, position: usize) -> String {
    let name = service.name_at(NameKind::Action, position).unwrap_or_default();
    format!("{}:{name}", service.prefix())
}

/// Returns true if an earlier comparison of the statement has a key about the same tags, and the same result for requests
/// without the key. A hole may be such a comparison. Requests that lack one of these keys lack the other as well.
fn is_repeated<'t, C: PolicyCatalog>(
    listed: &ListedKey<'t>,
    statement: StatementNode<'t>,
    cx: &mut Context<'_, 't, C>,
) -> bool {
    let beginning = |key: Text<'t>| key.text.split('/').next().unwrap_or_default();
    let mut earlier = statement.conditions().take_while(|comparison| comparison.key.place != listed.key.place);
    let is_earlier = earlier.any(|comparison| {
        cx.report.spend(1);
        let is_same = ascii_case::eq(beginning(comparison.key), beginning(listed.key));
        let operator = || comparison.operator.text.parse::<Operator>().ok();
        let holds = || operator().and_then(|operator| result_without_key(operator, comparison.values));
        is_same && (comparison.values.has_hole() || holds() == Some(false))
    });
    is_earlier || statement.has_unknown_comparisons()
}
