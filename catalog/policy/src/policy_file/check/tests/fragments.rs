//! Tests of the parts of templates in files of their own, which other tools put together.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use crate::{Config, PolicyKind, check_file, policy_file::FileOutcome, testing::FULL};

const STATEMENT: &str = "{Effect: Allow, Action: 'ses:SendEmial', Resource: [!Ref A, {'Fn::GetAtt': [A, Arn]}]}";

fn outcome(text: &str) -> FileOutcome {
    check_file(text.as_bytes(), None, FULL, &Config::new())
}

/// Returns the sources, ids and pointers of the findings.
fn found(text: &str) -> Vec<String> {
    let describe = |finding: &crate::Finding| {
        let source = text.get(finding.span.start as usize..finding.span.end as usize).unwrap();
        format!("{source} {} {}", finding.id, finding.pointer)
    };
    outcome(text).findings.iter().map(describe).collect()
}

#[test]
fn a_resource_needs_no_template() {
    let document = format!("{{Version: 2012-10-17, Statement: [{STATEMENT}]}}");
    let resource = format!("Type: AWS::KMS::Key\nProperties: {{KeyPolicy: {document}}}\n");
    // A key policy has a principal.
    let resource = resource.replace("Effect", "Principal: '*', Effect").replace("ses:SendEmial", "ses:SendEmail");
    let file = outcome(&resource);
    assert_eq!(file.policies.first().map(|policy| policy.kind), Some(PolicyKind::Key));
    assert!(!file.findings.iter().any(|finding| finding.id.to_string() == "wrong-type"), "{:?}", file.findings);
    let resource = format!("  Type: AWS::IAM::ManagedPolicy\n  Properties:\n    PolicyDocument: {document}\n");
    let expected = ["'ses:SendEmial' unknown-action /Key/Properties/PolicyDocument/Statement/0/Action"];
    assert_eq!(found(&format!("Key:\n{resource}")), expected);
}

#[test]
fn functions_are_holes_outside_a_template() {
    let expected = |pointer: &str| [format!("'ses:SendEmial' unknown-action {pointer}")];
    let policy = format!("{{Version: 2012-10-17, Statement: [{STATEMENT}]}}");
    assert_eq!(found(&policy), expected("/Statement/0/Action"));
    assert_eq!(found(&format!("Templates: {{A: {policy}}}")), expected("/Templates/A/Statement/0/Action"));
    assert_eq!(found(&format!("- {STATEMENT}\n- {STATEMENT}\n"))[1..], expected("/1/Action"));
    let configuration = format!("service: a\nprovider: {{iamRoleStatements: [{STATEMENT}]}}\n");
    assert_eq!(found(&configuration), expected("/provider/iamRoleStatements/0/Action"));
    // A template can include a file of JSON.
    let json = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": {"Ref": "A"}}}"#;
    assert!(found(json).is_empty());
    assert!(found(&format!(r#"{{"A": {json}}}"#)).is_empty());
}

#[test]
fn the_construct_tree_of_a_cdk_app_has_the_policies_of_its_templates() {
    let document = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ses:SendEmial",
        "Resource": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":ses:*:*:identity/a"]]}}]}"#;
    let properties = format!(r#"{{"policyDocument": {document}, "policyName": "a"}}"#);
    let attributes = format!(
        r#"{{"aws:cdk:cloudformation:type": "AWS::IAM::Policy", "aws:cdk:cloudformation:props": {properties}}}"#
    );
    let tree = format!(
        r#"{{"version": "tree-0.1", "tree": {{"id": "App", "children": {{"A": {{"attributes": {attributes}}}}}}}}}"#
    );
    let place = "/tree/children/A/attributes/aws:cdk:cloudformation:props/policyDocument/Statement/0/Action";
    assert_eq!(found(&tree), [format!("\"ses:SendEmial\" unknown-action {place}")]);
}

#[test]
fn variables_of_the_serverless_framework_are_holes() {
    let template = |resource: &str| {
        format!(
            "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: {{Version: \
             2012-10-17, Statement: {{Effect: Allow, Action: 'ses:SendEmail', Resource: '{resource}'}}}}\n"
        )
    };
    for variable in ["${self:custom.a}", "${opt:a, ''b''}", "arn:aws:ses:*:*:identity/${file(a.yml):b}"] {
        assert!(found(&template(variable)).is_empty(), "{variable}");
    }
    let other = template("arn:aws:ses:${aws:region}:${aws:accountId}:identity/a");
    assert!(!found(&other).is_empty());
    let configuration = format!("service: a\nprovider: {{}}\nresources:\n  {}", other.replace('\n', "\n  "));
    assert!(found(&configuration).is_empty());
}

#[test]
fn only_a_policy_must_not_have_a_byte_order_mark() {
    let policy =
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "ses:SendEmial", "Resource": "*"}}"#;
    let ids = |text: &str| outcome(text).findings.iter().map(|finding| finding.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&format!("\u{feff}{policy}")), ["malformed-json"]);
    let template = format!(
        "\u{feff}{{\"Resources\": {{\"A\": {{\"Type\": \"AWS::IAM::Policy\", \"Properties\": {{\"PolicyDocument\": {policy}}}}}}}}}"
    );
    let expected = ["\"ses:SendEmial\" unknown-action /Resources/A/Properties/PolicyDocument/Statement/Action"];
    assert_eq!(found(&template), expected);
    let package = outcome("\u{feff}{\"name\": \"site\"}");
    assert!(package.findings.is_empty() && package.other.is_some());
}
