//! Tests of files with policies, and of files without.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Content, policies};
use crate::{json, policy_file::OtherJson};

const POLICY: &str =
    r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "a:B", "Resource": "*"}]}"#;

/// Returns the places and kinds of the policies in a file, such as `/Policy text queue`.
fn found(text: &str) -> Result<Vec<String>, OtherJson> {
    let tree = json::parse(text.as_bytes()).unwrap();
    let found = policies(text.as_bytes(), &tree)?.into_iter().map(|found| {
        let form = if matches!(found.content, Content::Text(_)) { " text" } else { "" };
        let kind = found.kind.map(|kind| format!(" {kind}")).unwrap_or_default();
        format!("{}{form}{kind}", found.pointer)
    });
    Ok(found.collect())
}

/// Checks the policies of a file, in which `<policy>` is a policy and `<text>` a string that contains one.
fn assert_found(text: &str, expected: &[&str]) {
    let string = serde_json::Value::from(POLICY).to_string();
    let text = text.replace("<policy>", POLICY).replace("<text>", &string);
    assert_eq!(found(&text).as_deref(), Ok(&*expected.iter().map(ToString::to_string).collect::<Vec<_>>()), "{text}");
}

#[test]
fn the_whole_file_can_be_the_policy() {
    for text in ["<policy>", r#"{"Statement": 1}"#, r#"{"Statment": []}"#, "{}", "[]", "1", r#""a""#] {
        assert_found(text, &[""]);
    }
    assert_found(r#"[{"Effect": "Deny", "Action": "a:B"}]"#, &[""]);
}

#[test]
fn answers_contain_policies_with_their_kinds() {
    assert_found(
        r#"{"PolicyVersion": {"Document": <policy>, "VersionId": "v1"}}"#,
        &["/PolicyVersion/Document identity"],
    );
    assert_found(r#"{"RoleName": "a", "PolicyDocument": <policy>}"#, &["/PolicyDocument identity"]);
    assert_found(r#"{"Role": {"AssumeRolePolicyDocument": <policy>}}"#, &["/Role/AssumeRolePolicyDocument trust"]);
    assert_found(r#"{"Policy": <text>}"#, &["/Policy text"]);
    assert_found(r#"{"Attributes": {"Policy": <text>, "QueueArn": "x"}}"#, &["/Attributes/Policy text queue"]);
    assert_found(r#"{"Attributes": {"TopicArn": "x", "Policy": <text>}}"#, &["/Attributes/Policy text topic"]);
    assert_found(r#"{"repositoryName": "x", "policyText": <text>}"#, &["/policyText text repository"]);
    assert_found(r#"{"resourcePolicies": [{"policyDocument": <text>}]}"#, &["/resourcePolicies/0/policyDocument text"]);
    assert_found(
        r#"{"ARN": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:a", "ResourcePolicy": <text>}"#,
        &["/ResourcePolicy text secret"],
    );
    assert_found(
        r#"{"VpcEndpoints": [{"VpcEndpointId": "vpce-1", "PolicyDocument": <text>}]}"#,
        &["/VpcEndpoints/0/PolicyDocument text vpc-endpoint"],
    );
    assert_found("<text>", &[" text"]);
    assert_found(
        r#"{"unknown": {"wrapper": <policy>, "other": <text>}}"#,
        &["/unknown/wrapper", "/unknown/other text"],
    );
}

#[test]
fn the_policies_of_an_organization_state_their_type() {
    for (kind, expected) in [
        (r#"{"Type": "SERVICE_CONTROL_POLICY"}"#, "/Policy/Content text service-control"),
        (r#"{"Type": "RESOURCE_CONTROL_POLICY"}"#, "/Policy/Content text resource-control"),
        (r#"{"Id": "p-x"}"#, "/Policy/Content text"),
    ] {
        assert_found(&format!(r#"{{"Policy": {{"PolicySummary": {kind}, "Content": <text>}}}}"#), &[expected]);
    }
    let tags = r#"{"Policy": {"PolicySummary": {"Type": "TAG_POLICY"}, "Content": "{\"tags\": {}}"}}"#;
    assert_eq!(found(tags), Err(OtherJson::Unknown));
}

#[test]
fn several_policies_are_all_found() {
    assert_found(r#"{"PolicyDocument": <policy>, "PolicyDocument": <policy>}"#, &["/PolicyDocument identity"; 2]);
    assert_found(r#"{"PolicyDocument": <policy>, "Policy": <text>}"#, &["/PolicyDocument identity", "/Policy text"]);
    assert_found(r#"[<policy>, {"Statment": []}, <text>]"#, &["/0", "/1", "/2 text"]);
    assert_found(
        r#"{"UserDetailList": [{"UserPolicyList": [{"PolicyName": "a", "PolicyDocument": <policy>}]}],
            "RoleDetailList": [{"AssumeRolePolicyDocument": <policy>, "RolePolicyList": []}],
            "Policies": [{"PolicyVersionList": [{"Document": <policy>, "IsDefaultVersion": true}]}]}"#,
        &[
            "/UserDetailList/0/UserPolicyList/0/PolicyDocument identity",
            "/RoleDetailList/0/AssumeRolePolicyDocument trust",
            "/Policies/0/PolicyVersionList/0/Document identity",
        ],
    );
}

#[test]
fn mistakes_in_an_expected_policy_are_left_to_the_check() {
    assert_found(r#"{"PolicyDocument": {"Statment": []}}"#, &["/PolicyDocument identity"]);
    assert_found(r#"{"Policy": "{,}"}"#, &["/Policy text"]);
    assert_found(r#"{"Policy": "%7B%22Statement%22%3A%5B%5D%7D"}"#, &["/Policy text"]);
}

#[test]
fn other_json_contains_no_policy() {
    for text in [
        r#"{"name": "a", "version": "1.0.0", "dependencies": {"b": "1"}}"#,
        r#"{"PolicyNames": ["a", "b"], "IsTruncated": false}"#,
        r#"{"Policy": {"PolicyName": "a", "Arn": "arn:aws:iam::111122223333:policy/a"}}"#,
        r#"{"Rules": [{"Name": "a", "Statement": {"ByteMatchStatement": {"FieldToMatch": {}}}}]}"#,
        r#"{"policy": "{\"tags\": {}}"}"#,
        "[1, 2]",
    ] {
        assert_eq!(found(text), Err(OtherJson::Unknown), "{text}");
    }
}
