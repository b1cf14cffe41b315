//! The types that replace an enum if a service has no resource types or no condition keys.
//!
//! All such services share these types. An enum costs the compiler about twenty functions, and one enum in eight would
//! be empty.

#![allow(unreachable_pub, dead_code, reason = "the methods of all enums, on types without a value")]

/// An empty enum of actions, because each of the two types below must refer to an enum of actions.
#[derive(Clone, Copy, PartialEq)]
pub enum NoAction {}

crate::__actions! {
    pub NoAction [] "" "no service" false "" (::core::option::Option::None)
    NoResourceType, NoConditionKey, []
    names "" b"" b""
    facts "" b"" [] []
}

/// The resource types of a service that defines none. The actions of the service accept only the resource `*`.
///
/// The name `ResourceType` in the module of such a service is an alias of this type, which has no values.
#[derive(Clone, Copy, PartialEq)]
pub enum NoResourceType {}

crate::__resource_types! {
    NoResourceType [] NoAction, NoConditionKey,
    names "" b"" b""
    facts "" b"" []
    arns "" b""
}

/// The condition keys of a service that defines none of its own. Only global keys can be used with the actions of the
/// service.
///
/// The name `ConditionKey` in the module of such a service is an alias of this type, which has no values.
#[derive(Clone, Copy, PartialEq)]
pub enum NoConditionKey {}

crate::__condition_keys! {
    NoConditionKey [] NoAction,
    names "" b"" b""
    facts "" b""
}
