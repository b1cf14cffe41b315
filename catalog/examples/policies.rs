//! A policy that is built from checked names, and a check at run time:
//! `cargo run -p catalog --example policies --features policy`.

use catalog::policy::{self, Comparator::StringLike, Config, FindingId, Policy, PolicyKind, ResourceText, Statement};
use catalog::ses;

pub(crate) fn main() -> Result<(), policy::BuildError> {
    let mailer = Policy::builder()
        .statement(
            Statement::allow([ses::Action::SendEmail, ses::Action::SendRawEmail])
                .resource(ResourceText::EVERYTHING)
                .condition(StringLike, ses::ConditionKey::FromAddress, "*@example.com"),
        )
        .build()?;
    println!("{mailer:#}");

    let text = mailer.to_string().replace("SendEmail", "SendEmial");
    let findings = policy::check(&text, PolicyKind::Identity, &Config::new());
    assert!(findings.iter().any(|finding| finding.id == FindingId::UnknownAction));
    println!("{findings}");
    Ok(())
}
