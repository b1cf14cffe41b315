//! AWS IAM names that the Rust compiler checks.
//!
//! An IAM policy names its permissions in strings. A typo in `"ses:SendEmail"` deploys, grants nothing, and nobody is
//! told. This crate holds the actions, condition keys and resource types of AWS's
//! [service authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/) as types:
//!
//! ```
//! use catalog::{AccessLevel, AnyAction, action, ses};
//!
//! // Checked at compile time: a typo is an error on the string, with a suggestion.
//! const SEND: ses::Action = action!("ses:SendEmail");
//! assert_eq!(SEND.name(), "SendEmail");
//! assert_eq!(SEND.to_string(), "ses:SendEmail");
//!
//! // What AWS's page says of it.
//! assert!(SEND.access_levels().contains(AccessLevel::Write));
//! assert!(SEND.resource_types().iter().any(|taken| taken.resource_type == ses::ResourceType::Identity));
//! assert!(SEND.dependent_actions().is_none()); // AWS's pages are silent on that, which is not "there are none"
//!
//! // Checked at run time: IAM ignores case, printing restores AWS's.
//! let any: AnyAction = "SES:sendemail".parse()?;
//! assert_eq!(any.to_string(), "ses:SendEmail");
//! assert_eq!(any, SEND.any());
//!
//! // Patterns: `*` and `?`, nothing else is special.
//! for action in catalog::expand("ses:Get*")? {
//!     println!("{action:40} {}", action.access_levels());
//! }
//! let reads = ses::Action::ALL.iter().filter(|action| action.access_levels().contains(AccessLevel::Read));
//! # let _ = reads;
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # Questions it answers
//! ```
//! use catalog::{AccessLevel, ActionQuery as _, ActionSet, AnyConditionKey, AnyResourceType, action};
//!
//! // Which actions take a bucket, and which of them cannot do without one?
//! let bucket: AnyResourceType = "s3:bucket".parse()?;
//! assert!(bucket.actions().count() > bucket.actions_requiring().count());
//!
//! // What may this pattern change?
//! let levels = AccessLevel::Write | AccessLevel::PermissionsManagement;
//! assert_eq!(catalog::expand("iam:Get*")?.with_access_levels(levels).count(), 0);
//!
//! // What does `NotAction` leave? Which actions know this key, in whichever service?
//! assert!(catalog::except(&["iam:*", "s3:Get*"])?.any(|left| left == action!("s3:PutObject").any()));
//! let tags: AnyConditionKey = "aws:TagKeys".parse()?;
//! assert!(tags.everywhere().flat_map(AnyConditionKey::actions).count() > 1_000);
//!
//! // What else does a caller need?
//! let create = action!("lambda:CreateFunction").any();
//! assert!(create.needs().is_some_and(|mut needs| needs.any(|one| one == Ok(action!("iam:PassRole").any()))));
//!
//! // Which few patterns mean just these actions?
//! let set = ActionSet::from_patterns(["s3:GetObject*", "s3:GetBucket*"])? - ActionSet::from_patterns(["s3:*Acl"])?;
//! for pattern in set.shrink() {
//!     println!("{pattern}");
//! }
//! # Ok::<_, catalog::NameError>(())
//! ```
//!
//! # What is where
//! * A module a service, named by its prefix with `-` as `_`: [`ses`]. It has the enums `Action`, `ConditionKey` and
//!   `ResourceType`, and the constant `SERVICE`.
//! * Handles over all services: [`AnyAction`], [`AnyConditionKey`], [`AnyResourceType`], [`AnyOperation`],
//!   [`Service`].
//! * Over all services: [`actions()`], [`condition_keys`], [`resource_types`], [`operations`], [`except`]; what can be asked
//!   of actions: [`ActionQuery`]; sets of them: [`ActionSet`].
//! * Checked at compile time: [`action!`], [`actions!`], [`condition_key!`]. At run time: `parse`, [`expand`].
//! * The enums of your own service: [`define`].
//!
//! # What it costs
//! Nothing is taken from the heap and nothing is set up: the tables are constants. A program carries what it uses: the
//! names of the services whose names it reads or writes, and the tables of those whose facts it asks for or whose handles it
//! takes. The crate is `no_std` and has no build script.
//!
//! # Features
//! * `arn`: what the ARNs of resource types look like. `ses::ResourceType::Identity.arn_formats()` gives `ArnFormat`s,
//!   which match ARNs, take them apart and put them together; `resource_types_of` leads from an ARN to the types that it
//!   can be of. Without the feature no ARN format is in a binary.
//! * `serde`: enums and handles as their full names.
//!
//! # How far to trust it
//! Every service names the pages it comes from and the month of the reference that each shows: [`Service::pages`],
//! [`Service::edition`]; [`edition`](edition()) is the newest of all.
//!
//! The catalogue is what AWS's pages say, and the pages are not the whole truth: some actions work that no page lists.
//! What a page does not state is kept apart from what it states as none: [`AccessLevels::is_stated`],
//! [`AnyAction::dependent_actions`], [`Service::actions_are_left_out`].
#![cfg_attr(feature = "arn", doc = "\n", doc = include_str!("arn.md"))]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The attribute macros name this crate by its name, in here too.
extern crate self as catalog;

#[cfg(test)]
#[macro_use]
extern crate std;

#[macro_use]
mod arn;
#[macro_use]
mod serde;
#[macro_use]
mod typed;

mod all;
mod any;
mod display;
mod expand;
mod iterators;
mod list;
mod macros;
mod needs;
mod operation;
mod page;
mod pattern;
mod query;
mod registry;
mod service;
// Generated, and formatted by its generator.
#[rustfmt::skip]
#[allow(clippy::doc_markdown, reason = "AWS's names of its services stand in prose as AWS writes them")]
mod services;
mod set;
mod table;

pub use all::{
    AllActions, AllConditionKeys, AllOperations, AllResourceTypes, actions, condition_keys, operations, resource_types,
};
pub use any::{AnyAction, AnyConditionKey, AnyResourceType};
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
pub use expand::{Expand, expand};
pub use iterators::{Actions, ConditionKeys, Operations, ResourceTypes, Services, services};
pub use list::{ActionResourceType, List, ListIter};
pub use needs::{Authorizes, Needs, OperationActions};
pub use operation::{AnyOperation, AuthorizedAction};
pub use page::{Page, Pages, edition};
pub use pattern::ActionPattern;
pub use query::{
    ActionQuery, Everywhere, Matching, NotMatching, OfLevels, Requiring, Taking, TakingNone, Where, WithKey,
    WithKeyNamed, except,
};
pub use service::Service;
#[doc(inline)]
pub use services::*;
pub use set::{ActionSet, ActionSetIter, NotOfCatalogue, Shrink};
pub use typed::{NoConditionKey, NoResourceType, Typed};

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
/// assert!(send.resource_types().iter().all(|taken| taken.required));
/// # Ok::<_, catalog::NameError>(())
/// ```
pub mod define {
    pub use catalog_macros::{actions, condition_keys, operations, resource_types};
}

/// What the macros write names of. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use catalog_core::packed::Sections;
    pub use catalog_macros::{action, action_list, condition_key};
    #[cfg(feature = "serde")]
    pub use serde;

    #[cfg(feature = "serde")]
    pub use crate::serde::deserialize_name;
    pub use crate::{
        arn::ArnTable,
        operation::authorized_by,
        table::{
            ActionTable, ConditionKeyTable, Entries, NameTable, OperationTable, Owner, ResourceTypeTable, ServiceTable,
        },
        typed::{
            Owning, condition_keys, dependent_actions, display_pair, parse, resource_type_condition_keys,
            resource_types,
        },
    };
}
