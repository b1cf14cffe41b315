//! Passes the resources of a statement to the rules, and checks whether they fit the actions.

use alloc::vec::Vec;

use catalog_core::resolve::Pattern;

use super::variables;
use crate::{
    catalog::PolicyCatalog,
    context::{Context, OVERLAP},
    document::{Node, Text},
    rules::EveryRule,
    subject::{Actions, Misfit, ResourceMisfit, WrongArn, is_everything},
    value::is_arn_pattern,
    variable,
};

/// The resource types that the actions of one string of `Action` accept.
struct Taken<'t, R> {
    text: Text<'t>,
    types: Vec<R>,
}

/// Passes the resources of a statement to the rules, and then the resources and actions that do not fit together.
pub(super) fn walk<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
    let statement = actions.statement;
    let mut has_fault = false;
    let lists = [statement.resources(), statement.not_resources()].into_iter().flatten();
    for text in lists.flat_map(Node::strings) {
        if !may_be_other(text.text, cx)
            && let Some(arn) = WrongArn::find(text, cx.kind)
        {
            has_fault = true;
            EveryRule::wrong_arn(&arn, cx);
            if arn.fault.is_malformed() {
                continue;
            }
        }
        variables::walk(text, cx);
        has_fault |= variable::pieces(text.text).any(|piece| matches!(piece, variable::Piece::Malformed(_)));
    }
    let Some(list) = statement.resources() else { return };
    let resources: Vec<_> = list.strings().collect();
    let is_open = resources.iter().any(|text| is_everything(text.text) || !is_arn_pattern(text.text));
    // A malformed ARN fits no action, and has already been reported.
    if is_open || has_fault || resources.is_empty() || !actions.is_complete {
        return;
    }
    if let Some(taken) = taken(actions, cx) {
        fit(&resources, &taken, cx);
    }
}

/// Returns true if a string may be valid without being an ARN.
fn may_be_other<C: PolicyCatalog>(text: &str, cx: &Context<'_, '_, C>) -> bool {
    // API Gateway accepts a short form in its resource policies, and expands it to an ARN.
    let is_short = cx.kind.is_resource_based() && text.starts_with("execute-api:/");
    // The value of a leading variable is unknown, so the resource may still be an ARN.
    is_short || cx.has_variables() && text.starts_with("${")
}

/// Returns the resource types that the actions accept, or `None` if they are not known for all actions.
fn taken<'t, C: PolicyCatalog>(
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) -> Option<Vec<Taken<'t, C::ResourceType>>> {
    let mut taken = Vec::new();
    for (text, pattern) in &actions.named {
        let mut types = Vec::new();
        match *pattern {
            Pattern::Everything => return None,
            Pattern::One(service, position) => types.extend(cx.catalog.resource_types(service, position)?),
            Pattern::Matching(service, name) => {
                let mut count = 0;
                for position in cx.catalog.matching(service, name) {
                    count += 1;
                    types.extend(cx.catalog.resource_types(service, position)?);
                }
                if !cx.report.spend(count) {
                    return None;
                }
            }
        }
        types.sort_unstable();
        types.dedup();
        taken.push(Taken { text: *text, types });
    }
    Some(taken)
}

/// Passes to the rules the resources that no action accepts, and the actions that accept none of the resources.
fn fit<'t, C: PolicyCatalog>(
    resources: &[Text<'t>],
    taken: &[Taken<'t, C::ResourceType>],
    cx: &mut Context<'_, 't, C>,
) {
    let mut all: Vec<_> = taken.iter().flat_map(|taken| taken.types.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    // For each type, whether one of the resources fits it.
    let mut is_fitting = alloc::vec![false; all.len()];
    for resource in resources {
        if !cx.report.spend(all.len() as u64 * OVERLAP * (resource.text.len() as u64 / 64 + 1)) {
            return;
        }
        let Some(overlaps) = cx.catalog.overlaps(resource.text) else { return };
        let mut fits = false;
        for (resource_type, is_fitting) in all.iter().zip(&mut is_fitting) {
            // Skip the comparison if the resource already fits a type and the type already fits a resource.
            if !(fits && *is_fitting) && overlaps(*resource_type) {
                fits = true;
                *is_fitting = true;
            }
        }
        // If none of the actions accepts any resource type, the findings about the actions are enough.
        if !fits && !all.is_empty() && cx.report.spend(all.len() as u64) {
            let misfit = Misfit::Resource;
            EveryRule::resource_misfit(
                &ResourceMisfit { text: *resource, misfit, types: &all, given: resource.text },
                cx,
            );
        }
    }
    let fitting: Vec<_> = all.iter().zip(&is_fitting).filter(|(_, fits)| **fits).map(|(fitting, _)| *fitting).collect();
    let given = resources.first().map_or("", |resource| resource.text);
    for Taken { text, types } in taken {
        let misfit = if types.is_empty() {
            Misfit::ActionTakesNone
        } else if !fitting.is_empty()
            && !types.iter().any(|taken| fitting.binary_search(taken).is_ok())
            && cx.report.spend(types.len() as u64)
        {
            Misfit::Action
        } else {
            continue;
        };
        EveryRule::resource_misfit(&ResourceMisfit { text: *text, misfit, types, given }, cx);
    }
}
