//! The reference by service prefix: plain data, the same for every form of the pages.
//!
//! Three things stay three: *not stated* (`None`, an empty set of access levels), *stated as none* (an empty list)
//! and *left out of this page* ([`Service::left_out`]). Order is the page's; nothing here depends on hashing.
//! The serialized form is what `cargo xtask export` prints and `cargo xtask diff` reads.

mod month;
mod service;
mod words;

pub use catalog_core::{AccessLevel, ConditionKeyType, Edition};
pub use month::month_in_words;
pub use service::{
    Action, ActionResource, AuthorizedAction, ConditionKey, FactEditions, LeftOut, Operation, Page, Reference,
    Requirement, ResourceType, Scenario, Service,
};
