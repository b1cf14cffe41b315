//! Tests that `catalog lint` checks policies of every kind in one run, each with its kind.

#![expect(clippy::unwrap_used, reason = "a test may panic at the first failure")]

#[path = "support/folder.rs"]
mod folder;
mod support;

use folder::{CLEAN, Folder, MAILER, ids};
use serde_json::Value;

/// A policy that is correct as an identity policy.
const IDENTITY: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::reports/*"}}"#;
const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
    "Principal": {"Service": "lambda.amazonaws.com"}}}"#;
const BUCKET: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
    "Principal": {"AWS": "arn:aws:iam::111122223333:role/reader"}, "Resource": "arn:aws:s3:::reports/*"}}"#;
const KEY: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "Enable IAM User Permissions", "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}}"#;
const SERVICE_CONTROL: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "Regions", "Effect": "Deny",
    "NotAction": ["iam:*", "sts:*"], "Resource": "*",
    "Condition": {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}}}"#;
const RESOURCE_CONTROL: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "Tls", "Effect": "Deny",
    "Principal": "*", "Action": ["s3:*", "sqs:*", "kms:*"], "Resource": "*",
    "Condition": {"BoolIfExists": {"aws:SecureTransport": "false"}}}}"#;

/// A policy that is correct only as a service control policy, which starts from `*`.
const FULL_ACCESS: &str =
    r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;

/// Returns a string of JSON that contains a policy.
fn string(policy: &str) -> String {
    Value::from(policy).to_string()
}

#[test]
fn a_folder_with_every_kind_is_one_run() {
    let folder = Folder::of(&[
        ("p/identity.json", IDENTITY),
        ("p/trust.json", TRUST),
        ("p/bucket.json", BUCKET),
        ("p/key.json", KEY),
        ("p/scp/regions.json", SERVICE_CONTROL),
        ("p/rcp.json", RESOURCE_CONTROL),
    ]);
    let (code, out, err) = folder.lint(&["p", "--format", "json"]);
    assert_eq!((code, &*out), (0, "[]\n"), "{err}");
    let note =
        "note: 2 files were taken for resource policies because they have a `Principal`: p/bucket.json, p/key.json.";
    assert!(err.starts_with(note) && err.ends_with("\nnothing found in 6 policies of 6 files\n"), "{err}");
    assert_eq!(folder.lint(&["p", "-q"]), (0, String::new(), String::new()));
}

#[test]
fn a_policy_of_an_endpoint_can_name_all_providers_and_resources_of_aws() {
    let endpoint = r#"{"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Federated": "*"}, "Action": "sts:AssumeRoleWithSAML", "Resource": "*",
            "Condition": {"StringEquals": {"aws:ResourceAccount": "111122223333"}}},
        {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "iot:DescribeManagedJobTemplate",
            "Resource": "arn:aws:iot:*::jobtemplate/AWS-Reboot:1.0"},
        {"Effect": "Allow", "Principal": {"Service": "opensearch.amazonaws.com"}, "Action": "*", "Resource": "*",
            "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}]}"#;
    let folder = Folder::of(&[("endpoint.json", endpoint)]);
    for kind in [&["--kind", "vpc-endpoint"][..], &[]] {
        let (code, out, err) = folder.lint(&[&["endpoint.json", "--format", "json"], kind].concat());
        assert_eq!((code, &*out), (0, "[]\n"), "{err}");
    }
}

#[test]
fn the_argument_comes_first_then_the_configuration_then_the_member_around_the_policy() {
    let folder = Folder::of(&[("scp/full.json", FULL_ACCESS), ("other/full.json", FULL_ACCESS)]);
    let found = |arguments: &[&str]| ids(&folder.lint(&[&["--format", "json"], arguments].concat()).1);
    let everything = ["warning allow-everything", "warning create-any-service-role", "warning pass-any-role"];
    assert_eq!(found(&["scp"]), everything);
    folder.write("catalog.toml", "[[kind]]\nfiles = 'scp/*.json'\nkind = 'service-control'\n");
    assert_eq!(found(&["scp", "other"]), everything);
    assert_eq!(found(&["--kind", "scp", "scp", "other"]), [""; 0]);
    assert_eq!(found(&["--kind", "identity", "scp"]), everything);
    let summary = r#"{"PolicySummary": {"Type": "SERVICE_CONTROL_POLICY"}"#;
    folder.write("other/full.json", format!(r#"{{"Policy": {summary}, "Content": {}}}}}"#, string(FULL_ACCESS)));
    assert_eq!(found(&["scp", "other"]), [""; 0]);
}

#[test]
fn policies_in_strings_have_their_places() {
    let wrong = IDENTITY.replace("GetObject\"", "GetObjekt\"");
    let text = format!("{{\n  \"Policy\": {}\n}}", string(&wrong));
    let column = text.lines().nth(1).unwrap().find(r#"\"s3:GetObjekt\""#).unwrap() + 1;
    let folder = Folder::of(&[("a.json", text)]);
    let (code, out, _) = folder.lint(&["--format", "json", "a.json"]);
    let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &rows[0]["pointer"]), (1, &Value::from("/Policy/Statement/Action")));
    assert_eq!((&rows[0]["line"], &rows[0]["column"]), (&Value::from(2), &Value::from(column)), "{out}");
    let (_, out, _) = folder.lint(&["a.json"]);
    assert!(out.contains(r#"\"s3:GetObjekt\""#) && out.contains(&format!("a.json:2:{column}\n")), "{out}");
    // The fix in a SARIF log has the escapes of the string.
    let (_, out, _) = folder.lint(&["--format", "sarif", "a.json"]);
    let log: Value = serde_json::from_str(&out).unwrap();
    let replacement = &log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], r#"\"s3:GetObject\""#);
}

#[test]
fn a_policy_of_an_organization_is_read_from_its_answer() {
    let answer =
        |policy| format!(r#"{{"Policy": {{"PolicySummary": {{"Id": "p-1"}}, "Content": {}}}}}"#, string(policy));
    let folder = Folder::of(&[("clean.json", answer(CLEAN)), ("mailer.json", answer(MAILER))]);
    assert_eq!(folder.lint(&["-q", "clean.json"]).0, 0);
    assert_eq!(folder.lint(&["-q", "--kind", "scp", "clean.json"]).0, 0);
    let (_, out, _) = folder.lint(&["--format", "json", "mailer.json"]);
    assert_eq!(ids(&out), ["warning empty-sid", "error unknown-action"]);
}

#[test]
fn all_policies_of_an_answer_are_checked() {
    let wrong = IDENTITY.replace("GetObject\"", "GetObjekt\"");
    let details = format!(
        r#"{{"UserDetailList": [{{"UserPolicyList": [{{"PolicyName": "a", "PolicyDocument": {wrong}}}]}}],
            "RoleDetailList": [{{"AssumeRolePolicyDocument": {TRUST}}}],
            "Policies": [{{"PolicyVersionList": [{{"Document": {wrong}, "VersionId": "v1"}}]}}]}}"#
    );
    let twice = format!(r#"{{"PolicyDocument": {IDENTITY}, "PolicyDocument": {wrong}}}"#);
    let folder = Folder::of(&[
        ("details.json", details),
        ("twice.json", twice),
        ("list.json", format!("[{IDENTITY}, {wrong}]")),
    ]);
    for (name, pointers) in [
        (
            "details.json",
            &["/UserDetailList/0/UserPolicyList/0/PolicyDocument", "/Policies/0/PolicyVersionList/0/Document"][..],
        ),
        ("twice.json", &["/PolicyDocument"]),
        ("list.json", &["/1"]),
    ] {
        let (_, out, _) = folder.lint(&["--format", "json", name]);
        let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
        let found: Vec<_> = rows.iter().map(|row| row["pointer"].as_str().unwrap()).collect();
        let expected: Vec<_> = pointers.iter().map(|pointer| format!("{pointer}/Statement/Action")).collect();
        assert_eq!(found, expected, "{name}");
    }
}
