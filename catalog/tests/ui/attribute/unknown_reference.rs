use catalog::define::{actions, condition_keys, resource_types};

#[actions(service = "mailer")]
pub enum Action {
    #[row(resource_types(required Mailbax), condition_keys(Sender))]
    Send,
}

#[resource_types(service = "mailer")]
pub enum ResourceType {
    #[resource_type(name = "mailbox", condition_keys(Sneder))]
    Mailbox,
}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {
    Sender,
}

fn main() {}
