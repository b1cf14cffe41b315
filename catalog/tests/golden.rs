//! Compiles the output of the generator for its fixtures, and compares its meaning with the pages.
//!
//! Each file is the expected output of a fixture in `xtask/tests/fixtures/golden`.
#![deny(warnings)]

macro_rules! golden {
    ($($fixture:ident $path:literal)*) => {$(
        // The generator also formats the file, in its own way, so `rustfmt` must not change it.
        #[rustfmt::skip]
        #[path = $path]
        pub mod $fixture;
    )*};
}

/// The edition that the generated modules refer to as `super::EDITION`.
pub const EDITION: Option<catalog::Edition> = catalog::Edition::parse("2026-09");

golden! {
    editions "../../xtask/tests/fixtures/golden/editions/out/catalog/src/services/exmail.rs"
    eras "../../xtask/tests/fixtures/golden/eras/out/catalog/src/services/exmail.rs"
    full "../../xtask/tests/fixtures/golden/full/out/catalog/src/services/exmail.rs"
    left_out "../../xtask/tests/fixtures/golden/left-out/out/catalog/src/services/type_.rs"
    left_out_half "../../xtask/tests/fixtures/golden/left-out-half/out/catalog/src/services/exmail.rs"
    merged "../../xtask/tests/fixtures/golden/merged/out/catalog/src/services/exmail.rs"
    minimal "../../xtask/tests/fixtures/golden/minimal/out/catalog/src/services/ex_post.rs"
    chosen_identifier "../../xtask/tests/fixtures/golden/chosen-identifier/out/catalog/src/services/exmail.rs"
    today "../../xtask/tests/fixtures/golden/today/out/catalog/src/services/exmail.rs"
}

use catalog::{AccessLevel, NameErrorKind};

#[test]
fn descriptions_come_back_as_the_page_has_them() {
    use full::Action;
    let described = "Reads <b>all</b> of [x], ``raw`` or `code`, see http://example.com/a_b & *more* | less #1 ~";
    assert_eq!(Action::Read.description(), Some(described));
    assert_eq!(
        Action::SendParcel.description(),
        Some("Sends a parcel: \"fragile\", C:\\temp, {braces}, it’s 10% off.")
    );
    assert_eq!(Action::Burn.description(), None);
}

#[test]
fn names_are_awss_and_identifiers_rusts() {
    use full::{Action, ConditionKey, ResourceType};
    assert_eq!(Action::_2ndDelivery.to_string(), "exmail:2ndDelivery");
    assert_eq!(Action::Self_.name(), "Self");
    assert_eq!("exmail:CHECKSPELLING-andgrammar".parse(), Ok(Action::CheckSpellingAndGrammar));
    assert_eq!(ResourceType::ListenerApp.name(), "listener/app/");
    assert_eq!(ConditionKey::PartKey.name(), "exmail:Part/<key>");
    assert_eq!(ConditionKey::ProviderAud.value_type(), None);
}

#[test]
fn facts_are_where_the_page_has_them() {
    use full::{Action, ConditionKey, ResourceType};
    let parcel = Action::SendParcel;
    assert!(parcel.access_levels().contains(AccessLevel::PermissionsManagement));
    let types: Vec<_> = parcel.resource_types().iter().map(|taken| (taken.resource_type, taken.required)).collect();
    assert_eq!(types, [(ResourceType::MailBox, Some(true)), (ResourceType::Mailbox, Some(false))]);
    assert!(parcel.condition_keys().contains(&ConditionKey::AwsRequestTagTagKey));
    let dependents: Vec<_> = parcel.dependent_actions().unwrap().into_iter().collect();
    assert_eq!(dependents, ["iam:PassRole", "kms:Decrypt"]);
    assert!(Action::SendLetter.dependent_actions().unwrap().is_empty());
    assert!(Action::Read.is_permission_only());
    assert!(ResourceType::Mailbox.condition_keys().contains(&ConditionKey::Sender));
}

#[test]
fn a_page_without_its_actions_leaves_them_open() {
    assert!(left_out::SERVICE.actions_are_left_out());
    let error = "type:Anything".parse::<left_out::Action>().unwrap_err();
    assert_eq!(error.kind(), NameErrorKind::LeftOut);
    assert_eq!(left_out::ResourceType::ALL.len(), 1);
}

#[test]
fn merged_pages_are_one_service() {
    use merged::Action;
    assert_eq!(Action::ReadLetter.dependent_actions().map(|names| names.len()), Some(0));
    assert_eq!(Action::BuyStamp.dependent_actions(), None, "the second page has no column for dependent actions");
    assert_eq!(Action::SendLetter.resource_types().len(), 2);
}

#[test]
fn a_page_of_2018_and_one_of_today_are_one_service() {
    use eras::Action;
    let read = Action::ReadLetter;
    assert_eq!(read.description(), Some("Reads a letter."), "the description of the old page");
    assert!(read.access_levels().contains(AccessLevel::Read), "the access level of the new page");
    assert_eq!(read.dependent_actions(), None);
    assert_eq!(Action::SortLetters.dependent_actions().map(|names| names.len()), Some(0));
}

#[test]
fn half_of_the_actions_is_not_all_of_them() {
    assert_eq!(left_out_half::Action::ALL.len(), 1);
    assert_eq!("exmail:SendLetter".parse(), Ok(left_out_half::Action::SendLetter));
    let error = "exmail:BurnLetter".parse::<left_out_half::Action>().unwrap_err();
    assert_eq!(error.kind(), NameErrorKind::LeftOut);
}

#[test]
fn todays_pages_have_operations_and_scenarios() {
    use today::{Action, Operation, ResourceType};
    let [_, pass_role] = Operation::MakeBox.authorized_by().into_iter().collect::<Vec<_>>()[..] else {
        panic!("two actions")
    };
    assert_eq!((pass_role.action(), pass_role.condition_key()), ("iam:PassRole", Some("iam:PassedToService")));
    assert_eq!(pass_role.values().collect::<Vec<_>>(), ["mail.example.com"]);
    assert_eq!(Operation::MakeBox.sdk_client(), Some("exmail"));
    // The scenarios require both types, but the rows do not. A scenario does not change the requirements of a row.
    let types: Vec<_> =
        Action::Send.resource_types().iter().map(|taken| (taken.resource_type, taken.required)).collect();
    assert_eq!(types, [(ResourceType::Mailbox, Some(false)), (ResourceType::Box, Some(false))]);
    assert_eq!(Action::Send.access_levels().to_string(), "Tagging, Write");
    assert!(Action::GetHealth.is_permission_only());
    assert_eq!(Action::MakeBox.dependent_actions(), None, "today's pages have no column for dependent actions");
}

#[test]
fn every_fixture_is_a_service() {
    let services = [
        eras::SERVICE,
        full::SERVICE,
        left_out::SERVICE,
        left_out_half::SERVICE,
        merged::SERVICE,
        minimal::SERVICE,
        chosen_identifier::SERVICE,
        today::SERVICE,
    ];
    for service in services {
        for action in service.actions() {
            assert_eq!(service.action(action.name()), Some(action));
        }
    }
    assert_eq!(chosen_identifier::SERVICE.prefix(), "exmail");
}

#[test]
fn pages_without_an_edition_have_the_one_of_the_list() {
    let pages: Vec<_> = editions::SERVICE.pages().map(|page| (page.file_name, page.edition)).collect();
    let old = catalog::Edition::new(2018, 4);
    assert_eq!(pages, [("list_examplemail.md", EDITION), ("list_examplepost.md", old)]);
    assert_eq!(editions::SERVICE.edition(), EDITION);
    assert_eq!(full::SERVICE.edition(), None);
}

#[test]
fn an_action_is_on_the_page_that_lists_it() {
    let pages: Vec<_> = merged::Action::ALL
        .iter()
        .map(|action| {
            let url = action.reference_url().to_string();
            let (page, anchor) = url.rsplit_once('#').unwrap();
            let page = page.rsplit_once('/').unwrap().1.to_owned();
            assert_eq!(anchor, format!("{}-action-{}", page.trim_end_matches(".html"), action.name()));
            page
        })
        .collect();
    let (mail, post) = ("list_examplemail.html", "list_examplepost.html");
    assert_eq!(pages, [mail, mail, post, post, post]);
}
