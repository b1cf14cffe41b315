//! Tests the builder of policies: the accepted input and its output, and the messages about invalid input. The linter
//! finds nothing in the policies that it builds.

#![cfg(feature = "policy")]
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use catalog::{
    ActionPattern, ActionSet, AnyAction, AnyConditionKey, actions,
    policy::{
        ActionText, Comparator::*, Comparison, Config, FindingId, Key, Literal, Number, OneOrMany, Operator, Policy,
        PolicyKind, Principal, Problem, ResourceText, Scope, Statement, StatementBuilder, Variable, operator,
    },
    s3, ses, sts,
};

/// Returns a statement that tests extend.
fn allow() -> StatementBuilder {
    Statement::allow(ses::Action::SendEmail).resource(ResourceText::EVERYTHING)
}

/// Builds a statement and returns the messages of its problems.
#[track_caller]
fn problems(statement: StatementBuilder) -> Vec<String> {
    statement.build().unwrap_err().problems().iter().map(ToString::to_string).collect()
}

/// Builds a statement and returns its condition as JSON.
#[track_caller]
fn condition(statement: StatementBuilder) -> String {
    statement.build().unwrap().condition.unwrap().to_string()
}

#[test]
fn what_stands_for_actions() {
    let any: AnyAction = "ses:SendEmail".parse().unwrap();
    let set = ActionSet::from_patterns(["sqs:*"]).unwrap();
    let table = [
        (Statement::allow(ses::Action::SendEmail), r#""ses:SendEmail""#),
        (Statement::allow([ses::Action::SendEmail]), r#"["ses:SendEmail"]"#),
        (Statement::allow(any), r#""ses:SendEmail""#),
        (Statement::allow(&[any][..]), r#"["ses:SendEmail"]"#),
        (Statement::allow(vec![any, s3::Action::GetObject.into()]), r#"["ses:SendEmail","s3:GetObject"]"#),
        (Statement::allow(actions!["ses:SendEm*"]), r#"["ses:SendEmail"]"#),
        (Statement::allow(ActionPattern::new("SES:send*")), r#""ses:send*""#),
        (Statement::allow(ActionPattern::EVERYTHING), r#""*""#),
        (Statement::allow(ActionText::EVERYTHING), r#""*""#),
        (Statement::allow(&set), r#"["sqs:*"]"#),
        (Statement::allow(set), r#"["sqs:*"]"#),
        (Statement::allow(ActionText::uncataloged("frob:Nicate")), r#""frob:Nicate""#),
        (Statement::allow("ses:SendEmail".parse::<ActionText>()), r#""ses:SendEmail""#),
        (
            Statement::allow(ses::Action::SendEmail).and(s3::Action::GetObject).and(ActionPattern::new("sqs:*")),
            r#"["ses:SendEmail","s3:GetObject","sqs:*"]"#,
        ),
    ];
    for (statement, expected) in table {
        let text = statement.build().unwrap().to_string();
        assert_eq!(text, format!(r#"{{"Effect":"Allow","Action":{expected}}}"#));
    }
}

#[test]
fn each_constructor_has_its_effect_and_its_element() {
    let action = || ses::Action::SendEmail;
    for (statement, effect, element) in [
        (Statement::allow(action()), "Allow", "Action"),
        (Statement::allow_except(action()), "Allow", "NotAction"),
        (Statement::deny(action()), "Deny", "Action"),
        (Statement::deny_except(action()), "Deny", "NotAction"),
    ] {
        let text = statement.build().unwrap().to_string();
        assert_eq!(text, format!(r#"{{"Effect":"{effect}","{element}":"ses:SendEmail"}}"#));
    }
    let text = Statement::deny(action()).not_resource(ResourceText::new("arn:aws:s3:::a")).build().unwrap().to_string();
    assert!(text.ends_with(r#""NotResource":"arn:aws:s3:::a"}"#), "{text}");
    let text = Statement::deny(action()).not_principal(Principal::aws("111122223333")).build().unwrap().to_string();
    assert!(text.contains(r#""NotPrincipal":{"AWS":"111122223333"}"#), "{text}");
}

#[test]
fn principals_of_a_kind_come_together() {
    let statement = Statement::allow(sts::Action::AssumeRole)
        .principal(Principal::service("ec2.amazonaws.com"))
        .principal(Principal::aws("111122223333"))
        .principal(Principal::service("lambda.amazonaws.com"))
        .principal(Principal::federated("cognito-identity.amazonaws.com"))
        .principal(Principal::canonical_user("a1b2"));
    let principal = statement.build().unwrap().principal.unwrap();
    assert_eq!(
        principal.value().to_string(),
        concat!(
            r#"{"Service":["ec2.amazonaws.com","lambda.amazonaws.com"],"AWS":"111122223333","#,
            r#""Federated":"cognito-identity.amazonaws.com","CanonicalUser":"a1b2"}"#
        )
    );
    let everybody = allow().principal(Principal::Everybody).build().unwrap();
    assert_eq!(everybody.principal, Some(Scope::Only(Principal::Everybody)));
}

#[test]
fn what_stands_for_keys_and_values() {
    let any: AnyConditionKey = "ses:FromAddress".parse().unwrap();
    let team = Key::filled(s3::ConditionKey::AwsRequestTagTagKey, "team");
    let table = [
        (allow().condition(StringLike, any, "a*"), r#"{"StringLike":{"ses:FromAddress":"a*"}}"#),
        (
            allow().condition(StringEquals.if_exists(), ses::ConditionKey::FromAddress, ["a", "b"]),
            r#"{"StringEqualsIfExists":{"ses:FromAddress":["a","b"]}}"#,
        ),
        (allow().condition(StringEquals, team, String::from("x")), r#"{"StringEquals":{"aws:RequestTag/team":"x"}}"#),
        (
            allow().condition(StringEquals, Key::new("AWS:resourcetag/Team"), "x"),
            r#"{"StringEquals":{"aws:ResourceTag/Team":"x"}}"#,
        ),
        (
            allow().condition(StringEquals, Key::new("s3:ExistingObjectTag/team"), "x"),
            r#"{"StringEquals":{"s3:ExistingObjectTag/team":"x"}}"#,
        ),
        (
            allow().condition(StringEquals, Key::new("oidc.example.com/id/A:sub"), "x"),
            r#"{"StringEquals":{"oidc.example.com/id/A:sub":"x"}}"#,
        ),
        (allow().condition(NumericEquals, Key::uncataloged("a:b"), 1), r#"{"NumericEquals":{"a:b":1}}"#),
        (
            allow().condition(NumericEquals, s3::ConditionKey::MaxKeys, [1_u64, 2]),
            r#"{"NumericEquals":{"s3:max-keys":[1,2]}}"#,
        ),
        (
            allow().condition(NumericEquals, s3::ConditionKey::MaxKeys, "1.5".parse::<Number>()),
            r#"{"NumericEquals":{"s3:max-keys":1.5}}"#,
        ),
        (
            allow().condition(NumericEquals, s3::ConditionKey::MaxKeys, "10"),
            r#"{"NumericEquals":{"s3:max-keys":"10"}}"#,
        ),
        (
            allow().condition(
                IpAddress,
                Key::new("aws:SourceIp"),
                [IpAddr::from(Ipv4Addr::LOCALHOST), Ipv6Addr::LOCALHOST.into()],
            ),
            r#"{"IpAddress":{"aws:SourceIp":["127.0.0.1","::1"]}}"#,
        ),
        (
            allow().condition(ArnLike, Key::new("aws:SourceArn"), ResourceText::new("arn:aws:s3:::a*")),
            r#"{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::a*"}}"#,
        ),
        (
            allow().condition(DateLessThan, Key::new("aws:CurrentTime"), "2027-01-01T00:00:00Z"),
            r#"{"DateLessThan":{"aws:CurrentTime":"2027-01-01T00:00:00Z"}}"#,
        ),
        (
            allow().condition(StringLike.for_any_value(), Key::new("aws:CalledVia"), "a*"),
            r#"{"ForAnyValue:StringLike":{"aws:CalledVia":"a*"}}"#,
        ),
        (allow().condition(Null, Key::new("aws:TagKeys"), true), r#"{"Null":{"aws:TagKeys":true}}"#),
        (
            allow().condition(Bool, Key::new("aws:SecureTransport"), true).condition(
                Bool,
                Key::new("aws:ViaAWSService"),
                "FALSE",
            ),
            r#"{"Bool":{"aws:SecureTransport":true,"aws:ViaAWSService":"FALSE"}}"#,
        ),
    ];
    for (statement, expected) in table {
        assert_eq!(condition(statement), expected);
    }
}

/// Tests the function that `condition!` expands to.
#[test]
fn a_comparison_that_a_macro_has_checked_is_one() {
    const LIKE: Operator = StringLike.for_any_value().if_exists();
    let values = ["a", "b"];
    let comparison = catalog::__private::checked_comparison(LIKE, "aws:TagKeys", values);
    let expected = r#"{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["a","b"]}}"#;
    assert_eq!(condition(allow().when(comparison)), expected);
}

/// Tests the messages about invalid input.
#[test]
fn what_is_wrong_is_told_with_its_place() {
    let table: [(StatementBuilder, &[&str]); 9] = [
        (
            Statement::allow(ActionPattern::new("ses:SendEmial")),
            &["/Action: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?"],
        ),
        (
            Statement::allow_except(ses::Action::SendEmail)
                .and([ActionPattern::new("sse:*"), ActionPattern::new("ses:*")]),
            &["/NotAction/1: unknown service prefix in `sse:*`: did you mean `ses:…`?"],
        ),
        (Statement::allow(Vec::<AnyAction>::new()), &["/Action: `Action` is empty: pass at least one value"]),
        (
            allow().resource([
                ResourceText::new("arn:aws:s3:::a"),
                ResourceText::new("a"),
                ResourceText::new("arn:aws:s3:::${a"),
            ]),
            &[
                "/Resource/2: `a` is neither an ARN nor `*`: write `arn:partition:service:region:account:resource`",
                "/Resource/3: `arn:aws:s3:::${a` has an unclosed policy variable: add `}`, or write `${$}` \
                 for a dollar sign",
            ],
        ),
        (
            allow().resource(ResourceText::from_parts(ses::ResourceType::Identity, [("Partition", "aws")])),
            &["/Resource/1: the part `Region` of the ARN is missing"],
        ),
        (
            allow().not_resource(ResourceText::EVERYTHING),
            &["/NotResource: a statement has `Resource` or `NotResource`, not both: write two statements"],
        ),
        (allow().principal(Principal::aws("1234")), &["/Principal: expected a 12-digit account ID or an ARN"]),
        (
            allow().principal(Principal::Everybody).principal(Principal::aws("111122223333")),
            &["/Principal: `*` already includes every other principal: remove the others"],
        ),
        (
            allow().principal(Principal::Everybody).not_principal(Principal::Everybody),
            &["/NotPrincipal: a statement has `Principal` or `NotPrincipal`, not both: write two statements"],
        ),
    ];
    for (statement, expected) in table {
        assert_eq!(problems(statement), expected);
    }
}

/// Tests the messages about invalid conditions.
#[test]
fn what_is_wrong_with_a_condition_is_told_with_its_place() {
    let key = |name| Key::new(name);
    let table: [(StatementBuilder, &str); 15] = [
        (
            allow().condition(StringEquals, s3::ConditionKey::MaxKeys, "1"),
            "/Condition/StringEquals/s3:max-keys: `s3:max-keys` holds values of the type Numeric, which \
             `StringEquals` does not compare: use `NumericEquals`, `NumericNotEquals`, `NumericLessThan`, \
             `NumericLessThanEquals`, `NumericGreaterThan` or `NumericGreaterThanEquals`",
        ),
        (
            allow().condition(NumericEquals.if_exists(), key("aws:SecureTransport"), 1),
            "/Condition/NumericEqualsIfExists/aws:SecureTransport: `aws:SecureTransport` holds values of the type \
             Bool, which `NumericEquals` does not compare: use `Bool`",
        ),
        (
            allow().condition(StringEquals, key("aws:TagKeys"), "a"),
            "/Condition/StringEquals/aws:TagKeys: `aws:TagKeys` is a multivalued key: write \
             `ForAnyValue:StringEquals` or `ForAllValues:StringEquals`, with `for_any_value()` or `for_all_values()`",
        ),
        (
            allow().condition(StringEquals.for_all_values(), ses::ConditionKey::FromAddress, "a"),
            "/Condition/ForAllValues:StringEquals/ses:FromAddress: `ses:FromAddress` is a single-valued key: \
             remove `ForAllValues:`",
        ),
        (
            allow().condition(Null.if_exists(), ses::ConditionKey::FromAddress, true),
            "/Condition/NullIfExists: `Null` cannot have `IfExists`: it already checks whether the key exists",
        ),
        (
            allow().condition(Null, ses::ConditionKey::FromAddress, "yes"),
            "/Condition/Null/ses:FromAddress: `yes` is not a valid boolean: write `true` or `false`",
        ),
        (
            allow().condition(Null, ses::ConditionKey::FromAddress, "${aws:username}"),
            "/Condition/Null/ses:FromAddress: `Null` does not replace the policy variable in `${aws:username}`: use a \
             string or ARN operator",
        ),
        (
            allow().condition(IpAddress, key("aws:SourceIp"), ["10.0.0.0/8", "10.0.0.0/33"]),
            "/Condition/IpAddress/aws:SourceIp/1: `10.0.0.0/33` is not a valid IP address or range: write \
             `203.0.113.0/24` or `2001:db8::/32`",
        ),
        (
            allow().condition(StringLike, ses::ConditionKey::FromAddress, "${}"),
            "/Condition/StringLike/ses:FromAddress: `${}` has a policy variable without a name: write one such as \
             `${aws:username}`",
        ),
        (
            allow().condition(StringLike, key("aws:SourceIpp"), "a"),
            "/Condition/StringLike: unknown condition key `aws:SourceIpp`: did you mean `aws:SourceIp`?",
        ),
        (
            allow().condition(StringLike, s3::ConditionKey::AwsRequestTagTagKey, "a"),
            "/Condition/StringLike: `aws:RequestTag/${TagKey}` is a template: fill in the missing part, such as a tag \
             key, with `Key::filled`",
        ),
        (
            allow().condition(StringLike, Key::filled(ses::ConditionKey::FromAddress, "a"), "a"),
            "/Condition/StringLike: `ses:FromAddress` is not a template: use the key itself",
        ),
        (
            allow().condition(StringLike, Key::filled(s3::ConditionKey::AwsRequestTagTagKey, "${TagKey}"), "a"),
            "/Condition/StringLike: the part for the template `aws:RequestTag/${TagKey}` is empty or a placeholder: \
             expected a value such as a tag key",
        ),
        (
            allow().condition(Bool, key("aws:SecureTransport"), true).condition(
                Bool,
                key("aws:SecureTransport"),
                false,
            ),
            "/Condition/Bool/aws:SecureTransport: `Bool` already compares `aws:SecureTransport`: pass all values in \
             one comparison",
        ),
        (
            allow().condition(StringLike, ses::ConditionKey::FromAddress, Vec::<&str>::new()),
            "/Condition/StringLike/ses:FromAddress: `ses:FromAddress` is empty: pass at least one value",
        ),
    ];
    for (statement, expected) in table {
        assert_eq!(problems(statement), [expected]);
    }
}

#[test]
fn all_problems_are_told_at_once() {
    let error = Policy::builder().build().unwrap_err();
    assert_eq!(error.to_string(), "/Statement: the policy has no statement: add one");
    let error = Policy::builder()
        .statement(allow())
        .statement(Statement::deny(ActionPattern::new("ses:")).resource(ResourceText::new("")))
        .statement(allow().condition(Bool, Key::new("aws:ResourceTag/a/b"), true))
        .build()
        .unwrap_err();
    let places: Vec<_> = error.problems().iter().map(Problem::pointer).collect();
    assert_eq!(
        places,
        ["/Statement/1/Action", "/Statement/1/Resource", "/Statement/2/Condition/Bool/aws:ResourceTag~1a~1b"]
    );
    assert!(error.to_string().starts_with("3 problems in a policy:\n/Statement/1/Action: "), "{error}");
}

#[test]
fn keys_are_found_wherever_they_are_listed() {
    for (name, expected) in [
        ("aws:tagkeys", "aws:TagKeys"),
        ("ses:fromaddress", "ses:FromAddress"),
        ("kms:EncryptionContext:team", "kms:EncryptionContext:team"),
        ("ec2:ResourceTag/team", "ec2:ResourceTag/team"),
        ("accounts.google.com:aud", "accounts.google.com:aud"),
    ] {
        assert_eq!(Key::new(name).unwrap().as_str(), expected);
    }
    for (name, expected) in [
        (
            "aws:RequestTag/",
            "`aws:RequestTag/` is a template: fill in the missing part, such as a tag key, with `Key::filled`",
        ),
        ("FromAddress", "`FromAddress` has no colon: expected a condition key such as `ses:FromAddress`"),
        ("ses:FromAdress", "unknown condition key `ses:FromAdress`: did you mean `ses:FromAddress`?"),
        (
            "ses:From Address",
            "`ses:From Address` has a space at byte 8, which IAM does not allow in a condition key: did you mean \
             `ses:FromAddress`?",
        ),
    ] {
        let error = Key::new(name).unwrap_err().to_string();
        assert_eq!(error, expected, "{name}");
    }
    // A service's page may state another type for a global key. The type in the table of global keys takes precedence.
    for known in catalog::condition_keys().filter(|known| known.name() == "aws:TagKeys") {
        assert_eq!(Key::try_from(known).unwrap().value_type(), Key::new("aws:TagKeys").unwrap().value_type());
    }
}

/// Checks that the builder rejects a comparison exactly if the linter reports it.
#[test]
fn builder_and_rules_agree_on_operators() {
    let about = [
        FindingId::OperatorType,
        FindingId::SetOperatorMissing,
        FindingId::SetOperatorNeedless,
        FindingId::ValueType,
        FindingId::VariableNotReplaced,
    ];
    let mut refused = 0;
    for name in [
        "s3:max-keys",
        "aws:SourceIp",
        "aws:TagKeys",
        "aws:SecureTransport",
        "aws:SourceArn",
        "ses:FromAddress",
        "aws:CurrentTime",
    ] {
        for comparator in operator::Comparator::ALL {
            for operator in [Operator::new(*comparator), comparator.for_any_value(), comparator.for_all_values()] {
                for value in ["${aws:username}", "10", "true", "arn:aws:s3:::a"] {
                    let built = allow().condition(operator, Key::new(name), value).build();
                    let condition = format!(r#"{{"{operator}":{{"{name}":"{value}"}}}}"#);
                    let mut policy = Policy::builder().statement(allow()).build().unwrap();
                    policy.statements.as_mut_slice()[0].condition = Some(condition.parse().unwrap());
                    let found = policy.check(PolicyKind::Identity);
                    let wrong = found.iter().any(|finding| about.contains(&finding.id));
                    assert_eq!(built.is_err(), wrong, "{operator} {name}: {built:?}\n{found}");
                    refused += usize::from(wrong);
                }
            }
        }
    }
    assert!(refused > 100);
}

#[test]
fn variables_and_literals_are_what_iam_reads() {
    let user = Variable::new(Key::new("aws:username")).unwrap();
    let team = Variable::new(s3::ConditionKey::DataAccessPointArn);
    assert_eq!(team.map(|team| team.to_string()).as_deref(), Ok("${s3:DataAccessPointArn}"));
    assert!(Variable::new(s3::ConditionKey::AwsRequestTagTagKey).is_err());
    assert!(user.clone().or("it's").is_none());
    let value = format!("{}-{user}", Literal("$${a}*?"));
    assert_eq!(value, "${$}${$}{a}${*}${?}-${aws:username}");
    let written = condition(allow().condition(StringLike, ses::ConditionKey::FromAddress, value.as_str()));
    assert!(written.contains(&value), "{written}");
    assert_eq!(Literal("plain é").to_string(), "plain é");
}

#[test]
fn what_is_built_is_clean() {
    let ours = Comparison::new(StringEquals, Key::new("aws:PrincipalOrgID"), "o-a1b2c3d4e5");
    let bucket = ResourceText::from_parts(s3::ResourceType::Bucket, [("Partition", "aws"), ("BucketName", "mail")]);
    let objects = ResourceText::new("arn:aws:s3:::mail/*");
    let table = [
        (
            PolicyKind::Identity,
            Policy::builder()
                .statement(Statement::allow(s3::Action::ListBucket).resource(bucket.clone()).condition(
                    StringLike,
                    s3::ConditionKey::Prefix,
                    ["in/*", "out/*"],
                ))
                .statement(Statement::deny_except(ActionPattern::new("s3:Get*")).resource(objects.clone())),
        ),
        (
            PolicyKind::Resource,
            Policy::builder().id("mail").statement(
                Statement::deny(ActionPattern::new("s3:*"))
                    .principal(Principal::Everybody)
                    .resource(vec![bucket, objects])
                    .condition(Bool, Key::new("aws:SecureTransport"), false)
                    .when(ours.clone()),
            ),
        ),
        (
            PolicyKind::Trust,
            Policy::builder().statement(
                Statement::allow(sts::Action::AssumeRole)
                    .principal(Principal::aws("arn:aws:iam::111122223333:root"))
                    .condition(StringEquals, Key::new("sts:ExternalId"), "mailer")
                    .when(ours),
            ),
        ),
    ];
    for (kind, builder) in table {
        let policy = builder.build().unwrap();
        let findings = policy.check(kind);
        assert!(findings.is_clean(), "{findings}");
        let text = policy.to_string();
        assert_eq!(text.parse::<Policy>().unwrap(), policy);
        assert_eq!(serde_json::from_str::<Policy>(&serde_json::to_string(&policy).unwrap()).unwrap(), policy);
    }
}

/// Checks that a parsed statement can be extended and keeps its order.
#[test]
fn a_statement_that_was_read_goes_in() {
    let read: Statement = r#"{"Action":["ses:SendEmail"],"Effect":"Allow"}"#.parse().unwrap();
    let more = StatementBuilder::from(read.clone()).and(ses::Action::SendRawEmail).resource(ResourceText::EVERYTHING);
    let policy = Policy::builder().statement(read).statement(more).build().unwrap();
    assert_eq!(
        policy.to_string(),
        concat!(
            r#"{"Version":"2012-10-17","Statement":[{"Action":["ses:SendEmail"],"Effect":"Allow"},"#,
            r#"{"Action":["ses:SendEmail","ses:SendRawEmail"],"Effect":"Allow","Resource":"*"}]}"#
        )
    );
}

#[test]
fn findings_are_about_the_indented_text() {
    let statement = Statement::allow(ActionText::uncataloged("ses:SendEmial")).resource(ResourceText::EVERYTHING);
    let mut policy = Policy::builder().statement(statement).build().unwrap();
    let findings = policy.check(PolicyKind::Identity);
    assert_eq!(
        findings.to_string(),
        "error[unknown-action]: unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?
 --> policy:6:23
  |
6 |             \"Action\": \"ses:SendEmial\",
  |                       ^^^^^^^^^^^^^^^"
    );
    let declared = Config::new().action("ses:SendEmial").action("ses:SendFax");
    let findings = policy.check_with(PolicyKind::Identity, &declared);
    assert!(findings.is_clean());
    assert!(findings.iter().map(|finding| finding.id).eq([FindingId::UnneededAction]), "{findings}");
    policy.statements = OneOrMany::Many(Vec::new());
    assert_eq!(policy.check(PolicyKind::Identity).errors(), 1);
}
