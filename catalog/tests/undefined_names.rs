//! Tests facts that AWS's pages leave open: names that they use but do not define, whether a resource type is required,
//! and dependent actions. Also tests operations that two pages list.

use catalog::{AnyConditionKey, AnyResourceType};

pub mod mailer {
    //! A service whose pages leave some facts open.

    use catalog::define::{actions, condition_keys, operations, resource_types};

    /// Actions.
    #[actions(
        service = "open-mailer",
        pages("list_mailer.md", "list_mailerv2.md"),
        dependent_actions_stated,
        operations = Operation
    )]
    pub enum Action {
        #[row(
            resource_types(Mailbox, not_defined "parcel box", required not_defined "bin", not_stated not_defined "tray"),
            condition_keys(Sender, not_defined "open-mailer:Weight", not_defined "aws:Weight/${Unit}")
        )]
        #[row(
            resource_types(not_stated Mailbox, required Stamp, not_stated not_defined "parcel box"),
            condition_keys(not_defined "open-mailer:Weight", not_defined "open-mailer:Size")
        )]
        SendLetter,
        #[row(resource_types(not_stated Stamp, not_stated Mailbox))]
        #[row(resource_types(required Mailbox, Stamp), dependent_actions("iam:PassRole", "open-mailer:Unlisted"))]
        BuyStamp,
        #[row(resource_types(required not_defined "bin"), dependent_actions())]
        #[scenario(name = "By night", resource_types(required not_defined "lamp", not_stated Stamp))]
        EmptyBin,
        #[action(dependent_actions_not_stated)]
        #[row(resource_types(Mailbox))]
        #[row(condition_keys(Sender), dependent_actions_not_stated)]
        Wait,
        #[action(dependent_actions_not_stated)]
        Nothing,
    }

    /// Resource types.
    #[resource_types(service = "open-mailer")]
    pub enum ResourceType {
        #[resource_type(condition_keys(not_defined "open-mailer:Color"))]
        Mailbox,
        #[resource_type(condition_keys(Sender))]
        Stamp,
    }

    /// Condition keys.
    #[condition_keys(service = "open-mailer")]
    pub enum ConditionKey {
        Sender,
    }

    /// API operations.
    #[operations(service = "open-mailer")]
    pub enum Operation {
        SendLetter,
        #[operation(name = "SendLetter", page = "list_mailerv2.md")]
        Mailerv2SendLetter,
    }
}

use mailer::{Action, Operation, ResourceType, SERVICE};

#[test]
fn names_that_are_not_defined_are_kept_apart() {
    let send = Action::SendLetter;
    let keys: Vec<_> = send.any().undefined_condition_keys().collect();
    assert_eq!(keys, ["open-mailer:Weight", "aws:Weight/${Unit}", "open-mailer:Size"]);
    let types: Vec<_> = send.any().undefined_resource_types().map(|of| (of.resource_type, of.required)).collect();
    assert_eq!(types, [("parcel box", None), ("bin", Some(true)), ("tray", None)]);
    assert_eq!(ResourceType::Mailbox.any().undefined_condition_keys().collect::<Vec<_>>(), ["open-mailer:Color"]);
    assert_eq!(ResourceType::Stamp.any().undefined_condition_keys().next(), None);
    assert_eq!(Action::BuyStamp.any().undefined_condition_keys().next(), None);
    assert_eq!(Action::BuyStamp.any().undefined_resource_types().next(), None);
    assert_eq!(
        Action::EmptyBin.any().undefined_resource_types().count(),
        1,
        "a scenario is an alternative to the rows"
    );
    // Undefined names are not entries of the service.
    assert_eq!((SERVICE.condition_keys().len(), SERVICE.resource_types().len()), (1, 2));
    assert_eq!((send.condition_keys().len(), send.resource_types().len()), (1, 2));
    assert!(SERVICE.condition_key("open-mailer:Weight").is_none() && SERVICE.resource_type("bin").is_none());
    assert!("open-mailer:Weight".parse::<AnyConditionKey>().is_err());
    assert!("open-mailer:bin".parse::<AnyResourceType>().is_err());
    // However, an action that accepts an undefined resource type supports resources.
    assert!(Action::EmptyBin.resource_types().is_empty() && Action::EmptyBin.supports_resources());
    assert!(!Action::Nothing.supports_resources());
}

#[test]
fn whether_a_resource_type_is_required_is_stated_or_not() {
    let of = |action: Action| action.any().resource_types().iter().map(|of| of.required).collect::<Vec<_>>();
    // When rows are merged, a type is required if any row requires it. Otherwise, it is not stated if any row does not
    // state it.
    assert_eq!(of(Action::SendLetter), [None, Some(true)]);
    assert_eq!(of(Action::BuyStamp), [None, Some(true)]);
    assert_eq!(of(Action::Wait), [Some(false)]);
    let stamp = ResourceType::Stamp.any();
    assert!(stamp.actions().eq([Action::SendLetter.any(), Action::BuyStamp.any()]));
    assert!(
        stamp.actions_requiring().eq([Action::SendLetter.any()]),
        "actions for which this is not stated are not included"
    );
}

#[test]
fn an_action_needs_its_dependent_actions_and_nothing_from_operations() {
    let needs = |action: Action| action.any().needs().map(Iterator::collect::<Vec<_>>);
    let pass_role = catalog::action!("iam:PassRole").any();
    assert_eq!(needs(Action::BuyStamp), Some(vec![Ok(pass_role), Err("open-mailer:Unlisted")]));
    assert_eq!(needs(Action::SendLetter), Some(vec![]));
    assert_eq!(needs(Action::EmptyBin), Some(vec![]));
    assert_eq!((needs(Action::Wait), needs(Action::Nothing)), (None, None));
    let backwards: Vec<_> = Action::BuyStamp.any().needs().into_iter().flatten().rev().collect();
    assert_eq!(backwards, [Err("open-mailer:Unlisted"), Ok(pass_role)]);
}

#[test]
fn operations_of_two_pages_are_told_apart() {
    assert_eq!(Operation::SendLetter.name(), Operation::Mailerv2SendLetter.name());
    assert_eq!(Operation::SendLetter.any().page(), Some("list_mailer.md"));
    assert_eq!(Operation::Mailerv2SendLetter.any().page(), Some("list_mailerv2.md"));
}
