//! AWS IAM names as Rust types, checked by the compiler.
//!
//! An IAM policy names its permissions in strings. A policy with a typo such as `"ses:SendEmial"` deploys without an
//! error and grants nothing. This crate defines every action, resource type and condition key in AWS's [service
//! authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/) as a type:
//!
//! ```
//! use catalog::{AccessLevel, AnyAction, action, ses};
//!
//! // At compile time: a typo is a compile error at the string, with a suggestion.
//! const SEND: ses::Action = action!("ses:SendEmail");
//! assert_eq!(SEND, ses::Action::SendEmail);
//!
//! // At run time, over all services: parsing ignores case, and printing restores AWS's spelling.
//! let parsed: AnyAction = "SES:sendemail".parse()?;
//! assert_eq!(parsed, SEND.any());
//! assert_eq!(parsed.to_string(), "ses:SendEmail");
//!
//! // Facts about the action.
//! assert!(SEND.access_levels().contains(AccessLevel::Write));
//! let identity = SEND.resource_types().iter().find(|accepted| accepted.resource_type == ses::ResourceType::Identity);
//! assert_eq!(identity.and_then(|accepted| accepted.required), Some(true)); // `None` would mean "not stated"
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # Where to start
//! | You want to | Use |
//! | --- | --- |
//! | check a name at compile time | [`action!`], [`actions!`], [`condition_key!`] |
//! | parse a name at run time | [`AnyAction`], [`AnyResourceType`], [`AnyConditionKey`], each with `str::parse` |
//! | work with one service | the enums of its module, such as [`ses::Action`] and [`ses::ConditionKey`] |
//! | find a service | [`Service::find`], [`services()`] |
//! | list all names | [`actions()`], [`resource_types`], [`condition_keys`], [`operations`] |
//! | find the actions that a pattern matches | [`expand`], or [`except`] for `NotAction` |
//! | filter actions by their facts | [`ActionQuery`] |
//! | combine sets of actions and write them as few patterns | [`ActionSet`] |
//! | match, parse or build ARNs | the feature `arn`: `resource_types_of`, `ArnFormat` |
//! | parse, build, write or check a policy | the feature `policy`: the module `policy` |
//! | check all policies of a directory in a test | the feature `std`: `policy::check_dir` |
//! | check a policy at compile time | the feature `policy-macros`: `include_policy!`, `policy!` |
//! | define the names of your own service | the attributes in [`define`] |
//!
//! # Find a service
//! Each service is a module. The name of the module is the service prefix, such as `ses` in `ses:SendEmail`, with `_`
//! for `-`: [`ses`], [`access_analyzer`]. The module contains the constant `SERVICE` and the enums `Action`,
//! `ResourceType` and `ConditionKey`. If the reference lists API operations, it also contains the enum `Operation`. The
//! page of each `Action` begins with a table: [`ses::Action`](ses::Action#at-a-glance).
//!
//! The search at the top of this page finds names without their prefix (`SendEmail`) and names with their module
//! (`ses::SendEmail`). At run time, use [`Service::find`] and [`services()`].
//!
#![cfg_attr(doc, doc = include_str!("services.md"))]
//!
//! # Enums and handles
//! The enums of a module cover one service. The handles [`AnyAction`], [`AnyResourceType`], [`AnyConditionKey`],
//! [`AnyOperation`] and [`Service`] cover all services. Handles are `Copy` and implement `Display`. All except
//! [`AnyOperation`] and [`Service`] implement `FromStr`. The method `any` converts a variant to its handle, and
//! [`AnyAction::typed`] converts the handle back.
//!
//! # Queries
//! Queries return iterators, so you can chain them. [`ActionQuery`] has the filters for actions. It is implemented for
//! every iterator over [`AnyAction`]s.
//!
//! ```
//! use catalog::{AccessLevel, ActionQuery as _, AnyConditionKey, AnyResourceType, action};
//!
//! // The actions that match a pattern and change something:
//! let changing = AccessLevel::Write | AccessLevel::PermissionsManagement;
//! assert_eq!(catalog::expand("iam:Get*")?.with_access_levels(changing).count(), 0);
//!
//! // The actions that remain after `NotAction`:
//! assert!(catalog::except(&["iam:*", "s3:Get*"])?.any(|left| left == action!("s3:PutObject").any()));
//!
//! // The actions that accept a bucket, and the actions that require one:
//! let bucket: AnyResourceType = "s3:bucket".parse()?;
//! assert!(bucket.actions().count() > bucket.actions_requiring().count());
//!
//! // The actions of any service that support a condition key:
//! let tags: AnyConditionKey = "aws:TagKeys".parse()?;
//! assert!(tags.everywhere().flat_map(AnyConditionKey::actions).count() > 1_000);
//!
//! // The further actions that a caller needs. `None` means "not stated", which is not the same as "none".
//! if let Some(mut needed) = action!("lambda:CreateFunction").any().needs() {
//!     assert!(needed.any(|one| one == Ok(action!("iam:PassRole").any())));
//! }
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # Sets of actions
//! An [`ActionSet`] has one bit for every action. [`shrink`](ActionSet::shrink) converts the set to a short list of
//! patterns that match exactly its actions. A short list matters because AWS limits the size of a policy:
//!
//! ```
//! use catalog::ActionSet;
//!
//! let set = ActionSet::from_patterns(["s3:GetObject*", "s3:GetBucket*"])? - ActionSet::from_patterns(["s3:*Acl"])?;
//! let patterns: Vec<String> = set.shrink().map(|pattern| pattern.to_string()).collect();
//! assert!(patterns.len() < set.len());
//! assert_eq!(ActionSet::from_patterns(&patterns)?, set);
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # Features
//! All features are off by default. There is no feature per service, because the linker removes the services that a
//! program does not use.
//! * `arn`: the ARN formats of resource types. `ses::ResourceType::Identity.arn_formats()` returns `ArnFormat`s, which
//!   match, parse and build ARNs. `resource_types_of` returns the resource types that match an ARN. Without the feature,
//!   a program contains no ARN format.
//! * `policy`: whole policies, which you can parse, build, check and write, also through `serde`. See
//!   `catalog::policy`. The feature enables `arn` and `policy-macros`, and needs an allocator.
//! * `policy-macros`: macros that check policies in files and in source code at compile time: `include_policy!`,
//!   `policy!`. The feature adds no code to a program.
//! * `std`: `catalog::policy::check_dir`, which checks all policies of a directory in a test. The feature enables `policy`,
//!   and needs the standard library.
//! * `serde`: `Serialize` and `Deserialize` for enums and handles, as full names.
//!
//! # Age and completeness
//! [`edition`](edition()) is the month of the reference that the catalog represents. Each service names its pages and
//! their months: [`Service::pages`], [`Service::edition`]. Some facts are from another month: [`edition_of`].
//! [`AnyAction::reference_url`] is the address of an action on AWS's own page.
//!
//! [`AnyAction::listed_since`] is the month in which AWS's reference first listed an action. Parsing a name that the
//! reference no longer lists returns an error with the last month: [`NameError::last_listed`].
//!
//! The catalog contains what AWS's pages state, and the pages are incomplete: some actions work although no page lists
//! them. The API distinguishes three cases in which a fact is missing:
//! * A page does not state a fact, which differs from stating that there is none: [`AccessLevels::is_stated`],
//!   [`AnyAction::dependent_actions`], [`ActionResourceType::required`].
//! * A page has no Actions table: [`Service::actions_are_left_out`].
//! * A page uses a name but does not define it: [`AnyAction::undefined_condition_keys`],
//!   [`AnyAction::undefined_resource_types`].
//!
//! The page of each module lists the facts that are not stated for its service.
//!
//! # Cost
//! Without the feature `policy`, the crate does not allocate. It needs no initialization, because its tables are
//! constants. A program contains only the tables that it uses. If it parses or prints names of a service, it contains
//! the names of that service. If it uses facts or handles of a service, it contains the facts of that service. The
//! crate is `no_std` and has no build script.
#![cfg_attr(feature = "arn", doc = "\n", doc = include_str!("arn/arn.md"))]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The attribute macros emit paths that begin with `catalog`, and this crate uses them as well.
extern crate self as catalog;

#[cfg(feature = "policy")]
extern crate alloc;
#[cfg(test)]
#[macro_use]
extern crate std;
#[cfg(all(feature = "std", not(test)))]
extern crate std;

#[macro_use]
mod serde;
#[macro_use]
mod enums;

#[cfg(feature = "arn")]
mod arn;
mod facts;
mod handles;
mod lookup;
mod macros;
#[cfg(feature = "policy")]
pub mod policy;
mod query;
// The generator also formats these files, in its own way, so `rustfmt` must not change them.
#[rustfmt::skip]
#[allow(clippy::doc_markdown, reason = "AWS's service names appear in prose as AWS spells them")]
mod services;
mod set;
mod tables;
mod undefined;

#[cfg(feature = "arn")]
pub use arn::{ArnFormats, ArnFormatsIter, ResourceTypesOf, resource_types_of};
#[cfg(feature = "arn")]
#[doc(inline)]
pub use catalog_core::arn::{Arn, ArnError, ArnErrorKind, ArnField, ArnFormat, ArnFormatError, ArnParts, ArnPartsIter};
#[doc(inline)]
pub use catalog_core::{
    AccessLevel, AccessLevels, AccessLevelsIter, ConditionKeyType, Edition, NameError, NameErrorKind, NameKind,
    Suggestion,
};
pub use enums::{NoConditionKey, NoResourceType, Typed};
pub use facts::{ActionResourceType, List, ListIter};
pub use handles::{
    AnyAction, AnyConditionKey, AnyOperation, AnyResourceType, AuthorizedAction, Page, Pages, ReferenceUrl, Service,
    ServiceActions, ServiceConditionKeys, ServiceOperations, ServiceResourceTypes,
};
pub use lookup::{FactKind, Services, edition, edition_of, services};
pub use query::{
    ActionOperations, ActionPattern, ActionQuery, Actions, ConditionKeys, Everywhere, Expand, Matching, Needs,
    NotMatching, OperationActions, Operations, Requiring, ResourceTypes, Taking, TakingNoResource, Where,
    WithAccessLevels, WithConditionKey, WithConditionKeyNamed, actions, condition_keys, except, expand, operations,
    resource_types,
};
#[doc(inline)]
pub use services::*;
pub use set::{ActionSet, ActionSetIter, NotInCatalogError, Shrink};
pub use undefined::{UndefinedConditionKeys, UndefinedResourceTypes};

/// Attributes that define the names of your own service. The enums of this crate use the same attributes.
///
/// | You want to define | Use |
/// | --- | --- |
/// | the actions of a service | [`actions`](macro@define::actions) |
/// | its resource types | [`resource_types`](macro@define::resource_types) |
/// | its condition keys | [`condition_keys`](macro@define::condition_keys) |
/// | its API operations | [`operations`](macro@define::operations) |
///
/// Put the enums of a service into one module, because they refer to each other by their names.
///
/// ```
/// pub mod mailer {
///     use catalog::define::{actions, condition_keys, resource_types};
///
///     #[actions(service = "mailer", name = "Example Mailer")]
///     pub enum Action {
///         /// Sends a letter
///         #[action(access_levels("Write"))]
///         #[row(resource_types(required Mailbox), condition_keys(Sender))]
///         SendLetter,
///     }
///
///     #[resource_types(service = "mailer")]
///     pub enum ResourceType {
///         #[resource_type(name = "mailbox")]
///         Mailbox,
///     }
///
///     #[condition_keys(service = "mailer")]
///     pub enum ConditionKey {
///         #[condition_key(name = "mailer:Sender", type = String)]
///         Sender,
///     }
/// }
///
/// let send: mailer::Action = "mailer:sendletter".parse()?;
/// assert_eq!(send.description(), Some("Sends a letter"));
/// assert!(send.resource_types().iter().all(|taken| taken.is_required()));
/// # Ok::<_, catalog::NameError>(())
/// ```
pub mod define {
    pub use catalog_macros::{actions, condition_keys, operations, resource_types};
}

/// The items that the output of the macros refers to. Do not use them directly, because they change without notice.
#[doc(hidden)]
pub mod __private {
    pub use catalog_core::packed::PackedTables;
    #[cfg(feature = "policy")]
    pub use catalog_macros::condition;
    pub use catalog_macros::{action, action_list, condition_key, overview};
    #[cfg(feature = "policy-macros")]
    pub use catalog_macros::{include_policy, policy};
    #[cfg(feature = "serde")]
    pub use serde;

    #[cfg(feature = "arn")]
    pub use crate::arn::arn_formats;
    #[cfg(feature = "policy")]
    pub use crate::policy::checked_comparison;
    #[cfg(feature = "serde")]
    pub use crate::serde::deserialize_name;
    pub use crate::{
        enums::{
            Owned, cmp, condition_keys, dependent_actions, display_pair, parse, resource_type_condition_keys,
            resource_types,
        },
        handles::{authorized_by, has_page},
        tables::{
            ActionTable, ArnTable, ConditionKeyTable, NameTable, OperationTable, Owner, ResourceTypeTable,
            ServiceFacts, ServiceTable, Tables,
        },
    };
}
