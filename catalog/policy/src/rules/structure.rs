//! The form of a policy: which elements stand where, once each, with a value of the right type.
//!
//! Source: [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).

mod condition;

use alloc::{
    borrow::ToOwned as _,
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
};

use super::report::Report;
use crate::{
    PolicyKind,
    document::{Document, Members, Node, Path, Place, Statement},
    finding::FindingId as Id,
    json::{Data, Value},
    kind::Presence,
};
use catalog_core::{ascii_case, nearest::Nearest};

/// The elements of a policy.
const OF_POLICY: &[&str] = &["Version", "Id", "Statement"];

/// The elements of a statement.
const OF_STATEMENT: &[&str] =
    &["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

/// A text as a message shows it: its beginning, where it is long.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 80;
    let end = text.floor_char_boundary(LONGEST);
    let cut = if end < text.len() { "…" } else { "" };
    format!("{}{cut}", text.get(..end).unwrap_or_default())
}

/// Checks the outermost object.
pub(super) fn document<'t>(tree: &'t Value<'t>, kind: PolicyKind, report: &mut Report<'_>) -> Option<Document<'t>> {
    let root = Place { path: Path::ROOT, span: tree.span };
    let Some(document) = Document::of(tree) else {
        report.find(Id::WrongType, root, format!("a policy is an object, and this is {}", tree.type_name()));
        return None;
    };
    if !is_policy(document.members()) {
        report.find(Id::MissingElement, root, no_policy(document.members()).to_owned());
        return None;
    }
    let meant = elements(document.members(), OF_POLICY, "a policy", report);
    for name in ["Version", "Id"] {
        string(document.members().get(name), name, report);
    }
    if let Some(id) = document.id().filter(|_| !matches!(kind, PolicyKind::Resource)) {
        report.find(
            Id::NeedlessId,
            id.place,
            format!("AWS documents `Id` for resource policies, not for {}", kind.described()),
        );
    }
    match document.members().get("Statement") {
        None if meant.contains("Statement") => {}
        None => report.find(Id::MissingElement, root, "the policy has no `Statement`".to_owned()),
        Some(node) => match &node.value.data {
            Data::Array(statements) if statements.is_empty() => {
                report.find(Id::NoStatement, node.place(), "the policy has no statement".to_owned());
            }
            Data::Array(_) | Data::Object(_) => {}
            _ => wrong_type(node, "`Statement` holds statements, which are objects", report),
        },
    }
    Some(document)
}

/// Whether an object is a policy, with mistakes perhaps. What is something else altogether has no elements to judge.
fn is_policy(members: Members<'_>) -> bool {
    members.iter().any(|(name, _)| {
        let mut nearest = Nearest::new(name.text);
        name.text == "Version" || nearest.offer("Statement")
    })
}

/// What an object is that is no policy.
fn no_policy(members: Members<'_>) -> &'static str {
    if members.get("Effect").is_some() {
        return "this is a statement without its policy: write `{\"Version\": \"2012-10-17\", \"Statement\": [ … ]}` around it";
    }
    "this is no policy: it has neither `Version` nor `Statement`"
}

/// Checks what stands in `Statement`.
pub(super) fn statement<'t>(node: Node<'t>, kind: PolicyKind, report: &mut Report<'_>) -> Option<Statement<'t>> {
    let Some(statement) = Statement::of(node) else {
        // `Statement` itself has been judged as a whole.
        if node.path != Path::ROOT.member("Statement") {
            wrong_type(node, "a statement is an object", report);
        }
        return None;
    };
    let members = statement.members();
    let meant = elements(members, OF_STATEMENT, "a statement", report);
    let has = |name: &str| members.get(name);
    let lacks = |name: &str| has(name).is_none() && !meant.contains(name);
    for (name, opposite) in [("Principal", "NotPrincipal"), ("Action", "NotAction"), ("Resource", "NotResource")] {
        if let (Some(_), Some(second)) = (has(name), has(opposite)) {
            let message = format!("a statement has `{name}` or `{opposite}`, not both");
            report.find(Id::ConflictingElements, second.place(), message);
        }
    }
    let forbid = |name: &'static str, report: &mut Report<'_>| {
        if let Some((name, _)) = members.iter().find(|(known, _)| known.text == name) {
            let message = format!("{} cannot have `{}`", kind.described(), name.text);
            report.find(Id::ForbiddenElement, name.place, message);
        }
    };
    let require =
        |presence: Presence, name: &'static str, opposite: &'static str, report: &mut Report<'_>| match presence {
            Presence::Required if lacks(name) && lacks(opposite) => {
                let message = format!("a statement of {} needs `{name}`", kind.described());
                report.find(Id::MissingElement, members.place, message);
            }
            Presence::Forbidden => {
                forbid(name, report);
                forbid(opposite, report);
            }
            _ => {}
        };
    if lacks("Effect") {
        report.find(Id::MissingElement, members.place, "a statement needs `Effect`".to_owned());
    }
    require(Presence::Required, "Action", "NotAction", report);
    require(kind.principal(), "Principal", "NotPrincipal", report);
    require(kind.resource(), "Resource", "NotResource", report);
    if kind.principal() != Presence::Forbidden && !kind.not_principal() {
        forbid("NotPrincipal", report);
    }
    if !kind.not_action() {
        forbid("NotAction", report);
    }
    for name in ["Sid", "Effect"] {
        string(has(name), name, report);
    }
    for name in ["Action", "NotAction", "Resource", "NotResource"] {
        if let Some(node) = has(name) {
            if matches!(&node.value.data, Data::Array(values) if values.is_empty()) {
                let message = format!("`{name}` is empty, and IAM wants one entry at least");
                report.find(Id::MissingElement, node.place(), message);
            }
            strings(node, name, report);
        }
    }
    if let Some(node) = has("Condition") {
        condition::check(node, report);
    }
    Some(statement)
}

/// Checks the names of an object's members. Gives the elements that wrong ones are meant for, which are not missing then.
fn elements(
    members: Members<'_>,
    known: &[&'static str],
    whole: &str,
    report: &mut Report<'_>,
) -> BTreeSet<&'static str> {
    let mut meant = BTreeSet::new();
    for (name, _) in members.iter() {
        if known.contains(&name.text) {
            continue;
        }
        if let Some(right) = known.iter().find(|known| ascii_case::eq(known, name.text)) {
            let message = format!("`{}` is written `{right}`: IAM tells upper and lower case apart here", name.text);
            report.suggest(Id::ElementCase, name.place, message, Some((*right).to_owned()));
            meant.insert(*right);
            continue;
        }
        let mut nearest = Nearest::new(name.text);
        for known in known {
            nearest.offer(known);
        }
        let message = format!("{whole} has no element `{}`", shown(name.text));
        let message = match nearest.best() {
            Some(near) => format!("{message}: did you mean `{near}`?"),
            None => message,
        };
        report.suggest(Id::UnknownElement, name.place, message, nearest.best().map(str::to_owned));
        meant.extend(nearest.best());
    }
    repeated(members, alloc::borrow::ToOwned::to_owned, report);
    meant
}

/// Finds members whose names are the same once they have been brought into one form.
fn repeated(members: Members<'_>, form: impl Fn(&str) -> String, report: &mut Report<'_>) {
    if members.members.len() < 2 {
        return;
    }
    let mut seen = BTreeMap::new();
    for (name, _) in members.iter() {
        let first = *seen.entry(form(name.text)).or_insert(name.text);
        if !core::ptr::eq(first, name.text) {
            let message = format!("`{}` stands twice in one object", shown(name.text));
            report.find(Id::RepeatedElement, name.place, message);
        }
    }
}

fn string(node: Option<Node<'_>>, name: &str, report: &mut Report<'_>) {
    if let Some(node) = node.filter(|node| node.value.as_str().is_none()) {
        wrong_type(node, &format!("`{name}` is a string"), report);
    }
}

/// A string, or a list of strings.
pub(super) fn strings(node: Node<'_>, name: &str, report: &mut Report<'_>) {
    for entry in node.each().filter(|entry| entry.value.as_str().is_none()) {
        wrong_type(entry, &format!("`{name}` holds a string, or a list of strings"), report);
    }
}

pub(super) fn wrong_type(node: Node<'_>, expected: &str, report: &mut Report<'_>) {
    report.find(Id::WrongType, node.place(), format!("{expected}, and this is {}", node.value.type_name()));
}
