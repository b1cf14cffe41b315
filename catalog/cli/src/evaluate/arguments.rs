//! The arguments of `catalog evaluate`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

const AFTER_HELP: &str = r#"Examples:
  catalog evaluate mailer.scenarios.json
  catalog evaluate --format json - < scenario.json

Scenarios:
  A file has one scenario, or a list of them:
    {"name": "mailer may send", "expect": "allowed",
     "request": {"principal": "arn:aws:iam::111122223333:role/mailer", "action": "ses:SendEmail",
                 "resource": "arn:aws:ses:eu-west-1:111122223333:identity/example.com",
                 "context": {"ses:FromAddress": "news@example.com"}, "open": ["aws:SourceIp"]},
     "policies": {"identity": ["mailer.json"], "boundary": [], "session": [], "resource": null, "endpoint": [],
                  "service_control": [], "resource_control": []}}
  Only `request`, with `principal` and `action`, is required. A policy is an object, or a path relative to the scenario.
  principal   the ARN of a user, a role or a session, an account for its root user, a service, `anonymous`, or
              {"federated": PROVIDER}. The ARN of a role means some session of it. `role` is the ARN of a session's role
              if it has a path, and `user` is the IAM user of a federated session
  resource    an ARN or a list. All must be allowed. Without it, the request is for `*`
  resource_account   the account of the resources, by default the one in the ARN, or else that of the principal
  context     condition keys, each with a value or a list. AWS's keys about the principal are filled in
  open        condition keys whose values are not known. Keys that AWS always sends, such as `aws:CurrentTime`, are open
  service_control, resource_control   a list of levels of the organization, each a list of policies. `[]` means that the
              account is in no organization. A level without a service control policy denies everything
  expect      `allowed`, `denied`, `explicitly-denied`, `implicitly-denied` or `depends`

Exit status:
  0  each expectation is met, or there is none
  1  an expectation is not met
  2  an invalid argument, or a file or a scenario that cannot be read"#;

/// The arguments of `catalog evaluate`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct EvaluateArguments {
    /// Files with scenarios. `-` is standard input.
    #[arg(value_name = "SCENARIO", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The format of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = EvaluateFormat::Text)]
    pub(crate) format: EvaluateFormat,
}

/// The format of the output of `catalog evaluate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvaluateFormat {
    /// Each decision with its reason, for people.
    Text,
    /// An object for a scenario, and an array for several.
    Json,
}
