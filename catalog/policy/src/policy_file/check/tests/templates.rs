//! Tests of the findings in templates, with their places.

use alloc::{
    format,
    string::{String, ToString as _},
    vec,
    vec::Vec,
};

use crate::{
    Config, PolicyKind, check_file,
    policy_file::{FileOutcome, KindSource, OtherFile},
    testing::FULL,
};

fn outcome(text: &str) -> FileOutcome {
    check_file(text.as_bytes(), None, FULL, &Config::new())
}

/// Returns the sources, ids and pointers of the findings. The pointers have no `/Resources`.
fn found(text: &str) -> Vec<String> {
    let file = outcome(text);
    let describe = |finding: &crate::Finding| {
        let source = text.get(finding.span.start as usize..finding.span.end as usize).unwrap();
        format!("{source} {} {}", finding.id, finding.pointer.replace("/Resources", ""))
    };
    file.findings.iter().map(describe).collect()
}

#[test]
fn a_finding_in_yaml_has_its_place() {
    let text = "Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n      - PolicyName: p\n        \
        PolicyDocument:\n          Version: 2012-10-17\n          Statement:\n          - Effect: Allow\n            \
        Action: [ses:SendEmail, 'ses:SendEmial']\n            Resource: '*'\n";
    assert_eq!(
        found(text),
        ["'ses:SendEmial' unknown-action /A/Properties/Policies/0/PolicyDocument/Statement/0/Action/1"]
    );
}

#[test]
fn strings_with_json_have_places_in_the_file() {
    let policy =
        r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ses:SendEmial", "Resource": "*"}]}"#;
    let template = |document: &str| {
        format!("Resources:\n  A:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument: {document}\n")
    };
    let expected = ["\"ses:SendEmial\" unknown-action /A/Properties/PolicyDocument/Statement/0/Action"];
    assert_eq!(found(&template(policy)), expected);
    assert_eq!(found(&template(&format!("'{policy}'"))), expected);
    assert_eq!(found(&template(&format!("|\n        {policy}"))), expected);
    assert_eq!(found(&template(&format!("!Sub '{policy}'"))), expected);
    assert_eq!(found(&template(&format!("!Sub\n      - '{policy}'\n      - {{}}"))), expected);
    let join = policy.replace(r#""*""#, "', !GetAtt B.Arn, '");
    let joined = found(&template(&format!("!Join ['\"', ['{join}']]")));
    assert_eq!(joined, expected);
}

#[test]
fn what_a_hole_decides_is_not_reported() {
    let text = "Resources:\n  A:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        \
        Version: 2012-10-17\n        Statement:\n        - Effect: !Ref Effect\n          Action: !Sub 'ses:${Verb}'\n          \
        Resource: !If [C, !GetAtt B.Arn, '{{ bucket }}']\n        - !If [C, !Ref AWS::NoValue, !Ref Statement]\n";
    assert_eq!(found(text), Vec::<String>::new());
}

#[test]
fn a_finding_of_several_variants_or_aliases_counts_once() {
    let statement = "{Effect: Allow, Action: 'ses:SendEmial', Resource: '*'}";
    let text = format!(
        "Parameters:\n  P: {{Type: String}}\nConditions:\n  C: !Equals [!Ref P, a]\nResources:\n  A:\n    Type: \
         AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {{Version: 2012-10-17, Statement: []}}\n      \
         Policies:\n      - PolicyDocument: &p\n          Version: 2012-10-17\n          Statement:\n          - \
         {statement}\n          - !If [C, {statement}, !Ref AWS::NoValue]\n      - PolicyDocument: *p\n"
    );
    let places: Vec<_> = found(&text).into_iter().filter(|one| one.contains("unknown-action")).collect();
    assert_eq!(places.len(), 2, "{places:?}");
}

#[test]
fn a_permission_has_only_findings_about_what_it_states() {
    let permission = |action: &str, principal: &str| {
        let text = format!(
            "Resources:\n  A:\n    Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: f\n      Action: \
             {action}\n      Principal: {principal}\n      SourceAccount: !Ref AWS::AccountId\n"
        );
        found(&text)
    };
    assert_eq!(permission("'*'", "s3.amazonaws.com"), Vec::<String>::new());
    assert_eq!(permission("ses:SendEmial", "s3.amazonaws.com"), ["ses:SendEmial unknown-action /A/Properties/Action"]);
    assert_eq!(permission("!Ref Action", "!Ref Principal"), Vec::<String>::new());
}

#[test]
fn a_template_in_a_string_is_checked() {
    let inner = "Resources:\n          B:\n            Type: AWS::IAM::ManagedPolicy\n            Properties:\n              \
        PolicyDocument:\n                Version: '2012-10-17'\n                Statement:\n                - \
        {Effect: Allow, Action: 'ses:SendEmial', Resource: '${Arn}'}\n";
    for function in ["|", "!Sub |"] {
        let text = format!(
            "Resources:\n  A:\n    Type: AWS::CloudFormation::StackSet\n    Properties:\n      TemplateBody: {function}\n        \
             {inner}"
        );
        let found = found(&text);
        let start = "'ses:SendEmial' unknown-action /A/Properties/TemplateBody";
        assert!(
            found.iter().any(|one| one.starts_with(start) && one.contains("/B/Properties/PolicyDocument")),
            "{found:?}"
        );
        assert_eq!(found.len(), if function == "|" { 2 } else { 1 }, "{found:?}");
    }
}

#[test]
fn a_policy_template_of_sam_must_exist() {
    let text = "Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::Serverless::Function\n    \
        Properties:\n      Policies:\n      - SQSPolerPolicy: {QueueName: q}\n      - SQSPollerPolicy: {QueueName: q}\n";
    assert_eq!(found(text), ["SQSPolerPolicy unknown-policy-template /A/Properties/Policies/0/SQSPolerPolicy"]);
    let finding = outcome(text).findings.remove(0);
    assert_eq!(finding.message, "unknown policy template `SQSPolerPolicy`: did you mean `SQSPollerPolicy`?");
    assert_eq!(finding.suggestion.as_deref(), Some("SQSPollerPolicy"));
}

#[test]
fn the_documents_of_a_stream_have_positions() {
    let policy = "Version: 2012-10-17\nStatement: {Effect: Allow, Action: 'ses:SendEmial', Resource: '*'}\n";
    assert_eq!(found(policy), ["'ses:SendEmial' unknown-action /Statement/Action"]);
    let text = format!("kind: ConfigMap\napiVersion: v1\n---\n{policy}");
    assert_eq!(found(&text), ["'ses:SendEmial' unknown-action /1/Statement/Action"]);
}

#[test]
fn numbers_and_booleans_are_strings_to_cloudformation() {
    let template = |sid: &str| {
        let text = format!(
            "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: \
             2012-10-17\n        Statement: {{Sid: {sid}, Effect: Allow, Action: 'ses:SendEmail', Resource: '*'}}\n"
        );
        found(&text)
    };
    assert_eq!(template("1"), Vec::<String>::new());
    assert_eq!(template("true"), Vec::<String>::new());
    assert_eq!(template("[]"), ["[] wrong-type /A/Properties/PolicyDocument/Statement/Sid"]);
}

#[test]
fn the_property_comes_before_the_given_kind() {
    let text = r#"{"Resources": {"A": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}},
        "B": {"Type": "Custom::B", "Properties": {"Policy": {"Statement": []}}}}}"#;
    let file = check_file(text.as_bytes(), Some(PolicyKind::ServiceControl), FULL, &Config::new());
    let kinds: Vec<_> = file.policies.iter().map(|policy| (policy.kind, policy.source)).collect();
    assert_eq!(kinds, [(PolicyKind::Trust, KindSource::Member), (PolicyKind::ServiceControl, KindSource::Given)]);
}

#[test]
fn serverless_variables_are_holes() {
    let text = "service: s\nprovider:\n  name: aws\n  iam:\n    role:\n      statements:\n      - Effect: Allow\n        \
        Action: [ses:SendEmial, '${self:custom.action}']\n        Resource: arn:aws:s3:::${self:custom.bucket}\n";
    assert_eq!(found(text), ["ses:SendEmial unknown-action /provider/iam/role/statements/0/Action/0"]);
}

#[test]
fn files_without_policies_are_described() {
    for (text, other) in [
        ("resource \"aws_iam_policy\" \"a\" {\n  policy = \"{}\"\n}\n", OtherFile::TerraformConfiguration),
        ("apiVersion: v1\nkind: ConfigMap\n", OtherFile::Kubernetes),
        ("on: push\njobs: {}\n", OtherFile::Workflow),
        ("{{- if .Values.a }}\na: {{ b }}\n c: d\n{{ end }}", OtherFile::TextTemplate),
        ("AWSTemplateFormatVersion: 2010-09-09\nResources: {}\n", OtherFile::CloudFormation),
        ("version: 0.2\nphases: {}\n", OtherFile::Unknown),
        ("just words\n", OtherFile::Unknown),
        ("a: [\n", OtherFile::Unknown),
        ("# nothing\n", OtherFile::Unknown),
    ] {
        let file = outcome(text);
        assert_eq!((file.other, file.findings.len()), (Some(other), 0), "{text}");
    }
    let helm = "{{- if .Values.a }}\nStatement:\n- {Effect: Allow, Action: 'ses:SendEmial', Resource: {{ .Values.b }}}\n{{ end }}\n";
    assert!(outcome(helm).findings.iter().any(|finding| finding.id.to_string() == "unknown-action"));
}

#[test]
fn declared_placeholders_are_holes_in_yaml() {
    let text = "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Version: \
        2012-10-17\n        Statement: {Effect: <effect>, Action: ['ses:SendEmial', 'ses:<verb>'], Resource: '*'}\n";
    let file = check_file(text.as_bytes(), None, FULL, &Config::new().placeholder("<*>"));
    let ids: Vec<_> = file.findings.iter().map(|finding| finding.id.name()).collect();
    assert_eq!(ids, ["unknown-action"]);
}

#[test]
fn placeholders_of_generators_are_holes_in_json() {
    let text = r#"{"Resources": {"A": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {
        "Version": "2012-10-17", "Statement": {"Effect": "{{ effect }}", "Action": ["ses:{{verb}}", "ses:SendEmial"],
        "Resource": "{{resource}}"}}}}}}"#;
    assert_eq!(found(text), ["\"ses:SendEmial\" unknown-action /A/Properties/PolicyDocument/Statement/Action/1"]);
}

#[test]
fn an_account_that_yaml_reads_with_the_base_8_is_reported() {
    let text = "Resources:\n  A:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        \
        Version: 2012-10-17\n        Statement:\n        - Effect: Allow\n          Action: sts:AssumeRole\n          \
        Principal: {AWS: [012345670123, 012345678901, 123456789012]}\n          \
        Condition: {StringEquals: {aws:PrincipalAccount: [012345670124, 123456789012, 012345678901]}}\n  B:\n    \
        Type: AWS::Lambda::Permission\n    Properties:\n      Action: ses:SendEmail\n      \
        Principal: 012345670125\n      SourceAccount: 012345670126\n";
    let statement = "wrong-type /A/Properties/AssumeRolePolicyDocument/Statement/0";
    let expected = [
        format!("012345670123 {statement}/Principal/AWS/0"),
        format!(
            "[012345670124, 123456789012, 012345678901] {}/Condition/StringEquals/aws:PrincipalAccount",
            statement.replace("wrong", "mixed-value").replace("-type ", "-types ")
        ),
        format!("012345670124 {statement}/Condition/StringEquals/aws:PrincipalAccount/0"),
    ];
    let found = found(text);
    assert_eq!(found[..3], expected);
    let written: Vec<_> = found[3..].iter().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(written, ["ses:SendEmail", "012345670125", "012345670126"]);
}

#[test]
fn the_condition_of_an_event_bus_holds() {
    let template = |condition: &str| {
        format!(
            "Resources:\n  A:\n    Type: AWS::Events::EventBusPolicy\n    Properties:\n      StatementId: a\n      \
            Action: ses:SendEmail\n      Principal: '*'\n{condition}"
        )
    };
    assert_eq!(found(&template("")).len(), 1);
    for key in ["aws:PrincipalOrgID", "!Ref B"] {
        let condition = format!("      Condition: {{Type: StringEquals, Key: {key}, Value: o-a1b2c3d4e5}}\n");
        assert_eq!(found(&template(&condition)), [""; 0], "{key}");
    }
    assert_eq!(found(&template("      Condition: !Ref B\n")), [""; 0]);
}

#[test]
fn a_template_in_json_can_have_a_byte_order_mark() {
    let policy =
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ses:SendEmial", "Resource": "*"}}"#;
    let template = format!(
        r#"{{"Resources": {{"A": {{"Type": "AWS::IAM::Policy", "Properties": {{"PolicyDocument": {policy}}}}}}}}}"#
    );
    let expected = ["\"ses:SendEmial\" unknown-action /A/Properties/PolicyDocument/Statement/Action"];
    assert_eq!(found(&format!("\u{feff}{template}")), expected);
    assert_eq!(outcome(&format!("\u{feff}{policy}")).findings[0].id.name(), "malformed-json");
}

#[test]
fn a_policy_that_needs_too_much_work_has_no_wrong_finding() {
    let count = 3000;
    let conditions: Vec<_> = (0..count).map(|number| format!("  C{number}: !Equals [!Ref A{number}, a]\n")).collect();
    let statement = |number| {
        format!("        - !If [C{number}, {{Effect: Allow, Action: 'ses:Send*', Resource: '*'}}, !Ref AWS::NoValue]\n")
    };
    let statements = (0..count).map(statement).collect::<Vec<_>>().concat();
    let conditions = conditions.concat();
    let document = format!("PolicyDocument:\n        Version: 2012-10-17\n        Statement:\n{statements}");
    let last = document.replace("ses:Send*", "ses:SendEmial");
    let resource = |name: &str, document: &str| {
        format!("  {name}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      {document}")
    };
    let text = format!("Conditions:\n{conditions}Resources:\n{}{}", resource("A", &document), resource("B", &last));
    let file = outcome(&text);
    let ids: alloc::collections::BTreeSet<_> = file.findings.iter().map(|finding| finding.id.name()).collect();
    assert_eq!((ids.into_iter().collect::<Vec<_>>(), file.unchecked), (vec!["large", "redundant-statement"], 1));
}

#[test]
fn functions_are_holes_in_parts_that_a_template_includes() {
    let statements = r#"[
        {"Effect": "Allow", "Action": "ses:SendEmial", "Resource": {"Fn::Sub": "${A.Arn}/*"}},
        {"Fn::If": ["B", {"Effect": "Deny", "Action": "ses:SendEmial", "Resource": {"Ref": "C"}}, {"Ref": "AWS::NoValue"}]}
    ]"#;
    for (text, below) in [
        (format!(r#"{{"Version": "2012-10-17", "Statement": {statements}}}"#), "/Statement"),
        (
            format!(r#"{{"A": {{"PolicyDocument": {{"Version": "2012-10-17", "Statement": {statements}}}}}}}"#),
            "/A/PolicyDocument/Statement",
        ),
        (
            format!(r#"{{"service": "a", "provider": {{"iamRoleStatements": {statements}}}}}"#),
            "/provider/iamRoleStatements",
        ),
    ] {
        let expected =
            ["0/Action", "1/Fn::If/1/Action"].map(|at| format!("\"ses:SendEmial\" unknown-action {below}/{at}"));
        let found = found(&text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], expected[0]);
    }
}
