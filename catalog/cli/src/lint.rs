//! `catalog lint`: checks IAM policies in files and templates.

mod arguments;
mod baseline;
mod kind;
mod list;
mod progress;
mod run;
mod settings;

pub(crate) use arguments::{LintArguments, STDIN};
pub(crate) use list::list;
pub(crate) use run::run;
