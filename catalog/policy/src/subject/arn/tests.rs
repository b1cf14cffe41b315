//! The fault and the suggestion of each kind of string.

use super::*;
use crate::{
    document::{Path, Place},
    json::Span,
};

fn find(text: &str, kind: PolicyKind) -> Option<WrongArn<'_>> {
    WrongArn::find(Text { text, place: Place { path: Path::ROOT, span: Span::default() } }, kind)
}

fn fault(text: &str) -> Option<ArnFault<'_>> {
    find(text, PolicyKind::Identity).map(|arn| arn.fault)
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
        "arn:aws:ec2:eu-*:${aws:PrincipalAccount}:instance/a:b",
        "arn:aws:secretsmanager:${aws:RequestedRegion}:111122223333:secret:x",
        "arn:aws:iam:*:*:role/x",
        "arn:aws:s3:::b/a, b/*",
    ] {
        assert_eq!(fault(text), None, "{text}");
    }
}

#[test]
fn each_fault_is_found() {
    for (text, expected) in [
        ("b", ArnFault::NotAnArn),
        ("arn:aws", ArnFault::TooFewFields(2)),
        ("arn:aws:s3::b", ArnFault::TooFewFields(5)),
        ("arn:aws::b", ArnFault::TooFewFields(4)),
        ("arn:asw:s3:::b", ArnFault::Partition("asw")),
        ("arn:${Partition}:s3:::b", ArnFault::Partition("${Partition}")),
        ("arn:${aws:partition}:s3:::b", ArnFault::Partition("${aws:partition}")),
        ("arn:aws:s3:::b/*, arn:aws:s3:::c/*", ArnFault::SeveralArns),
        ("arn:aws:*:::x", ArnFault::WildcardService),
        ("arn:aws:s3", ArnFault::Incomplete(3)),
        ("arn:aws:s3:b/*", ArnFault::Incomplete(4)),
        ("arn:aws:s3::b/*", ArnFault::Incomplete(5)),
        ("arn:aws:iam:us-east-1:111122223333:role/x", ArnFault::RegionOfIam),
        ("arn:aws:ec2:region:*:instance/*", ArnFault::Region("region")),
        ("arn:aws:ec2:eu-west-1a:*:instance/*", ArnFault::Region("eu-west-1a")),
        ("arn:aws:ec2:*:11112222333:instance/*", ArnFault::Account("11112222333")),
        ("arn:aws:ec2:*:account-id:instance/*", ArnFault::Account("account-id")),
        ("arn:aws:ec2:*:1111-2222-3333:instance/*", ArnFault::Account("1111-2222-3333")),
        ("arn:aws:ec2:*:<account>:instance/*", ArnFault::Account("<account>")),
        ("arn:aws:s3:::b/* ", ArnFault::TrailingSpace),
    ] {
        assert_eq!(fault(text), Some(expected), "{text}");
    }
}

#[test]
fn only_some_kinds_of_policies_need_the_service_in_full() {
    for kind in PolicyKind::ALL {
        let is_needed = matches!(kind, PolicyKind::Identity | PolicyKind::PermissionBoundary);
        assert_eq!(find("arn:aws:*:::x", *kind).is_some(), is_needed, "{kind}");
    }
}

#[test]
fn an_obvious_mistake_has_a_suggestion() {
    for (text, expected) in [
        ("arn:aws:s3::b/*", Some("arn:aws:s3:::b/*")),
        ("arn:aws-cn:s3:b", Some("arn:aws-cn:s3:::b")),
        (" arn:aws:s3:::b\n", Some("arn:aws:s3:::b")),
        ("s3://b/*", Some("arn:aws:s3:::b/*")),
        ("arn:aws:s3", None),
        ("arn:aws:s3:*", None),
        ("arn:aws:sns:eu-west-1:111122223333", None),
        ("b/*", None),
    ] {
        let suggestion = find(text, PolicyKind::Identity).and_then(|arn| arn.suggestion);
        assert_eq!(suggestion.as_deref(), expected, "{text}");
    }
}

#[test]
fn a_message_ends_with_the_suggestion() {
    let arn = find("s3://b", PolicyKind::Identity).unwrap();
    assert_eq!(arn.with_suggestion("wrong".to_owned()), "wrong: did you mean `arn:aws:s3:::b`?");
    let arn = find("b", PolicyKind::Identity).unwrap();
    assert_eq!(arn.with_suggestion("wrong".to_owned()), "wrong");
    assert!(arn.fault.is_malformed() && !ArnFault::TrailingSpace.is_malformed());
}
