//! Uses a part of every feature, like a user who has only the packages.

use catalog::{
    AccessLevel, ActionQuery as _, ActionSet, AnyAction, AnyConditionKey, AnyResourceType, NameError, define, ses,
};
use user::{FROM, OBJECT, SEND, SENDING};

#[test]
fn names_are_checked_at_compile_time() {
    assert_eq!(SEND.to_string(), "ses:SendEmail");
    assert!(SENDING.contains(&SEND.any()) && SENDING.iter().any(|action| action.name() == "Publish"));
    assert_eq!(FROM.name(), "ses:FromAddress");
}

#[test]
fn names_are_read_at_run_time() -> Result<(), NameError> {
    assert_eq!("SES:sendemail".parse::<AnyAction>()?, SEND.any());
    let error = "ses:SendEmial".parse::<AnyAction>().unwrap_err();
    assert_eq!(error.to_string(), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
    assert!(catalog::expand("ses:Send*")?.any(|action| action == SEND.any()));
    Ok(())
}

#[test]
fn the_policies_of_a_directory_are_checked() {
    let report = catalog::policy::check_dir("policies").unwrap_err();
    assert!(report.to_string().starts_with("error: policies: the directory does not exist\n"));
}

#[test]
fn pages_are_asked() -> Result<(), NameError> {
    assert!(SEND.access_levels().contains(AccessLevel::Write));
    let bucket: AnyResourceType = "s3:bucket".parse()?;
    assert!(bucket.actions().count() >= bucket.actions_requiring().count());
    assert_eq!(catalog::expand("iam:Get*")?.with_access_levels(AccessLevel::Write).count(), 0);
    let key: AnyConditionKey = "aws:TagKeys".parse()?;
    assert!(key.everywhere().count() > 100);
    assert!(catalog::actions().len() > 20_000 && catalog::edition().is_some());
    Ok(())
}

#[test]
fn a_set_becomes_few_patterns() -> Result<(), NameError> {
    let set = ActionSet::from_patterns(["ses:Get*", "ses:List*"])?;
    let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
    assert_eq!(patterns, ["ses:Get*", "ses:List*"]);
    Ok(())
}

#[test]
fn arns_are_read() {
    let arn = "arn:aws:s3:::mail/in/1.eml";
    assert!(OBJECT.any().matches(arn));
    assert!(catalog::resource_types_of(arn).any(|found| found == OBJECT.any()));
}

#[test]
fn names_are_strings_to_serde() {
    let text = serde_json::to_string(&SEND).unwrap();
    assert_eq!(text, r#""ses:SendEmail""#);
    assert_eq!(serde_json::from_str::<ses::Action>(&text).unwrap(), SEND);
}

mod mailer {
    use super::define::{actions, condition_keys, resource_types};

    #[actions(service = "mailer", name = "Example Mailer")]
    pub(crate) enum Action {
        #[action(access_levels("Write"))]
        #[row(resource_types(required Mailbox))]
        SendLetter,
    }

    #[resource_types(service = "mailer")]
    pub(crate) enum ResourceType {
        #[resource_type(name = "mailbox")]
        Mailbox,
    }

    #[condition_keys(service = "mailer")]
    pub(crate) enum ConditionKey {}
}

#[test]
fn a_service_of_ones_own_is_defined() {
    assert_eq!("mailer:sendletter".parse(), Ok(mailer::Action::SendLetter));
    assert!(mailer::Action::SendLetter.resource_types().iter().all(|taken| taken.is_required()));
    assert_eq!(mailer::ResourceType::Mailbox.name(), "mailbox");
}
