//! A rule a test: statements, and what is said of each.

use alloc::{format, string::String};

use crate::PolicyKind as Kind;
use crate::testing::{findings, found, policy, says, says_of};

/// An `Allow` on everything of an action, with more behind it.
fn with(more: &str) -> String {
    format!(r#""Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*"{more}"#)
}

fn condition(condition: &str, expected: &[&str]) {
    says(&with(&format!(r#", "Condition": {{{condition}}}"#)), expected);
}

fn action(action: &str, expected: &[&str]) {
    says(&format!(r#""Effect": "Deny", "Action": {action}, "Resource": "*""#), expected);
}

#[test]
fn structure() {
    for (text, expected) in [
        ("[]", &["wrong-type "][..]),
        // What is no policy at all is that, and nothing else.
        ("{}", &["missing-element "]),
        (r#"{"name": "mailer", "version": "1.0.0", "dependencies": {}}"#, &["missing-element "]),
        (r#"{"Effect": "Deny", "Action": "ses:*", "Resource": "*"}"#, &["missing-element "]),
        (r#"{"Statment": []}"#, &["missing-version ", "unknown-element /Statment -> Statement"]),
        (r#"{"Version": "2012-10-17", "Effect": "Deny"}"#, &["missing-element ", "unknown-element /Effect"]),
        (r#"{"Version": "2012-10-17", "Statement": []}"#, &["no-statement /Statement"]),
        (r#"{"Version": "2012-10-17", "Statement": 1}"#, &["wrong-type /Statement"]),
        (r#"{"Version": "2012-10-17", "Statement": [1]}"#, &["wrong-type /Statement/0"]),
        (
            r#"{"Version": 1, "Id": "a", "statement": []}"#,
            &["wrong-type /Version", "needless-id /Id", "element-case /statement -> Statement"],
        ),
        (
            r#"{"version": "2012-10-17", "Statement": {"effect": "Deny", "Action": "ses:*", "Resources": "*"}}"#,
            &[
                "element-case /version -> Version",
                "element-case /Statement/effect -> Effect",
                "unknown-element /Statement/Resources -> Resource",
            ],
        ),
        ("{,}", &["malformed-json "]),
    ] {
        assert_eq!(found(text, Kind::Identity), expected, "{text}");
    }
    says(&with(""), &[]);
    says(&with(r#", "Resources": "*""#), &["unknown-element /Statement/Resources -> Resource"]);
    says(&with(r#", "Frobnicate": 1"#), &["unknown-element /Statement/Frobnicate"]);
    says(&with(r#", "Effect": "Allow""#), &["repeated-element /Statement/Effect"]);
    says(&with(r#", "NotAction": "s3:*""#), &["conflicting-elements /Statement/NotAction"]);
    says(
        r#""Effect": "Deny", "Action": [], "Resource": ["*", 1]"#,
        &["missing-element /Statement/Action", "wrong-type /Statement/Resource/1"],
    );
    says("", &["missing-element /Statement"; 3]);
    condition("", &["empty-element /Statement/Condition"]);
    condition(r#""Bool": {}"#, &["empty-element /Statement/Condition/Bool"]);
    condition(r#""aws:SourceIp": "203.0.113.0/24""#, &["wrong-type /Statement/Condition/aws:SourceIp"]);
    condition(r#""StringEqual": "ann""#, &["wrong-type /Statement/Condition/StringEqual"]);
    condition(
        r#""Bool": {"aws:SecureTransport": [null, true, "true"]}"#,
        &[
            "several-booleans /Statement/Condition/Bool/aws:SecureTransport",
            "wrong-type /Statement/Condition/Bool/aws:SecureTransport/0",
        ],
    );
    condition(
        r#""StringEquals": {"aws:username": [], "AWS:UserName": "a"}"#,
        &[
            "empty-element /Statement/Condition/StringEquals/aws:username",
            "repeated-element /Statement/Condition/StringEquals/AWS:UserName",
        ],
    );
}

#[test]
fn version_and_sid() {
    for (text, expected) in [
        (
            r#"{"Version": "2008-10-17", "Statement": {"Sid": "a b"}}"#,
            &["old-version /Version -> 2012-10-17", "illegal-sid /Statement/Sid -> ab"][..],
        ),
        (
            r#"{"Version": "2012-10-7", "Statement": [{"Sid": ""}]}"#,
            &["unknown-version /Version -> 2012-10-17", "empty-sid /Statement/0/Sid"],
        ),
        (
            r#"{"Version": "2012-10-17", "Statement": [{"Sid": "A"}, {"Sid": "a"}, {"Sid": "A"}]}"#,
            &["duplicate-sid /Statement/2/Sid"],
        ),
    ] {
        let mut found = found(text, Kind::Identity);
        found.retain(|finding| !finding.starts_with("missing-element"));
        assert_eq!(found, expected, "{text}");
    }
    let key_policy = r#""Sid": "Enable IAM User Permissions", "Effect": "Deny", "Principal": "*", "Action": "ses:*", "Resource": "*""#;
    says_of(Kind::Resource, key_policy, &[]);
    let twice = r#"{"Version": "2012-10-17", "Statement": [{"Sid": "A"}, {"Sid": "A"}]}"#;
    assert!(found(twice, Kind::Resource).contains(&"repeated-sid /Statement/1/Sid".into()));
    assert!(found(twice, Kind::ServiceControl).contains(&"duplicate-sid /Statement/1/Sid".into()));
    let old = r#"{"Version": "2008-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}"#;
    assert_eq!(found(old, Kind::ResourceControl), ["unknown-version /Version -> 2012-10-17"]);
}

#[test]
fn kinds_and_principals() {
    let principal =
        |principal: &str| format!(r#""Effect": "Allow", "Principal": {principal}, "Action": "ses:SendEmail""#);
    for forbidden in [r#""*""#, r#"{"Aws": 1}"#] {
        says(&format!(r#"{}, "Resource": "*""#, principal(forbidden)), &["forbidden-element /Statement/Principal"]);
    }
    says_of(Kind::Resource, &principal(r#""111122223333""#), &["malformed-principal /Statement/Principal"]);
    says_of(
        Kind::Resource,
        &principal(r#"{"AWS": ["*", "arn:aws:iam::111122223333:role/*", "bob", "AIDACKCEVSQ6C2EXAMPLE"]}"#),
        &[
            "public-principal /Statement/Principal/AWS/0",
            "malformed-principal /Statement/Principal/AWS/1",
            "malformed-principal /Statement/Principal/AWS/2",
        ],
    );
    says_of(
        Kind::Resource,
        &principal(r#"{"Aws": "111122223333"}"#),
        &["malformed-principal /Statement/Principal/Aws -> AWS"],
    );
    says_of(Kind::Resource, &principal("{}"), &["empty-element /Statement/Principal"]);
    says_of(Kind::Resource, &principal(r#"{"AWS": []}"#), &["empty-element /Statement/Principal/AWS"]);
    says_of(
        Kind::Resource,
        r#""Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "Action": "ses:SendEmail""#,
        &["allow-not-principal /Statement/NotPrincipal"],
    );
    says_of(
        Kind::Resource,
        r#""Effect": "Allow", "NotPrincipal": {}, "Principal": {"AWS": "111122223333"}, "Action": "ses:SendEmail""#,
        &["conflicting-elements /Statement/NotPrincipal"],
    );
    says_of(Kind::Resource, r#""Effect": "Deny", "Action": "ses:SendEmail""#, &["missing-element /Statement"]);
    says_of(
        Kind::ResourceControl,
        &format!(
            r#"{}, "Resource": "*", "Condition": {{"Bool": {{"aws:SecureTransport": false}}}}"#,
            principal(r#""*""#)
        ),
        &["forbidden-effect /Statement/Effect"],
    );
    says_of(
        Kind::ResourceControl,
        r#""Effect": "Deny", "Principal": "*", "NotAction": "ses:SendEmail", "Resource": "*""#,
        &["forbidden-element /Statement/NotAction"],
    );
    let denied = |principal: &str, action: &str, expected: &[&str]| {
        let statement = format!(r#""Effect": "Deny", "Principal": {principal}, "Action": "{action}", "Resource": "*""#);
        says_of(Kind::ResourceControl, &statement, expected);
    };
    denied(r#""*""#, "s3:*", &[]);
    denied(r#""*""#, "*", &["forbidden-action /Statement/Action"]);
    denied(r#"{"AWS": "111122223333"}"#, "s3:*", &["malformed-principal /Statement/Principal"]);
    // What AWS itself attaches to every organization.
    says_of(Kind::ResourceControl, r#""Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*""#, &[]);
    says_of(
        Kind::ResourceControl,
        &format!(r#"{}, "Resource": "*""#, principal(r#""*""#)),
        &["forbidden-effect /Statement/Effect"],
    );
    says_of(Kind::ServiceControl, r#""Effect": "Allow", "NotAction": "s3:*", "Resource": "*""#, &[]);
}

#[test]
fn actions() {
    action(r#""SES:sendemail""#, &[]);
    action(r#""ses:SendEmial""#, &["unknown-action /Statement/Action -> ses:SendEmail"]);
    action(r#""ses:Frobnicate""#, &["uncataloged-action /Statement/Action"]);
    // A plural, and a version, are what AWS itself has had and has no more.
    action(r#""ses:SendEmails""#, &["uncataloged-action /Statement/Action -> ses:SendEmail"]);
    action(r#""ses:SendEmailV2""#, &["uncataloged-action /Statement/Action -> ses:SendEmail"]);
    action(r#""sess:SendEmail""#, &["unknown-service /Statement/Action -> ses:SendEmail"]);
    action(r#""frobnicate:Get*""#, &["uncataloged-service /Statement/Action"]);
    action(r#""s3:ListObjectsV2""#, &["operation-not-action /Statement/Action -> s3:ListBucket"]);
    action(r#""ses:Sned*""#, &["no-match /Statement/Action -> ses:Send*"]);
    action(r#""s*:Get*""#, &["wildcard-service /Statement/Action"]);
    action(r#""ses:[sS]end*""#, &["malformed-action /Statement/Action"]);
    action(r#""SendEmail""#, &["malformed-action /Statement/Action -> ses:SendEmail"]);
    // A page that leaves its actions out knows nothing of them.
    action(r#"["hidden:Anything", "hidden:Any*"]"#, &[]);
    action(r#"["ses:SendEmail", "ses:sendemail"]"#, &["repeated-action /Statement/Action/1"]);
    action(r#"["ses:SendEmail", "ses:Send*"]"#, &["shadowed-action /Statement/Action/0"]);
    action(r#"["ses:Send*", "ses:S*", "ses:?endEmail"]"#, &["shadowed-action /Statement/Action/0"]);
    action(r#"["*", "ses:Send*"]"#, &["shadowed-action /Statement/Action/1"]);
    says(
        r#""Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*""#,
        &["dependent-action-missing /Statement/Action"],
    );
    says(r#""Effect": "Allow", "Action": ["lambda:CreateFunction", "iam:Pass*"], "Resource": "*""#, &[]);
}

#[test]
fn resources() {
    let resources = |actions: &str, resources: &str, expected: &[&str]| {
        says(&format!(r#""Effect": "Deny", "Action": {actions}, "Resource": {resources}"#), expected);
    };
    resources(r#""s3:GetObject""#, r#""mybucket/*""#, &["malformed-resource /Statement/Resource"]);
    resources(r#""s3:GetObject""#, r#""${aws:username}""#, &[]);
    let open = r#""arn:aws:s3:::${aws:username""#;
    resources(r#""s3:GetObject""#, open, &["malformed-variable /Statement/Resource"]);
    resources(r#""s3:GetObject""#, r#""arn:${Partition}:s3:::b/*""#, &["malformed-resource /Statement/Resource"]);
    resources(r#""s3:GetObject""#, r#""arn:aws:*:::b/*""#, &["wildcard-arn-service /Statement/Resource"]);
    resources(r#""s3:GetObject""#, r#""arn:aws:s3""#, &["incomplete-arn /Statement/Resource"]);
    resources(
        r#""lambda:CreateFunction""#,
        r#""arn:aws:lambda:eu-west-1:1111:function:f""#,
        &["arn-field /Statement/Resource"],
    );
    resources(r#""s3:GetObject""#, r#""arn:aws:s3:::mybucket""#, &["resource-fits-no-action /Statement/Resource"]);
    resources(
        r#"["s3:GetObject", "s3:ListBucket"]"#,
        r#""arn:aws:s3:::mybucket/*""#,
        &["action-fits-no-resource /Statement/Action/1"],
    );
    resources(r#"["s3:Get*", "s3:ListBucket"]"#, r#"["arn:aws:s3:::mybucket/*", "arn:aws:s3:::mybucket"]"#, &[]);
    resources(
        r#"["s3:GetObject", "s3:ListAll*"]"#,
        r#""arn:aws:s3:::mybucket/*""#,
        &["action-takes-no-resource /Statement/Action/1"],
    );
    resources(r#"["s3:GetObject", "s3:ListAll*"]"#, r#"["arn:aws:s3:::mybucket/*", "*"]"#, &[]);
    // What else the statement is about, nobody knows.
    resources(r#"["s3:GetObject", "hidden:*"]"#, r#""arn:aws:hidden:::x""#, &[]);
    says(r#""Effect": "Deny", "NotAction": "s3:GetObject", "Resource": "arn:aws:s3:::mybucket""#, &[]);
    says_of(
        Kind::Resource,
        r#""Effect": "Deny", "Principal": "*", "Action": "ses:SendEmail", "Resource": "execute-api:/*""#,
        &[],
    );
}

#[test]
fn what_would_fit_is_said() {
    for (statement, expected) in [
        (
            r#""Action": "s3:GetObject", "Resource": "arn:aws:s3:::mybucket""#,
            "no action of the statement takes a resource of the form `arn:aws:s3:::mybucket`: they take `object`, \
             `arn:${Partition}:s3:::${BucketName}/${ObjectName}`",
        ),
        (
            r#""Action": ["s3:GetObject", "s3:List*"], "Resource": "arn:aws:s3:::mybucket/*""#,
            "`s3:List*` takes none of the resources of the statement: it takes `bucket`, \
             `arn:${Partition}:s3:::${BucketName}`",
        ),
        // Of several those that are most like what is there, and of the rest the number.
        (
            r#""Action": ["s3:GetObject", "s3:ListBucket", "ses:SendEmail"],
               "Resource": ["*", "arn:aws:lambda:eu-west-1:111122223333:function:f"]"#,
            "",
        ),
        (
            r#""Action": ["s3:GetObject", "s3:ListBucket", "ses:SendEmail"],
               "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f""#,
            "no action of the statement takes a resource of the form \
             `arn:aws:lambda:eu-west-1:111122223333:function:f`: they take `identity`, \
             `arn:${Partition}:ses:${Region}:${Account}:identity/${IdentityName}`; and 2 more",
        ),
        (
            r#""Action": "ses:Frobnicate", "Resource": "*""#,
            "unknown action `ses:Frobnicate`: ses has none of that name; if it exists, declare it in `catalog.toml`",
        ),
        (
            r#""Action": "ses:SendEmailV2", "Resource": "*""#,
            "unknown action `ses:SendEmailV2`: did you mean `ses:SendEmail`? If it exists, declare it in `catalog.toml`",
        ),
    ] {
        let text = policy(&format!(r#""Effect": "Deny", {statement}"#));
        let messages: alloc::vec::Vec<_> =
            findings(&text, Kind::Identity).into_iter().map(|finding| finding.message).collect();
        assert_eq!(messages.first().map_or("", |message| message), expected, "{statement}");
    }
}

#[test]
fn operators_and_keys() {
    const AT: &str = "/Statement/Condition";
    let one = |operator: &str, key: &str, expected: &[&str]| {
        let expected: alloc::vec::Vec<_> = expected.iter().map(|text| text.replace('@', AT)).collect();
        let text = policy(&with(&format!(r#", "Condition": {{"{operator}": {{"{key}": "1"}}}}"#)));
        assert_eq!(found(&text, Kind::Identity), expected, "{operator} {key}");
    };
    one("StringEquals", "ses:FromAddress", &[]);
    one("StringEqual", "aws:username", &["unknown-operator @/StringEqual -> StringEquals"]);
    one("stringequals", "aws:username", &["operator-case @/stringequals -> StringEquals"]);
    one("NumericEquals", "aws:username", &["operator-type @/NumericEquals/aws:username"]);
    one("NumericEqualsIfExists", "aws:MultiFactorAuthAge", &[]);
    one("StringEquals", "aws:MultiFactorAuthAge", &["operator-type @/StringEquals/aws:MultiFactorAuthAge"]);
    one("StringEquals", "aws:TagKeys", &["set-operator-missing @/StringEquals/aws:TagKeys"]);
    one("ForAnyValue:StringEquals", "aws:TagKeys", &[]);
    one("ForAllValues:StringLike", "aws:username", &["set-operator-needless @/ForAllValues:StringLike/aws:username"]);
    one(
        "StringEquals",
        "aws:SourceAcount",
        &["unknown-condition-key @/StringEquals/aws:SourceAcount -> aws:SourceAccount"],
    );
    one(
        "StringEquals",
        "aws:ResorceTag/team",
        &["unknown-condition-key @/StringEquals/aws:ResorceTag~1team -> aws:ResourceTag/team"],
    );
    one(
        "ArnLike",
        "aws:ARN",
        &["uncataloged-condition-key @/ArnLike/aws:ARN -> aws:PrincipalArn", "value-type @/ArnLike/aws:ARN"],
    );
    one("StringEquals", "ses:Frobnication", &["uncataloged-condition-key @/StringEquals/ses:Frobnication"]);
    one("StringEquals", "username", &["malformed-condition-key @/StringEquals/username"]);
    one("StringEquals", "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub", &[]);
    one("StringEquals", "aws:RequestTag/${TagKey}", &["template-key @/StringEquals/aws:RequestTag~1${TagKey}"]);
    one("StringEquals", "aws:PrincipalTag", &["template-key @/StringEquals/aws:PrincipalTag"]);
    one("StringEquals", "s3:existingobjecttag/", &["template-key @/StringEquals/s3:existingobjecttag~1"]);
    one("StringEquals", "s3:ExistingObjectTag/<key>", &["template-key @/StringEquals/s3:ExistingObjectTag~1<key>"]);
    one("StringEquals", "s3:ExistingObjectTag/team", &["key-of-no-action @/StringEquals/s3:ExistingObjectTag~1team"]);
}

#[test]
fn keys_that_requests_do_not_carry() {
    let keys = |actions: &str, condition: &str, expected: &[&str]| {
        let statement =
            format!(r#""Effect": "Deny", "Action": {actions}, "Resource": "*", "Condition": {{{condition}}}"#);
        says(&statement, expected);
    };
    let prefix = r#""StringLike": {"s3:prefix": "a"}"#;
    keys(r#"["s3:ListBucket", "s3:GetObject"]"#, prefix, &["key-not-of-action /Statement/Action/1"]);
    keys(r#"["s3:List*", "s3:GetObject"]"#, prefix, &["key-not-of-action /Statement/Action/1"]);
    keys(r#"["s3:ListBucket", "s3:Get*"]"#, prefix, &[]);
    keys(r#"["s3:ListBucket", "*"]"#, prefix, &["shadowed-action /Statement/Action/0"]);
    keys(r#""s3:GetObject""#, prefix, &["key-of-no-action /Statement/Condition/StringLike/s3:prefix"]);
    let at = |key: &str| format!(r#""StringEquals": {{"{key}": "1"}}"#);
    let path = "/Statement/Condition/StringEquals/";
    // A key that was not meant, for there is one of nearly its name, or of its name behind another prefix.
    let meant = |action: &str, key: &str, meant: &str| {
        let pointer = key.replace('/', "~1");
        let text = policy(&format!(
            r#""Effect": "Deny", "Action": "{action}", "Resource": "*", "Condition": {{{}}}"#,
            at(key)
        ));
        let found: alloc::vec::Vec<_> =
            found(&text, Kind::Identity).into_iter().filter(|found| found.starts_with("key-of")).collect();
        assert_eq!(found, [format!("key-of-no-action {path}{pointer}{meant}")], "{action} {key}");
    };
    meant("s3:ListBucket", "s3:maxkeys", " -> s3:max-keys");
    meant("s3:List*", "s3:maxkeys", " -> s3:max-keys");
    meant("s3:GetObject", "ses:ExistingObjectTag/team", " -> s3:ExistingObjectTag/team");
    meant("s3:GetObject", "s3:prefix", "");
    meant("s3:ListBucket", "s3:ExistingObjectTag/prefix", "");
    // Who asks whether there is a key knows that there may be none.
    let both = r#"["s3:ListBucket", "s3:GetObject"]"#;
    keys(both, r#""StringNotEquals": {"s3:prefix": "a"}"#, &["key-not-of-action /Statement/Action/1"]);
    keys(both, r#""StringLikeIfExists": {"s3:prefix": "a"}"#, &[]);
    keys(both, r#""Null": {"s3:prefix": "false"}"#, &[]);
    keys(both, r#""Bool": {"aws:SecureTransport": "true"}"#, &[]);
}

#[test]
fn breadth_and_size() {
    says(r#""Effect": "Allow", "Action": "*", "Resource": "*""#, &["allow-everything /Statement"]);
    says(r#""Effect": "Allow", "Action": "*:*", "Resource": ["*"]"#, &["allow-everything /Statement"]);
    says(
        r#""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}"#,
        &[],
    );
    says(
        r#""Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::a""#,
        &["allow-not-action /Statement/NotAction", "allow-not-resource /Statement/NotResource"],
    );
    says_of(Kind::ServiceControl, r#""Effect": "Allow", "Action": "*", "Resource": "*""#, &[]);
    let large = |length: usize| {
        format!(
            r#""Effect": "Deny", "Action": "ses:SendEmail", "Resource": "arn:aws:ses:::identity/{}""#,
            "a".repeat(length)
        )
    };
    says(&large(6_000), &[]);
    says(&large(6_144), &["large "]);
    says_of(Kind::ServiceControl, &large(10_240), &["too-large "]);
}
