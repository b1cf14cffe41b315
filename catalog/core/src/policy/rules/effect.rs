//! `Effect`.
//!
//! Source: [Effect](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html).

use alloc::{borrow::ToOwned as _, format};

use super::{report::Report, structure::shown};
use crate::{
    nearest::Nearest,
    policy::{
        PolicyKind,
        document::{Effect, Statement},
        finding::FindingId as Id,
    },
};

pub(super) fn check(statement: Statement<'_>, kind: PolicyKind, report: &mut Report<'_>) {
    let Some(effect) = statement.members().get("Effect").and_then(super::super::document::Node::string) else { return };
    match statement.effect() {
        Some(Effect::Allow) if !kind.allow() => {
            report.find(Id::ForbiddenEffect, effect.place, format!("{} can only deny", kind.described()));
        }
        Some(_) => {}
        None => {
            let mut nearest = Nearest::to(effect.text);
            nearest.offer("Allow");
            nearest.offer("Deny");
            let message =
                format!("`{}` is no effect: write `Allow` or `Deny`, with the capital letter", shown(effect.text));
            report.suggest(Id::UnknownEffect, effect.place, message, nearest.best().map(str::to_owned));
        }
    }
}
