use catalog::define::{actions, condition_keys, resource_types};

#[actions(service = "mailer")]
pub enum Action<T> {
    Send(u8),
    Receive { from: T },
    Drop = 7,
    #[cfg(unix)]
    Forward,
}

#[resource_types(service = "mailer")]
pub enum ResourceType {}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {}

#[actions(service = "mailer")]
pub struct NoEnum;

fn main() {
    let _ = Action::Send.any();
}
