//! Tests the attributes on a service that is not AWS's, with every option of every annotation.

use catalog::{AccessLevel, AnyResourceType, ConditionKeyType, Edition, NameErrorKind};

pub mod mailer {
    //! A service with one example of each option.

    use catalog::define::{actions, condition_keys, operations, resource_types};

    /// Actions.
    #[actions(
        service = "my-mailer",
        name = "Example Mailer",
        pages("mailer.md 2026-10", "post.md"),
        dependent_actions_stated,
        operations = Operation
    )]
    pub enum Action {
        /// Sends a \"letter\" to
        /// \[anyone\].
        ///
        /// The description does not include this paragraph.
        #[action(url = "https://example.com/send", access_levels("Write", "permissions management"))]
        #[row(resource_types(required Mailbox, Stamp), condition_keys(Sender), dependent_actions("post:Carry"))]
        #[row(resource_types(required Stamp), condition_keys(Sender, Tagged), dependent_actions("post:Carry", "post:Ring"))]
        #[scenario(name = "By night", resource_types(required Stamp))]
        SendLetter,
        #[action(name = "look-up", permission_only)]
        #[row(condition_keys(Tagged), dependent_actions_not_stated)]
        LookUp,
        /// Only this description is known
        Wait,
    }

    /// Resource types.
    #[resource_types(service = "my-mailer")]
    pub enum ResourceType {
        #[resource_type(name = "mail box", url = "https://example.com/box", condition_keys(Tagged))]
        Mailbox,
        #[resource_type(name = "stamp/", arns("arn:${Partition}:my-mailer:::stamp/${Id}"))]
        Stamp,
    }

    /// Condition keys.
    #[condition_keys(service = "my-mailer")]
    pub enum ConditionKey {
        /// The sender
        #[condition_key(type = ArrayOfString, url = "https://example.com/key")]
        Sender,
        #[condition_key(name = "aws:Tag/${TagKey}")]
        Tagged,
        #[condition_key(name = "my-mailer:Letterid")]
        Letterid,
        #[condition_key(name = "my-mailer:LetterId")]
        LetterId,
    }

    /// API operations.
    #[operations(service = "my-mailer")]
    pub enum Operation {
        #[operation(sdk_client = "mailer")]
        #[authorized_by("my-mailer:SendLetter", access_levels("Write"))]
        #[authorized_by(
            "iam:PassRole",
            condition_key = "iam:PassedToService",
            values("mailer.example.com", "post.example.com"),
            access_levels("Permissions management", "Write")
        )]
        SendLetter,
        #[operation(name = "SendLetter", sdk_client = "old-mailer")]
        OldMailerSendLetter,
    }
}

/// The same kinds of enums with other names, in a crate that imports `catalog` under another name.
pub mod renamed {
    extern crate catalog as names;

    #[names::define::actions(service = "other", resource_types = Kinds, condition_keys = Keys, crate = names)]
    pub(crate) enum Verbs {
        #[row(resource_types(Thing), condition_keys(Colour))]
        Do,
    }

    #[names::define::resource_types(service = "other", actions = Verbs, condition_keys = Keys, crate = names)]
    pub(crate) enum Kinds {
        Thing,
    }

    #[names::define::condition_keys(service = "other", actions = Verbs, crate = names)]
    pub(crate) enum Keys {
        Colour,
    }

    pub(crate) const SENDING: &[names::AnyAction] = &names::actions!["ses:Send*"];
    pub(crate) const SEND: names::ses::Action = names::action!("ses:SendEmail");
}

use mailer::{Action, ConditionKey, ResourceType, SERVICE};

#[test]
fn names_are_kept_as_written() {
    assert_eq!(Action::LookUp.to_string(), "my-mailer:look-up");
    assert_eq!("MY-MAILER:LOOK-UP".parse(), Ok(Action::LookUp));
    assert_eq!(ResourceType::Mailbox.to_string(), "my-mailer:mail box");
    assert_eq!("my-mailer:MAIL BOX".parse(), Ok(ResourceType::Mailbox));
    assert_eq!(ConditionKey::Sender.name(), "my-mailer:Sender");
    assert_eq!("AWS:tag/${tagkey}".parse(), Ok(ConditionKey::Tagged));
    // If two keys differ only in case, an exact match is preferred. Any other spelling finds the first of the two.
    assert_eq!("my-mailer:LetterId".parse(), Ok(ConditionKey::LetterId));
    assert_eq!("my-mailer:Letterid".parse(), Ok(ConditionKey::Letterid));
    assert_eq!("my-mailer:letterid".parse(), Ok(ConditionKey::Letterid));
    assert_eq!((SERVICE.prefix(), SERVICE.name()), ("my-mailer", "Example Mailer"));
    assert_eq!(format!("{:?} {:?}", Action::Wait, Action::Wait.any()), "my-mailer:Wait AnyAction(my-mailer:Wait)");
}

#[test]
fn the_first_paragraph_is_the_description() {
    assert_eq!(Action::SendLetter.description(), Some("Sends a \"letter\" to [anyone]."));
    assert_eq!(Action::LookUp.description(), None);
    assert_eq!(ConditionKey::Sender.description(), Some("The sender"));
    assert_eq!(Action::SendLetter.url(), Some("https://example.com/send"));
    assert_eq!(Action::Wait.url(), None);
    assert_eq!(ResourceType::Mailbox.url(), Some("https://example.com/box"));
    assert_eq!(ConditionKey::Sender.any().url(), Some("https://example.com/key"));
}

#[test]
fn rows_are_united() {
    let types: Vec<_> = Action::SendLetter.resource_types().iter().map(|t| (t.resource_type, t.required)).collect();
    assert_eq!(types, [(ResourceType::Mailbox, Some(true)), (ResourceType::Stamp, Some(true))]);
    let keys: Vec<_> = Action::SendLetter.condition_keys().into_iter().collect();
    assert_eq!(keys, [ConditionKey::Sender, ConditionKey::Tagged]);
    assert!(Action::SendLetter.supports_resources() && !Action::Wait.supports_resources());
    assert!(Action::LookUp.condition_keys().contains(&ConditionKey::Tagged));
    assert!(!Action::LookUp.condition_keys().contains(&ConditionKey::Sender));
}

#[test]
fn not_stated_is_not_none() {
    let names: Vec<_> = Action::SendLetter.dependent_actions().unwrap().iter().collect();
    assert_eq!(names, ["post:Carry", "post:Ring"]);
    assert_eq!(Action::LookUp.dependent_actions(), None);
    assert!(Action::Wait.dependent_actions().unwrap().is_empty());
    assert!(!Action::LookUp.access_levels().is_stated());
    let levels: Vec<_> = Action::SendLetter.access_levels().iter().collect();
    assert_eq!(levels, [AccessLevel::PermissionsManagement, AccessLevel::Write]);
    assert!(Action::LookUp.is_permission_only() && !Action::SendLetter.is_permission_only());
    assert_eq!(ConditionKey::Sender.value_type(), Some(ConditionKeyType::ArrayOfString));
    assert_eq!(ConditionKey::Tagged.value_type(), None);
}

#[test]
fn handles_know_what_variants_know() {
    let any = Action::SendLetter.any();
    let types: Vec<_> = any.resource_types().iter().map(|t| (t.resource_type.name(), t.required)).collect();
    assert_eq!(types, [("mail box", Some(true)), ("stamp/", Some(true))]);
    let keys: Vec<_> = any.condition_keys().iter().map(catalog::AnyConditionKey::name).collect();
    assert_eq!(keys, ["my-mailer:Sender", "aws:Tag/${TagKey}"]);
    let mailbox: AnyResourceType = ResourceType::Mailbox.into();
    assert_eq!(mailbox.condition_keys().get(0), Some(ConditionKey::Tagged.any()));
    assert_eq!(mailbox.condition_keys().get(1), None);
    assert_eq!(ResourceType::Stamp.condition_keys().len(), 0);
    assert_eq!(mailbox.typed(), Some(ResourceType::Mailbox));
    assert_eq!(SERVICE.action("LOOK-UP"), Some(Action::LookUp.any()));
    assert_eq!(SERVICE.resource_type("STAMP/").map(|kind| kind.to_string()).as_deref(), Some("my-mailer:stamp/"));
}

#[test]
fn operations_say_what_authorises_them() {
    use mailer::Operation;
    let [own, pass_role] = Operation::SendLetter.authorized_by().into_iter().collect::<Vec<_>>()[..] else {
        panic!("two actions")
    };
    assert_eq!((own.action(), own.condition_key(), own.values().count()), ("my-mailer:SendLetter", None, 0));
    assert_eq!(pass_role.action(), "iam:PassRole");
    assert_eq!(pass_role.condition_key(), Some("iam:PassedToService"));
    assert_eq!(pass_role.values().collect::<Vec<_>>(), ["mailer.example.com", "post.example.com"]);
    assert!(pass_role.access_levels().contains(AccessLevel::PermissionsManagement));
    let clients: Vec<_> = SERVICE.operations().map(|operation| (operation.name(), operation.sdk_client())).collect();
    assert_eq!(clients, [("SendLetter", Some("mailer")), ("SendLetter", Some("old-mailer"))]);
    assert!(Operation::OldMailerSendLetter.authorized_by().is_empty());
    assert_eq!(Operation::SendLetter.any().typed(), Some(Operation::SendLetter));
    assert_eq!(catalog::a2c::SERVICE.operations().len(), 0);
}

#[test]
fn a_handle_of_another_service_is_not_of_this() {
    let foreign = catalog::ses::Action::SendEmail.any();
    assert_eq!(foreign.typed::<Action>(), None);
    assert_eq!(foreign.typed(), Some(catalog::ses::Action::SendEmail));
    assert_ne!(foreign, Action::SendLetter.any());
    // Each of these actions is the first one of its service, so the prefix decides the order.
    assert!(Action::SendLetter.any() < catalog::ses::Action::ALL[0].any(), "by prefix");
}

#[test]
fn a_service_may_say_where_it_comes_from() {
    let pages: Vec<_> = SERVICE.pages().map(|page| (page.file_name, page.edition)).collect();
    let october = Edition::new(2026, 10);
    assert_eq!(pages, [("mailer.md", october), ("post.md", None)]);
    assert_eq!(SERVICE.edition(), october);
    assert_eq!((renamed::SERVICE.pages().len(), renamed::SERVICE.edition()), (0, None));
}

#[test]
fn a_service_of_ones_own_is_not_in_the_catalog() {
    assert_eq!(catalog::Service::find("my-mailer"), None);
    let error = "my-mailer:SendLetter".parse::<catalog::AnyAction>().unwrap_err();
    assert_eq!(error.kind(), NameErrorKind::UnknownService);
}

#[test]
fn other_names_will_do() {
    use renamed::{Keys, Kinds, SEND, SENDING, SERVICE, Verbs};
    assert_eq!(Verbs::Do.resource_types().get(0).map(|taken| taken.resource_type), Some(Kinds::Thing));
    assert_eq!(Verbs::Do.condition_keys().get(0), Some(Keys::Colour));
    assert_eq!(SERVICE.name(), "other");
    assert!(SENDING.contains(&SEND.any()));
}

#[test]
fn lists_walk_both_ways() {
    let keys = Action::SendLetter.condition_keys();
    let mut ends = keys.iter();
    assert_eq!(ends.len(), 2);
    assert_eq!((ends.next_back(), ends.next(), ends.next(), ends.next_back()), {
        (Some(ConditionKey::Tagged), Some(ConditionKey::Sender), None, None)
    });
    assert_eq!(format!("{keys:?}"), "[my-mailer:Sender, aws:Tag/${TagKey}]");
}
