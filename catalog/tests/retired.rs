//! Tests the names that AWS's reference no longer lists. Each name in `docs-src/retired.toml` is an error with its
//! month, and is not in the catalog.

#![expect(clippy::panic, clippy::unwrap_used, reason = "tests may panic")]

#[path = "support/months.rs"]
mod months;

use catalog::{
    AnyAction, AnyConditionKey, AnyResourceType, Edition, NameError, NameErrorKind, NameKind, Service, account, expand,
    glacier,
};
use catalog_core::resolve::retired_services;
use months::Entry;

fn retired() -> Vec<Entry> {
    months::read("retired.toml")
}

/// Checks that parsing a retired name returned an error with the last month that listed the name.
fn check<T: std::fmt::Debug>(parsed: Result<T, NameError>, entry: &Entry) {
    let error = parsed.unwrap_err();
    let Entry { name, month, .. } = entry;
    assert_eq!((error.kind(), error.last_listed()), (NameErrorKind::Retired, Some(*month)), "{name}");
    assert_eq!(error.to_string(), format!("AWS's reference last listed `{name}` in {month}"));
    assert!(error.suggestion().is_none() && error.services().next().is_none(), "{name}");
}

#[test]
fn every_retired_action_and_resource_type_is_an_error_with_its_month() {
    for entry in retired() {
        let in_capitals = entry.name.to_ascii_uppercase();
        match &*entry.list {
            "actions" => {
                check(entry.name.parse::<AnyAction>(), &entry);
                check(in_capitals.parse::<AnyAction>(), &entry);
                check(expand(&entry.name), &entry);
            }
            "resource-types" => {
                check(entry.name.parse::<AnyResourceType>(), &entry);
                check(in_capitals.parse::<AnyResourceType>(), &entry);
            }
            _ => {}
        }
    }
}

#[test]
fn every_retired_key_is_an_error_unless_another_service_lists_it() {
    let keys: Vec<_> = retired().into_iter().filter(|entry| entry.list == "condition-keys").collect();
    let mut listed = 0;
    for Entry { name, .. } in &keys {
        let (service, key) = name.split_once(' ').unwrap();
        assert!(Service::find(service).is_none_or(|service| service.condition_key(key).is_none()), "{name}");
        let Err(error) = key.parse::<AnyConditionKey>() else {
            listed += 1;
            continue;
        };
        // The month is the last one in which any service listed the key.
        let months = keys.iter().filter(|other| other.name.split_once(' ').unwrap().1 == key).map(|other| other.month);
        check(Err::<(), _>(error), &Entry { name: key.to_owned(), month: months.max().unwrap(), list: String::new() });
    }
    assert!(listed < keys.len());
}

#[test]
fn every_name_of_a_retired_service_is_an_error_with_its_month() {
    let services: Vec<_> = retired().into_iter().filter(|entry| entry.list == "services").collect();
    assert!(!services.is_empty());
    for Entry { name, month, .. } in services {
        assert!(Service::find(&name).is_none(), "{name}");
        let text = format!("AWS's reference last listed the service `{name}` in {month}");
        for action in ["Frobnicate", "*", "Frob*"] {
            let error = expand(&format!("{name}:{action}")).unwrap_err();
            assert_eq!((error.to_string(), error.retired_service()), (text.clone(), Some(&*name)));
        }
        assert_eq!(format!("{name}:Frobnicate").parse::<AnyConditionKey>().unwrap_err().to_string(), text);
    }
}

#[test]
fn the_enum_of_a_service_knows_its_own() {
    let error = "account:getchallengequestions".parse::<account::Action>().unwrap_err();
    assert_eq!(error.to_string(), "AWS's reference last listed `account:GetChallengeQuestions` in 2025-02");
    let error = "aws:TagKeys".parse::<glacier::ConditionKey>().unwrap_err();
    assert_eq!(error.last_listed(), Edition::new(2025, 8));
    let error = "evidently:CreateProject".parse::<account::Action>().unwrap_err();
    assert_eq!((error.kind(), error.last_listed()), (NameErrorKind::OtherService, None));
}

#[test]
fn the_table_has_what_the_file_has() {
    for (kind, list) in [
        (NameKind::Action, "actions"),
        (NameKind::ResourceType, "resource-types"),
        (NameKind::ConditionKey, "condition-keys"),
    ] {
        let in_file = retired().iter().filter(|entry| entry.list == list).count();
        let in_table: usize = retired_services::services().map(|service| service.names(kind).count()).sum();
        assert!(in_file > 0 && in_file == in_table, "{list}: {in_file} in the file, {in_table} in the table");
    }
}
