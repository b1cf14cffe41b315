//! Tests of files with policies, and of files without.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::parts;
use crate::{
    Config,
    json::{self, Syntax},
    part::Content,
    policy_file::{OtherFile, source::Source},
    shape::is_json,
};

const POLICY: &str =
    r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "a:B", "Resource": "*"}]}"#;

/// Returns the places and kinds of the policies in a file, such as `/Policy text queue`.
fn found(text: &str) -> Result<Vec<String>, OtherFile> {
    let tree = json::parse(text.as_bytes()).unwrap();
    let source = Source { text: text.as_bytes(), syntax: Syntax::Json };
    let found = parts(source, &Config::new(), &tree, "")?.into_iter().map(|found| {
        let form = match found.content {
            Content::Policy(value) if value.as_str().is_some_and(is_json) => " text",
            Content::Statements(_) => " statements",
            Content::Template(_) => " template",
            _ => "",
        };
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
    assert_found(r#"{"x-amazon-apigateway-policy": <policy>}"#, &["/x-amazon-apigateway-policy resource"]);
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
    assert_eq!(found(tags), Err(OtherFile::Unknown));
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
        r#"{"Name": "a", "Priority": 1, "Statement": {"GeoMatchStatement": {"CountryCodes": ["AQ"]}}}"#,
        r#"{"Version": "2021-06-01", "Statement": [{"Sid": "a", "DataIdentifier": [], "Operation": {}}]}"#,
        "[1, 2]",
    ] {
        assert_eq!(found(text), Err(OtherFile::Unknown), "{text}");
    }
}

#[test]
fn a_policy_in_another_language_is_not_one_of_iam() {
    let stack_policy =
        r#"{"Statement": [{"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"}]}"#;
    assert_eq!(found(stack_policy), Err(OtherFile::StackPolicy));
    assert_found(&format!(r#"{{"StackPolicyBody": {stack_policy}, "Policy": <policy>}}"#), &["/Policy"]);
    let string = serde_json::Value::from(stack_policy).to_string();
    assert_eq!(found(&format!(r#"{{"StackPolicyBody": {string}}}"#)), Err(OtherFile::Unknown));
}

#[test]
fn answers_contain_templates() {
    let template = r#"{"Resources": {"Role": {"Type": "AWS::IAM::Role"}}}"#;
    assert_found(template, &[" template"]);
    assert_found(&format!(r#"{{"TemplateBody": {template}, "StagesAvailable": []}}"#), &["/TemplateBody template"]);
    let string = serde_json::Value::from(template).to_string();
    assert_found(&format!(r#"{{"StackSet": {{"TemplateBody": {string}}}}}"#), &["/StackSet/TemplateBody template"]);
}

#[test]
fn the_serverless_framework_has_lists_of_statements() {
    let list = r#"[{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]"#;
    assert_found(
        &format!(
            r#"{{"service": "a", "provider": {{"iamRoleStatements": {list}, "iam": {{"role": {{"statements": {list}}}}},
                "apiGateway": {{"resourcePolicy": {list}}}}}, "functions": {{"f": {{"iamRoleStatements": {list}}}}},
                "resources": {{"Resources": {{"A": {{"Type": "AWS::IAM::Role"}}}}}}}}"#
        ),
        &[
            "/provider/iam/role/statements statements identity",
            "/provider/iamRoleStatements statements identity",
            "/provider/apiGateway/resourcePolicy statements resource",
            "/functions/f/iamRoleStatements statements identity",
            "/resources template",
        ],
    );
    assert_eq!(found(r#"{"service": "a", "provider": {"name": "aws"}}"#), Err(OtherFile::Serverless));
}
