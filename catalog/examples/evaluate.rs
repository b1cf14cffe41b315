//! Requests of a role, decided with their reasons: `cargo run -p catalog --example evaluate --features policy`.

use catalog::{
    policy::{
        Comparator::StringEquals,
        Policy, ResourceText, Statement,
        evaluate::{Policies, Request},
    },
    ses,
};

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mailer = Policy::builder()
        .statement(
            Statement::allow(ses::Action::SendEmail)
                .sid("SendNews")
                .resource(ResourceText::new("arn:aws:ses:*:111122223333:identity/example.com"))
                .condition(StringEquals, ses::ConditionKey::FromAddress, "news@example.com"),
        )
        .build()?;
    let policies = Policies::new().identity(&mailer).compile();

    for sender in ["news@example.com", "boss@example.com"] {
        let request = Request::new("arn:aws:iam::111122223333:role/mailer", ses::Action::SendEmail)
            .on("arn:aws:ses:eu-west-1:111122223333:identity/example.com")
            .with(ses::ConditionKey::FromAddress, sender)
            .build()?;
        println!("{sender}: {}", policies.decide(&request));
    }
    Ok(())
}
