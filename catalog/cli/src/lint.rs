//! `catalog lint`: checks IAM policies in JSON files.

mod arguments;
mod baseline;
mod kind;
mod list;
mod run;
mod settings;

pub(crate) use arguments::{LintArguments, STDIN};
pub(crate) use list::list;
pub(crate) use run::run;
