//! Trust policies: who may be named, and what they may do.

use alloc::format;

use super::{found, says_of};
use crate::PolicyKind as Kind;

fn trust(principal: &str, actions: &str, expected: &[&str]) {
    says_of(Kind::Trust, &format!(r#""Effect": "Allow", "Principal": {principal}, "Action": {actions}"#), expected);
}

const ACCOUNT: &str = r#"{"AWS": "111122223333"}"#;
const SAML: &str = r#"{"Federated": "arn:aws:iam::111122223333:saml-provider/office"}"#;
const OIDC: &str = r#"{"Federated": "arn:aws:iam::111122223333:oidc-provider/gitlab.com"}"#;
const ASSUME: &str = r#""sts:AssumeRole""#;
const BY_SAML: &str = r#""sts:AssumeRoleWithSAML""#;
const BY_OIDC: &str = r#""sts:AssumeRoleWithWebIdentity""#;

#[test]
fn principals_of_every_form() {
    let right = |kind: &str, names: &[&str]| {
        for name in names {
            trust(&format!(r#"{{"{kind}": "{name}"}}"#), r#"["sts:AssumeRole*", "sts:TagSession"]"#, &[]);
        }
    };
    right(
        "AWS",
        &[
            "111122223333",
            "arn:aws:iam::111122223333:root",
            "arn:aws-us-gov:iam::111122223333:role/path/name",
            "arn:aws:iam::111122223333:user/ann",
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE",
            "arn:aws:sts::111122223333:assumed-role/name/session",
            "arn:aws:sts::111122223333:federated-user/ann",
            "AIDACKCEVSQ6C2EXAMPLE",
        ],
    );
    right(
        "Service",
        &[
            "ec2.amazonaws.com",
            "ec2.amazonaws.com.cn",
            "states.eu-west-1.amazonaws.com",
            "alexa-appkit.amazon.com",
            "example.aws.internal",
        ],
    );
    right("Federated", &["arn:aws:iam::111122223333:saml-provider/office"]);
    let wrong = |kind: &str, names: &[&str]| {
        let at = format!("malformed-principal /Statement/Principal/{kind}");
        for name in names {
            trust(&format!(r#"{{"{kind}": "{name}"}}"#), r#""sts:TagSession""#, &[&at]);
        }
    };
    wrong(
        "AWS",
        &[
            "ann",
            "11112222333",
            "ec2.amazonaws.com",
            "arn:aws:iam::11112222333:root",
            "arn:aws:iam::111122223333:group/mail",
            "arn:aws:iam::111122223333:roles/name",
            "arn:aws:iam::111122223333:role/",
            "arn:aws:iam:eu-west-1:111122223333:root",
            "arn:aws:s3:::mail",
            "arn:aws:iam::${account}:root",
            "arn:aws:iam::111122223333:role/*",
        ],
    );
    wrong("Service", &["ec2", "*", "arn:aws:iam::111122223333:root"]);
    for domain in ["amazonaws.co", "amazon.com"] {
        trust(
            &format!(r#"{{"Service": "ec2.{domain}"}}"#),
            ASSUME,
            &["malformed-principal /Statement/Principal/Service -> ec2.amazonaws.com"],
        );
    }
    wrong("CanonicalUser", &["arn:aws:iam::111122223333:root", "a*"]);
    // What is near at hand is suggested.
    for (kind, name, right) in [
        ("AWS", "111122223333 ", "111122223333"),
        ("Service", " ec2.amazonaws.com", "ec2.amazonaws.com"),
        ("Federated", "https://gitlab.com", "gitlab.com"),
        (
            "Federated",
            "arn:aws:iam::111122223333:oidc-provider/https://gitlab.com",
            "arn:aws:iam::111122223333:oidc-provider/gitlab.com",
        ),
    ] {
        trust(
            &format!(r#"{{"{kind}": "{name}"}}"#),
            r#""sts:TagSession""#,
            &[&format!("malformed-principal /Statement/Principal/{kind} -> {right}")],
        );
    }
    wrong("Federated", &["gitlab", "*", "arn:aws:iam::111122223333:role/name", "arn:aws:iam::1:saml-provider/a"]);
}

#[test]
fn elements_and_actions() {
    trust(ACCOUNT, &format!(r#"{ASSUME}, "Resource": "*""#), &["forbidden-element /Statement/Resource"]);
    says_of(
        Kind::Trust,
        r#""Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole""#,
        &["forbidden-element /Statement/NotPrincipal"],
    );
    trust(
        ACCOUNT,
        r#"["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity", "sts:GetCallerIdentity", "s3:Get*"]"#,
        &["forbidden-action /Statement/Action/3", "forbidden-action /Statement/Action/4"],
    );
    trust(ACCOUNT, r#"["*"]"#, &[]);
}

#[test]
fn principals_and_their_actions() {
    trust(SAML, BY_SAML, &[]);
    trust(SAML, ASSUME, &["mismatched-principal /Statement/Action -> sts:AssumeRoleWithSAML"]);
    trust(SAML, BY_OIDC, &["mismatched-principal /Statement/Action -> sts:AssumeRoleWithSAML"]);
    trust(ACCOUNT, BY_SAML, &["mismatched-principal /Statement/Action -> sts:AssumeRole"]);
    // Keys fit the action that was meant.
    trust(
        ACCOUNT,
        &format!(r#"{BY_SAML}, "Condition": {{"StringEquals": {{"s3:prefix": "a"}}}}"#),
        &["mismatched-principal /Statement/Action -> sts:AssumeRole"],
    );
    trust(ACCOUNT, &format!("[{ASSUME}, {BY_SAML}]"), &["mismatched-principal /Statement/Action/1"]);
    trust(ACCOUNT, r#""sts:TagSession""#, &[]);
    trust(SAML, r#""sts:AssumeRole*""#, &[]);
    let both = r#"{"AWS": "111122223333", "Federated": "arn:aws:iam::111122223333:saml-provider/office"}"#;
    trust(both, &format!("[{ASSUME}, {BY_SAML}]"), &[]);
    trust(both, ASSUME, &["mismatched-principal /Statement/Principal/Federated"]);
    // Who is denied what they cannot do is not told.
    says_of(Kind::Trust, &format!(r#""Effect": "Deny", "Principal": {ACCOUNT}, "Action": {BY_SAML}"#), &[]);
    says_of(Kind::Trust, &format!(r#""Effect": "Deny", "Principal": {{"AWS": "*"}}, "Action": {BY_SAML}"#), &[]);
}

#[test]
fn providers_vouch_for_somebody() {
    let condition = |key: &str| format!(r#"{BY_OIDC}, "Condition": {{"StringLike": {{"{key}": "a"}}}}"#);
    trust(OIDC, &condition("GitLab.com:sub"), &[]);
    trust(OIDC, BY_OIDC, &["open-federation /Statement/Principal/Federated"]);
    trust(OIDC, &condition("aws:username"), &["open-federation /Statement/Principal/Federated"]);
    trust(OIDC, &condition("gitlab.com.example:sub"), &["open-federation /Statement/Principal/Federated"]);
    // What is no provider vouches for nobody.
    trust(
        r#"{"Federated": "https://gitlab.com"}"#,
        BY_OIDC,
        &["malformed-principal /Statement/Principal/Federated -> gitlab.com"],
    );
    // All tokens have that audience, and every subject is like a star.
    for (claim, value, is_open) in [
        ("aud", "sts.amazonaws.com", true),
        ("aud", "aws.workload.identity", true),
        ("aud", "an-audience-of-mine", false),
        ("sub", "sts.amazonaws.com", false),
        ("sub", "*", true),
        ("sub", "project_path:mail/*", false),
    ] {
        let asked = format!(r#"{BY_OIDC}, "Condition": {{"StringLike": {{"gitlab.com:{claim}": ["{value}"]}}}}"#);
        let expected: &[&str] = if is_open { &["open-federation /Statement/Principal/Federated"] } else { &[] };
        trust(OIDC, &asked, expected);
    }
    let cognito = r#"{"Federated": "cognito-identity.amazonaws.com"}"#;
    trust(cognito, &condition("cognito-identity.amazonaws.com:aud"), &[]);
    trust(cognito, BY_OIDC, &["open-federation /Statement/Principal/Federated"]);
}

#[test]
fn services_that_set_tags() {
    let pods = r#"{"Service": "pods.eks.amazonaws.com"}"#;
    trust(pods, r#"["sts:AssumeRole", "sts:TagSession"]"#, &[]);
    trust(pods, ASSUME, &["session-action-missing /Statement/Principal/Service"]);
    let two = format!(
        r#"{{"Version": "2012-10-17", "Statement": [
            {{"Effect": "Allow", "Principal": {pods}, "Action": {ASSUME}}},
            {{"Effect": "Allow", "Principal": {pods}, "Action": "sts:TagSession"}}]}}"#
    );
    assert_eq!(found(&two, Kind::Trust), <[&str; 0]>::default());
    trust(
        r#"{"Service": "rolesanywhere.amazonaws.com"}"#,
        r#"["sts:AssumeRole", "sts:TagSession"]"#,
        &["session-action-missing /Statement/Principal/Service"],
    );
}
