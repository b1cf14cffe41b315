//! What a service has in place of an enum where it has nothing of the kind.
//!
//! One type serves them all: an enum costs a compiler some twenty functions, and every eighth would be empty.

#![allow(unreachable_pub, dead_code, reason = "the methods of all enums, on types without a value")]

/// The owner that the types below ask for.
#[derive(Clone, Copy, PartialEq)]
pub enum NoAction {}

crate::__actions! {
    pub NoAction [] "" "no service" false "" (::core::option::Option::None)
    NoResourceType, NoConditionKey, []
    names "" b"" b""
    facts "" b"" [] []
}

/// The resource types of a service that has none: its actions take no resource but `*`.
///
/// Such a service's `ResourceType` is another name of this type, which has no value.
#[derive(Clone, Copy, PartialEq)]
pub enum NoResourceType {}

crate::__resource_types! {
    NoResourceType [] NoAction, NoConditionKey,
    names "" b"" b""
    facts "" b"" []
    arns "" b""
}

/// The condition keys of a service that has none of its own: only global keys can be used with its actions.
///
/// Such a service's `ConditionKey` is another name of this type, which has no value.
#[derive(Clone, Copy, PartialEq)]
pub enum NoConditionKey {}

crate::__condition_keys! {
    NoConditionKey [] NoAction,
    names "" b"" b""
    facts "" b""
}
