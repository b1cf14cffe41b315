//! Tests of the faults of ARNs.

use alloc::{borrow::ToOwned as _, format, string::String, vec::Vec};

use super::*;
use crate::{
    document::{Path, Place},
    json::Span,
};

fn find(text: &str, kind: PolicyKind) -> Vec<WrongArn<'_>> {
    WrongArn::find(Text::known(text, Place { path: Path::ROOT, span: Span::default() }), kind)
}

fn faults(text: &str) -> Vec<ArnFault<'_>> {
    find(text, PolicyKind::Identity).iter().map(|arn| arn.fault).collect()
}

fn suggestion(text: &str) -> Option<String> {
    find(text, PolicyKind::Identity).into_iter().next()?.suggestion
}

#[test]
fn patterns_and_variables_are_not_faults() {
    for text in [
        "*",
        "arn:*",
        "a*",
        "arn:aws:s3:::b/*",
        "arn:*:s3:::b",
        "arn:aws-cn:s3:::b",
        "arn:aws:ses:*",
        "arn:aws:iam::aws:policy/*",
        "arn:aws:ec2:eu-*:1111*:instance/a:b",
        "arn:aws:iam::*:role/${aws:username}",
        "arn:aws:s3:::b/${aws:PrincipalAccount}/${*}",
        "arn:aws:s3:::b/a, b/*",
        "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/x",
        // Variables without a prefix and variables of templates have findings of their own.
        "arn:aws:ec2:${Region}:${AWS::AccountId}:instance/*",
    ] {
        assert_eq!(faults(text), [], "{text}");
    }
}

#[test]
fn each_fault_of_a_whole_string_is_found() {
    for (text, expected) in [
        ("b", ArnFault::NotAnArn(NotAnArn::Other)),
        ("", ArnFault::NotAnArn(NotAnArn::Empty)),
        (" arn:aws:s3:::b", ArnFault::NotAnArn(NotAnArn::LeadingSpace)),
        ("\"arn:aws:s3:::b\"", ArnFault::NotAnArn(NotAnArn::Quoted)),
        ("ARN:aws:s3:::b", ArnFault::NotAnArn(NotAnArn::Case)),
        ("arn;aws;s3;;;b", ArnFault::NotAnArn(NotAnArn::Separator(';'))),
        ("arn/aws/s3", ArnFault::NotAnArn(NotAnArn::Separator('/'))),
        ("arnold", ArnFault::NotAnArn(NotAnArn::Other)),
        ("aws:s3:::b", ArnFault::NotAnArn(NotAnArn::NoPrefix)),
        ("arn:aws", ArnFault::TooFewFields(2)),
        ("arn:aws:s3::b", ArnFault::TooFewFields(5)),
        ("arn:aws::b", ArnFault::TooFewFields(4)),
        ("arn:s3:::b", ArnFault::NoPartition),
        ("arn:sqs:eu-west-1:111122223333:q", ArnFault::NoPartition),
        ("arn::s3:::b", ArnFault::Empty(Field::Partition)),
        ("arn:aws::::b", ArnFault::Empty(Field::Service)),
        ("arn:aws:s3:::", ArnFault::Empty(Field::Resource)),
        ("arn:asw:s3:::b", ArnFault::Partition("asw")),
        ("arn:${AWS::Partition}:s3:::b", ArnFault::Partition("${AWS::Partition}")),
        ("arn:AWS:s3:::b", ArnFault::Partition("AWS")),
        ("arn:${Partition}:s3:::b", ArnFault::Partition("${Partition}")),
        ("arn:${aws:partition}:s3:::b", ArnFault::Partition("${aws:partition}")),
        ("arn:partition:s3:::b", ArnFault::Placeholder(Field::Partition, "partition")),
        ("arn:aws:s3:::b/*, arn:aws:s3:::c/*", ArnFault::SeveralArns),
        ("arn:aws:s3:::b\narn:aws:s3:::c", ArnFault::SeveralArns),
        ("arn:aws:*:::x", ArnFault::WildcardService),
        ("arn:aws:s3", ArnFault::Incomplete(3)),
        ("arn:aws:s3:b/*", ArnFault::Incomplete(4)),
        ("arn:aws:s3::b/*", ArnFault::Incomplete(5)),
        ("arn:aws:iam:us-east-1:111122223333:role/x", ArnFault::RefusedRegionOfIam),
        ("arn:aws:iam:*:*:role/x", ArnFault::RefusedRegionOfIam),
        ("arn:aws:iam::111122223333:*/*", ArnFault::RefusedIamPath("*/*")),
        ("arn:aws:iam::111122223333:roles/x", ArnFault::RefusedIamPath("roles/x")),
        ("arn:aws:iam::*:role*", ArnFault::RefusedIamPath("role*")),
        ("arn:aws:s3:eu-west-1::b", ArnFault::RefusedRegionOfBucket("eu-west-1")),
    ] {
        assert_eq!(faults(text).first(), Some(&expected), "{text}");
    }
}

#[test]
fn each_fault_of_a_field_is_found() {
    for (text, expected) in [
        ("arn:aws:ec2:ireland:*:instance/*", &[ArnFault::Region("ireland")][..]),
        ("arn:aws:ec2:eu-west-1a:*:instance/*", &[ArnFault::Region("eu-west-1a")]),
        ("arn:aws:ec2:*:11112222333:instance/*", &[ArnFault::Account("11112222333")]),
        ("arn:aws:ec2:*:1111-2222-3333:instance/*", &[ArnFault::Account("1111-2222-3333")]),
        ("arn:aws:ec2:*:mycompany:instance/*", &[ArnFault::Account("mycompany")]),
        ("arn:aws:ec2:*:<account>:instance/*", &[ArnFault::Placeholder(Field::Account, "<account>")]),
        (
            "arn:aws:ec2:region:account-id:instance/*",
            &[ArnFault::Placeholder(Field::Region, "region"), ArnFault::Placeholder(Field::Account, "account-id")],
        ),
        ("arn:aws:ec2:us-east-x:*:instance/*", &[ArnFault::Placeholder(Field::Region, "us-east-x")]),
        ("arn:aws:service:*:*:x", &[ArnFault::Placeholder(Field::Service, "service")]),
        ("arn:aws:${aws:PrincipalTag/s}:::x", &[ArnFault::Variable(Field::Service, "${aws:PrincipalTag/s}")]),
        (
            "arn:aws:ec2:${aws:RequestedRegion}:1111${aws:x}:instance/a",
            &[
                ArnFault::Variable(Field::Region, "${aws:RequestedRegion}"),
                ArnFault::Variable(Field::Account, "1111${aws:x}"),
            ],
        ),
        ("arn:aws:S3:::b", &[ArnFault::ServiceCase("S3")]),
        ("arn:aws:s3:::b/* ", &[ArnFault::TrailingSpace]),
    ] {
        assert_eq!(faults(text), expected, "{text}");
    }
}

#[test]
fn placeholders_are_told_from_values() {
    for text in [
        "account-id",
        "ACCOUNT-ID-WITHOUT-HYPHENS",
        "account-name",
        "AccountNumber",
        "your-account-id",
        "myaccount",
        "xxxxxxxxxxxx",
        "XXXXXXXXXXXX",
        "1234xxxx5678",
        "[account]",
        "{{account}}",
        "%ID%",
    ] {
        assert!(placeholder::is_placeholder(Field::Account, text), "{text}");
    }
    for text in ["aws", "aws-managed", "111122223333", "123456789", "abc", "${aws:PrincipalAccount}"] {
        assert!(!placeholder::is_placeholder(Field::Account, text), "{text}");
    }
    for (text, is_placeholder) in [("region", true), ("us-xxxx-1", true), ("REGION_NAME", true), ("eu-west-1", false)] {
        assert_eq!(placeholder::is_placeholder(Field::Region, text), is_placeholder, "{text}");
    }
}

#[test]
fn only_iam_refuses_what_other_services_may_store() {
    for kind in PolicyKind::ALL {
        let is_stored_by_iam =
            matches!(kind, PolicyKind::Identity | PolicyKind::PermissionBoundary | PolicyKind::Session);
        for text in ["arn:aws:*:::x", "arn:aws:iam::*:*/*", "arn:aws:s3:eu-west-1::b"] {
            let is_refused = find(text, *kind).iter().any(|arn| arn.fault != ArnFault::WideService);
            assert_eq!(is_refused, is_stored_by_iam, "{kind} {text}");
        }
        let with_region = find("arn:aws:iam:us-east-1:*:role/x", *kind);
        let is_refused = with_region.iter().any(|arn| arn.fault.is_malformed());
        assert_eq!((with_region.len(), is_refused), (1, is_stored_by_iam), "{kind}");
    }
}

#[test]
fn resources_of_iam_begin_with_their_type() {
    for text in ["*", "root", "role/a", "user/*", "oidc-provider/a", "${aws:PrincipalTag/type}/a"] {
        assert_eq!(faults(&format!("arn:aws:iam::111122223333:{text}")), [], "{text}");
    }
    assert_eq!(faults("arn:aws:s3:eu-west-1::accesspoint/a"), []);
    assert_eq!(faults("arn:aws:s3:eu-west-1:111122223333:job/a"), []);
}

#[test]
fn an_obvious_mistake_has_a_suggestion() {
    for (text, expected) in [
        ("arn:aws:s3::b/*", Some("arn:aws:s3:::b/*")),
        ("arn:aws-cn:s3:b", Some("arn:aws-cn:s3:::b")),
        (" arn:aws:s3:::b\n", Some("arn:aws:s3:::b")),
        ("s3://b/*", Some("arn:aws:s3:::b/*")),
        ("ARN:aws:s3:::b", Some("arn:aws:s3:::b")),
        ("'arn:aws:s3:::b/*'", Some("arn:aws:s3:::b/*")),
        ("aws:s3:::b", Some("arn:aws:s3:::b")),
        ("arn:s3:::b", Some("arn:aws:s3:::b")),
        ("arn::s3:::b", Some("arn:aws:s3:::b")),
        ("arn:AWS:s3:::b", Some("arn:aws:s3:::b")),
        ("arn:aws:SQS:eu-west-1:111122223333:q", Some("arn:aws:sqs:eu-west-1:111122223333:q")),
        ("arn;aws;s3;;;b;c", Some("arn:aws:s3:::b;c")),
        ("arn:aws:iam::111122223333:role:x", Some("arn:aws:iam::111122223333:role/x")),
        ("arn:aws:iam::111122223333:role*", Some("arn:aws:iam::111122223333:role/*")),
        ("arn:aws:iam::111122223333:rule*", None),
        ("arn/aws/s3", None),
        ("arn:aws:s3", None),
        ("arn:aws:s3:*", None),
        ("arn:aws:sns:eu-west-1:111122223333", None),
        ("b/*", None),
    ] {
        assert_eq!(suggestion(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_message_has_one_fix() {
    let message = |text, fix| find(text, PolicyKind::Identity)[0].message("wrong".to_owned(), fix);
    assert_eq!(message("s3://b", "write an ARN"), "wrong: did you mean `arn:aws:s3:::b`?");
    assert_eq!(message("b", "write an ARN"), "wrong: write an ARN");
    assert_eq!(message("b", ""), "wrong");
}
