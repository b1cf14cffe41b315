//! Tests the errors about unknown names, over the whole catalog.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use catalog::{AnyAction, NameError, NameErrorKind};

fn wrong(text: &str) -> NameError {
    text.parse::<AnyAction>().unwrap_err()
}

#[test]
fn the_service_that_was_meant_is_named() {
    for (text, said) in [
        ("s3:ListBucketz", "unknown action `s3:ListBucketz`: did you mean `s3:ListBucket`?"),
        ("ssm:GetSecretValue", "unknown action `ssm:GetSecretValue`: did you mean `secretsmanager:GetSecretValue`?"),
        ("lambda:CreateLogGroup", "unknown action `lambda:CreateLogGroup`: did you mean `logs:CreateLogGroup`?"),
        (
            "ec2:DescribeLoadBalancers",
            "unknown action `ec2:DescribeLoadBalancers`: `autoscaling` and `elasticloadbalancing` have an action with \
             this name",
        ),
        ("dynamo:GetItem", "unknown service prefix in `dynamo:GetItem`: did you mean `dynamodb:GetItem`?"),
        (
            "cloudwatchlogs:PutLogEvents",
            "unknown service prefix in `cloudwatchlogs:PutLogEvents`: did you mean `logs:PutLogEvents`?",
        ),
        // An equal name in an unrelated service does not suffice.
        ("s3:SendEmail", "unknown action `s3:SendEmail`: Amazon S3 has no action with this name"),
        ("sns:Receive", "unknown action `sns:Receive`: Amazon SNS has no action with this name"),
        (
            "frob:RunInstances",
            "unknown service prefix in `frob:RunInstances`: the catalog has no service with this prefix",
        ),
    ] {
        assert_eq!(wrong(text).to_string(), said);
    }
}

#[test]
fn a_service_is_known_by_its_other_names() {
    for (text, suggested) in [
        // AWS's name of the service: in full, in part, in the singular, or as initials.
        ("stepfunctions:StartExecution", "states:StartExecution"),
        ("stepfunction:startexecution", "states:StartExecution"),
        ("eventbridge:PutEvents", "events:PutEvents"),
        ("cognito:GetId", "cognito-identity:GetId"),
        ("cognito:AdminGetUser", "cognito-idp:AdminGetUser"),
        ("amazonmq:ListBrokers", "mq:ListBrokers"),
        ("keyspaces:Select", "cassandra:Select"),
        ("efs:DescribeFileSystems", "elasticfilesystem:DescribeFileSystems"),
        ("ddb:GetItem", "dynamodb:GetItem"),
        ("sm:GetSecretValue", "secretsmanager:GetSecretValue"),
        // The name of an SDK client.
        ("sfn:StartExecution", "states:StartExecution"),
        ("elbv2:DescribeLoadBalancers", "elasticloadbalancing:DescribeLoadBalancers"),
        ("sesv2:SendEmail", "ses:SendEmail"),
        ("msk:DescribeCluster", "kafka:DescribeCluster"),
        ("docdb:CreateDBCluster", "rds:CreateDBCluster"),
        ("neptune:CreateDBCluster", "rds:CreateDBCluster"),
        ("neptune:ReadDataViaQuery", "neptune-db:ReadDataViaQuery"),
        ("opensearch:ESHttpGet", "es:ESHttpGet"),
        // The prefix is another name of a service, and the action has a typo or is unknown.
        ("stepfunctions:StartExecutions", "states:StartExecution"),
        ("ddb:Frobnicate", "dynamodb:…"),
    ] {
        assert_eq!(wrong(text).suggestion().unwrap().to_string(), suggested, "{text}");
    }
    let operation = wrong("s3api:ListObjectsV2");
    assert_eq!(operation.kind(), NameErrorKind::Operation);
    assert_eq!(operation.operation_actions().collect::<Vec<_>>(), ["s3:ListBucket"]);
    // Three services have a prefix that begins with `cognito`.
    assert!(wrong("cognito:Frobnicate").suggestion().is_none());
}

#[test]
fn a_guessed_verb_leads_to_that_of_the_service() {
    for (guessed, suggested) in [
        ("sqs:PeekMessage", Some("sqs:ReceiveMessage")),
        ("sqs:ListQueue", Some("sqs:ListQueues")),
        ("sqs:BrowseQueue", None),
        ("s3:WriteObject", Some("s3:PutObject")),
        ("s3:RemoveObject", Some("s3:DeleteObject")),
        ("s3:GetBucket", Some("s3:ListBucket")),
        ("s3:GetObejct", Some("s3:GetObject")),
        ("ec2:ListInstances", Some("ec2:DescribeInstances")),
        ("ec2:DeleteInstances", Some("ec2:TerminateInstances")),
        ("ec2:StratInstances", Some("ec2:StartInstances")),
        ("dynamodb:ReadItem", Some("dynamodb:GetItem")),
        ("dynamodb:GetTable", Some("dynamodb:DescribeTable")),
        ("lambda:DescribeFunction", Some("lambda:GetFunction")),
        ("lambda:ExecuteFunction", Some("lambda:InvokeFunction")),
        ("iam:ModifyRole", Some("iam:UpdateRole")),
        ("kms:GetKey", Some("kms:DescribeKey")),
        ("logs:WriteLogEvents", Some("logs:PutLogEvents")),
        ("rds:GetDBInstance", Some("rds:DescribeDBInstances")),
        ("events:SendEvents", Some("events:PutEvents")),
        ("states:BeginExecution", Some("states:StartExecution")),
        ("secretsmanager:GetSecrets", Some("secretsmanager:ListSecrets")),
    ] {
        let suggestion = wrong(guessed).suggestion().map(|suggestion| suggestion.to_string());
        assert_eq!(suggestion.as_deref(), suggested, "{guessed}");
    }
}

#[test]
fn other_names_lead_to_services_and_are_none() {
    for (other, prefix) in catalog_core::resolve::other_names::all() {
        assert!(catalog::Service::find(prefix).is_some(), "{prefix}");
        // These names are also prefixes of services that do not have all actions that users expect.
        assert!(catalog::Service::find(other).is_none() || ["iam", "opensearch", "sts"].contains(&other), "{other}");
    }
}

#[test]
fn operations_that_no_page_lists_are_told_and_their_actions_exist() {
    assert_eq!(
        wrong("s3:ListBuckets").to_string(),
        "`s3:ListBuckets` is an API operation, not an action: use `s3:ListAllMyBuckets`"
    );
    for (service, operation, actions) in catalog_core::resolve::operations::all() {
        let operation = &format!("{service}:{operation}");
        // If this fails, the name is an action, or a page already lists the operation.
        assert_eq!(wrong(operation).kind(), NameErrorKind::Operation, "{operation}");
        for action in actions {
            assert_eq!(action.parse::<AnyAction>().unwrap().to_string(), action, "{operation}");
        }
    }
}

#[test]
fn a_name_of_many_services_leads_to_none() {
    let error = wrong("ec2:TagResource");
    assert_eq!(error.kind(), NameErrorKind::UnknownName);
    assert!(error.suggestion().is_none() && error.services().next().is_none());
    assert_eq!(error.to_string(), "unknown action `ec2:TagResource`: Amazon EC2 has no action with this name");
}

#[test]
fn what_is_suggested_is_there() {
    // Swap the last two letters of some actions. Each suggestion must exist, and more than 97% of the names must lead to
    // the original action.
    let (mut met, mut all) = (0, 0);
    for action in catalog::actions().step_by(97) {
        let mut name = action.to_string();
        let last = name.pop().unwrap();
        let before = name.pop().unwrap();
        name.extend([last, before]);
        let Err(error) = name.parse::<AnyAction>() else { continue };
        all += 1;
        if let Some(suggestion) = error.suggestion() {
            let suggested: AnyAction = suggestion.to_string().parse().unwrap();
            met += usize::from(suggested == action);
        }
    }
    assert!(met * 100 > all * 97, "{met} of {all}");
}
