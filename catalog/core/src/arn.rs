//! ARN formats: AWS's notation for the ARNs of a resource type. A format matches, parses and builds ARNs, and checks
//! whether a pattern can match any of them.
//!
//! A format is only a string. Each operation parses it again.

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
