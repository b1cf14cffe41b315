use catalog::define::{actions, condition_keys, operations, resource_types};

#[actions(service = "mailer", operations = Operation)]
pub enum Action {}

#[resource_types(service = "mailer")]
pub enum ResourceType {}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {}

#[operations(service = "mailer", name = "Mailer")]
pub enum Operation {
    #[operation("Send", sdk = "mailer")]
    #[authorized_by("PassRole", condition_key = Key, values(Value))]
    #[authorized_by(access_levels("Execute"))]
    Send,
    #[operation(name = "Receive")]
    #[operation(sdk_client = "mailer")]
    #[authorized_by = "mailer:Receive"]
    Receive,
}

fn main() {
    let _ = Operation::Send.authorized_by();
}
