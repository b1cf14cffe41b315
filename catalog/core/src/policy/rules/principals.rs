//! `Principal` and `NotPrincipal`.
//!
//! Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html) and
//! [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).

use alloc::{borrow::ToOwned as _, format};

use super::{report::Report, structure};
use crate::{
    fold,
    nearest::Nearest,
    policy::{
        document::{Effect, Node, Statement, Text},
        finding::FindingId as Id,
    },
};

/// The kinds of principals.
const KINDS: &[&str] = &["AWS", "CanonicalUser", "Federated", "Service"];

pub(super) fn check(statement: Statement<'_>, report: &mut Report<'_>) {
    let allows = statement.effect() == Some(Effect::Allow);
    if let Some(node) = statement.not_principal() {
        if allows {
            let message = "`Allow` with `NotPrincipal` allows everybody who is not named, anonymous callers among them";
            report.find(Id::AllowNotPrincipal, node.place(), message.to_owned());
        }
        principals(node, report);
    }
    if let Some(node) = statement.principal() {
        principals(node, report);
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
            let mut nearest = Nearest::to(kind.text);
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
        structure::strings(names, kind.text, report);
        for name in names.strings() {
            if let Some(wrong) = wrong(kind.text, name.text) {
                let message = format!("`{}` is no principal: {wrong}", structure::shown(name.text));
                report.find(Id::MalformedPrincipal, name.place, message);
            }
        }
    }
}

/// What is wrong with a principal. What holds a policy variable or the mark of a template can be anything.
pub(in crate::policy) fn wrong(kind: &str, name: &str) -> Option<&'static str> {
    if name == "*" || name.contains("${") {
        return None;
    }
    let has_wildcard = name.contains('*');
    let is_arn = || name.starts_with("arn:") && name.splitn(6, ':').count() == 6;
    match kind {
        "AWS" if has_wildcard => {
            Some("`*` stands for everybody, not for a part of a name; use a condition on `aws:PrincipalArn`")
        }
        "AWS" => {
            let is_account = name.len() == 12 && name.bytes().all(|byte| byte.is_ascii_digit());
            // What a deleted user or role leaves behind: its unique id.
            let is_id = name.len() >= 16 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            let is_anonymous = fold::same(name, "AWS:*");
            let is_short = name.strip_prefix("AWS:").is_some_and(|id| id.len() == 12);
            let is_one = is_account || is_id || is_anonymous || is_short || is_arn();
            (!is_one).then_some("an account has 12 digits, everything else is an ARN")
        }
        "Service" if has_wildcard => Some("a service is named in full"),
        // `ec2.amazonaws.com`, `states.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn`, `example.aws.internal`.
        "Service" => (!name.contains('.') || name.contains([' ', ':', '/']))
            .then_some("a service is named as `ec2.amazonaws.com`"),
        "Federated" if has_wildcard => Some("a provider is named in full"),
        "Federated" => (!(is_arn() || name.contains('.')))
            .then_some("a provider is a domain, or the ARN of a provider of your account"),
        _ => None,
    }
}
