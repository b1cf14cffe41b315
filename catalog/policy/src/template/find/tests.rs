//! Tests of the policies that are found in templates.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use super::policies;
use crate::{json, part::Content};

const POLICY: &str =
    r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "a:B", "Resource": "*"}]}"#;

/// Returns the places and kinds of the policies in a template, without `/Resources`.
fn found(template: &str) -> Vec<String> {
    let tree = json::parse(template.as_bytes()).unwrap();
    let describe = |found: super::Found<'_>| {
        let form = match found.part.content {
            Content::Policy(value) if value.as_str().is_some() => " text",
            Content::Policy(_) => "",
            Content::Statements(_) => " statements",
            Content::Permission(_) => " permission",
            Content::Template(_) => " template",
            Content::PolicyTemplate(_) => " policy template",
        };
        let kind = found.part.kind.map(|kind| format!(" {kind}")).unwrap_or_default();
        format!("{}{form}{kind}", found.part.pointer.strip_prefix("/Resources").unwrap_or(&found.part.pointer))
    };
    policies(&tree, "").into_iter().map(describe).collect()
}

/// Checks the policies in the properties of a resource `A`. In the properties, `<policy>` is a policy, `<text>` a string
/// that contains a policy, and `<if>` a function that chooses between two policies.
fn assert_found(resource_type: &str, properties: &str, expected: &[&str]) {
    let text = serde_json::Value::from(POLICY).to_string();
    let properties = properties
        .replace("<if>", r#"{"Fn::If": ["C", <policy>, {"Ref": "AWS::NoValue"}]}"#)
        .replace("<policy>", POLICY)
        .replace("<text>", &text);
    let template = format!(r#"{{"Resources": {{"A": {{"Type": "{resource_type}", "Properties": {properties}}}}}}}"#);
    let expected: Vec<_> = expected.iter().map(|one| format!("/A/Properties{one}")).collect();
    assert_eq!(found(&template), expected, "{template}");
}

#[test]
fn documented_properties_have_policies_of_their_kind() {
    assert_found(
        "AWS::IAM::Role",
        r#"{"AssumeRolePolicyDocument": <policy>, "Policies": [{"PolicyName": "p", "PolicyDocument": <policy>}]}"#,
        &["/AssumeRolePolicyDocument trust", "/Policies/0/PolicyDocument identity"],
    );
    for (resource_type, property, kind) in [
        ("AWS::IAM::ManagedPolicy", "PolicyDocument", "identity"),
        ("AWS::KMS::Key", "KeyPolicy", "key"),
        ("AWS::SQS::QueuePolicy", "PolicyDocument", "queue"),
        ("AWS::EC2::VPCEndpoint", "PolicyDocument", "vpc-endpoint"),
        ("AWS::OpenSearchService::Domain", "AccessPolicies", "resource"),
        ("AWS::SSO::PermissionSet", "InlinePolicy", "identity"),
    ] {
        for (value, form) in [("<policy>", ""), ("<text>", " text"), (r#"{"Statment": []}"#, "")] {
            let expected = format!("/{property}{form} {kind}");
            assert_found(resource_type, &format!(r#"{{"{property}": {value}}}"#), &[&expected]);
        }
    }
}

#[test]
fn a_policy_in_an_unknown_type_is_found_by_its_shape() {
    assert_found(
        "Custom::Bucket",
        r#"{"ServiceToken": "t", "Policy": <policy>, "Nested": [{"Other": <text>}], "Name": "{}"}"#,
        &["/Policy", "/Nested/0/Other text"],
    );
    assert_found(
        "My::Team::Role::MODULE",
        r#"{"Policies": [{"PolicyDocument": <if>}]}"#,
        &["/Policies/0/PolicyDocument/Fn::If/1"],
    );
    assert_found(
        "Custom::Statements",
        r#"{"ServiceToken": "t", "Statement": [{"Effect": "Deny", "Action": "*"}]}"#,
        &["/Statement statements"],
    );
    let template =
        r#"{"Resources": {"A": {"Properties": {"Policy": {"Statement": {"Effect": "Deny", "Action": "a:B"}}}}}}"#;
    assert_eq!(found(template), ["/A/Properties/Policy"]);
}

#[test]
fn each_branch_of_a_condition_is_found() {
    assert_found(
        "AWS::IAM::Policy",
        r#"{"PolicyDocument": {"Fn::If": ["C", <policy>, <if>]}}"#,
        &["/PolicyDocument/Fn::If/1 identity", "/PolicyDocument/Fn::If/2/Fn::If/1 identity"],
    );
    let inline = r#"{"PolicyName": "p", "PolicyDocument": <policy>}"#;
    assert_found(
        "AWS::IAM::Role",
        &format!(
            r#"{{"Policies": {{"Fn::If": ["C", [{inline}, {{"Fn::If": ["D", {inline}, {{"Ref": "AWS::NoValue"}}]}}],
                {{"Ref": "AWS::NoValue"}}]}}}}"#
        ),
        &["/Policies/Fn::If/1/0/PolicyDocument identity", "/Policies/Fn::If/1/1/Fn::If/1/PolicyDocument identity"],
    );
    assert_found(
        "AWS::IAM::Role",
        &format!(r#"{{"Fn::If": ["C", {{"Policies": [{inline}]}}, {{}}]}}"#),
        &["/Fn::If/1/Policies/0/PolicyDocument identity"],
    );
}

#[test]
fn functions_give_policies_as_strings() {
    for (value, expected) in [
        (r#"{"Fn::Sub": "{\"Statement\": [\"${A}\"]}"}"#, "/PolicyDocument identity"),
        (r#"{"Fn::Sub": ["{\"Statement\": [\"${A}\"]}", {"A": "b"}]}"#, "/PolicyDocument identity"),
        (r#"{"Fn::Join": ["", ["{\"Statement\": ", {"Ref": "A"}, "}"]]}"#, "/PolicyDocument identity"),
        (r#"{"Fn::ToJsonString": <policy>}"#, "/PolicyDocument/Fn::ToJsonString identity"),
    ] {
        assert_found("AWS::IAM::Policy", &format!(r#"{{"PolicyDocument": {value}}}"#), &[expected]);
    }
    for value in [r#"{"Ref": "A"}"#, r#"{"Fn::Transform": {"Name": "AWS::Include"}}"#, r#""{{resolve:ssm:a}}""#, "null"]
    {
        assert_found("AWS::IAM::Policy", &format!(r#"{{"PolicyDocument": {value}}}"#), &[]);
    }
    assert_found("Custom::A", r#"{"B": {"Fn::Sub": "{\"Statement\": [\"${A}\"]}"}}"#, &["/B"]);
    assert_found("Custom::A", r#"{"B": {"Fn::Sub": "{\"Name\": [\"${A}\"]}"}}"#, &[]);
}

#[test]
fn sam_accepts_several_forms_of_policies() {
    assert_found(
        "AWS::Serverless::Function",
        r#"{"Policies": ["AWSLambdaExecute", {"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/A"}, <policy>,
            {"Statement": [{"Fn::If": ["C", {}, {}]}]}, {"SQSPollerPolicy": {"QueueName": "q"}},
            {"SQSPolerPolicy": {"QueueName": "q"}}, {"Effect": "Allow", "Action": "*", "Resource": "*"},
            {"PolicyName": "p", "PolicyDocument": <policy>}, <if>], "AssumeRolePolicyDocument": <policy>}"#,
        &[
            "/Policies/2 identity",
            "/Policies/3 identity",
            "/Policies/5/SQSPolerPolicy policy template",
            "/Policies/6 identity",
            "/Policies/7/PolicyDocument identity",
            "/Policies/8/Fn::If/1 identity",
            "/AssumeRolePolicyDocument trust",
        ],
    );
    assert_found(
        "AWS::Serverless::StateMachine",
        r#"{"Policies": <policy>, "Definition": {"A": <policy>}}"#,
        &["/Policies identity"],
    );
    assert_found("AWS::Serverless::Function", r#"{"Policies": {"SQSPollerPolicy": {}}}"#, &[]);
    let allow = r#"[{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"}]"#;
    assert_found(
        "AWS::Serverless::Api",
        &format!(r#"{{"Auth": {{"ResourcePolicy": {{"CustomStatements": {allow}}}}}}}"#),
        &["/Auth/ResourcePolicy/CustomStatements statements resource"],
    );
    let globals =
        format!(r#"{{"Globals": {{"Api": {{"Auth": {{"ResourcePolicy": {{"CustomStatements": {allow}}}}}}}}}}}"#);
    assert_eq!(found(&globals), ["/Globals/Api/Auth/ResourcePolicy/CustomStatements statements resource"]);
}

#[test]
fn a_permission_is_a_statement() {
    assert_found(
        "AWS::Lambda::Permission",
        r#"{"Action": "lambda:InvokeFunction", "Principal": "*"}"#,
        &[" permission function"],
    );
    assert_found(
        "AWS::Events::EventBusPolicy",
        r#"{"StatementId": "a", "Action": "events:PutEvents"}"#,
        &[" permission resource"],
    );
    assert_found(
        "AWS::Events::EventBusPolicy",
        r#"{"StatementId": "a", "Statement": {"Effect": "Allow"}}"#,
        &["/Statement statements resource"],
    );
}

#[test]
fn the_type_of_an_organizations_policy_decides() {
    for (kind, expected) in [
        ("SERVICE_CONTROL_POLICY", &["/Content service-control"][..]),
        ("RESOURCE_CONTROL_POLICY", &["/Content resource-control"]),
        ("TAG_POLICY", &[]),
    ] {
        assert_found("AWS::Organizations::Policy", &format!(r#"{{"Type": "{kind}", "Content": <policy>}}"#), expected);
    }
}

#[test]
fn other_languages_have_no_policies_of_iam() {
    let update = r#"{"Statement": {"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"}}"#;
    for (resource_type, properties) in [
        ("AWS::WAFv2::WebACL", r#"{"Rules": [{"Action": {}, "Statement": {"Effect": "", "Action": ""}}]}"#),
        ("AWS::VerifiedPermissions::Policy", r#"{"Definition": {"Static": {"Statement": "permit(a, b, c);"}}}"#),
        ("AWS::Lambda::Function", r#"{"Code": {"ZipFile": <text>}}"#),
        ("AWS::StepFunctions::StateMachine", r#"{"DefinitionString": <text>}"#),
        ("AWS::SNS::Topic", r#"{"DataProtectionPolicy": <policy>}"#),
        ("AWS::Events::Rule", r#"{"EventPattern": {"detail": <policy>}}"#),
        ("Custom::Stack", &format!(r#"{{"A": {update}}}"#)),
    ] {
        assert_found(resource_type, properties, &[]);
    }
}

#[test]
fn templates_in_properties_are_found() {
    let template = r#"{"Resources": {"B": {"Type": "AWS::IAM::Role"}}}"#;
    let text = serde_json::Value::from(template).to_string();
    for (value, form) in [(template, ""), (&*text, ""), (&*format!(r#"{{"Fn::Sub": {text}}}"#), "")] {
        let expected = format!("/TemplateBody template{form}");
        assert_found("AWS::CloudFormation::StackSet", &format!(r#"{{"TemplateBody": {value}}}"#), &[&expected]);
    }
    assert_found(
        "Custom::Deployment",
        &format!(r#"{{"A": {{"TemplateBody": {text}}}, "B": {template}}}"#),
        &["/A/TemplateBody template", "/B template"],
    );
}

#[test]
fn repeated_resources_and_default_values_are_found() {
    let role = format!(r#"{{"Type": "AWS::IAM::Role", "Properties": {{"AssumeRolePolicyDocument": {POLICY}}}}}"#);
    let template = format!(
        r#"{{"Parameters": {{"P": {{"Default": {}}}, "Q": {{"Default": "a"}}}},
            "Resources": {{"Fn::ForEach::Roles": ["Name", ["a", "b"], {{"Role${{Name}}": {role}}}],
            "Fn::Transform": {{"Name": "AWS::Include"}}}}}}"#,
        serde_json::Value::from(POLICY)
    );
    assert_eq!(
        found(&template),
        ["/Parameters/P/Default text", "/Fn::ForEach::Roles/2/Role${Name}/Properties/AssumeRolePolicyDocument trust",]
    );
}

#[test]
fn sections_of_other_tools_can_have_resources() {
    let template = r#"{"AWSTemplateFormatVersion": "2010-09-09", "Metadata": {"A": {"Statement": []}},
        "Organization": {"Scp": {"Type": "OC::ORG::ServiceControlPolicy", "Properties": {"PolicyDocument": <policy>}},
        "Defaults": <policy>}, "Resources": {}}"#;
    assert_eq!(found(&template.replace("<policy>", POLICY)), ["/Organization/Scp/Properties/PolicyDocument"]);
}
