use catalog::define::{actions, condition_keys, resource_types};

#[actions(service = "mailer")]
pub enum Action {
    Send,
    #[action(name = "SEND")]
    Other,
    #[action(name = "Send letter")]
    Letter,
}

#[resource_types(service = "mailer")]
pub enum ResourceType {
    #[resource_type(name = "box")]
    One,
    #[resource_type(name = "box")]
    Two,
}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {}

fn main() {}
