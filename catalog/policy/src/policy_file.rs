//! The policies in a file: the file itself, or the policies in a template or in the output of the AWS CLI.

mod check;
mod field;
mod find;
mod other;
mod outcome;
mod plain_text;
mod root;
mod serverless;
mod source;
mod statements;
#[cfg(feature = "std")]
mod template;
#[cfg(feature = "std")]
mod template_string;
#[cfg(feature = "std")]
mod text_template;

pub use check::check_file;
pub use other::OtherFile;
pub use outcome::{CheckedPolicy, FILE_LIMIT, FileOutcome, KindSource};
