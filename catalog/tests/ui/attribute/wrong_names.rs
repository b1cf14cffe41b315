// Names must be ASCII and of the form that IAM accepts. The message identifies the invalid character.
use catalog::define::{actions, condition_keys, operations, resource_types};

#[actions(service = "mаiler", operations = Operation)]
pub enum Action {
    #[action(name = "Sеnd")]
    Send,
    #[action(name = "Receive\u{200b}")]
    Receive,
    #[action(name = "~~Drop~~")]
    #[row(dependent_actions("iam:PаssRole", "iam:_Pass_", "iam Pass"))]
    #[scenario(name = "By  night")]
    Drop,
    Læs,
}

#[resource_types(service = "mailer")]
pub enum ResourceType {
    #[resource_type(name = "mail<br>box")]
    Mailbox,
}

#[condition_keys(service = "mailer")]
pub enum ConditionKey {
    #[condition_key(name = "mailer:S&#101;nder")]
    Sender,
    #[condition_key(name = "mailer:Tag/${Tag Key}")]
    Tag,
}

#[operations(service = "mailer")]
pub enum Operation {
    #[operation(name = "**Send**", sdk_client = "mail er")]
    #[authorized_by("mailer:Sеnd", condition_key = "iam:P`a")]
    Send,
}

fn main() {}
