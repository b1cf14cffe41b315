//! What the rules say of the values of conditions, and of policy variables.

use alloc::format;

use super::{found, says};
use crate::PolicyKind as Kind;

/// Checks a condition of an `Allow`.
fn condition(condition: &str, expected: &[&str]) {
    let statement =
        format!(r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*", "Condition": {{{condition}}}"#);
    says(&statement, expected);
}

/// Checks one value, or one list of them. `@` is the place of the key.
fn value(operator: &str, key: &str, value: &str, expected: &[&str]) {
    let at = format!("/Statement/Condition/{operator}/{}", key.replace('/', "~1"));
    let expected: alloc::vec::Vec<_> = expected.iter().map(|text| text.replace('@', &at)).collect();
    let expected: alloc::vec::Vec<_> = expected.iter().map(alloc::string::String::as_str).collect();
    condition(&format!(r#""{operator}": {{"{key}": {value}}}"#), &expected);
}

#[test]
fn values_and_variables() {
    condition(
        r#""IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/33"]}"#,
        &["value-type /Statement/Condition/IpAddress/aws:SourceIp/1"],
    );
    condition(r#""Null": {"aws:TagKeys": "maybe"}"#, &["value-type /Statement/Condition/Null/aws:TagKeys"]);
    condition(
        r#""NumericLessThan": {"aws:MultiFactorAuthAge": [3600, "3600", true]}"#,
        &["value-type /Statement/Condition/NumericLessThan/aws:MultiFactorAuthAge/2"],
    );
    condition(r#""StringLike": {"aws:username": ["${aws:PrincipalTag/a, 'b'}", "${*}"]}"#, &[]);
    condition(
        r#""StringLike": {"aws:username": "${aws:user"}"#,
        &["malformed-variable /Statement/Condition/StringLike/aws:username"],
    );
    condition(
        r#""StringLike": {"aws:username": ["${aws:user}", "${user}"]}"#,
        &[
            "unknown-variable /Statement/Condition/StringLike/aws:username/0",
            "unknown-variable /Statement/Condition/StringLike/aws:username/1",
        ],
    );
    // The policies of devices have variables of their own, which no condition key holds.
    condition(
        r#""StringLike": {"aws:username": ["${iot:Connection.Thing.ThingName}", "${iot:Frobnication}"]}"#,
        &["unknown-variable /Statement/Condition/StringLike/aws:username/1"],
    );
    let old =
        r#"{"Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "arn:aws:ses:::identity/${aws:username}"}}"#;
    assert_eq!(found(old, Kind::Identity), ["missing-version ", "variable-in-old-version /Statement/Resource"]);
}

#[test]
fn wildcards_are_for_operators_that_know_them() {
    let team = "aws:PrincipalTag/team";
    for operator in ["StringEquals", "StringNotEqualsIfExists", "StringEqualsIgnoreCase"] {
        value(operator, team, r#""mail-*""#, &["wildcard-without-like @"]);
        value(operator, team, r#"["mail", "mai?"]"#, &["wildcard-without-like @/1"]);
        value(operator, team, r#"["${*}", "https://example.com/?a=b", "${aws:username}"]"#, &[]);
    }
    value("StringLike", team, r#""mail-*""#, &[]);
    value("ArnEquals", "aws:SourceArn", r#""arn:aws:s3:::mail-*""#, &[]);
}

#[test]
fn variables_are_for_texts_and_arns() {
    value("StringEquals", "aws:username", r#""${aws:PrincipalTag/name}""#, &[]);
    value("ArnLike", "aws:PrincipalArn", r#""arn:aws:iam::*:user/${aws:username}""#, &[]);
    value("NumericLessThan", "aws:MultiFactorAuthAge", r#""${aws:PrincipalTag/age}""#, &["variable-not-replaced @"]);
    value("Bool", "aws:SecureTransport", r#""${aws:PrincipalTag/tls}""#, &["variable-not-replaced @"]);
    // An address is a text to a variable, and to nothing else.
    value("StringNotEquals", "aws:Ec2InstanceSourcePrivateIPv4", r#""${aws:VpcSourceIp}""#, &[]);
    value("StringEquals", "aws:SourceIp", r#""203.0.113.1""#, &["operator-type @"]);
}

#[test]
fn values_have_the_form_of_their_key() {
    value("StringEquals", "aws:SourceAccount", r#"["111122223333", "1111"]"#, &["value-form @/1"]);
    value("StringEquals", "aws:sourceaccount", "111122223333", &[]);
    value("StringLike", "aws:PrincipalAccount", r#"["1111*", "anonymous", "${aws:ResourceAccount}"]"#, &[]);
    value("StringNotEquals", "aws:PrincipalOrgID", r#""r-ab12""#, &["value-form @"]);
    value("StringEquals", "aws:SourceVpce", r#""vpc-1a2b3c4d""#, &["value-form @"]);
    value("StringEquals", "aws:RequestedRegion", r#"["eu-west-1", "eu-west-1a"]"#, &["value-form @/1"]);
    // What is wrong in another way is told once.
    value("Null", "aws:SourceAccount", r#""true""#, &[]);
}

#[test]
fn lists_that_say_nothing() {
    value("IpAddress", "aws:SourceIp", r#"["10.0.0.0/8", "192.168.1.1"]"#, &["private-address @"]);
    value("NotIpAddress", "aws:SourceIp", r#"["10.0.0.0/8", "203.0.113.0/24"]"#, &[]);
    value("IpAddress", "aws:VpcSourceIp", r#""10.0.0.0/8""#, &[]);
    value("Bool", "aws:SecureTransport", r#"["true", "false"]"#, &["several-booleans @"]);
    value("Bool", "aws:SecureTransport", r#"["true"]"#, &[]);
}
