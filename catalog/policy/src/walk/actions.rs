//! Looks up the actions of a statement in the catalog, and passes them to the rules.

use alloc::{collections::BTreeSet, string::ToString as _, vec::Vec};

use catalog_core::{
    NameKind,
    ascii_case::CaseInsensitive,
    nearest::LONGEST,
    resolve::{self, Pattern, ServiceNames},
    syntax::{self, Parts},
    wildcard,
};

use crate::{
    catalog::PolicyCatalog,
    context::{Context, EXPLANATION},
    document::{Node, StatementNode, Text},
    hole::Piece,
    rules::EveryRule,
    subject::{ActionFault, ActionList, Actions, WrongAction, is_everything, replacement},
    used_by_aws::PolicyOfAws,
};

/// Passes the lists of actions to the rules, and returns the actions in `Action`.
pub(super) fn walk<'t, C: PolicyCatalog>(
    statement: StatementNode<'t>,
    cx: &mut Context<'_, 't, C>,
) -> Actions<'t, C::Service> {
    let mut is_complete = statement.actions().is_some() && statement.not_actions().is_none();
    let mut named_by = |list| {
        let Some(list) = list else { return Vec::new() };
        let mut found = LookedUp { repeated: Vec::new(), named: Vec::new(), is_repeated: Vec::new() };
        look_up(statement, list, &mut found, &mut is_complete, cx);
        let LookedUp { repeated, named, is_repeated } = found;
        let list = ActionList { statement, list, repeated: &repeated, named: &named, is_repeated: &is_repeated };
        EveryRule::action_list(&list, cx);
        named
    };
    let named = named_by(statement.actions());
    named_by(statement.not_actions());
    Actions { statement, named, is_complete }
}

/// The strings of a list that repeat an earlier one, and the strings that the catalog knows. For each string in
/// `named`, `is_repeated` states whether it repeats an earlier one.
struct LookedUp<'t, S> {
    repeated: Vec<Text<'t>>,
    named: Vec<(Text<'t>, Pattern<'t, S>)>,
    is_repeated: Vec<bool>,
}

/// Looks up the strings of a list.
fn look_up<'t, C: PolicyCatalog>(
    statement: StatementNode<'t>,
    list: Node<'t>,
    found: &mut LookedUp<'t, C::Service>,
    is_complete: &mut bool,
    cx: &mut Context<'_, 't, C>,
) {
    // A hole can be any action.
    *is_complete &= !list.has_hole() && !statement.members().have_hole();
    // Each string with its position, and the positions of the strings that the catalog knows.
    let length = list.each().count();
    let (mut seen, mut known) = (Vec::with_capacity(length), Vec::with_capacity(length));
    found.named.reserve_exact(length);
    for text in list.partial_strings() {
        if cx.report.is_full() {
            break;
        }
        if text.hole.is_some() {
            if is_decided(text) {
                resolve_text(statement, text, cx);
            }
            continue;
        }
        match resolve_text(statement, text, cx) {
            Some(pattern) => {
                found.named.push((text, pattern));
                known.push(seen.len());
            }
            None => *is_complete = false,
        }
        seen.push((CaseInsensitive::new(text.text), seen.len()));
    }
    // Sorting all strings once is faster than to insert each one into an ordered set.
    seen.sort_unstable();
    let pairs = seen.iter().zip(seen.iter().skip(1));
    let repeated: BTreeSet<_> = pairs.filter(|(one, other)| one.0 == other.0).map(|(_, (_, at))| *at).collect();
    found.is_repeated.extend(known.iter().map(|at| repeated.contains(at)));
    if repeated.is_empty() {
        return;
    }
    let texts = list.partial_strings().filter(|text| text.hole.is_none()).enumerate();
    found.repeated.extend(texts.filter(|(at, _)| repeated.contains(at)).map(|(_, text)| text));
}

/// Returns true if the service of a string with holes is known. Otherwise, the string may be any action.
fn is_decided(text: Text<'_>) -> bool {
    text.hole.is_some_and(|hole| matches!(hole.pieces(), [Piece::Known(first), ..] if first.contains(':')))
}

/// Returns the actions that a string matches, or passes the string to the rules if the catalog does not know it.
fn resolve_text<'t, C: PolicyCatalog>(
    statement: StatementNode<'t>,
    text: Text<'t>,
    cx: &mut Context<'_, 't, C>,
) -> Option<Pattern<'t, C::Service>> {
    cx.report.spend(1);
    if is_everything(text.text) {
        return Some(Pattern::Everything);
    }
    if !wildcard::has_wildcard(text.text) {
        if let Some((service, position)) = cx.catalog.find_action(text.text) {
            return Some(Pattern::One(service, position));
        }
    } else if let Ok(Parts { prefix, name }) = syntax::parse(text.text, NameKind::Action, true)
        && let Some(service) = cx.catalog.find_service(prefix)
    {
        let matches = has_match(service, name, cx);
        // Report no pattern for a service whose page omits its actions, because no pattern can match there.
        if matches || service.actions_are_left_out() {
            return matches.then_some(Pattern::Matching(service, name));
        }
    }
    if !cx.report.declares_action(text.text) && cx.report.spend(EXPLANATION) {
        wrong_action(statement, text, cx);
    }
    None
}

/// Returns true if a pattern matches an action of a service.
fn has_match<C: PolicyCatalog>(service: C::Service, pattern: &str, cx: &mut Context<'_, '_, C>) -> bool {
    let literal = pattern.bytes().filter(|byte| *byte != b'*').count();
    // No name has this many bytes, so nothing matches.
    if literal > LONGEST {
        return false;
    }
    let first = cx.catalog.matching(service, pattern).next();
    // Most patterns match one of the service's first names, so the search ends early. A long pattern takes longer to
    // compare.
    let work = first.map_or(EXPLANATION, |position| position as u64 / 8 + 1);
    cx.report.spend(work.saturating_mul(pattern.len() as u64 / 64 + 1));
    first.is_some()
}

/// Passes to the rules a string that is not the name of an action and matches no action.
#[cold]
fn wrong_action<'t, C: PolicyCatalog>(statement: StatementNode<'t>, text: Text<'t>, cx: &mut Context<'_, 't, C>) {
    let error = match resolve::pattern(cx.catalog, text.text) {
        Err(error) => error,
        Ok(Pattern::Matching(service, _)) => resolve::no_match(service, text.text),
        Ok(_) => return,
    };
    let used_by = PolicyOfAws::from_action(text.text);
    // AWS writes such a name into the policies of resources, so it is not a mistake of the reader there.
    if matches!(used_by, Some(PolicyOfAws::DefaultOf(_))) && statement.principal().is_some() {
        return;
    }
    let Some(fault) = ActionFault::from_error(&error, used_by) else { return };
    let error = if text.hole.is_some() { error.with_unknown_parts(text.written()) } else { error };
    let mut only = error.operation_actions();
    let suggestion = match (only.next(), only.next()) {
        (Some(action), None) => Some(action.to_string()),
        _ if used_by.is_some() => None,
        _ => replacement(text.text, &error).filter(|text| may_be_action(text, cx.catalog)),
    };
    EveryRule::wrong_action(&WrongAction { text, fault, error, suggestion, used_by }, cx);
}

/// Returns true if a suggestion may be an action. If it corrects only the prefix, the name after the prefix may still be
/// wrong.
fn may_be_action<C: PolicyCatalog>(text: &str, catalog: C) -> bool {
    let Some(Parts { prefix, .. }) = syntax::split(text) else { return false };
    let is_hidden = || catalog.find_service(prefix).is_some_and(ServiceNames::actions_are_left_out);
    wildcard::has_wildcard(text) || catalog.find_action(text).is_some() || is_hidden()
}
