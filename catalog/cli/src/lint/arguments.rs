//! The arguments of `catalog lint`.

use std::path::PathBuf;

use catalog::policy::{PolicyKind, Selector};
use clap::{Args, ValueEnum};

use crate::output::Format;

/// The argument that means standard input.
pub(crate) const STDIN: &str = "-";

const AFTER_HELP: &str = "\
Examples:
  catalog lint policies
  catalog lint --kind trust --deny-warnings roles/*.json
  catalog lint --deny security --allow style --format json - < mailer.json

Levels:
  An id wins over its group, whether in an argument or in `catalog.toml`. Of entries for the same id or group, --deny
  wins over --warn, --warn over --allow, and an argument over `catalog.toml`.
  An `allow-at` entry of `catalog.toml` allows findings at its place whatever their level.
  --deny-warnings turns what is a warning then into an error.

Exit status:
  0  there is neither an error nor a warning; notes do not count
  1  there are errors or warnings
  2  a file, the configuration or an argument is wrong; all other files are checked

The output of `aws iam get-policy-version` and `get-role-policy` is accepted: the policy in it is checked.";

/// The arguments of `catalog lint`.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(crate) struct LintArguments {
    /// Files, or directories whose `*.json` files are checked. `-` is standard input, which is also read if no FILE is given.
    ///
    /// In a directory, hidden files, `node_modules`, `target` and links to directories are skipped unless you name them.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The kind of the policies, named after what they are attached to. Short: `scp`, `rcp`, `boundary`.
    #[arg(long, value_name = "KIND", value_enum, default_value_t = Kind::Identity)]
    pub(crate) kind: Kind,
    /// The format of the output.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Reports warnings as errors. Both make the exit status 1.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Omits findings with this id, or of this group. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = selector)]
    pub(crate) allow: Vec<Selector>,
    /// Reports findings with this id, or of this group, as warnings. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = selector)]
    pub(crate) warn: Vec<Selector>,
    /// Reports findings with this id, or of this group, as errors. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = selector)]
    pub(crate) deny: Vec<Selector>,
    /// The configuration. By default, `catalog.toml` in this directory, or else in the nearest parent that has one.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Reads no configuration.
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// Omits notes, and the summary at the end of text output.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Lists every finding with its severity and group, and checks nothing. `catalog explain ID` describes one.
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,
}

/// The entity that a policy is attached to.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    /// A user, a group or a role: what they may do.
    Identity,
    /// A resource, such as a bucket: who may do what with it.
    Resource,
    /// A role: who may assume it.
    Trust,
    /// Accounts of an organization: the most that their principals may do.
    #[value(alias = "scp")]
    ServiceControl,
    /// Accounts of an organization: the most that anyone may do with their resources.
    #[value(alias = "rcp")]
    ResourceControl,
    /// A user or a role: the most that their policies can grant.
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

/// Reads the id of a finding, or the name of a group.
fn selector(name: &str) -> Result<Selector, String> {
    match Selector::from_name(name) {
        Some(Selector::Id(id)) if !id.can_be_allowed() => {
            Err(format!("`{id}` is always an error: the check could not go on, and may have missed more"))
        }
        Some(selector) => Ok(selector),
        None => Err(match Selector::nearest(name) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`catalog lint --list` prints all ids and groups".to_owned(),
        }),
    }
}
