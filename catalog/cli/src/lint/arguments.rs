//! The arguments of `catalog lint`.

use std::path::PathBuf;

use catalog::policy::{PolicyKind, Selector};
use clap::{Args, ValueEnum};

use crate::output::Format;

/// The argument that represents standard input.
pub(crate) const STDIN: &str = "-";

const AFTER_HELP: &str = "\
Examples:
  catalog lint policies
  catalog lint --kind trust --deny-warnings roles/*.json
  catalog lint --deny security --allow style --format json - < mailer.json

Levels:
  An id takes precedence over its group, both in arguments and in `catalog.toml`. For the same id or group, arguments
  take precedence over `catalog.toml`, --deny over --warn, and --warn over --allow.
  An `allow-at` entry of `catalog.toml` allows findings at its place regardless of their level.
  Finally, --deny-warnings turns all remaining warnings into errors.

Exit status:
  0  no errors and no warnings (notes do not count)
  1  errors or warnings
  2  an invalid argument or configuration, or a file that cannot be read; all other files are checked

The output of `aws iam get-policy-version` and `get-role-policy` is also accepted. The policy in it is checked.";

/// The arguments of `catalog lint`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(crate) struct LintArguments {
    /// Files, or directories whose `*.json` files are checked. `-` is standard input, which is also read if no FILE is
    /// given.
    ///
    /// In a directory, hidden files, `node_modules`, `target` and links to directories are skipped unless you name
    /// them.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The kind of the policies. Short forms are `scp`, `rcp` and `boundary`.
    #[arg(long, value_name = "KIND", value_enum, default_value_t = Kind::Identity)]
    pub(crate) kind: Kind,
    /// The format of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Reports warnings as errors. The exit status is 1 in both cases.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
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
    /// Omits notes, and the summary at the end of the text output.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Lists all findings with their severity and group, without checking anything. `catalog explain ID` describes one.
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,
}

/// A kind of policy. The help describes each kind by what the policy is attached to.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    /// Attached to a user, group or role: what it may do.
    Identity,
    /// Attached to a resource such as a bucket: who may do what with it.
    Resource,
    /// Attached to a role: who may assume it.
    Trust,
    /// Attached to accounts of an organization: the most that their principals may do.
    #[value(alias = "scp")]
    ServiceControl,
    /// Attached to accounts of an organization: the most that anyone may do with their resources.
    #[value(alias = "rcp")]
    ResourceControl,
    /// Attached to a user or role: the most that its policies can grant.
    #[value(aliases = ["boundary", "permissions-boundary"])]
    PermissionBoundary,
}

impl From<Kind> for PolicyKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Identity => Self::Identity,
            Kind::Resource => Self::Resource,
            Kind::Trust => Self::Trust,
            Kind::ServiceControl => Self::ServiceControl,
            Kind::ResourceControl => Self::ResourceControl,
            Kind::PermissionBoundary => Self::PermissionBoundary,
        }
    }
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
