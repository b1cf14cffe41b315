// The macro does not see the names of the other enum or the pages of the service, so the compiler checks them.
use catalog::define::{actions, condition_keys, operations, resource_types};

#[actions(service = "mailer", pages("list_mailer.md"), operations = Operation)]
pub enum Action {
    #[row(resource_types(required not_defined "MAIL-BOX"), condition_keys(not_defined "mailer:sender"))]
    Send,
}

#[resource_types(service = "mailer")]
pub enum ResourceType {
    #[resource_type(name = "mail-box", condition_keys(not_defined "aws:RequestTag/${TagKey}"))]
    Mailbox,
}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {
    Sender,
    #[condition_key(name = "aws:RequestTag/${TagKey}")]
    Tag,
}

#[operations(service = "mailer")]
pub enum Operation {
    #[operation(page = "list_mailerv2.md")]
    Send,
    #[operation(page = "list_mailer.md")]
    Receive,
}

fn main() {
    let _ = Operation::Send.any().page();
}
