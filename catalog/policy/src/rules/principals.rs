//! `Principal` and `NotPrincipal`.
//!
//! Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html) and
//! [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).

mod form;

use alloc::{borrow::ToOwned as _, format};

use super::{report::Report, structure};
use crate::{
    PolicyKind,
    document::{Effect, Node, Statement, Text},
    finding::FindingId as Id,
    json::Data,
    kind::Presence,
};
use catalog_core::nearest::Nearest;

/// The kinds of principals.
const KINDS: &[&str] = &["AWS", "CanonicalUser", "Federated", "Service"];

pub(super) fn check(statement: Statement<'_>, kind: PolicyKind, report: &mut Report<'_>) {
    // What cannot stand there has been told, and is not judged besides.
    if kind.principal() == Presence::Forbidden {
        return;
    }
    let allows = statement.effect() == Some(Effect::Allow) && kind.allow();
    if let Some(node) = statement.not_principal().filter(|_| kind.not_principal() && statement.principal().is_none()) {
        if allows {
            let message = "`Allow` with `NotPrincipal` allows everybody who is not named, anonymous callers among them";
            report.find(Id::AllowNotPrincipal, node.place(), message.to_owned());
        }
        principals(node, report);
    }
    if let Some(node) = statement.principal() {
        principals(node, report);
        if kind.is_about_everybody() && everybody(node).is_none() {
            let message = format!(
                "{} is about everybody: write `\"Principal\": \"*\"`, and name principals in a condition",
                kind.described()
            );
            report.find(Id::MalformedPrincipal, node.place(), message);
        }
        if allows
            && !statement.is_conditional()
            && let Some(everybody) = everybody(node)
        {
            let message = "everybody is allowed, anonymous callers among them, and no condition narrows it";
            report.find(Id::PublicPrincipal, everybody.place, message.to_owned());
        }
    }
}

/// The `*` that stands for everybody, if there is one.
fn everybody(node: Node<'_>) -> Option<Text<'_>> {
    let of_aws = || node.members()?.get("AWS")?.strings().find(|text| text.text == "*");
    node.string().filter(|text| text.text == "*").or_else(of_aws)
}

fn principals(node: Node<'_>, report: &mut Report<'_>) {
    if let Some(text) = node.string() {
        if text.text != "*" {
            let message = format!(
                "`{}` is no principal without its kind: write `{{\"AWS\": …}}`, or `*` for everybody",
                structure::shown(text.text)
            );
            report.find(Id::MalformedPrincipal, text.place, message);
        }
        return;
    }
    let Some(kinds) = node.members() else {
        return structure::wrong_type(node, "a principal is `*` or an object", report);
    };
    if kinds.members.is_empty() {
        report.find(Id::EmptyElement, node.place(), "no principal is named".to_owned());
    }
    for (kind, names) in kinds.iter() {
        if !KINDS.contains(&kind.text) {
            let mut nearest = Nearest::new(kind.text);
            for known in KINDS {
                nearest.offer(known);
            }
            let message = format!(
                "`{}` is no kind of principal: there are `AWS`, `Service`, `Federated` and `CanonicalUser`",
                structure::shown(kind.text)
            );
            let suggestion = nearest.best().map(str::to_owned);
            report.suggest(Id::MalformedPrincipal, kind.place, message, suggestion);
            continue;
        }
        if matches!(&names.value.data, Data::Array(values) if values.is_empty()) {
            report.find(Id::EmptyElement, names.place(), format!("`{}` is empty and names nobody", kind.text));
        }
        structure::strings(names, kind.text, report);
        for name in names.strings() {
            if let Some(form::Wrong { reason, instead }) = form::wrong(kind.text, name.text) {
                let message = format!("`{}` is no principal: {reason}", structure::shown(name.text));
                report.suggest(Id::MalformedPrincipal, name.place, message, instead);
            }
        }
    }
}

/// Why a text cannot be a principal of its kind.
pub(crate) fn wrong(kind: &str, name: &str) -> Option<&'static str> {
    form::wrong(kind, name).map(|wrong| wrong.reason)
}
