//! Queries over the whole catalog: all entries, the actions that a pattern matches, filters for actions, and
//! dependencies between actions.

mod action_query;
mod all;
mod criteria;
mod dependencies;
mod expand;
mod pattern;
mod related;

pub use action_query::{ActionQuery, except};
pub use all::{Actions, ConditionKeys, Operations, ResourceTypes, actions, condition_keys, operations, resource_types};
pub use criteria::{
    Matching, NotMatching, Requiring, Taking, TakingNoResource, Where, WithAccessLevels, WithConditionKey,
    WithConditionKeyNamed,
};
pub use dependencies::{ActionOperations, Needs, OperationActions};
pub use expand::{Expand, expand};
pub use pattern::ActionPattern;
pub use related::Everywhere;
