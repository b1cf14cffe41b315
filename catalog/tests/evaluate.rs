//! Decisions about typed requests, their problems, and their heap allocations.

#![cfg(feature = "policy")]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::hint::black_box;

use allocation_counter::measure;
use catalog::{
    assert_allowed, assert_denied, ec2,
    policy::{
        Key,
        evaluate::{EvaluationPolicy, Outcome, Policies, Request, RequestPart},
    },
    s3,
};

const ANN: &str = "arn:aws:iam::111122223333:user/ann";

fn policy(text: &str) -> EvaluationPolicy {
    EvaluationPolicy::from_json(text).unwrap()
}

/// Policies with variables, conditions, a boundary, an organization and the policy of a bucket.
fn policies() -> Policies {
    let home = r#"{"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["s3:Get*", "s3:PutObject"], "Resource": "arn:aws:s3:::home/${aws:username}/*",
         "Condition": {"Bool": {"aws:SecureTransport": "true"}, "IpAddress": {"aws:SourceIp": "203.0.113.0/24"},
                       "ForAllValues:StringLike": {"aws:TagKeys": ["team*"]}, "DateLessThan": {"aws:CurrentTime": "2027"}}},
        {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}
    ]}"#;
    let everything = r#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;
    let bucket = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:Put*",
        "Resource": "arn:aws:s3:::home/*", "Condition": {"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/*"}}}}"#;
    Policies::new()
        .identity(policy(home))
        .boundary(policy(everything))
        .resource(policy(bucket))
        .service_control_level([policy(everything)])
}

fn request(action: s3::Action, object: &str) -> Request {
    Request::new(ANN, action)
        .on(format!("arn:aws:s3:::home/{object}"))
        .with(Key::new("aws:SecureTransport"), true)
        .with(Key::new("aws:SourceIp"), "203.0.113.7")
        .with(Key::new("aws:CurrentTime"), "2026-11-27T12:00:00Z")
        .build()
        .unwrap()
}

#[test]
fn typed_requests_are_decided() {
    let policies = policies();
    assert_allowed!(policies, request(s3::Action::GetObject, "ann/a.txt"));
    assert_allowed!(policies, request(s3::Action::PutObject, "ann/a.txt"));
    assert_denied!(policies, request(s3::Action::GetObject, "bob/a.txt"), "the home of another user");
    assert_denied!(policies, request(s3::Action::DeleteObject, "ann/a.txt"));
    let open = Request::new(ANN, s3::Action::GetObject).on("arn:aws:s3:::home/ann/a").build().unwrap();
    assert_eq!(policies.decide(&open).outcome(), Outcome::ImplicitlyDenied, "`aws:SourceIp` is absent");
}

#[test]
#[should_panic(expected = "reports: explicitly-denied: statement 1 of identity[0] denies it")]
fn an_assertion_states_the_reason() {
    let request = Request::new(ANN, ec2::Action::DescribeInstances).build().unwrap();
    assert_allowed!(policies(), request, "reports");
}

#[test]
fn a_compiled_decision_does_not_allocate() {
    let policies = policies().compile();
    for (action, object) in [
        (s3::Action::GetObject, "ann/a.txt"),
        (s3::Action::PutObject, "ann/a.txt"),
        (s3::Action::GetObject, "bob/a.txt"),
        (s3::Action::DeleteObject, "ann/a.txt"),
    ] {
        let request = request(action, object);
        let taken = measure(|| {
            black_box(policies.decide(&request).outcome());
        });
        assert_eq!((taken.count_total, taken.bytes_total), (0, 0), "{action}");
    }
}

#[test]
fn the_work_grows_with_the_policies_and_the_resources() {
    let statement = r#"{"Effect": "Allow", "Action": "s3:Put*", "Resource": "arn:aws:s3:::*-reports/*/x"},"#;
    let steps = |statements: usize, resources: usize| {
        let text = format!(r#"{{"Statement": [{}]}}"#, statement.repeat(statements).trim_end_matches(','));
        let policies = Policies::new().identity(policy(&text)).compile();
        let request = Request::new(ANN, s3::Action::PutObject);
        let request = (0..resources).fold(request, |request, number| request.on(format!("arn:aws:s3:::a/{number:04}")));
        policies.decide(&request.build().unwrap()).steps()
    };
    let one = steps(100, 10);
    assert!(one > 100 * 10, "{one}");
    assert_eq!((steps(200, 10), steps(100, 20)), (2 * one, 2 * one));
}

#[test]
fn all_problems_of_a_request_are_reported() {
    let error = Request::new("ann", s3::Action::GetObject)
        .on("arn:aws:sqs:eu-west-1:111122223333:mail")
        .in_account("1")
        .with(ec2::ConditionKey::InstanceType, "t3.micro")
        .with(Key::new("aws:SourceIpp"), "203.0.113.7")
        .with(Key::new("aws:SourceIp"), "home")
        .with(Key::new("aws:username"), ["ann", "bob"])
        .build()
        .unwrap_err();
    let parts: Vec<_> = error.problems().iter().map(|problem| problem.part().clone()).collect();
    assert!(parts.contains(&RequestPart::Principal) && parts.contains(&RequestPart::Resource(0)), "{error}");
    let message = error.to_string();
    for expected in [
        "`ann` is not a principal that can make a request: write the ARN of a user, a role or a session",
        "`1` is not a 12-digit account ID",
        "unknown condition key `aws:SourceIpp`: did you mean `aws:SourceIp`?",
        "`s3:GetObject` does not accept the resource `arn:aws:sqs:eu-west-1:111122223333:mail`: expected ",
        "requests for `s3:GetObject` never have the condition key `ec2:InstanceType`: remove it",
        "`aws:SourceIp`: `home` is not a valid IP address or range",
        "`aws:username` is a single-valued key, found 2 values: state one value",
    ] {
        assert!(message.contains(expected), "{expected}\n{message}");
    }
    assert_eq!(error.problems().len(), 7, "{error}");
}
