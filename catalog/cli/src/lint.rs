//! `catalog lint`: checks IAM policies in JSON files.

mod arguments;
mod inputs;
mod list;
mod run;
mod settings;
mod wrapped;

pub(crate) use arguments::{LintArguments, STDIN};
pub(crate) use list::list;
pub(crate) use run::run;
