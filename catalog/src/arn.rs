//! The feature `arn`: the ARN formats of resource types, and the resource types that match an ARN.

mod formats;
mod resource_types;

pub use formats::{ArnFormats, ArnFormatsIter, arn_formats};
pub use resource_types::{ResourceTypesOf, resource_types_of};
