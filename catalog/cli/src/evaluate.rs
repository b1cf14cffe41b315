//! `catalog evaluate`: decides the requests of scenarios, and explains the decisions.

mod arguments;
mod json;
mod run;
mod text;

pub(crate) use arguments::EvaluateArguments;
pub(crate) use run::run;
