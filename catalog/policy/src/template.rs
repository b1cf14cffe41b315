//! Templates of AWS CloudFormation and AWS SAM.
#![allow(dead_code, reason = "the search for policies in templates uses it")]

mod scope;

#[allow(unused_imports, reason = "the search for policies in templates uses it")]
pub(crate) use scope::Scope;
