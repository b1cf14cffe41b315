use catalog::define::{actions, condition_keys, resource_types};

#[actions]
pub enum Action {
    // This mistake is reported in addition to the missing service.
    Send(u8),
}

#[resource_types()]
pub enum ResourceType {}

#[condition_keys(service = "")]
pub enum ConditionKey {}

fn main() {}
