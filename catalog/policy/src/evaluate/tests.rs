//! Tests of decisions as a whole, with their reasons.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use proptest::prelude::*;

use super::{Outcome, Scenario, read_scenarios};
use crate::json;

/// Reads a scenario with a request and policies, and passes it on.
fn with_scenario<R>(request: &str, policies: &str, check: impl FnOnce(&Scenario<'_>) -> R) -> R {
    let text = format!(r#"{{"request": {request}, "policies": {policies}}}"#);
    let tree = json::parse(text.as_bytes()).unwrap();
    let scenarios = read_scenarios(&text, &tree, |path| Err(format!("no file `{path}`"))).unwrap();
    check(&scenarios[0])
}

/// Returns the decision about a request as text.
fn decided(request: &str, policies: &str) -> String {
    with_scenario(request, policies, |scenario| {
        let decision = scenario.decide();
        let compiled = scenario.policies.clone().compile();
        assert_eq!(compiled.decide(&scenario.request).outcome(), decision.outcome());
        format!("{decision}")
    })
}

/// Strings that replace a part of a scenario.
const BROKEN: &[&str] =
    &["", "\"", "{", "[]", "null", "*", "?", ":", "${", "${aws:username}", "arn:aws:s3:::é", "1e9", "\\u0000"];

proptest! {
    #[test]
    fn no_damage_to_a_scenario_makes_a_decision_panic(
        damages in prop::collection::vec((0.0..1.0_f64, 0_usize..12, prop::sample::select(BROKEN)), 1..4),
    ) {
        let mut text = format!(r#"{{"request": {SEND}, "policies": {{
            "identity": [{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": "ses:*",
                "Resource": "arn:aws:ses:*:${{aws:PrincipalAccount}}:identity/*",
                "Condition": {{"DateLessThan": {{"aws:CurrentTime": "2027-01-01"}},
                              "NumericLessThan": {{"aws:MultiFactorAuthAge": "300"}}}}}}}}],
            "resource": {{"Statement": {{"Effect": "Deny", "NotPrincipal": {{"AWS": "111122223333"}}, "NotAction": "s3:*"}}}},
            "service_control": [[{{"Statement": []}}]]}}}}"#);
        for (place, length, replacement) in damages {
            let at = |share: usize| (0..=share).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss,
                reason = "it is a share of a short text")]
            let start = at((place * text.len() as f64) as usize);
            let end = at((start + length).min(text.len())).max(start);
            text.replace_range(start..end, replacement);
        }
        if let Ok(tree) = json::parse(text.as_bytes())
            && let Ok(scenarios) = read_scenarios(&text, &tree, |path| Err(format!("no file `{path}`")))
        {
            for scenario in scenarios {
                let decision = scenario.decide();
                prop_assert_eq!(scenario.policies.clone().compile().decide(&scenario.request).outcome(), decision.outcome());
                prop_assert!(!decision.to_string().is_empty());
            }
        }
    }
}

const SEND: &str = r#"{"principal": "arn:aws:iam::111122223333:role/mailer", "action": "ses:SendEmail",
    "resource": "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
    "context": {"ses:FromAddress": "news@example.com"}}"#;

#[test]
fn a_decision_names_its_statement() {
    let allow = r#"{"Sid": "Send", "Effect": "Allow", "Action": "ses:Send*", "Resource": "*"}"#;
    let deny = r#"{"Effect": "Deny", "Action": "*", "Resource": "*"}"#;
    let identity = |statements: &str| format!(r#"{{"identity": [{{"Statement": [{statements}]}}]}}"#);
    assert_eq!(decided(SEND, &identity(allow)), "allowed: statement 0 (`Send`) of identity[0] allows it");
    assert_eq!(
        decided(SEND, &identity(&format!("{allow}, {deny}"))),
        "explicitly-denied: statement 1 of identity[0] denies it"
    );
    assert_eq!(decided(SEND, "{}"), "implicitly-denied: no identity-based policy allows it");
}

#[test]
fn an_implicit_deny_names_the_nearest_statement() {
    let policies = r#"{"identity": [{"Statement": [
        {"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "arn:aws:ses:*:*:identity/other.example"},
        {"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*", "Condition": {
            "StringEquals": {"ses:FromAddress": ["a@example.com", "b@example.com"], "aws:SourceVpce": "vpce-1"}
        }}
    ]}]}"#;
    assert_eq!(
        decided(SEND, policies),
        "implicitly-denied: no identity-based policy allows it: statement 1 of identity[0] would allow it if \
         `ses:FromAddress` were `a@example.com` or `b@example.com`, not `news@example.com`, and `aws:SourceVpce` were \
         `vpce-1`, which the request lacks"
    );
}

#[test]
fn open_keys_are_named() {
    let policies = r#"{"identity": [{"Statement": {"Effect": "Allow", "Action": "ses:*", "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "true"}}}}]}"#;
    assert_eq!(
        decided(SEND, policies),
        "depends: the request leaves open `aws:securetransport`, on which statement 0 of identity[0] depends"
    );
    with_scenario(SEND, policies, |scenario| {
        assert_eq!(scenario.decide().outcome(), Outcome::Depends);
        assert!(scenario.decide().open_keys().iter().eq(["aws:securetransport"]));
    });
}

#[test]
fn only_open_keys_that_decide_are_named() {
    let request =
        SEND.replace("\"context\"", "\"open\": [\"aws:PrincipalTag/team\", \"aws:PrincipalTag/cost\"], \"context\"");
    let policies = r#"{"identity": [{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ses:*",
        "Resource": ["*", "arn:aws:ses:*:*:identity/${aws:PrincipalTag/team}"],
        "Condition": {"StringLike": {"ses:FromAddress": ["${aws:PrincipalTag/cost}@*", "${aws:PrincipalTag/team}@work"]}}
    }}]}"#;
    with_scenario(&request, policies, |scenario| {
        assert!(scenario.decide().open_keys().iter().eq(["aws:principaltag/cost"]));
    });
}

#[test]
fn each_level_of_service_control_policies_must_allow() {
    let allow = r#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;
    let policies = |levels: &str| format!(r#"{{"identity": [{allow}], "service_control": {levels}}}"#);
    for (levels, outcome) in [
        ("[]", "allowed"),
        (&format!("[[{allow}], [{allow}]]"), "allowed"),
        ("[[]]", "implicitly-denied"),
        (&format!("[[], [{allow}]]"), "implicitly-denied"),
        (&format!("[[{allow}], []]"), "implicitly-denied"),
    ] {
        assert_eq!(decided(SEND, &policies(levels)).split_once(':').unwrap().0, outcome, "{levels}");
    }
    assert_eq!(
        decided(SEND, &policies(&format!("[[{allow}], []]"))),
        "implicitly-denied: no service control policy on level 1 allows it"
    );
}

#[test]
fn a_boundary_has_no_effect_on_the_root_user() {
    let policies = r#"{"boundary": [{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}],
        "resource": {"Statement": {"Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "ses:*"}}}"#;
    let request = |name: &str| SEND.replace("role/mailer", name);
    assert_eq!(decided(&request("root"), policies), "allowed: the root user may do everything in its own account");
    assert_eq!(decided(&request("user/ann"), policies), "explicitly-denied: statement 0 of resource denies it");
}

#[test]
fn mistakes_in_a_scenario_are_all_reported() {
    let text = r#"{
  "expect": "allow",
  "reqest": {},
  "request": {"principal": "ann", "resouce": "*", "resource_account": "1", "context": {"a": {}}, "role": 1},
  "policies": {"identity": [true, "missing.json"]}
}"#;
    let tree = json::parse(text.as_bytes()).unwrap();
    let errors = read_scenarios(text, &tree, |path| Err(format!("there is no file `{path}`"))).unwrap_err();
    let errors: Vec<String> = errors.iter().map(|error| format!("{}: {error}", error.position())).collect();
    let expected = [
        "2:13: unknown expectation `allow`: expected `allowed`, `denied`, `explicitly-denied`, `implicitly-denied` or \
         `depends`",
        "3:3: unknown field `reqest`: did you mean `request`?",
        "4:14: expected the field `action` in the request",
        "4:28: `ann` is not a principal that can make a request: write the ARN of a user, a role or a session, a \
         service such as `lambda.amazonaws.com`, or `anonymous`",
        "4:35: unknown field `resouce`: did you mean `resource`?",
        "4:71: `1` is not a 12-digit account ID",
        "4:93: expected a string, a number or a boolean, found an object",
        "4:106: expected an ARN as a string, found a number",
        "5:29: expected a policy as an object, or the path of a file, found a boolean",
        "5:35: there is no file `missing.json`",
    ];
    assert_eq!(errors, expected);
}
