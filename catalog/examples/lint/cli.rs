//! The command line.

use std::{
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
};

use catalog::policy::{FindingId, PolicyKind};
use clap::{CommandFactory as _, Parser, ValueEnum, error::ErrorKind};

/// Stands for standard input.
pub(crate) const STDIN: &str = "-";

/// Checks IAM policies in JSON files.
#[derive(Debug, Parser)]
#[command(name = "lint", version, after_help = AFTER)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub(crate) struct Arguments {
    /// Files, or folders whose `*.json` files are checked; `-` is standard input, and what is read where none is given.
    ///
    /// What is hidden in a folder, `node_modules`, `target` and linked folders are passed over unless they are named.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What the policies are attached to. Short: `scp`, `rcp`, `boundary`.
    #[arg(long, value_name = "KIND", value_enum, default_value_t = Kind::Identity)]
    pub(crate) kind: Kind,
    /// How findings are told.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Tells warnings as errors. Both are findings for the exit status.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Leaves out the findings of an id. Can be repeated.
    #[arg(long, value_name = "ID", value_parser = allowable)]
    pub(crate) allow: Vec<FindingId>,
    /// The configuration; by default the `catalog.toml` of this folder, or of the nearest one above that has any.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Reads no configuration.
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
    /// Leaves out notes, and the lines at the end of a text.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Says what an id means, shows an example and what to do, and checks nothing.
    #[arg(long, value_name = "ID", value_parser = id, exclusive = true)]
    pub(crate) explain: Option<FindingId>,
    /// Lists all ids, and checks nothing.
    #[arg(long, exclusive = true)]
    pub(crate) list: bool,
}

const AFTER: &str = "\
Exit status:
  0  neither an error nor a warning; notes do not count
  1  errors or warnings
  2  something could not be read: a file, the configuration, a flag; all other files are checked all the same

The answers of `aws iam get-policy-version` and `get-role-policy` are read as the policy in them.";

/// What the policies are attached to.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    /// A user, a group or a role: what they may do.
    Identity,
    /// A resource, as a bucket: who may do what with it.
    Resource,
    /// A role: who may assume it.
    Trust,
    /// Accounts of an organization: what their principals may do at most.
    #[value(alias = "scp")]
    ServiceControl,
    /// Accounts of an organization: what anybody may do with their resources at most.
    #[value(alias = "rcp")]
    ResourceControl,
    /// A user or a role: what their policies can grant at most.
    #[value(aliases = ["boundary", "permissions-boundary"])]
    PermissionBoundary,
}

/// How findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// As the compiler tells its errors, in colour on a terminal.
    Text,
    /// An array of objects.
    Json,
    /// The log that code scanning reads: SARIF 2.1.0.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
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

/// Reads the command line; prints help, or what is wrong with it, and ends the process then.
pub(crate) fn parse() -> Arguments {
    let mut arguments = Arguments::parse();
    let checks = arguments.explain.is_none() && !arguments.list;
    if checks && arguments.files.is_empty() {
        if io::stdin().is_terminal() {
            let message = "no FILE is given, and nothing is piped in";
            Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit();
        }
        arguments.files.push(Path::new(STDIN).to_owned());
    }
    arguments
}

fn id(text: &str) -> Result<FindingId, String> {
    FindingId::from_name(text).ok_or_else(|| match FindingId::nearest(text) {
        Some(id) => format!("did you mean `{id}`?"),
        None => "`--list` lists them all".to_owned(),
    })
}

fn allowable(text: &str) -> Result<FindingId, String> {
    let id = id(text)?;
    let refused = || format!("nobody knows what would have been found behind `{id}`");
    id.can_be_allowed().then_some(id).ok_or_else(refused)
}
