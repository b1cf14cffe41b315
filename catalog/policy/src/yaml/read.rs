//! Parses YAML: from the events of the parser to trees.

mod anchors;
mod explain;
mod merge;
mod parts;
mod place;
mod quoted;
mod repair;
mod scalar;
mod source;
mod tag;
#[cfg(test)]
mod tests;
mod tree;

use alloc::vec::Vec;

use super::YamlError;
use crate::json::Value;

/// Parses a source that contains any number of YAML documents. Returns one tree per document.
///
/// * Scalars without quotes are read as YAML 1.1 does: `yes` is a boolean, and `012345670123` a number with the base 8.
///   A date such as `2012-10-17` is a string. Numbers keep their text.
/// * An alias is a copy of the value of its anchor, with the spans of that value. Copies have a limit: see
///   [`COPY_LIMIT`](crate::yaml::COPY_LIMIT).
/// * The members of merge keys (`<<`) follow the other members of a mapping, which win.
/// * Names are always strings. Names can repeat.
/// * Nesting has the same limit as in JSON: see [`DEPTH_LIMIT`](crate::json::DEPTH_LIMIT).
///
/// ```
/// use catalog::policy::yaml;
///
/// let trees = yaml::parse(b"Resource: !Sub 'arn:aws:s3:::${Bucket}/*'\n")?;
/// assert_eq!(trees[0].to_string(), r#"{"Resource":{"Fn::Sub":"arn:aws:s3:::${Bucket}/*"}}"#);
/// # Ok::<_, yaml::YamlError>(())
/// ```
///
/// # Errors
/// Returns an error if the source is not valid YAML, or exceeds a limit.
pub fn parse(text: &[u8]) -> Result<Vec<Value<'_>>, YamlError> {
    tree::parse(text)
}
