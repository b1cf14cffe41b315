//! Tests of the names and patterns of a small catalog, and of the errors about names that it does not have.

mod retired;

use super::*;
use crate::{AuthorizingActionTable, AuthorizingActions, Edition, NameError, NameErrorKind, NameKind, ascii_case};
use alloc::string::{String, ToString as _};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Fake(&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

impl ServiceNames for Fake {
    fn prefix(self) -> &'static str {
        self.0
    }
    fn name(self) -> &'static str {
        self.1
    }
    fn actions_are_left_out(self) -> bool {
        self.2.is_empty()
    }
    fn names(self, kind: NameKind) -> impl Iterator<Item = &'static str> {
        if kind == NameKind::ConditionKey { self.3.iter().copied() } else { self.2.iter().copied() }
    }
}

impl Catalog for &'static [Fake] {
    type Service = Fake;
    fn services(self) -> impl Iterator<Item = Fake> {
        self.iter().copied()
    }
}

const FAKES: &[Fake] = &[
    Fake("ec2", "Amazon EC2", &["RunInstances", "CreateTags"], &["aws:TagKeys", "ec2:Region"]),
    Fake("es", "Amazon ES", &["AddTags"], &["aws:TagKeys"]),
    Fake("ses", "Amazon SES", &["SendEmail", "SendRawEmail", "CreateTags"], &["ses:FromAddress"]),
];

fn action(text: &str) -> Result<String, String> {
    name(FAKES, NameKind::Action, text)
        .map(|(service, position)| alloc::format!("{}:{}", service.0, service.2[position]))
        .map_err(|error| error.to_string())
}

fn wrong(text: &str) -> String {
    action(text).unwrap_err()
}

#[test]
fn names_are_found_in_any_case() {
    assert_eq!(action("ses:SendEmail").unwrap(), "ses:SendEmail");
    assert_eq!(action("SES:SENDEMAIL").unwrap(), "ses:SendEmail");
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    assert_eq!(wrong("ses:SendEmial"), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
    // An equal name in an unrelated service does not suffice.
    assert_eq!(wrong("ses:RunInstances"), "unknown action `ses:RunInstances`: Amazon SES has no action with this name");
    assert_eq!(wrong("ses:AddTags"), "unknown action `ses:AddTags`: did you mean `ses:CreateTags`?");
    assert_eq!(wrong("ses:Frobnicate"), "unknown action `ses:Frobnicate`: Amazon SES has no action with this name");
}

#[test]
fn an_unknown_prefix_is_answered_with_a_service_that_has_the_name() {
    // The prefixes `es` and `ses` are equally near, but only `ses` sends email.
    assert_eq!(wrong("zes:SendEmail"), "unknown service prefix in `zes:SendEmail`: did you mean `ses:SendEmail`?");
    assert_eq!(
        wrong("mail:SendEmail"),
        "unknown service prefix in `mail:SendEmail`: the catalog has no service with this prefix"
    );
    assert_eq!(
        wrong("zes:Frobnicate"),
        "unknown service prefix in `zes:Frobnicate`: the catalog has no service with this prefix"
    );
    assert_eq!(
        wrong("nowhere:Frobnicate"),
        "unknown service prefix in `nowhere:Frobnicate`: the catalog has no service with this prefix"
    );
    // Two services create tags, and both have similar prefixes.
    assert_eq!(
        wrong("ec2-or-ses:CreateTags"),
        "unknown service prefix in `ec2-or-ses:CreateTags`: `ec2` and `ses` have an action with this name"
    );
}

#[test]
fn only_clear_mistakes_are_called_so() {
    let is_clear = |text| name(FAKES, NameKind::Action, text).unwrap_err().is_clear_mistake();
    for text in
        ["ses:SendEmails", "ses:SendEmial", "ses:SendEmailV2", "ses:PublishEmail", "sess:SendEmail", "SESv2:SendEmail"]
    {
        assert!(is_clear(text), "{text}");
    }
    for text in ["ses:Frobnicate", "ses:SendEmailAgain", "nowhere:SendEmail", "zes:Frobnicate", "SendEmail"] {
        assert!(!is_clear(text), "{text}");
    }
    let is_clear =
        |text| pattern(FAKES, text).map_or_else(|error| error, |_| no_match(FAKES[2], text)).is_clear_mistake();
    for text in ["ses:Sned*", "ses:SendEmial*", "ses:Sned*Email", "sesv2:*"] {
        assert!(is_clear(text), "{text}");
    }
    for text in ["ses:Frob*", "ses:*Emial", "ses:SendR2*", "sess:Send*"] {
        assert!(!is_clear(text), "{text}");
    }
}

#[test]
fn several_names_in_one_string_are_recognized() {
    let text = "`ses:SendEmail, es:AddTags` has several actions in one string: write each in its own string";
    assert_eq!(wrong("ses:SendEmail, es:AddTags"), text);
    assert_eq!(pattern(FAKES, "ses:Send*,es:*").unwrap_err().kind(), NameErrorKind::Several);
    assert_eq!(wrong("ses:SendEmail es:AddTags"), text.replace(", es", " es"));
    // A search in one service reports only the character that is wrong.
    let error = name_in(FAKES[2], NameKind::Action, "ses:SendEmail es:AddTags").unwrap_err();
    assert_ne!(error.kind(), NameErrorKind::Several);
}

#[test]
fn a_malformed_name_leads_to_the_name_within_it() {
    for text in [
        "'ses:SendEmail'",
        "\u{455}es:SendEmail",
        "ses\u{ff1a}SendEmail",
        "\u{feff}ses:SendEmail\u{200b}",
        "aws:ses:SendEmail",
        "ses.amazonaws.com:SendEmail",
        "ses::SendEmail",
    ] {
        let error = name(FAKES, NameKind::Action, text).unwrap_err();
        assert_eq!(error.suggestion().map(|meant| meant.to_string()).as_deref(), Some("ses:SendEmail"), "{text:?}");
    }
    for text in ["arn:aws:ses:::a", "''", "\u{4e2d}:SendEmail", "'ses:Send*'"] {
        assert!(name(FAKES, NameKind::Action, text).unwrap_err().suggestion().is_none(), "{text:?}");
    }
}

#[test]
fn a_mistake_in_the_name_of_an_operation_leads_to_its_action() {
    const STORAGE: &[Fake] = &[Fake("s3", "Amazon S3", &["PutEncryptionConfiguration"], &[])];
    for text in ["s3:SetBucketEncryption", "s3:PutBucketEncrpytion"] {
        let error = name(STORAGE, NameKind::Action, text).unwrap_err();
        assert_eq!(error.suggestion().unwrap().to_string(), "s3:PutEncryptionConfiguration", "{text}");
        assert!(error.is_clear_mistake(), "{text}");
    }
    assert!(name(STORAGE, NameKind::Action, "s3:Frobnicate").unwrap_err().suggestion().is_none());
    // A search in one service does not look for similar operations.
    assert!(name_in(STORAGE[0], NameKind::Action, "s3:SetBucketEncryption").unwrap_err().suggestion().is_none());
}

#[test]
fn a_service_whose_actions_are_methods_is_recognized() {
    const WEB: &[Fake] = &[Fake("web", "Web", &["GET", "POST"], &[])];
    let error = name(WEB, NameKind::Action, "web:CreateThing").unwrap_err();
    let text = "unknown action `web:CreateThing`: the actions of `web` are HTTP methods, so use `web:GET`, `web:POST` or \
                another method";
    assert_eq!(error.to_string(), text);
}

#[test]
fn fewer_mistakes_win_between_a_near_name_and_another_service() {
    const PAIR: &[Fake] = &[
        Fake("sns", "Amazon SNS", &["Publish", "ListTopics"], &[]),
        Fake("sqs", "Amazon SQS", &["PublishIt", "ListTopics", "Purge"], &[]),
        Fake("xray", "X", &["ListTopic", "Purges"], &[]),
    ];
    let wrong = |text| name(PAIR, NameKind::Action, text).unwrap_err();
    // The first string has one mistake if its prefix is wrong, and two if its name is wrong. For the next two strings,
    // correcting the name takes fewer changes than correcting the prefix.
    assert_eq!(wrong("sqs:Publish").suggestion().unwrap().to_string(), "sns:Publish");
    assert_eq!(wrong("xray:Purge").suggestion().unwrap().to_string(), "xray:Purges");
    assert_eq!(wrong("xray:ListTopics").suggestion().unwrap().to_string(), "xray:ListTopic");
    assert!(wrong("sqs:Publish").services().next().is_none());
}

#[test]
fn at_most_three_services_are_named() {
    const MANY: &[Fake] = &[
        Fake("a", "A", &["TagResource"], &[]),
        Fake("ec2", "B", &["StopTask"], &[]),
        Fake("ecs", "C", &["StopTask", "TagResource"], &[]),
        Fake("eks", "D", &["Run"], &[]),
        Fake("es", "E", &["StopTask", "TagResource"], &[]),
        Fake("zzz", "F", &["TagResource"], &[]),
    ];
    let error = name(MANY, NameKind::Action, "eks:stoptask").unwrap_err();
    assert_eq!(error.services().collect::<alloc::vec::Vec<_>>(), ["ecs", "es"]);
    assert_eq!(error.to_string(), "unknown action `eks:stoptask`: `ecs` and `es` have an action with this name");
    // If more services have the name, it shows nothing.
    let error = name(MANY, NameKind::Action, "eks:TagResource").unwrap_err();
    assert_eq!(error.to_string(), "unknown action `eks:TagResource`: D has no action with this name");
    let error = name(&MANY[..3], NameKind::Action, "ecs:TagResources").unwrap_err();
    assert_eq!(error.suggestion().unwrap().to_string(), "ecs:TagResource");
}

#[test]
fn an_operation_that_is_no_action_is_answered_with_what_authorises_it() {
    #[derive(Clone, Copy, Debug)]
    struct Storage;
    impl AuthorizingActionTable for Storage {
        fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
            let actions: &[_] = if operation == 0 { &["s3:ListBucket"] } else { &["s3:GetObject", "kms:Decrypt"] };
            actions.get(nth).copied()
        }
    }
    impl ServiceNames for Storage {
        fn prefix(self) -> &'static str {
            "s3"
        }
        fn name(self) -> &'static str {
            "Amazon S3"
        }
        fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
            ["ListBucket", "GetObject"].into_iter()
        }
        fn operation(self, name: &str) -> Option<AuthorizingActions> {
            // If an operation has the name of an action, the action is intended.
            let names = ["ListObjectsV2", "CopyObject", "GetObject"];
            let operation = names.iter().position(|known| ascii_case::eq(known, name))?;
            Some(AuthorizingActions::new(&Storage, u16::try_from(operation).ok()?))
        }
    }
    let error = name_in(Storage, NameKind::Action, "s3:listobjectsV2").unwrap_err();
    assert_eq!(error.kind(), NameErrorKind::Operation);
    assert_eq!(error.operation_actions().collect::<alloc::vec::Vec<_>>(), ["s3:ListBucket"]);
    let text = "`s3:listobjectsV2` is an API operation, not an action: use `s3:ListBucket`";
    assert_eq!(error.to_string(), text);
    let error = name_in(Storage, NameKind::Action, "s3:CopyObject").unwrap_err();
    assert!(error.to_string().ends_with(": use `s3:GetObject` and `kms:Decrypt`"), "{error}");
    assert_eq!(name_in(Storage, NameKind::Action, "s3:GetObject"), Ok(1));
    assert_eq!(name_in(Storage, NameKind::ResourceType, "s3:Copy").unwrap_err().kind(), NameErrorKind::UnknownName);
}

#[test]
fn a_service_knows_only_its_own() {
    let wrong = |text| name_in(FAKES[2], NameKind::Action, text).unwrap_err().to_string();
    assert_eq!(name_in(FAKES[2], NameKind::Action, "SES:sendemail"), Ok(0));
    assert_eq!(wrong("ec2:RunInstances"), "`ec2:RunInstances` belongs to another service, not Amazon SES");
    assert_eq!(wrong("es:SendEmail"), "`es:SendEmail` belongs to another service: did you mean `ses:SendEmail`?");
    assert_eq!(wrong("ses:SendEmial"), "unknown action `ses:SendEmial`: did you mean `ses:SendEmail`?");
    assert_eq!(name_in(FAKES[0], NameKind::ConditionKey, "AWS:tagkeys"), Ok(0));
}

#[test]
fn what_a_page_leaves_out_is_not_called_unknown() {
    let storage = Fake("s3", "Amazon S3", &[], &["s3:prefix"]);
    let error = name_in(storage, NameKind::Action, "s3:GetObject").unwrap_err();
    assert_eq!(error.kind(), NameErrorKind::LeftOut);
    let text = "`s3:GetObject` cannot be checked: AWS's page of Amazon S3 does not list its actions";
    assert_eq!(error.to_string(), text);
    assert_eq!(no_match(storage, "s3:Get*").kind(), NameErrorKind::LeftOut);
    let key = name_in(storage, NameKind::ConditionKey, "s3:prefixes").unwrap_err();
    assert_eq!(key.kind(), NameErrorKind::UnknownName);
}

#[test]
fn one_slip_of_form_is_mended() {
    assert!(wrong("SendEmail").ends_with(": did you mean `ses:SendEmail`?"));
    assert!(wrong("ses.SendEmail").ends_with(": did you mean `ses:SendEmail`?"));
    assert!(wrong("ses: sendemail").ends_with(": did you mean `ses:SendEmail`?"));
    assert!(wrong("ses:Send Email").ends_with(": did you mean `ses:SendEmail`?"));
    assert!(wrong("ses:[sS]end*").ends_with("in an action (the only wildcards are `*` and `?`)"));
    assert!(wrong("Frobnicate").starts_with("`Frobnicate` has no colon: expected an action such as"));
}

#[test]
fn a_condition_key_is_found_in_its_own_service_first() {
    let key = |text| name(FAKES, NameKind::ConditionKey, text).map(|(service, _)| service.0);
    assert_eq!(key("ses:fromaddress"), Ok("ses"));
    assert_eq!(key("aws:TagKeys"), Ok("ec2"));
    let error = key("ses:FromAdress").unwrap_err().to_string();
    assert_eq!(error, "unknown condition key `ses:FromAdress`: did you mean `ses:FromAddress`?");
}

#[test]
fn patterns_say_what_they_say() {
    for everything in ["*", "**", "*:*"] {
        assert_eq!(pattern(FAKES, everything), Ok(Pattern::Everything));
    }
    assert_eq!(pattern(FAKES, "SES:**"), Ok(Pattern::Matching(FAKES[2], "**")));
    assert_eq!(pattern(FAKES, "SES:Send*"), Ok(Pattern::Matching(FAKES[2], "Send*")));
    assert_eq!(pattern(FAKES, "ses:sendemail"), Ok(Pattern::One(FAKES[2], 0)));
    let wrong = |text| pattern(FAKES, text).unwrap_err().to_string();
    let text = "`*:Send*` has a wildcard in the service prefix: write the whole prefix";
    assert_eq!(wrong("*:Send*"), text);
    assert_eq!(wrong("zes:Send*"), "unknown service prefix in `zes:Send*`: did you mean `es:…`?");
    assert_eq!(wrong("Send*"), "`Send*` has no colon: expected an action such as `ses:SendEmail`");
}

#[test]
fn a_pattern_that_matches_nothing_is_answered_with_a_near_beginning() {
    let error = |text| no_match(FAKES[2], text).to_string();
    assert_eq!(error("ses:Sned*"), "pattern `ses:Sned*` matches no action: did you mean `ses:Send*`?");
    assert_eq!(error("ses:*Qu?ta"), "pattern `ses:*Qu?ta` matches no action of Amazon SES");
}
