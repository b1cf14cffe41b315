//! Tests that constants can hold the results of every function that does not need an iterator.

use catalog::{
    AccessLevel, AccessLevels, AnyAction, AnyConditionKey, ConditionKeyType, Edition, Service, action, actions,
    condition_key, ses,
};

const EDITION: Option<Edition> = catalog::edition();
const OF_SES: Option<Edition> = ses::SERVICE.edition();
const SEND: ses::Action = action!("ses:SendEmail");
const ANY: AnyAction = SEND.any();
const NAME: &str = ANY.name();
const LEVELS: AccessLevels = SEND.access_levels();
const RESOURCES: usize = SEND.resource_types().len();
const URL: Option<&str> = SEND.url();
const DESCRIPTION: Option<&str> = ANY.description();
const STATED: bool = SEND.dependent_actions().is_some();
const FROM: ses::ConditionKey = condition_key!("ses:FromAddress");
const TYPE: Option<ConditionKeyType> = FROM.value_type();
const FOUND: Option<Service> = Service::find("SES");
const BY_NAME: Option<AnyAction> = ses::SERVICE.action("sendrawemail");
const HANDLE: Option<AnyConditionKey> = ses::SERVICE.condition_key("ses:fromaddress");
const COUNT: usize = actions!["ses:*"].len();
static SENDING: &[AnyAction] = &actions!["ses:Send*"];

#[test]
fn constants_are_what_they_are_at_run_time() {
    assert_eq!(SEND, ses::Action::SendEmail);
    assert_eq!(NAME, "SendEmail");
    assert_eq!(LEVELS, AccessLevels::NOT_STATED.with(AccessLevel::Write));
    assert_eq!(RESOURCES, 3);
    assert_eq!(URL, SEND.url());
    assert!(DESCRIPTION.is_some());
    assert_eq!(STATED, SEND.dependent_actions().is_some());
    assert_eq!(TYPE, Some(ConditionKeyType::String));
    assert_eq!(FOUND, Some(ses::SERVICE));
    assert_eq!(BY_NAME, Some(ses::Action::SendRawEmail.any()));
    assert_eq!(HANDLE, Some(FROM.any()));
    assert!(EDITION.is_some() && EDITION == OF_SES);
    assert_eq!(COUNT, ses::Action::ALL.len());
    assert!(SENDING.contains(&ANY));
}
