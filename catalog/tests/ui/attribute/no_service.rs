use catalog::define::{actions, condition_keys, resource_types};

#[actions]
pub enum Action {}

#[resource_types()]
pub enum ResourceType {}

#[condition_keys(service = "")]
pub enum ConditionKey {}

fn main() {}
