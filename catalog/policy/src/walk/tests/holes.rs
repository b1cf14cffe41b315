//! Policies with holes: the findings that the known parts decide. `catalog/tests/holes` tests this in general.

use alloc::format;

use crate::{
    kind::PolicyKind::{self, Bucket, Identity, Resource, ResourceControl, Trust},
    testing::{finds_with_holes, message_with_holes, policy, policy_of},
};

fn finds(kind: PolicyKind, statement: &str, expected: &[&str]) {
    finds_with_holes(kind, &policy(statement), expected);
}

fn finds_of_action(actions: &str, expected: &[&str]) {
    finds(Identity, &format!(r#""Effect": "Deny", "Action": {actions}, "Resource": "*""#), expected);
}

fn finds_of_resource(actions: &str, resources: &str, expected: &[&str]) {
    finds(Identity, &format!(r#""Effect": "Deny", "Action": {actions}, "Resource": {resources}"#), expected);
}

fn finds_of_condition(kind: PolicyKind, condition: &str, expected: &[&str]) {
    let rest = r#""Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*""#;
    finds(kind, &format!(r#"{rest}, "Condition": {condition}"#), expected);
}

#[test]
fn the_service_of_an_action_and_its_beginning_decide() {
    for open in ["<<A>>", "<<Service>>:GetObject", "<<P>>GetObject", "s<<X>>:GetObject", "s3:Get<<X>>", "s3<<X>>"] {
        finds_of_action(&format!("\"{open}\""), &[]);
    }
    finds_of_action(r#""s3:Gte<<X>>""#, &["unknown-action /Statement/Action"]);
    finds_of_action(r#"["s3:GetObject", "sess:<<X>>"]"#, &["uncataloged-service /Statement/Action/1"]);
    finds_of_action(r#""s3:Get Obj<<X>>""#, &["malformed-action /Statement/Action"]);
    // Two holes are not the same, and a stand-in is not the author's wildcard.
    finds_of_action(r#"["s3:<<X>>", "s3:<<X>>", "s3:GetObject"]"#, &[]);
    let message = message_with_holes(Identity, r#""Effect": "Deny", "Action": "s3:Gte<<X>>", "Resource": "*""#);
    assert_eq!(message, "pattern `s3:Gte<<X>>` matches no action: did you mean `s3:Get…`?");
}

#[test]
fn fields_before_the_first_hole_decide_about_an_arn() {
    let any = r#""s3:*""#;
    for open in [
        "<<Arn>>",
        "<<Arn>>/*",
        "<<A>>:b",
        "ar<<X>>",
        "arn:<<P>>:s3:::b",
        "arn:aws:s<<X>>",
        "arn:aws:s3:::<<B>>/*",
        "arn:aws:s3:<<R>>",
        "arn:aws:iam::<<A>>:role/r",
        "arn:aws:iam::111122223333:r<<X>>",
        "execute-api:/<<X>>",
    ] {
        let expected = if open.starts_with("execute") { &["malformed-resource /Statement/Resource"][..] } else { &[] };
        finds_of_resource(r#""*""#, &format!("\"{open}\""), expected);
    }
    for wrong in ["bucket/<<X>>", "arn:awz:s3:::<<B>>", "arn:s3:::<<B>>", "arn::s3:<<X>>", "arn:aws::<<X>>"] {
        finds_of_resource(any, &format!("\"{wrong}\""), &["malformed-resource /Statement/Resource"]);
    }
    let refused = &["malformed-resource /Statement/Resource"][..];
    finds_of_resource(any, r#""arn:aws:iam:eu-west-1:<<A>>:role/r""#, refused);
    finds_of_resource(any, r#""arn:aws:iam::111122223333:rol/<<X>>""#, refused);
    finds_of_resource(any, r#""arn:aws:s3:<<R=us-east-1>>::b/<<X>>""#, refused);
    finds_of_resource(any, r#""arn:aws:ses:eu-west:<<A>>:x""#, &["arn-field /Statement/Resource"]);
    finds_of_resource(any, r#""arn:aws:ses:us-east-1:1:<<X>>""#, &["arn-field /Statement/Resource"]);
    finds_of_resource(
        r#""ses:SendEmail""#,
        r#""arn:aws:ses:::identity/<<X>>""#,
        &["empty-arn-field /Statement/Resource"; 2],
    );
    let region = r#""Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:<<R=us-east-1>>::b""#;
    let message = message_with_holes(Identity, region);
    assert!(message.contains("has the region `<<R=us-east-1>>`"), "{message}");
}

#[test]
fn a_resource_fits_if_any_value_of_its_holes_fits() {
    let misfit = &["resource-fits-no-action /Statement/Resource"][..];
    finds_of_resource(r#""s3:ListBucket""#, r#""arn:aws:s3:::<<B>>/*""#, misfit);
    finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:ses:<<R=us-east-1>>:<<A=123456789012>>:identity/x""#, misfit);
    finds_of_resource(r#""s3:ListBucket""#, r#""arn:aws:s3:::<<B>>""#, &[]);
    finds_of_resource(r#""s3:GetObject""#, r#""arn:aws:s3:::<<B>>""#, &[]);
    finds_of_resource(r#""s3:ListBucket""#, r#"["arn:aws:ses:*:*:identity/x", "<<Arn>>"]"#, &[]);
    finds_of_resource(r#"["s3:ListBucket", "<<Action>>"]"#, r#""arn:aws:ses:*:*:identity/x""#, &[]);
    finds_of_resource(r#"["s3:ListBucket", "s3:GetObject"]"#, r#"["arn:aws:s3:::<<B>>", "arn:aws:s3:::<<B>>/*"]"#, &[]);
    // A bucket has neither a region nor an account, so this is an object and no job.
    finds_of_resource(r#""s3:TagResource""#, r#""arn:aws:s3:::<<B>>/*""#, misfit);
    let action = &["action-fits-no-resource /Statement/Action/1"];
    finds_of_resource(r#"["s3:GetObject", "s3:TagResource"]"#, r#""arn:aws:s3:::<<B>>/*""#, action);
    for open in ["arn:aws:s3:::<<B>>", "arn:aws:s3:<<R>>::<<J>>/*", "arn:aws:s3:*:*:<<J>>/*", "arn:aws:s3:::*<<X>>"] {
        finds_of_resource(r#""s3:TagResource""#, &format!("\"{open}\""), &[]);
    }
}

#[test]
fn a_hole_can_be_any_condition() {
    let public = &["public-principal /Statement/Principal"][..];
    finds_of_condition(Bucket, r#"{"Bool": {"aws:SecureTransport": "true"}}"#, public);
    for open in [
        r#""<<Condition>>""#,
        r#"{"StringEquals": "<<Keys>>"}"#,
        r#"{"<<Operator>>": {"aws:SecureTransport": "true"}}"#,
        r#"{"StringEquals": {"<<Key>>": "x"}}"#,
        r#"{"StringEquals": {"aws:PrincipalOrgID": "<<Organization>>"}}"#,
        r#"{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}, "Null": {"aws:PrincipalOrgID": "<<X>>"}}"#,
    ] {
        finds_of_condition(Bucket, open, &[]);
    }
    let wide = r#"{"StringLike": {"aws:SourceAccount": ["*", "111122223333<<X>>"]}, "Bool": {"a": "<<X>>"}}"#;
    let key = "malformed-condition-key /Statement/Condition/Bool/a";
    // The other values of a list do not matter next to `*`.
    let null = "wildcard-for-null /Statement/Condition/StringLike/aws:SourceAccount";
    let wildcard = "wide-wildcard /Statement/Condition/StringLike/aws:SourceAccount/0";
    finds_of_condition(Bucket, wide, &[null, wildcard, key]);
}

#[test]
fn keys_and_values_with_holes_are_known_as_far_as_they_are_written() {
    let at = |rest: &str| format!("/Statement/Condition/{rest}");
    let finds = |condition: &str, expected: &[&str]| {
        let rest = r#""Effect": "Deny", "Action": "s3:ListBucket", "Resource": "*""#;
        finds(Identity, &format!(r#"{rest}, "Condition": {{{condition}}}"#), expected);
    };
    finds(
        r#""StringNotLike": {"<<Issuer>>:sub": "x", "aws:RequestTag/<<Key>>": "y", "s3:<<K>>": "z"}"#,
        &[&format!("key-of-no-action {}", at("StringNotLike/aws:RequestTag~1<<Key>>"))],
    );
    finds(
        r#""StringLike": {"aws:RequestTagg/<<Key>>": "y"}"#,
        &[&format!("unknown-condition-key {}", at("StringLike/aws:RequestTagg~1<<Key>>"))],
    );
    finds(r#""StringEqual": {"aws:SourceIp": "<<Ip>>"}"#, &[&format!("unknown-operator {}", at("StringEqual"))]);
    finds(
        r#""StringEquals": {"aws:SourceArn": "arn:aws:s3:::<<B>>/*"}"#,
        &[&format!("wildcard-without-like {}", at("StringEquals/aws:SourceArn"))],
    );
    finds(
        r#""ArnLike": {"aws:SourceArn": ["<<X>>", "arn:aws:s3:::<<B>>", "bucket-<<B>>"]}"#,
        &[&format!("value-type {}", at("ArnLike/aws:SourceArn/2"))],
    );
    for quiet in [
        r#""DateLessThan": {"aws:CurrentTime": "<<Date>>T00:00:00Z"}"#,
        r#""NumericEquals": {"s3:max-keys": "1<<X>>"}"#,
        r#""IpAddress": {"aws:SourceIp": ["10.0.0.0/<<Bits>>", "<<Range>>", "10.0.0.1"]}"#,
        r#""Bool": {"aws:SecureTransport": ["<<X>>", "true"]}"#,
        r#""StringEquals": {"aws:SourceAccount": "<<A=123456789012>>", "aws:PrincipalOrgID": "o-<<X>>"}"#,
        r#""StringLike": {"s3:delimiter": "<<P>>/${aws:username}/*"}"#,
    ] {
        finds(quiet, &[]);
    }
    finds(
        r#""StringLike": {"s3:delimiter": "<<P>>/${aws:usrname}/*"}"#,
        &[&format!("unknown-variable {}", at("StringLike/s3:delimiter"))],
    );
    finds(r#""StringLike": {"s3:delimiter": "${aws:<<Key>>}"}"#, &[]);
}

#[test]
fn nothing_is_missing_beside_a_hole() {
    finds_with_holes(Identity, r#"{"Version": "2012-10-17", "Statement": "<<Statements>>"}"#, &[]);
    finds_with_holes(Identity, r#"{"<<Name>>": []}"#, &[]);
    finds(Identity, r#""Effect": "<<Effect>>", "<<Element>>": "*""#, &[]);
    let passes = r#""Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*""#;
    finds(Identity, passes, &["dependent-action-missing /Statement/Action"]);
    for other in [
        r#""Effect": "<<Effect>>", "Action": "iam:PassRole", "Resource": "*""#,
        r#""Effect": "Allow", "Action": "iam:Pass<<X>>", "Resource": "*""#,
        r#""Effect": "Allow", "Action": ["<<X>>"], "Resource": "*""#,
    ] {
        finds_with_holes(Identity, &policy_of(&[passes, other]), &[]);
    }
    // A string with holes is a string, so it is not an object.
    finds(
        Identity,
        &format!(r#"{passes}, "Condition": "a<<X>>""#),
        &["dependent-action-missing /Statement/Action", "wrong-type /Statement/Condition"],
    );
}

#[test]
fn principals_with_holes_can_be_anyone() {
    let trust = |principal: &str| format!(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {principal}"#);
    for open in [
        r#""<<Principal>>""#,
        r#"{"<<Kind>>": "x"}"#,
        r#"{"AWS": ["<<Arn>>", "arn:aws:iam::<<Account>>:root"]}"#,
        r#"{"Service": ["<<Service>>.amazonaws.com", "ec2.<<Suffix=amazonaws.com>>"]}"#,
        r#"{"Federated": "<<Provider>>"}"#,
        r#"{"AWS": "<<Arn>>*"}"#,
    ] {
        finds(Trust, &trust(open), &[]);
    }
    let at = "/Statement/Principal";
    for (wrong, id) in [
        ("arn:aws:iam::<<Account>>:role/*", "malformed-principal"),
        ("arn:aws:iam::*:role/<<Role>>", "malformed-principal"),
        ("arn:aws:iam::<<A>>:user/${aws:x}", "variable-in-element"),
    ] {
        finds(Trust, &trust(&format!(r#"{{"AWS": "{wrong}"}}"#)), &[&format!("{id} {at}/AWS")]);
    }
    let service = r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "stats.<<R=us-east-1>>.<<S=amazonaws.com>>"}"#;
    assert_eq!(
        message_with_holes(Trust, service),
        "unknown service principal `stats.<<R=us-east-1>>.<<S=amazonaws.com>>`: did you mean \
         `states.<<R=us-east-1>>.<<S=amazonaws.com>>`?"
    );
    finds(Trust, &trust(r#""arn:aws:iam::<<Account>>:root""#), &[&format!("malformed-principal {at}")]);
    finds(
        Trust,
        &trust(r#"{"AWS": "arn:aws:iam:<<Account=123456789012>>:root"}"#),
        &[&format!("malformed-principal {at}/AWS")],
    );
    let deny =
        |principal: &str| format!(r#""Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": {principal}"#);
    finds(ResourceControl, &deny(r#"{"AWS": "<<X>>"}"#), &[]);
    finds(ResourceControl, &deny(r#"{"AWS": "<<X=123456789012>>"}"#), &[&format!("malformed-principal {at}")]);
}

#[test]
fn a_version_that_is_a_hole_can_support_variables() {
    let text = |version: &str| {
        format!(
            r#"{{"Version": "{version}", "Statement": {{"Effect": "Deny", "Action": "s3:ListBucket",
                "Resource": ["arn:aws:s3:::${{aws:usrname}}", "${{aws:x}}", "arn:aws:s3:::a/${{b"],
                "Condition": {{"NumericEquals": {{"s3:max-keys": "${{aws:username}}"}}}}}}}}"#
        )
    };
    finds_with_holes(Identity, &text("<<Version>>"), &[]);
}

#[test]
fn the_kind_of_a_resource_policy_is_general_beside_a_hole() {
    let text = |resource: &str| {
        format!(
            r#""Effect": "Allow", "Principal": {{"AWS": "111122223333"}}, "Action": "s3:*", "Resource": {resource}"#
        )
    };
    finds(
        Resource,
        &text(r#"["arn:aws:s3:::<<B>>", "arn:aws:ses:*:*:identity/x"]"#),
        &["resource-fits-no-action /Statement/Resource/1"],
    );
    let forbidden = "forbidden-resource /Statement/Resource";
    finds(Bucket, &text(r#""arn:aws:ses:us-east-1:<<A>>:x""#), &[forbidden]);
}

#[test]
fn statements_with_holes_in_their_sid_are_not_the_same() {
    let named = |sid: &str| format!(r#""Sid": "{sid}", "Effect": "Deny", "Action": "s3:*", "Resource": "*""#);
    let two = |sid: &str| policy_of(&[&named(sid), &named(sid).replace("s3:*", "ses:*")]);
    finds_with_holes(Identity, &two("A<<X>>"), &[]);
    finds_with_holes(Identity, &two("<<X>>"), &[]);
    for wrong in ["a-<<X>>", "In<<R=us-east-1>>"] {
        finds_with_holes(Identity, &policy(&named(wrong)), &["illegal-sid /Statement/Sid"]);
    }
    finds_with_holes(Identity, &policy(&named("Of<<A=123456789012>>")), &[]);
}
