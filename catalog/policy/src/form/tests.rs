//! Tests of the faults in the form of a policy, each with its place.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use crate::{
    document::{Document, StatementNode},
    form::{Fault, FormError, check_policy, check_principal, check_statement},
    json,
    kind::PolicyKind,
    operator::Comparator,
    principal::PrincipalKind,
};

type Found = (String, FormError);

/// Returns the faults of a policy and its statements, each with its pointer.
fn faults_of_text(kind: PolicyKind, text: &str) -> Vec<Found> {
    let mut faults = Vec::new();
    let tree = json::parse(text.as_bytes()).unwrap();
    let mut sink = |fault: Fault<'_>| faults.push((fault.place.path.to_string(), fault.error));
    if let Some(document) = check_policy(&tree, &mut sink) {
        for node in document.statement_values() {
            check_statement(node, kind, &mut sink);
        }
    }
    faults
}

/// Returns the faults of an identity policy with one statement.
fn faults_of(statement: &str) -> Vec<Found> {
    faults_of_text(PolicyKind::Identity, &format!(r#"{{"Version": "2012-10-17", "Statement": {{{statement}}}}}"#))
}

/// Returns the faults of the value of `Principal`.
fn faults_of_principal(value: &str) -> Vec<Found> {
    let text = format!(r#"{{"Statement": {{"Principal": {value}}}}}"#);
    let tree = json::parse(text.as_bytes()).unwrap();
    let statement = Document::from_tree(&tree).and_then(|document| document.statements().next());
    let mut faults = Vec::new();
    let node = statement.and_then(StatementNode::principal).unwrap();
    check_principal(node, &mut |fault| faults.push((fault.place.path.to_string(), fault.error)));
    faults
}

/// Returns a fault at a pointer, as the functions above return it.
fn at(pointer: &str, error: FormError) -> Found {
    (pointer.to_string(), error)
}

fn wrong_type(pointer: &str, expected: &'static str, found: &'static str) -> Found {
    at(pointer, FormError::WrongType { expected, found })
}

fn missing(pointer: &str, of: &'static str, kind: Option<PolicyKind>, element: &'static str) -> Found {
    at(pointer, FormError::MissingElement { of, kind, element })
}

#[test]
fn json_that_is_not_a_policy_has_one_fault() {
    for (text, expected) in [
        ("[]", wrong_type("", "a policy object", "a list")),
        ("{}", at("", FormError::NotAPolicy)),
        (r#"{"version": 1, "Statements of June": 1}"#, at("", FormError::NotAPolicy)),
        (r#"{"Effect": "x", "Action": 1}"#, at("", FormError::BareStatement)),
    ] {
        assert_eq!(faults_of_text(PolicyKind::Identity, text), [expected], "{text}");
    }
}

#[test]
fn elements_of_a_policy_have_their_types() {
    for (text, expected) in [
        (r#"{"Version": "2012-10-17"}"#, missing("", "a policy", None, "Statement")),
        (r#"{"Version": 1, "Statement": {"Effect": "Deny", "NotAction": "*", "Resource": "*"}}"#, {
            wrong_type("/Version", "a string", "a number")
        }),
        (r#"{"Statement": []}"#, at("/Statement", FormError::NoStatement)),
        (r#"{"Statement": "a"}"#, wrong_type("/Statement", "a statement or a list of statements", "a string")),
        (r#"{"Statement": [null]}"#, wrong_type("/Statement/0", "a statement object", "null")),
        (r#"{"Statment": 1}"#, at("/Statment", FormError::unknown_policy_element("Statment"))),
        (r#"{"Version": "x", "statement": 1}"#, at("/statement", FormError::unknown_policy_element("statement"))),
    ] {
        assert_eq!(faults_of_text(PolicyKind::Identity, text), [expected], "{text}");
    }
}

#[test]
fn a_statement_has_its_required_elements() {
    const STATEMENT: &str = "/Statement";
    let of = "a statement";
    let expected = [
        missing(STATEMENT, of, None, "Effect"),
        missing(STATEMENT, of, None, "Action"),
        missing(STATEMENT, of, Some(PolicyKind::Identity), "Resource"),
    ];
    assert_eq!(faults_of(""), expected);
    // An element with a misspelled name is not also reported as missing.
    let expected = [at("/Statement/Actions", FormError::unknown_statement_element("Actions"))];
    assert_eq!(faults_of(r#""Effect": "Deny", "Actions": 1, "NotResource": "a""#), expected);
    let text = r#"{"Statement": {"Effect": "Allow", "Action": "a"}}"#;
    let expected = [missing(STATEMENT, of, Some(PolicyKind::Trust), "Principal")];
    assert_eq!(faults_of_text(PolicyKind::Trust, text), expected);
}

#[test]
fn a_statement_has_no_other_elements() {
    const STATEMENT: &str = r#""Effect": "Deny", "Action": "a", "Resource": "b""#;
    let kind = PolicyKind::Identity;
    for (more, expected) in [
        (r#""Principal": 1"#, at("/Statement/Principal", FormError::ForbiddenElement { kind, element: "Principal" })),
        (r#""NotAction": "c""#, at("/Statement/NotAction", FormError::ConflictingElements { element: "Action" })),
        (r#""Effect": "Deny""#, at("/Statement/Effect", FormError::repeated_member("Effect"))),
        (r#""sid": "c""#, at("/Statement/sid", FormError::unknown_statement_element("sid"))),
        (r#""Id": "c""#, at("/Statement/Id", FormError::unknown_statement_element("Id"))),
        (r#""Sid": ["c"]"#, wrong_type("/Statement/Sid", "a string", "a list")),
    ] {
        assert_eq!(faults_of(&format!("{STATEMENT}, {more}")), [expected], "{more}");
    }
}

#[test]
fn lists_of_strings_hold_strings() {
    let expected = [
        at("/Statement/Action", FormError::EmptyList { element: "Action" }),
        wrong_type("/Statement/Resource/1", "a string or a list of strings", "a number"),
        wrong_type("/Statement/Resource/2", "a string or a list of strings", "a list"),
    ];
    assert_eq!(faults_of(r#""Effect": "Deny", "Action": [], "Resource": ["b", 1, []]"#), expected);
}

#[test]
fn a_condition_holds_operators_keys_and_values() {
    const AT: &str = "/Statement/Condition";
    let value = "a string, a number or a boolean";
    let empty_values = |name: &str, operator| {
        at(&format!("{AT}/{name}/a:b"), FormError::EmptyValues { key: "a:b".to_string(), operator })
    };
    let in_other_case =
        |name: &str, first: &str| FormError::RepeatedInOtherCase { name: name.to_string(), first: first.to_string() };
    for (condition, expected) in [
        ("[]", wrong_type(AT, "an object", "a list")),
        ("{}", at(AT, FormError::EmptyCondition { name: "Condition".to_string() })),
        (r#"{"Bool": {}}"#, at(&format!("{AT}/Bool"), FormError::EmptyCondition { name: "Bool".to_string() })),
        (r#"{"Bool": 1}"#, wrong_type(&format!("{AT}/Bool"), "an object", "a number")),
        (r#"{"ForAnyValue:Bool": 1}"#, wrong_type(&format!("{AT}/ForAnyValue:Bool"), "an object", "a number")),
        (r#"{"a:b": "c"}"#, at(&format!("{AT}/a:b"), FormError::KeyOutsideOperator { key: "a:b".to_string() })),
        (r#"{"Bool": {"a:b": []}}"#, empty_values("Bool", Some(Comparator::Bool.into()))),
        (r#"{"Boole": {"a:b": []}}"#, empty_values("Boole", None)),
        (r#"{"Bool": {"a:b": null}}"#, wrong_type(&format!("{AT}/Bool/a:b"), value, "null")),
        (r#"{"Bool": {"a:b": [1, true, {}]}}"#, wrong_type(&format!("{AT}/Bool/a:b/2"), value, "an object")),
        (r#"{"Bool": {"a:b": 1, "a:b": 1}}"#, at(&format!("{AT}/Bool/a:b"), FormError::repeated_member("a:b"))),
        (r#"{"Bool": {"a:b": 1, "A:B": 1}}"#, at(&format!("{AT}/Bool/A:B"), in_other_case("A:B", "a:b"))),
        (r#"{"Bool": {"a:b": 1}, "bool": {"a:b": 1}}"#, at(&format!("{AT}/bool"), in_other_case("bool", "Bool"))),
    ] {
        let statement = format!(r#""Effect": "Deny", "Action": "a", "Resource": "b", "Condition": {condition}"#);
        assert_eq!(faults_of(&statement), [expected], "{condition}");
    }
}

#[test]
fn principals_have_kinds_and_names() {
    const AT: &str = "/Statement/Principal";
    let kind = PrincipalKind::AWS;
    for (value, expected) in [
        ("1", at(AT, FormError::PrincipalType { found: "a number" })),
        (r#"["a"]"#, at(AT, FormError::PrincipalType { found: "a list" })),
        ("[]", at(AT, FormError::EmptyPrincipalList)),
        (r#""a""#, at(AT, FormError::bare_principal("a"))),
        ("{}", at(AT, FormError::NoPrincipal)),
        (r#"{"aws": "a"}"#, at(&format!("{AT}/aws"), FormError::unknown_principal_kind("aws"))),
        (r#"{"AWS": []}"#, at(&format!("{AT}/AWS"), FormError::EmptyPrincipals { kind })),
        (r#"{"AWS": ["a", 1]}"#, wrong_type(&format!("{AT}/AWS/1"), "a string or a list of strings", "a number")),
    ] {
        assert_eq!(faults_of_principal(value), [expected], "{value}");
    }
    for value in [r#""*""#, r#"{"AWS": "a", "Service": ["b", "c"]}"#] {
        assert_eq!(faults_of_principal(value), [], "{value}");
    }
}

#[test]
fn a_policy_with_every_element_has_no_fault() {
    let text = r#"{"Version": "2012-10-17", "Id": "a", "Statement": [
        {"Sid": "", "Effect": "x", "NotPrincipal": 1, "NotAction": "a", "NotResource": ["b"]},
        {"Effect": "Allow", "Principal": 1, "Action": ["a", "b"], "Condition": {"x": {"y": ["z", 1, false]}}}]}"#;
    assert_eq!(faults_of_text(PolicyKind::Resource, text), []);
}
