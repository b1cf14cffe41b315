//! The constant tables of a service, which its enums and handles read. The attribute macros write the tables, and the
//! module `packed` of the core crate describes the layout of the bytes.

mod actions;
mod arns;
mod condition_keys;
mod names;
mod of_enum;
mod operations;
mod resource_types;
mod service;

pub use actions::ActionTable;
pub use arns::ArnTable;
pub use condition_keys::ConditionKeyTable;
pub use names::NameTable;
pub use of_enum::Tables;
pub use operations::OperationTable;
pub use resource_types::ResourceTypeTable;
pub use service::{Owner, ServiceFacts, ServiceTable};
