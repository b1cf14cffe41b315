//! `catalog explain`: prints the facts about a finding, a name or a pattern.

mod action;
mod arguments;
mod condition_key;
mod finding;
mod name;
mod operation;
mod resource_type;
mod run;
mod sheet;
mod source;
mod unknown;

pub(crate) use arguments::ExplainArguments;
pub(crate) use run::run;
