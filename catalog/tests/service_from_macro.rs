//! Tests the attributes on enums that a `macro_rules!` macro writes, and on enums with unusual tokens.

#![allow(non_camel_case_types, missing_docs, reason = "services that are not AWS's")]

/// Declares a service from fragments such as `$krate:path`. The compiler passes most fragments to the attributes as
/// groups without delimiters, which the attributes must read.
macro_rules! service {
    (
        [$visibility:vis,] $krate:path, $prefix:literal $title:literal $edition:literal,
        $(#[$attribute:meta])*
        $action:ident $name:literal $url:expr, $level:literal $dependent:literal $description:literal,
        $resource_type:ident $arn:literal,
        $key:ident $key_name:literal $value_type:path
    ) => {
        #[catalog::define::actions(service = $prefix, name = $title, edition = $edition, pages("post.md"), crate = $krate)]
        $visibility enum Action {
            $(#[$attribute])*
            #[doc = $description]
            #[action(name = $name, url = $url, access_levels($level), page = "post.md")]
            #[row(resource_types(required $resource_type), condition_keys($key), dependent_actions($dependent))]
            $action,
        }

        #[catalog::define::resource_types(service = $prefix)]
        $visibility enum ResourceType {
            #[resource_type(arns($arn))]
            $resource_type,
        }

        #[catalog::define::condition_keys(service = $prefix)]
        $visibility enum ConditionKey {
            #[condition_key(name = $key_name, type = $value_type)]
            $key,
        }
    };
}

pub mod post {
    service! {
        [pub(crate),] ::catalog, "post" "Post" "2026-10",
        #[rustfmt::skip]
        Send "send-letter" "https://example.com/send", "Write" "iam:PassRole" "Sends a letter",
        Letter "arn:${Partition}:post:::letter/${Id}",
        Sender "post:Sender" String
    }
}

/// The enums inherit their visibility, which is a group without any token.
mod private {
    service! {
        [,] ::catalog, "post" "Post" "2026-10",
        r#type "send-letter" "https://example.com/send", "Write" "iam:PassRole" "Sends a letter",
        r#impl "arn:${Partition}:post:::letter/${Id}",
        r#match "post:Sender" String
    }

    #[test]
    fn raw_identifiers_can_be_referred_to() {
        assert_eq!(Action::r#type.resource_types().get(0).map(|taken| taken.resource_type), Some(ResourceType::r#impl));
        assert_eq!(Action::r#type.condition_keys().get(0), Some(ConditionKey::r#match));
    }
}

pub mod unusual {
    use catalog::define::{actions, condition_keys, operations, resource_types};

    #[actions(service = r"unusual", name = r#"An "unusual" service"#, operations = Operation)]
    pub(in crate::unusual) enum Action {
        #[doc = concat!("Not", " read")]
        #[rustfmt::skip]
        r#type,
        /** Sends
        letters */
        #[doc = r#"and "parcels""#]
        Send,
    }

    #[resource_types(service = "unusual")]
    enum ResourceType {
        r#type,
    }

    #[condition_keys(service = "unusual")]
    enum ConditionKey {
        r#type,
    }

    #[operations(service = "unusual")]
    enum Operation {
        r#type,
    }

    #[test]
    fn names_do_not_hold_the_mark_of_a_raw_identifier() {
        assert_eq!(Action::r#type.to_string(), "unusual:type");
        assert_eq!(ResourceType::r#type.to_string(), "unusual:type");
        assert_eq!(ConditionKey::r#type.to_string(), "unusual:type");
        assert_eq!(Operation::r#type.name(), "type");
    }

    #[test]
    fn literals_of_every_form_are_read() {
        assert_eq!((SERVICE.prefix(), SERVICE.name()), ("unusual", "An \"unusual\" service"));
        assert_eq!(Action::Send.description(), Some("Sends letters and \"parcels\""));
        assert_eq!(Action::r#type.description(), None);
    }
}

#[test]
fn fragments_are_read_as_their_tokens() {
    use post::{Action, ConditionKey, ResourceType, SERVICE};
    assert_eq!(
        (SERVICE.prefix(), SERVICE.name(), SERVICE.edition()),
        ("post", "Post", catalog::Edition::new(2026, 10))
    );
    assert_eq!(Action::Send.to_string(), "post:send-letter");
    assert_eq!(Action::Send.description(), Some("Sends a letter"));
    assert_eq!(Action::Send.url(), Some("https://example.com/send"));
    assert!(Action::Send.access_levels().contains(catalog::AccessLevel::Write));
    assert_eq!(Action::Send.resource_types().get(0).map(|taken| taken.resource_type), Some(ResourceType::Letter));
    assert_eq!(Action::Send.condition_keys().get(0), Some(ConditionKey::Sender));
    assert_eq!(Action::Send.dependent_actions().unwrap().iter().collect::<Vec<_>>(), ["iam:PassRole"]);
    assert_eq!(ConditionKey::Sender.value_type(), Some(catalog::ConditionKeyType::String));
}

#[test]
fn checking_macros_read_fragments() {
    macro_rules! names {
        ($action:literal $pattern:literal $key:literal $service:literal) => {
            (
                catalog::action!($action),
                catalog::actions![$pattern, $action],
                catalog::condition_key!($key, service = $service),
            )
        };
    }
    let (action, actions, key) = names!("ses:SendEmail" "ses:GetSendQuota" "aws:TagKeys" "ses");
    assert_eq!(actions, [catalog::ses::Action::GetSendQuota.any(), action.any()]);
    assert_eq!(key.name(), "aws:TagKeys");
}
