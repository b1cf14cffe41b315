//! Tests of damaged files: no panic, and each finding is inside the file.

use alloc::{string::String, vec::Vec};
use proptest::prelude::*;

use crate::{Config, check_file, testing::FULL};

/// A template with many forms of policies and functions.
const TEMPLATE: &str = r#"AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Parameters:
  P: {Type: String, Default: '{"Statement": [{"Effect": "Allow", "Action": "ses:SendEmial"}]}'}
Conditions:
  C: !Equals [!Ref P, a]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Sub |
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "${Verb}", "Principal": "*"}}
      Policies: !If
      - C
      - - PolicyName: p
          PolicyDocument: &p
            Version: 2012-10-17
            Statement:
            - !If [C, {Effect: Allow, Action: [ses:SendEmial], Resource: !Join ['', [a, !Ref P]]}, !Ref AWS::NoValue]
            - {Effect: Deny, Action: 'ses:{{ verb }}', Resource: '{{resolve:ssm:a}}'}
      - !Ref AWS::NoValue
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [*p, SQSPolerPolicy: {}, {"Statement": []}]
  Permission:
    Type: AWS::Lambda::Permission
    Properties: {Action: 'lambda:Inv', Principal: '*', SourceAccount: 012345678901}
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties:
      TemplateBody: |
        {"Resources": {"A": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": {"Statement": 1}}}}}
  Fn::ForEach::Loop:
  - Name
  - [a, b]
  - 'R${Name}': {Type: 'AWS::SQS::QueuePolicy', Properties: {PolicyDocument: {Statement: {Effect: '${Name}'}}}}
"#;

/// Returns the source with a range replaced by other characters.
fn damaged(source: &str, at: usize, removed: usize, added: &str) -> String {
    let characters: Vec<char> = source.chars().collect();
    let start = at % (characters.len() + 1);
    let end = (start + removed).min(characters.len());
    characters[..start].iter().copied().chain(added.chars()).chain(characters[end..].iter().copied()).collect()
}

fn assert_inside(text: &str) {
    let file = check_file(text.as_bytes(), None, FULL, &Config::new());
    let spans = file.findings.iter().map(|finding| finding.span).chain(file.policies.iter().map(|policy| policy.span));
    for span in spans {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text}");
    }
}

#[test]
fn the_template_has_all_forms() {
    let file = check_file(TEMPLATE.as_bytes(), None, FULL, &Config::new());
    assert_eq!((file.policies.len(), file.other), (8, None), "{:?}", file.policies);
    assert_inside(TEMPLATE);
}

proptest! {
    #[test]
    fn a_damaged_template_gives_findings_inside_it(
        at in any::<prop::sample::Index>(), removed in 0_usize..40, added in "[a-z:'\"{}\\[\\]&*!|>%#$,\\\\ \n\t-]{0,8}"
    ) {
        assert_inside(&damaged(TEMPLATE, at.index(TEMPLATE.len()), removed, &added));
    }

    #[test]
    fn any_text_is_described(text in "(\\PC|\n){0,200}") {
        assert_inside(&text);
    }
}
