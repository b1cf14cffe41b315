//! The policies in a JSON file: the file itself, or the policies in the output of the AWS CLI.

mod check;
mod field;
mod find;
mod other;

pub use check::{CheckedPolicy, FILE_LIMIT, FileOutcome, KindSource, check_file};
pub use other::OtherJson;
