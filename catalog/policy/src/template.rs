//! Templates of AWS CloudFormation and AWS SAM.

mod find;
mod scope;

pub(crate) use find::{Found, policies, statement_of};
pub(crate) use scope::{Scope, TemplateSource};
