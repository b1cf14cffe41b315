//! Passes the resources of a statement to the rules, and checks whether they fit the actions.

use alloc::vec::Vec;

use catalog_core::resolve::Pattern;

use super::{
    arn_formats, empty_fields,
    fit::{self, Taken},
    variables,
};
use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Node, StatementNode, Text},
    rules::EveryRule,
    subject::{Actions, ArnFault, WrongArn, is_everything},
    value::is_arn_pattern,
    variable::Piece,
};

/// Passes the resources of a statement to the rules, and then the resources and actions that do not fit together.
pub(super) fn walk<'t, C: PolicyCatalog>(actions: &Actions<'t, C::Service>, cx: &mut Context<'_, 't, C>) {
    let statement = actions.statement;
    let mut has_fault = false;
    // The ARNs without a fault.
    let (mut resources, mut others) = (Vec::new(), Vec::new());
    for text in statement.resources().into_iter().flat_map(Node::partial_strings) {
        if walk_text(text, cx) {
            has_fault = true;
        } else {
            resources.push(text);
        }
    }
    for text in statement.not_resources().into_iter().flat_map(Node::partial_strings) {
        if walk_text(text, cx) {
            has_fault = true;
        } else {
            others.push(text);
        }
    }
    let taken = if has_fault { None } else { comparable(statement, &resources, actions, cx) };
    match taken {
        Some(taken) => fit::walk(&resources, &taken, actions, cx),
        None => others.append(&mut resources),
    }
    for text in others.into_iter().filter(|text| is_arn_pattern(text.text)) {
        arn_formats::walk(text, actions, cx);
    }
}

/// Passes a resource to the rules. Returns true if it has a fault.
fn walk_text<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) -> bool {
    let mut has_fault = false;
    let arns = if may_be_other(text.text, cx) { Vec::new() } else { WrongArn::find(text, cx.kind) };
    let is_malformed = arns.iter().any(|arn| arn.fault.is_malformed());
    for arn in arns {
        // In an old version, the text of a variable is literal, and has a finding of its own.
        if matches!(arn.fault, ArnFault::Variable(..)) && !cx.has_variables() {
            continue;
        }
        has_fault |= arn.fault != ArnFault::WideService;
        if let Some(arn) = cx.placeholders.add(arn) {
            EveryRule::wrong_arn(&arn, cx);
        }
    }
    if is_malformed {
        return true;
    }
    has_fault |= empty_fields::walk(text, cx);
    variables::walk(text, cx);
    has_fault | variables::known_pieces(text).any(|piece| matches!(piece, Piece::Malformed(_)))
}

/// Returns the resource types that the actions accept, if the resources can be compared with them.
fn comparable<'t, C: PolicyCatalog>(
    statement: StatementNode<'t>,
    resources: &[Text<'t>],
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) -> Option<Vec<Taken<'t, C::ResourceType>>> {
    let list = statement.resources()?;
    // A hole can be any resource, and a string that begins with a hole can be any ARN.
    if list.has_total_hole() || resources.iter().any(|text| text.is_open() && text.head().is_empty()) {
        return None;
    }
    let is_open = resources.iter().any(|text| is_everything(text.text) || !is_arn_pattern(text.text));
    // A malformed ARN fits no action, and has already been reported.
    if is_open || resources.is_empty() || !actions.is_complete {
        return None;
    }
    taken(actions, cx)
}

/// Returns true if a string may be valid without being an ARN.
fn may_be_other<C: PolicyCatalog>(text: &str, cx: &Context<'_, '_, C>) -> bool {
    // API Gateway accepts a short form in its resource policies, and expands it to an ARN.
    let is_short = cx.kind.is_resource_based() && text.starts_with("execute-api:/");
    // The value of a leading variable is unknown, so the resource may still be an ARN.
    is_short || cx.may_have_variables() && text.starts_with("${")
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
