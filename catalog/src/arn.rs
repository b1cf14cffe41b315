//! The ARN formats of resource types, and the resource types of an ARN: the feature `arn`.

mod formats;
mod resource_types;

pub use formats::{ArnFormats, ArnFormatsIter, arn_formats};
pub use resource_types::{ResourceTypesOf, resource_types_of};
