//! `Effect`.
//!
//! Source: [Effect](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html).

use alloc::{borrow::ToOwned as _, format};

use super::{breadth::is_everything, report::Report, structure::shown};
use crate::{
    PolicyKind,
    document::{Effect, Node, Statement},
    finding::FindingId as Id,
};
use catalog_core::nearest::Nearest;

pub(super) fn check(statement: Statement<'_>, kind: PolicyKind, report: &mut Report<'_>) {
    let Some(effect) = statement.members().get("Effect").and_then(Node::string) else { return };
    match statement.effect() {
        Some(Effect::Allow) if !kind.allow() && !is_full_access(statement) => {
            report.find(Id::ForbiddenEffect, effect.place, format!("{} can only deny", kind.described()));
        }
        Some(_) => {}
        None => {
            let mut nearest = Nearest::new(effect.text);
            nearest.offer("Allow");
            nearest.offer("Deny");
            let message =
                format!("`{}` is no effect: write `Allow` or `Deny`, with the capital letter", shown(effect.text));
            report.suggest(Id::UnknownEffect, effect.place, message, nearest.best().map(str::to_owned));
        }
    }
}

/// What `RCPFullAWSAccess` says, which every organization has.
fn is_full_access(statement: Statement<'_>) -> bool {
    let all = |node: Option<Node<'_>>| node.is_some_and(|node| node.strings().any(|text| is_everything(text.text)));
    !statement.is_conditional() && all(statement.principal()) && all(statement.actions()) && all(statement.resources())
}
