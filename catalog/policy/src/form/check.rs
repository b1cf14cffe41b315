//! Checks whether JSON has the form of a policy: valid elements that appear only once, with values of the right types.
//!
//! Each fault is passed to a function when it is found. [`document`](crate::document) can still read a policy with
//! faults, because it skips the wrong parts.

use alloc::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    string::{String, ToString as _},
};

use catalog_core::{ascii_case::CaseInsensitive, nearest::Nearest};

use super::error::FormError;
use crate::{
    document::{Document, Members, Node, Path, Place, StatementNode, Text},
    grammar::{Element, PolicyElement, StatementElement, ValueForm},
    json::{Data, Value},
    kind::{PolicyKind, Presence},
    operator::Operator,
    principal::PrincipalKind,
    shown::Shown,
};

/// A place where a policy does not have the form that the grammar requires.
#[derive(Clone, Debug)]
pub(crate) struct Fault<'t> {
    /// The place of the wrong value or name.
    pub(crate) place: Place<'t>,
    /// The fault.
    pub(crate) error: FormError,
}

/// A function that receives faults.
type Sink<'s, 't> = &'s mut dyn FnMut(Fault<'t>);

/// Checks the elements of a policy, but not those of its statements. Returns `None` if the JSON is not a policy.
pub(crate) fn check_policy<'t>(tree: &'t Value<'t>, sink: Sink<'_, 't>) -> Option<Document<'t>> {
    let root = Place { path: Path::ROOT, span: tree.span };
    let Some(document) = Document::from_tree(tree) else {
        if tree.is_unknown() {
            return None;
        }
        let error = FormError::WrongType { expected: "a policy object", found: tree.type_name() };
        sink(Fault { place: root, error });
        return None;
    };
    let members = document.members();
    if !is_policy(members) {
        if members.have_hole() {
            return None;
        }
        let error = if members.get("Effect").is_some() { FormError::BareStatement } else { FormError::NotAPolicy };
        sink(Fault { place: root, error });
        return None;
    }
    let meant = check_names::<PolicyElement>(members, sink);
    for element in PolicyElement::ALL {
        let Some(node) = members.get(element.name()) else { continue };
        match element.value_form() {
            ValueForm::Statements => match &node.value.data {
                Data::Array(statements) if statements.is_empty() => {
                    sink(Fault { place: node.place(), error: FormError::NoStatement });
                }
                Data::Array(_) | Data::Object(_) => {}
                _ if node.value.is_unknown() => {}
                _ => sink(wrong_type(node, "a statement or a list of statements")),
            },
            _ => check_string(node, sink),
        }
    }
    if members.get("Statement").is_none() && !members.have_hole() && !meant.contains(&"Statement") {
        let error = FormError::MissingElement { of: PolicyElement::OWNER, kind: None, element: "Statement" };
        sink(Fault { place: root, error });
    }
    Some(document)
}

/// Returns true if an object is a policy, possibly with mistakes. Any other object has no elements to check.
fn is_policy(members: Members<'_>) -> bool {
    members.iter().any(|(name, _)| {
        let mut nearest = Nearest::new(name.text);
        name.hole.is_none() && (name.text == "Version" || nearest.offer("Statement"))
    })
}

/// Checks the elements of a statement in a kind of policy. The values of `Principal` and `NotPrincipal` are left to
/// [`check_principal`].
pub(crate) fn check_statement<'t>(node: Node<'t>, kind: PolicyKind, sink: Sink<'_, 't>) -> Option<StatementNode<'t>> {
    let Some(statement) = StatementNode::from_node(node) else {
        // A value of `Statement` that is not a list has been checked with the policy.
        if node.path != Path::ROOT.member("Statement") && !node.value.is_unknown() {
            sink(wrong_type(node, "a statement object"));
        }
        return None;
    };
    let members = statement.members();
    let meant = check_names::<StatementElement>(members, sink);
    let is_open = members.have_hole();
    let lacks =
        |element: StatementElement| !is_open && statement.get(element).is_none() && !meant.contains(&element.name());
    for element in StatementElement::ALL.iter().copied() {
        let negated = element.negated();
        match element.presence(kind) {
            Presence::Required if lacks(element) && negated.is_none_or(lacks) => {
                let depends_on_kind = matches!(element, StatementElement::Principal | StatementElement::Resource);
                let kind = depends_on_kind.then_some(kind);
                let error = FormError::MissingElement { of: StatementElement::OWNER, kind, element: element.name() };
                sink(Fault { place: members.place, error });
            }
            Presence::Forbidden => {
                if let Some(name) = statement.name(element) {
                    let error = FormError::ForbiddenElement { kind, element: element.name() };
                    sink(Fault { place: name.place, error });
                }
            }
            _ => {}
        }
        let Some(node) = statement.get(element) else { continue };
        if let Some(second) = negated.and_then(|negated| statement.get(negated)) {
            let error = FormError::ConflictingElements { element: element.name() };
            sink(Fault { place: second.place(), error });
        }
        match element.value_form() {
            ValueForm::String => check_string(node, sink),
            ValueForm::Condition => check_condition(node, sink),
            ValueForm::Strings => {
                if node.is_empty_list() {
                    sink(Fault { place: node.place(), error: FormError::EmptyList { element: element.name() } });
                }
                check_strings(node, sink);
            }
            ValueForm::Principal | ValueForm::Statements => {}
        }
    }
    Some(statement)
}

/// Checks the form of the value of `Principal` or `NotPrincipal`. The names of the principals are not checked.
pub(crate) fn check_principal<'t>(node: Node<'t>, sink: Sink<'_, 't>) {
    if let Some(text) = node.string() {
        if text.text != "*" {
            sink(Fault { place: text.place, error: FormError::bare_principal(text.written()) });
        }
        return;
    }
    if let Some(text) =
        node.partial_string().filter(|text| text.known_parts().any(|part| part.bytes().any(|byte| byte != b'*')))
    {
        return sink(Fault { place: text.place, error: FormError::bare_principal(text.written()) });
    }
    if node.value.as_hole().is_some() {
        return;
    }
    let Some(kinds) = node.members() else {
        let is_empty = node.is_empty_list();
        let other = FormError::PrincipalType { found: node.value.type_name() };
        let error = if is_empty { FormError::EmptyPrincipalList } else { other };
        return sink(Fault { place: node.place(), error });
    };
    if kinds.members.is_empty() {
        sink(Fault { place: node.place(), error: FormError::NoPrincipal });
    }
    for (name, names) in kinds.iter() {
        if name.hole.is_some() {
            check_strings(names, sink);
            continue;
        }
        let Some(kind) = PrincipalKind::from_name(name.text) else {
            sink(Fault { place: name.place, error: FormError::unknown_principal_kind(name.text) });
            continue;
        };
        if names.is_empty_list() {
            sink(Fault { place: names.place(), error: FormError::EmptyPrincipals { kind } });
        }
        check_strings(names, sink);
    }
}

/// Checks the value of `Condition`: its operators, their condition keys, and the values of the keys.
fn check_condition<'t>(node: Node<'t>, sink: Sink<'_, 't>) {
    let Some(operators) = check_object(node, "Condition", sink) else { return };
    check_repeated_in_condition(operators, sink);
    for (operator, keys) in operators.iter() {
        if keys.members().is_none()
            && !keys.value.is_unknown()
            && operator.hole.is_none()
            && operator.text.contains(':')
            && operator.text.parse::<Operator>().is_err()
        {
            let error = FormError::KeyOutsideOperator { key: shown(operator) };
            sink(Fault { place: keys.place(), error });
            continue;
        }
        let Some(keys) = check_object(keys, operator.written(), sink) else { continue };
        check_repeated_in_condition(keys, sink);
        for (key, values) in keys.iter() {
            if values.is_empty_list() {
                let operator = operator.hole.is_none().then(|| operator.text.parse().ok()).flatten();
                sink(Fault { place: values.place(), error: FormError::EmptyValues { key: shown(key), operator } });
            }
            for value in values.each() {
                let is_other = matches!(value.value.data, Data::Null | Data::Array(_) | Data::Object(_));
                if is_other || octal(value).is_some() {
                    sink(wrong_type(value, "a string, a number or a boolean"));
                }
            }
        }
    }
}

/// Returns the members of an object, or reports an empty object and other values.
fn check_object<'t>(node: Node<'t>, name: &str, sink: Sink<'_, 't>) -> Option<Members<'t>> {
    match node.members() {
        None if node.value.is_unknown() => {}
        None => sink(wrong_type(node, "an object")),
        Some(members) if members.members.is_empty() => {
            let name = Shown(name).to_string();
            sink(Fault { place: node.place(), error: FormError::EmptyCondition { name } });
        }
        members => return members,
    }
    None
}

/// Checks the names of an object's members. Returns the elements that misspelled names probably refer to. The caller
/// does not report these elements as missing.
fn check_names<'t, E: Element>(members: Members<'t>, sink: Sink<'_, 't>) -> BTreeSet<&'static str> {
    let mut meant = BTreeSet::new();
    for (name, _) in members.iter() {
        if name.hole.is_none() && !E::is_name(name.text) {
            let error = FormError::unknown_element::<E>(name.text);
            meant.extend(error.suggestion());
            sink(Fault { place: name.place, error });
        }
    }
    check_repeated(members, sink);
    meant
}

/// Reports elements that repeat an earlier element.
fn check_repeated<'t>(members: Members<'t>, sink: Sink<'_, 't>) {
    if members.members.len() < 2 {
        return;
    }
    let mut seen = BTreeSet::new();
    for (name, _) in members.iter().filter(|(name, _)| name.hole.is_none()) {
        if !seen.insert(name.text) {
            sink(Fault { place: name.place, error: FormError::repeated_member(name.text) });
        }
    }
}

/// Reports operators or condition keys that repeat an earlier one. IAM compares both case-insensitively.
fn check_repeated_in_condition<'t>(members: Members<'t>, sink: Sink<'_, 't>) {
    if members.members.len() < 2 {
        return;
    }
    let mut seen = BTreeMap::new();
    for (name, _) in members.iter().filter(|(name, _)| name.hole.is_none()) {
        match seen.entry(CaseInsensitive::new(name.text)) {
            Entry::Vacant(vacant) => drop(vacant.insert(name.text)),
            Entry::Occupied(first) => {
                sink(Fault { place: name.place, error: FormError::repeated_in_condition(name.text, first.get()) });
            }
        }
    }
}

fn check_string<'t>(node: Node<'t>, sink: Sink<'_, 't>) {
    if node.value.as_str().is_none() && node.value.as_hole().is_none() {
        sink(wrong_type(node, "a string"));
    }
}

fn check_strings<'t>(node: Node<'t>, sink: Sink<'_, 't>) {
    for entry in node.each().filter(|entry| entry.value.as_str().is_none() && entry.value.as_hole().is_none()) {
        sink(wrong_type(entry, "a string or a list of strings"));
    }
}

fn wrong_type<'t>(node: Node<'t>, expected: &'static str) -> Fault<'t> {
    let error = match octal(node) {
        Some(given) => FormError::OctalNumber { given: given.into() },
        None => FormError::WrongType { expected, found: node.value.type_name() },
    };
    Fault { place: node.place(), error }
}

/// Returns the text of a number with the base 8 of YAML. JSON has no such numbers.
fn octal(node: Node<'_>) -> Option<&str> {
    let Data::Number(text) = &node.value.data else { return None };
    let is_octal = text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    is_octal.then_some(text)
}

fn shown(text: Text<'_>) -> String {
    Shown(text.written()).to_string()
}
