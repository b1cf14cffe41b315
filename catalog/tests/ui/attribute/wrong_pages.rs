// A page is a file name and optionally a month.
pub mod mailer {
    use catalog::define::{actions, condition_keys, resource_types};

    #[actions(
        service = "mailer",
        pages("list_mailer.md 2026-13", "list mailer.md", "", Mailer, "list_mailer.md", "list_mailer.md 2026-09")
    )]
    pub enum Action {
        Send,
    }

    #[resource_types(service = "mailer")]
    pub enum ResourceType {}

    #[condition_keys(service = "mailer")]
    pub enum ConditionKey {}
}

pub mod post {
    use catalog::define::{actions, condition_keys, resource_types};

    #[actions(service = "post", pages = "list_post.md 2026-09")]
    pub enum Action {
        Carry,
    }

    #[resource_types(service = "post")]
    pub enum ResourceType {}

    #[condition_keys(service = "post")]
    pub enum ConditionKey {}
}

fn main() {
    let _ = (mailer::SERVICE.pages(), post::SERVICE.edition());
}
