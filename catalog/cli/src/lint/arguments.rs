//! The arguments of `catalog lint`.

use std::path::PathBuf;

use catalog::policy::{PolicyKind, Selector};
use clap::Args;

use super::kind::KindParser;
use crate::output::Format;

/// The argument that represents standard input.
pub(crate) const STDIN: &str = "-";

const AFTER_HELP: &str = "\
Examples:
  catalog lint policies template.yaml
  catalog lint --kind trust --deny-warnings roles/*.json
  catalog lint --write-baseline known.json policies
  catalog lint --baseline known.json policies
  catalog lint --deny security --allow style --format json - < mailer.json

Kinds:
  In a template, the property of a policy decides its kind. Elsewhere, --kind comes first, then the `[[kind]]` entries of
  `catalog.toml`, then the output of the AWS CLI around the policy, and then its text. A policy without a `Principal` is
  an identity policy, and one with a `Principal` is usually a resource policy. It is a trust policy if it only allows
  `sts:AssumeRole` and similar actions. It is a resource control policy if it denies actions of several services to
  everyone.
  Service control policies, permissions boundaries and session policies look like identity policies, and endpoint
  policies look like resource policies: set their kind.

Levels:
  An id takes precedence over its group, both in arguments and in `catalog.toml`. For the same id or group, arguments
  take precedence over `catalog.toml`, --deny over --warn, and --warn over --allow.
  An `allow-at` entry of `catalog.toml` allows findings at its place regardless of their level. As its `path`, write the
  `pointer` that --format json prints, or the beginning of it.
  Finally, --deny-warnings turns all remaining warnings into errors.

Baseline:
  A finding is known if the baseline lists its id, its file and the content of its line. So lines that are added above it
  change nothing. The paths in a baseline are relative to its directory. Findings that stop the check are always reported.

Files:
  The content of a file decides what it is, and not its name. All policies in it are checked. A file can be JSON or YAML:
  - a policy, or a list of policies
  - a CloudFormation or SAM template, such as those in the `cdk.out` of the AWS CDK
  - the output of `aws iam get-role`, `aws s3api get-bucket-policy`, `aws organizations describe-policy` and other
    commands that print policies
  The summary counts the files that cannot contain a policy, and names those that were not recognized. Terraform plans
  and configurations are not checked yet. A file that you name and that was not checked is an error, unless you set
  --skip-other-files.
  Pipes and devices are not read, except standard input and `<(command)`.

Formats:
  Findings are written to standard output. Errors and the summary are written to standard error.
  gitlab    write it to the file that `artifacts:reports:codequality` names
  junit     each file is a test suite. An error or a warning is a failed test, and a note is a skipped one
  markdown  append it to the file that $GITHUB_STEP_SUMMARY names. It is never longer than a comment on GitHub

Exit status:
  0  no errors and no warnings (notes do not count)
  1  errors or warnings
  2  an invalid argument, configuration or baseline, a file that cannot be read or is not recognized, or no such file;
     the other files are checked";

/// The arguments of `catalog lint`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(crate) struct LintArguments {
    /// Files, or directories whose `*.json`, `*.yaml`, `*.yml` and `*.template` files are checked. `-` is standard input,
    /// which is also read if no FILE is given.
    ///
    /// In a directory, hidden files, `node_modules`, `site-packages`, `target` and virtual environments of Python are skipped
    /// unless you name them. So are bundled programs in `cdk.out`, and links to directories.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The kind of all policies whose kind no template states. Without it, each policy has its own kind: see below. Short
    /// forms are `scp`, `rcp` and `boundary`.
    #[arg(long, value_name = "KIND", value_parser = KindParser)]
    pub(crate) kind: Option<PolicyKind>,
    /// The format of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Reports warnings as errors. The exit status is 1 in both cases.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Skips each FILE without a policy instead of reporting an error, also if it is not valid JSON. For hooks that pass
    /// all changed files.
    #[arg(long)]
    pub(crate) skip_other_files: bool,
    /// Omits findings with this id or in this group. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = selector)]
    pub(crate) allow: Vec<Selector>,
    /// Reports findings with this id or in this group as warnings. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = selector)]
    pub(crate) warn: Vec<Selector>,
    /// Reports findings with this id or in this group as errors. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = selector)]
    pub(crate) deny: Vec<Selector>,
    /// The configuration file. The default is `catalog.toml` in this directory, or else in the nearest parent
    /// directory.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Ignores all `catalog.toml` files.
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// Omits the findings that this file lists. Write it with --write-baseline.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Writes all findings to this file, and omits them. The file is not written if an input could not be read.
    #[arg(long, value_name = "FILE")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// The path of the policy on standard input, for messages and for the entries of `catalog.toml`.
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// Omits notes, the summary and the progress bar.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Lists all findings with their severity and group, without checking anything. `catalog explain ID` describes one.
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,
}

/// Parses the id of a finding or the name of a group.
fn selector(name: &str) -> Result<Selector, String> {
    match Selector::from_name(name) {
        Some(Selector::Id(id)) if !id.can_be_allowed() => {
            Err(format!("`{id}` is always an error, because the check stops there: remove it"))
        }
        Some(selector) => Ok(selector),
        None => Err(match Selector::nearest(name) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`catalog lint --list` prints all ids and groups".to_owned(),
        }),
    }
}
