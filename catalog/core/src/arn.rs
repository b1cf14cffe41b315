//! ARN formats: AWS's text for what the ARNs of a resource type look like, and what can be asked of it.
//!
//! A format is read every time that something is asked of it, so that it is no more than its text.

mod build;
mod error;
mod field;
mod fields;
mod format;
mod marks;
mod overlap;
mod parts;
mod piece;
#[cfg(test)]
mod tests;
mod variable_kind;

pub use build::Arn;
pub use error::{ArnError, ArnErrorKind, ArnFormatError};
pub use field::ArnField;
pub use format::ArnFormat;
pub use parts::{ArnParts, ArnPartsIter};
