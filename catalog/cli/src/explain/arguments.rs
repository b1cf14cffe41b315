//! The arguments of `catalog explain`.

use clap::Args;

const AFTER_HELP: &str = "\
Examples:
  catalog explain unknown-action
  catalog explain ses:SendEmail
  catalog explain s3:bucket
  catalog explain aws:RequestTag/team
  catalog explain 'iam:*Profile*'

Exit status: 0, or 1 if nothing has this name";

/// The arguments of `catalog explain`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExplainArguments {
    /// The id of a finding, a name with its service prefix, or a pattern of actions.
    ///
    /// The name can be that of an action, a resource type, a condition key or an API operation. It can also be the code of a
    /// check of IAM Access Analyzer, such as `INVALID_ACTION`.
    ///
    /// Names are case-insensitive, as in IAM. If several things share a name, all of them are explained. If AWS's
    /// reference no longer lists the name, the error states the last month that listed it. `catalog lint --list` lists
    /// the findings.
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}
