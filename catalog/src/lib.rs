//! The names of AWS IAM, checked by the Rust compiler.
//!
//! An IAM policy names its permissions in strings. A typo in `"ses:SendEmail"` deploys, grants nothing, and nobody is
//! told. This crate holds every action, resource type and condition key of AWS's
//! [service authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/), as types:
//!
//! ```
//! use catalog::{AccessLevel, AnyAction, action, ses};
//!
//! // At compile time: a typo is an error on the string, with a suggestion.
//! const SEND: ses::Action = action!("ses:SendEmail");
//! assert_eq!(SEND, ses::Action::SendEmail);
//!
//! // At run time, over all services. IAM ignores case, printing restores AWS's.
//! let parsed: AnyAction = "SES:sendemail".parse()?;
//! assert_eq!(parsed, SEND.any());
//! assert_eq!(parsed.to_string(), "ses:SendEmail");
//!
//! // What the reference says of it.
//! assert!(SEND.access_levels().contains(AccessLevel::Write));
//! let identity = SEND.resource_types().iter().find(|taken| taken.resource_type == ses::ResourceType::Identity);
//! assert_eq!(identity.and_then(|taken| taken.required), Some(true)); // `None` would be "not stated"
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # Find a service
//! A service is a module. Its name is the service prefix, which is what stands in front of the colon in
//! `ses:SendEmail`, with `-` as `_`: [`ses`], [`access_analyzer`]. In it are the enums `Action`, `ResourceType`,
//! `ConditionKey` and, where the reference lists any, `Operation`, and the constant `SERVICE`. The page of `Action`
//! begins with a table: [`ses::Action`](ses::Action#at-a-glance).
//!
//! The search at the top of this page finds names without their prefix (`SendEmail`), and with the module in front
//! (`ses::SendEmail`). A program finds services with [`Service::find`] and [`services()`].
//!
#![cfg_attr(doc, doc = include_str!("services.md"))]
//!
//! # Ask
//! Answers are iterators, so that questions follow each other. [`ActionQuery`] has those about actions; it works on
//! everything that gives [`AnyAction`]s.
//!
//! ```
//! use catalog::{AccessLevel, ActionQuery as _, AnyConditionKey, AnyResourceType, action};
//!
//! // What does a pattern stand for? What of that changes something?
//! let changing = AccessLevel::Write | AccessLevel::PermissionsManagement;
//! assert_eq!(catalog::expand("iam:Get*")?.with_access_levels(changing).count(), 0);
//!
//! // What does `NotAction` leave?
//! assert!(catalog::except(&["iam:*", "s3:Get*"])?.any(|left| left == action!("s3:PutObject").any()));
//!
//! // Which actions take a bucket, and which of them cannot do without one?
//! let bucket: AnyResourceType = "s3:bucket".parse()?;
//! assert!(bucket.actions().count() > bucket.actions_requiring().count());
//!
//! // Which actions know this key, in whichever service?
//! let tags: AnyConditionKey = "aws:TagKeys".parse()?;
//! assert!(tags.everywhere().flat_map(AnyConditionKey::actions).count() > 1_000);
//!
//! // What else does a caller need? `None` is "not stated", which is not "nothing".
//! if let Some(mut needed) = action!("lambda:CreateFunction").any().needs() {
//!     assert!(needed.any(|one| one == Ok(action!("iam:PassRole").any())));
//! }
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # Sets, and back to few patterns
//! An [`ActionSet`] holds a bit for every action. [`shrink`](ActionSet::shrink) writes it as few characters of patterns
//! that mean just that, to fit into a policy:
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
//! # What is where
//! * **One service**: the enums of its module. `any()` leads from a variant to its handle, [`AnyAction::typed`] back.
//! * **All services**: the handles [`AnyAction`], [`AnyResourceType`], [`AnyConditionKey`], [`AnyOperation`] and
//!   [`Service`], which are `Copy`, parse and print; lists of them: [`actions()`], [`resource_types`],
//!   [`condition_keys`], [`operations`], [`services()`].
//! * **Patterns**, where `*` and `?` are special and nothing else is: [`expand`], [`except`], [`ActionPattern`].
//! * **At compile time**: [`action!`], [`actions!`], [`condition_key!`].
//! * **Your own service**: the attributes that the enums of this crate are made with, in [`define`].
//!
//! # Features
//! All are off by default, and no service is behind one: the linker leaves out what a program does not use.
//! * `arn`: what the ARNs of resource types look like. `ses::ResourceType::Identity.arn_formats()` gives `ArnFormat`s,
//!   which match ARNs, take them apart and put them together; `resource_types_of` leads from an ARN to the types that
//!   it can be of. Without the feature no ARN format is in a binary.
//! * `policy`: whole policies, read, built, checked and written, also through `serde`: `catalog::policy`. It brings `arn`
//!   and `policy-macros` with it, and needs a heap.
//! * `policy-macros`: policies checked at compile time, in files and in the source: `include_policy!`, `policy!`. Nothing
//!   of it is in a program.
//! * `serde`: enums and handles as their full names.
//!
//! # How old it is, and how far to trust it
//! [`edition`](edition()) is the month of the reference that the catalog shows. Each service names its pages and the
//! month of each: [`Service::pages`], [`Service::edition`]. Some facts are of another month: [`edition_of`].
//! [`AnyAction::reference_url`] leads to an action on AWS's own page.
//! [`AnyAction::listed_since`] is the month in which AWS's reference first listed an action. A name that it no longer lists is an
//! error with the last month: [`NameError::last_listed`].
//!
//! The catalog is what the pages say, and the pages are not the whole truth: some actions work that no page lists.
//! What a page does not state is kept apart from what it states as none: [`AccessLevels::is_stated`],
//! [`AnyAction::dependent_actions`], [`ActionResourceType::required`], [`Service::actions_are_left_out`]. So is what a page
//! uses and does not define: [`AnyAction::undefined_condition_keys`], [`AnyAction::undefined_resource_types`]. The page of
//! each module says what is not stated there.
//!
//! # What it costs
//! Nothing is taken from the heap and nothing is set up: the tables are constants. A program carries what it uses: the
//! names of the services whose names it reads or writes, and the tables of those whose facts it asks for or whose
//! handles it takes. The crate is `no_std` and has no build script.
#![cfg_attr(feature = "arn", doc = "\n", doc = include_str!("arn/arn.md"))]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The attribute macros name this crate by its name, in here too.
extern crate self as catalog;

#[cfg(feature = "policy")]
extern crate alloc;
#[cfg(test)]
#[macro_use]
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
// Generated, and formatted by its generator.
#[rustfmt::skip]
#[allow(clippy::doc_markdown, reason = "AWS's names of its services stand in prose as AWS writes them")]
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

/// Enums for the names of your own service, by the attributes that the enums of this crate are made with.
///
/// The three enums of a service stand in one module and find each other by their names.
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

/// What the macros write names of. Not for use by hand: it changes without notice.
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
