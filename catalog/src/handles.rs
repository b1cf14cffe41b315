//! Handles over all services: a service, and its actions, condition keys, resource types and API operations. Each
//! handle is a pointer to the tables of its service and a position in them.

mod action;
mod authorized_action;
mod by_name;
mod condition_key;
pub(crate) mod display;
mod handle;
mod lists;
mod operation;
mod page;
mod reference_url;
mod resource_type;
mod service;

pub use action::AnyAction;
pub use authorized_action::{AuthorizedAction, authorized_by};
pub use condition_key::AnyConditionKey;
pub(crate) use handle::Handle;
pub use lists::{ServiceActions, ServiceConditionKeys, ServiceOperations, ServiceResourceTypes};
pub use operation::AnyOperation;
pub use page::{Page, Pages, has_page};
pub use reference_url::ReferenceUrl;
pub use resource_type::AnyResourceType;
pub use service::Service;
