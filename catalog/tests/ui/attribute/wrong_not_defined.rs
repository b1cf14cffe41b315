// Names that AWS's page uses but does not define are written in quotes, and only once.
use catalog::define::{actions, condition_keys, resource_types};

#[actions(service = "mailer", dependent_actions_stated)]
pub enum Action {
    #[row(resource_types(not_defined, required not_defined Bin, not_defined "", required "bin"))]
    Send,
    #[row(condition_keys(not_defined "mailer:Size", not_defined "mailer:Size", not_stated Sender))]
    Receive,
    #[row(dependent_actions("iam:PassRole"))]
    #[action(dependent_actions_not_stated)]
    Drop,
}

#[resource_types(service = "mailer")]
pub enum ResourceType {
    #[resource_type(condition_keys(required not_defined "mailer:Size"))]
    Mailbox,
}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {
    Sender,
}

fn main() {
    let _ = Action::Send.name();
}
