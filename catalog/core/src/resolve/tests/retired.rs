//! Tests of names that AWS's reference no longer lists, and of names that are similar to them.

use super::*;

const NOW: &[Fake] = &[
    Fake("account", "AWS Account Management", &["GetContactInformation", "ListRegions"], &[]),
    Fake("glacier", "Amazon S3 Glacier", &["CreateVault"], &["glacier:VaultName"]),
    Fake("s3", "Amazon S3", &["CreateProject"], &["aws:RequestTag/${TagKey}", "aws:TagKeys"]),
];

fn error(kind: NameKind, text: &str) -> NameError {
    name(NOW, kind, text).unwrap_err()
}

fn action(text: &str) -> String {
    error(NameKind::Action, text).to_string()
}

#[test]
fn a_retired_action_has_its_month_and_no_suggestion() {
    for text in ["evidently:CreateProject", "EVIDENTLY:createproject"] {
        let error = error(NameKind::Action, text);
        assert_eq!((error.kind(), error.last_listed()), (NameErrorKind::Retired, Edition::new(2026, 8)), "{text}");
        assert_eq!(error.retired_service(), None);
        assert!(error.suggestion().is_none() && error.services().next().is_none());
        assert_eq!(error.to_string(), "AWS's reference last listed `evidently:CreateProject` in 2026-08");
    }
    let text = "AWS's reference last listed `account:GetChallengeQuestions` in 2025-02";
    assert_eq!(action("account:getchallengequestions"), text);
    assert_eq!(retired_name_in(NOW[0], NameKind::Action, "account:GetChallengeQuestions").unwrap().to_string(), text);
}

#[test]
fn a_name_that_a_retired_service_never_had_names_the_service() {
    let text = "AWS's reference last listed the service `evidently` in 2026-08";
    for given in ["evidently:Frobnicate", "Evidently:SendEmail"] {
        assert_eq!(action(given), text);
    }
    assert_eq!(error(NameKind::ResourceType, "evidently:bucket").to_string(), text);
    assert_eq!(error(NameKind::ConditionKey, "evidently:Key").to_string(), text);
    assert_eq!(error(NameKind::Action, "evidently:Frobnicate").retired_service(), Some("evidently"));
    assert_eq!(retired_service("Evidently").map(|error| error.to_string()).as_deref(), Some(text));
    assert!(retired_service("account").is_none() && retired_service("nowhere").is_none());
}

#[test]
fn a_pattern_of_retired_actions_names_the_service_or_the_first_action() {
    for text in ["evidently:*", "evidently:Create*", "evidently:Frob*"] {
        let error = pattern(NOW, text).unwrap_err();
        assert_eq!(error.kind(), NameErrorKind::Retired);
        assert_eq!(error.to_string(), "AWS's reference last listed the service `evidently` in 2026-08");
    }
    let error = no_match(NOW[0], "account:getchallenge*");
    assert_eq!((error.kind(), error.last_listed()), (NameErrorKind::Retired, Edition::new(2025, 2)));
    let text = "pattern `account:getchallenge*` matches no action; AWS's reference last listed \
                `account:GetChallengeQuestions` in 2025-02";
    assert_eq!(error.to_string(), text);
    assert_eq!(no_match(NOW[0], "account:Frob*").kind(), NameErrorKind::NoMatch);
}

#[test]
fn resource_types_and_condition_keys_are_retired_too() {
    let text = |kind, text| error(kind, text).to_string();
    let listed = "AWS's reference last listed `evidently:Project` in 2026-08";
    assert_eq!(text(NameKind::ResourceType, "evidently:project"), listed);
    let listed = "AWS's reference last listed `kms:RecipientAttestation:PCR` in 2025-01";
    assert_eq!(text(NameKind::ConditionKey, "KMS:RecipientAttestation:PCR"), listed);
    let listed = "AWS's reference last listed `imagebuilder:CreatedResourceTag/<key>` in 2025-07";
    assert_eq!(text(NameKind::ConditionKey, "imagebuilder:CreatedResourceTag/team"), listed);
    // A service other than the one in the key's prefix listed this key.
    let listed = "AWS's reference last listed `identitystore:GroupId` in 2025-07";
    assert_eq!(text(NameKind::ConditionKey, "identitystore:GroupId"), listed);
}

#[test]
fn a_key_that_another_service_lists_is_not_retired() {
    assert!(name(NOW, NameKind::ConditionKey, "aws:TagKeys").is_ok());
    assert_eq!(error(NameKind::ConditionKey, "aws:RequestTag/team").last_listed(), None);
    // Today's catalog spells the placeholder of the template differently, so only the old spelling is retired.
    let tags = &[Fake("imagebuilder", "Image Builder", &["GetImage"], &["imagebuilder:CreatedResourceTag/${TagKey}"])];
    let last_listed = |text| name(&tags[..], NameKind::ConditionKey, text).unwrap_err().last_listed();
    assert_eq!(last_listed("imagebuilder:CreatedResourceTag/team"), None);
    assert_eq!(last_listed("imagebuilder:CreatedResourceTag/<key>"), Edition::new(2025, 7));
    // One service still lists the key, and another one does not.
    let error = retired_name_in(NOW[1], NameKind::ConditionKey, "aws:TagKeys").unwrap();
    assert_eq!(error.to_string(), "AWS's reference last listed `aws:TagKeys` of Amazon S3 Glacier in 2025-08");
    assert_eq!(retired_name_in(NOW[0], NameKind::ConditionKey, "aws:TagKeys"), None);
}

#[test]
fn a_service_of_its_own_is_retired_only_where_it_has_the_prefix() {
    let own = Fake("evidently", "Ours", &["CreateProject"], &[]);
    let retired = |name: &str| retired_name_in(own, NameKind::Action, name).map(|error| error.to_string());
    assert_eq!(name_in(own, NameKind::Action, "evidently:CreateProject"), Ok(0));
    let listed = "AWS's reference last listed `evidently:DeleteProject` in 2026-08";
    assert_eq!(retired("evidently:DeleteProject").as_deref(), Some(listed));
    assert_eq!(retired("evidently:Frobnicate"), None);
    assert_eq!(retired("account:GetChallengeQuestions"), None);
    assert_eq!(no_match(own, "evidently:Frob*").kind(), NameErrorKind::NoMatch);
}

#[test]
fn a_near_name_keeps_the_answer_of_an_unknown_name() {
    let near = error(NameKind::Action, "account:GetChallengeQuestion");
    assert_eq!((near.kind(), near.last_listed()), (NameErrorKind::UnknownName, None));
    // The prefix lacks one letter of a retired prefix, so no other service with this action is suggested.
    let near = error(NameKind::Action, "evidentl:CreateProject");
    assert_eq!((near.kind(), near.last_listed()), (NameErrorKind::UnknownService, Edition::new(2026, 8)));
    let text = "unknown service prefix in `evidentl:CreateProject`; AWS's reference last listed \
                `evidently:CreateProject` in 2026-08";
    assert_eq!(near.to_string(), text);
    let far = action("evident:CreateProject");
    let text = "unknown service prefix in `evident:CreateProject`: the catalog has no service with this prefix";
    assert_eq!(far, text);
}

#[test]
fn every_retired_name_is_answered_with_its_month_and_no_service_has_an_empty_row() {
    let mut names = 0;
    assert!(retired_services::services().is_sorted_by(|one, other| one.prefix() < other.prefix()));
    for service in retired_services::services() {
        assert_eq!(retired_services::of_service(service.prefix()), *service);
        for kind in NameKind::ALL {
            for retired in service.names(kind) {
                names += 1;
                assert_eq!(service.find(kind, retired.name), Some(retired), "{}", retired.name);
                assert!(service.last_listed().is_none_or(|last| last >= retired.last_listed), "{}", retired.name);
            }
        }
        let has_names = NameKind::ALL.iter().any(|kind| service.names(*kind).next().is_some());
        assert!(has_names || service.last_listed().is_some(), "{}", service.prefix());
    }
    assert!(names > 0);
}
