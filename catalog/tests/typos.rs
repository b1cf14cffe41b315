//! Typos of well-known actions are clear mistakes, and names that may exist are not.
//!
//! The list of well-known actions is `docs-src/facts/well_known_actions.toml`.

use std::collections::BTreeSet;

use catalog::{AnyAction, NameErrorKind};

/// Returns every fifth well-known action, because all of them take too long.
fn well_known() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../../docs-src/facts/well_known_actions.toml").lines();
    let names = lines.filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","));
    names.filter(|name| name.parse::<AnyAction>().is_ok()).step_by(5)
}

/// Returns the name in the plural or the singular, and with each letter missing, doubled, and swapped with the next one.
fn typos(name: &str) -> BTreeSet<String> {
    let plural = name.strip_suffix('s').map_or_else(|| format!("{name}s"), str::to_owned);
    let mut typos = BTreeSet::from([plural]);
    for at in 0..name.len() {
        let (front, back) = name.split_at(at);
        let (letter, rest) = back.split_at(1);
        typos.insert(format!("{front}{rest}"));
        typos.insert(format!("{front}{letter}{letter}{rest}"));
        if let Some((next, rest)) = rest.split_at_checked(1) {
            typos.insert(format!("{front}{next}{letter}{rest}"));
        }
    }
    typos.retain(|typo| !typo.is_empty());
    typos
}

#[test]
fn typos_of_well_known_actions_are_clear_mistakes() {
    let (mut all, mut doubtful) = (0, Vec::new());
    for action in well_known() {
        let (prefix, name) = action.split_once(':').unwrap();
        for typo in typos(name) {
            let Err(error) = format!("{prefix}:{typo}").parse::<AnyAction>() else { continue };
            all += 1;
            if !error.is_clear_mistake() && error.kind() != NameErrorKind::Retired {
                doubtful.push(error.to_string());
            }
        }
    }
    assert!(all > 3000, "{all}");
    assert_eq!(doubtful, [""; 0]);
}

#[test]
fn other_mistakes_are_clear_too() {
    for (name, meant) in [
        ("ec2:DescribeVpcEndpoint", "ec2:DescribeVpcEndpoints"),
        ("iam:GetRolePolicys", "iam:GetRolePolicy"),
        ("dynamodb:CreateItem", "dynamodb:PutItem"),
        ("ec2:DescriptSubnets", "ec2:DescribeSubnets"),
        ("ec2:ListSubnets", "ec2:DescribeSubnets"),
        ("kinesis:PutRecordV2", "kinesis:PutRecord"),
        ("efs:UntagResource", "elasticfilesystem:UntagResource"),
        ("elbv2:DescribeTags", "elasticloadbalancing:DescribeTags"),
        ("cloudwatch-logs:PutLogEvents", "logs:PutLogEvents"),
        ("cloudwatch:DescribeLogGroups", "logs:DescribeLogGroups"),
        ("iam:AssumeRole", "sts:AssumeRole"),
        ("secretmanager:GetSecretValue", "secretsmanager:GetSecretValue"),
        ("lamda:InvokeFunction", "lambda:InvokeFunction"),
    ] {
        let error = name.parse::<AnyAction>().unwrap_err();
        assert!(error.is_clear_mistake(), "{error}");
        assert_eq!(error.suggestion().map(|name| name.to_string()).as_deref(), Some(meant), "{name}");
    }
    for (name, action) in [
        ("sqs:DeleteMessageBatch", "sqs:DeleteMessage"),
        ("s3:HeadBucket", "s3:ListBucket"),
        ("apigatewayv2:GetApis", "apigateway:GET"),
    ] {
        let error = name.parse::<AnyAction>().unwrap_err();
        assert_eq!((error.kind(), error.is_clear_mistake()), (NameErrorKind::Operation, true), "{error}");
        assert_eq!(error.operation_actions().collect::<Vec<_>>(), [action], "{name}");
    }
}

#[test]
fn names_that_may_exist_are_not_clear_mistakes() {
    for name in [
        "ec2:FrobnicateSubnets",
        "sts:AssumeRoot2Session",
        "sns:Receive",
        "payments:GetAccountBalance",
        "builderid:CreateInvitation",
        "ds:CreateDomain",
        "ecr:GetManifest",
    ] {
        let error = name.parse::<AnyAction>().unwrap_err();
        assert!(!error.is_clear_mistake(), "{error}");
        assert!(error.suggestion().is_none() && error.services().count() == 0, "{error}");
    }
}

#[test]
fn an_operation_of_a_service_with_methods_is_answered_with_the_methods() {
    let error = |name: &str| name.parse::<AnyAction>().unwrap_err().to_string();
    assert_eq!(
        error("apigateway:TagResource"),
        "`apigateway:TagResource` is an API operation, not an action: use `apigateway:POST` and `apigateway:PUT`"
    );
    assert!(error("apigateway:FrobnicateApi").ends_with(
        ": the actions of `apigateway` are HTTP methods, so use `apigateway:GET`, `apigateway:POST` or another method"
    ));
}
