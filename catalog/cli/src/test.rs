//! `catalog test`: runs the scenarios of files as unit tests of policies.

mod arguments;
mod case;
mod json;
mod junit;
mod run;
mod text;

pub(crate) use arguments::TestArguments;
pub(crate) use run::run;
