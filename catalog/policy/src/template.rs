//! Templates of AWS CloudFormation and AWS SAM.

mod find;
mod scope;

pub(crate) use find::{Found, policies, policies_of_resource, statement_of};
pub(crate) use scope::{Scope, TemplateSource};
