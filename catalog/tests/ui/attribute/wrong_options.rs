// One compile reports all mistakes. The enums are emitted anyway, so their use in `main` has no errors.
use catalog::define::{actions, condition_keys, resource_types};

#[actions(service = "mailer", nmae = "Mailer", service = "mailer", permission_only)]
pub enum Action {
    #[action(ulr = "https://example.com", access_levels("Wirte", "Read", "Read"))]
    #[row(resource_types("Mailbox", required Mailbox), condition_keys(required Sender), dependent_actions("PassRole"))]
    Send,
    #[action(permission_only = "yes", url = 7, name)]
    Receive,
    #[action(url = "https://example.com")]
    #[action(name = "drop")]
    #[scenario(resource_types(Mailbox))]
    Drop,
    #[action = "forward"]
    Forward,
}

#[resource_types(service = 7)]
pub enum ResourceType {
    #[resource_type(name = "", arns("mailbox"), condition_keys("Sender"))]
    Mailbox,
}

#[condition_keys(service = "mail er")]
pub enum ConditionKey {
    #[condition_key(type = Text, name = Sender)]
    Sender,
}

fn main() {
    let _ = (Action::Send.name(), Action::Forward.resource_types(), ResourceType::Mailbox.any(), SERVICE);
    let _: Result<ConditionKey, _> = "mailer:Sender".parse();
}
