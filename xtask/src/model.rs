//! The reference by service prefix: plain data that is the same for all layouts of the pages.
//!
//! The model distinguishes three cases:
//!
//! * *not stated*: `None`, or an empty set of access levels
//! * *stated as none*: an empty list
//! * *left out of this page*: [`Service::left_out`]
//!
//! Items are in the page's order, and nothing here depends on hashing. The serialized form is the output of `cargo
//! xtask export` and the input of `cargo xtask diff`.

mod month;
mod service;
mod words;

pub use catalog_core::{AccessLevel, ConditionKeyType, Edition};
pub use month::month_in_words;
pub use service::{
    Action, ActionResource, AuthorizedAction, ConditionKey, FactEditions, LeftOut, Operation, Page, Reference,
    Requirement, ResourceType, Scenario, Service,
};
