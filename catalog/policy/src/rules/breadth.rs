//! Statements that allow more than anybody can have looked at.

use alloc::borrow::ToOwned as _;

use super::report::Report;
use crate::{
    PolicyKind,
    document::{Effect, Node, Statement},
    finding::FindingId as Id,
};

pub(super) fn check(statement: Statement<'_>, kind: PolicyKind, report: &mut Report<'_>) {
    // What these two allow is what others may grant: everything is where they begin.
    if matches!(kind, PolicyKind::ServiceControl | PolicyKind::ResourceControl) {
        return;
    }
    if statement.effect() != Some(Effect::Allow) {
        return;
    }
    // With `Action` besides, which of the two is meant has been asked already.
    if let Some(actions) = statement.not_actions().filter(|_| statement.actions().is_none()) {
        let message = "`Allow` with `NotAction` allows every other action, those to come among them";
        report.find(Id::AllowNotAction, actions.place(), message.to_owned());
    }
    if let Some(resources) = statement.not_resources() {
        let message = "`Allow` with `NotResource` allows every other resource, those to come among them";
        report.find(Id::AllowNotResource, resources.place(), message.to_owned());
    }
    let everything =
        |node: Option<Node<'_>>| node.is_some_and(|node| node.strings().any(|text| is_everything(text.text)));
    if !statement.is_conditional() && everything(statement.actions()) && everything(statement.resources()) {
        let message = "the statement allows every action on every resource";
        report.find(Id::AllowEverything, statement.members().place, message.to_owned());
    }
}

/// `*`, and the other ways to write it.
pub(super) fn is_everything(pattern: &str) -> bool {
    pattern == "*:*" || !pattern.is_empty() && pattern.bytes().all(|byte| byte == b'*')
}
