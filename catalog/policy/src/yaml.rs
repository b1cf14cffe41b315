//! Reads YAML into the same trees as JSON, with a span for each value and each name.
//!
//! YAML is read as AWS CloudFormation reads it: see [`parse`]. A file can contain several documents. The short forms of
//! functions become long forms: `!Ref x` is read as `{"Ref": x}`, and `!Sub x` as `{"Fn::Sub": x}`.

mod error;
#[cfg(feature = "std")]
mod read;

pub use error::{YamlError, YamlErrorKind};
#[cfg(feature = "std")]
pub use read::parse;

/// The maximum size in bytes of all values that anchors and aliases copy. Each value counts 64 bytes in addition to its
/// text.
pub const COPY_LIMIT: usize = 4 << 20;
