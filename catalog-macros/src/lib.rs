//! The macros of [`catalog`](https://docs.rs/catalog): attributes that turn annotated enums into typed IAM names,
//! and macros that check names and policies at compile time.
//!
//! Depend on `catalog`, which re-exports all macros: the attributes in `catalog::define`, the checking macros at its
//! root. The code that these macros emit refers to that crate, by default as `::catalog`.

mod access_levels;
mod actions;
mod annotated_enum;
mod check;
mod common;
mod condition_keys;
mod crate_path;
mod documentation;
mod errors;
mod index;
mod names;
mod operations;
mod options;
#[cfg(feature = "policy")]
mod policy;
mod references;
mod resource_types;
mod source_file;
mod tables;
mod text_literal;
mod token_reader;
mod variant;

use index::Index;
use proc_macro::TokenStream;

/// Turns an annotated enum into the actions of a service.
///
/// The enum gets the methods that every `Action` of `catalog` has, and conversions to and from its full names and
/// `AnyAction`. Its module gets the constant `SERVICE`, and its documentation a table of all actions.
///
/// Invalid attributes are errors, and one compile reports all of them. The enum is emitted even if there are errors.
///
/// # Options of the attribute
/// Only `service` is required.
/// * `service = "ses"`: the service prefix.
/// * `name = "Amazon SES"`: the name of the service. The default is the prefix.
/// * `pages("list_ses.md 2026-09")`: the pages that the enum was generated from, each with its month if known.
/// * `edition = "2026-09"`: the month of the pages that do not state their own. It can also be the path of a constant
///   of type `Option<Edition>`.
/// * `reference_urls`: the pages link each action without a `url` to its own section of the page. This option is for
///   readers of the enum and has no effect.
/// * `dependent_actions_stated`: a row without `dependent_actions` means that there are none. Without this option, it
///   means *not stated*.
/// * `actions_left_out`: AWS's page of the service has no Actions table, so the enum is incomplete.
/// * `resource_types = ResourceType`, `condition_keys = ConditionKey`: the sibling enums, if they have other names.
/// * `operations = Operation`: the sibling enum of API operations, if there is one.
/// * `crate = ::catalog`: the path of the crate `catalog`, if it has another name.
///
/// # Attributes of a variant
/// The first paragraph of a variant's doc comment is the action's description.
///
/// `#[action(…)]`, at most once:
/// * `name = "document"`: AWS's name, if it differs from the variant.
/// * `url = "https://…"`: the link to AWS's documentation of the action.
/// * `no_url`: AWS's page has no link for this action, although `reference_urls` applies to the others.
/// * `page = "list_ses.md"`: the page that lists the action, if it is not the first of the newest `pages`.
/// * `access_levels("Tagging", "Write")`: the access levels, spelled as AWS spells them. Without this option, they are
///   *not stated*.
/// * `permission_only`: the action is not an API operation.
/// * `dependent_actions_not_stated`: no row of this action states dependent actions, although
///   `dependent_actions_stated` applies to the others.
///
/// `#[row(…)]`, for every row on AWS's page that is not empty:
/// * `resource_types(required Identity, Template)`: variants of the sibling enum. `not_stated` instead of `required`
///   means that AWS's page does not state whether the action requires the resource type.
/// * `condition_keys(FromAddress)`: variants of the sibling enum.
/// * `dependent_actions("iam:PassRole")`: full names of actions of any service. `dependent_actions()` states that there
///   are none.
/// * `dependent_actions_not_stated`: this row does not state dependent actions, although `dependent_actions_stated`
///   applies to the others.
///
/// `#[scenario(…)]`, for every row on AWS's page that is a scenario. A scenario lists resource types that a request uses
/// together. Scenarios are checked, but the facts of the action do not include them:
/// * `name = "…"`: AWS's name for the scenario.
/// * `resource_types(required Image)`: variants of the sibling enum.
///
/// In these lists, `not_defined "ses:Sender"` is a name that AWS's page uses but does not define, so it has no variant.
/// `AnyAction::undefined_condition_keys` or `AnyAction::undefined_resource_types` returns it.
///
/// # Example
/// ```
/// use catalog::define::{actions, condition_keys, resource_types};
///
/// #[actions(service = "mailer", name = "Example Mailer")]
/// pub enum Action {
///     /// Sends a letter
///     #[action(access_levels("Write"))]
///     #[row(resource_types(required Mailbox))]
///     SendLetter,
/// }
///
/// #[resource_types(service = "mailer")]
/// pub enum ResourceType {
///     Mailbox,
/// }
///
/// #[condition_keys(service = "mailer")]
/// pub enum ConditionKey {}
///
/// assert_eq!(Action::SendLetter.to_string(), "mailer:SendLetter");
/// ```
#[proc_macro_attribute]
pub fn actions(arguments: TokenStream, item: TokenStream) -> TokenStream {
    actions::expand(&arguments.into(), &item.into()).into()
}

/// Turns an annotated enum into the resource types of a service.
///
/// # Options of the attribute
/// Only `service` is required.
/// * `service = "ses"`: the service prefix.
/// * `actions = Action`, `condition_keys = ConditionKey`: the sibling enums, if they have other names.
/// * `crate = ::catalog`: the path of the crate `catalog`, if it has another name.
///
/// # Attribute of a variant
/// `#[resource_type(…)]`, at most once:
/// * `name = "identity"`: AWS's name, if it differs from the variant.
/// * `url = "https://…"`: the link to AWS's documentation of the resource type.
/// * `arns("arn:${Partition}:ses:…")`: AWS's ARN formats. The tables include them if the feature `arn` of `catalog` is
///   on.
/// * `condition_keys(AwsResourceTag)`: variants of the sibling enum. `not_defined "ses:Sender"` is a name that AWS's
///   page uses but does not define, so it has no variant. `AnyResourceType::undefined_condition_keys` returns it.
#[proc_macro_attribute]
pub fn resource_types(arguments: TokenStream, item: TokenStream) -> TokenStream {
    resource_types::expand(arguments.into(), &item.into()).into()
}

/// Turns an annotated enum into the condition keys of a service.
///
/// # Options of the attribute
/// Only `service` is required.
/// * `service = "ses"`: the service prefix.
/// * `actions = Action`: the sibling enum, if it has another name.
/// * `crate = ::catalog`: the path of the crate `catalog`, if it has another name.
///
/// # Attribute of a variant
/// The first paragraph of a variant's doc comment is the key's description.
///
/// `#[condition_key(…)]`, at most once:
/// * `name = "ses:FromAddress"`: AWS's name with its prefix. The default is the service prefix and the variant.
/// * `type = String`: the type of the values, spelled as AWS spells it. Without this option, it is *not stated*.
/// * `url = "https://…"`: the link to AWS's documentation of the condition key.
#[proc_macro_attribute]
pub fn condition_keys(arguments: TokenStream, item: TokenStream) -> TokenStream {
    condition_keys::expand(arguments.into(), &item.into()).into()
}

/// Turns an annotated enum into the API operations of a service.
///
/// The attribute of the sibling enum of actions must name this enum: `operations = Operation`.
///
/// # Options of the attribute
/// Only `service` is required.
/// * `service = "ses"`: the service prefix.
/// * `actions = Action`: the sibling enum, if it has another name.
/// * `crate = ::catalog`: the path of the crate `catalog`, if it has another name.
///
/// # Attributes of a variant
/// `#[operation(…)]`, at most once:
/// * `name = "CreateFunction"`: AWS's name, if it differs from the variant.
/// * `sdk_client = "lambda"`: the SDK client that has the operation. Operations of two clients can share a name.
/// * `page = "list_elbv2.md"`: the page that lists the operation, if it is not the first of the newest `pages`.
///   Operations of two pages can also share a name.
///
/// `#[authorized_by("iam:PassRole", …)]`, for every action of any service that the operation needs:
/// * `condition_key = "iam:PassedToService"`: a condition key that has a fixed value when the operation requests the
///   action.
/// * `values("lambda.amazonaws.com")`: the possible values of the condition key.
/// * `access_levels("Write")`: the access levels, spelled as AWS spells them. Without this option, they are *not
///   stated*.
#[proc_macro_attribute]
pub fn operations(arguments: TokenStream, item: TokenStream) -> TokenStream {
    operations::expand(arguments.into(), &item.into()).into()
}

/// Expands to the documentation table of all actions, given the options of the attribute `actions` and its enum.
#[doc(hidden)]
#[proc_macro]
pub fn overview(tokens: TokenStream) -> TokenStream {
    actions::overview(tokens.into()).into()
}

/// Expands to the hash table of all service prefixes, for `catalog` itself.
#[doc(hidden)]
#[proc_macro]
pub fn service_directory(_: TokenStream) -> TokenStream {
    check::service_directory(Index::of_catalog()).into()
}

/// Expands to the hash table of all actions, for `catalog` itself.
#[doc(hidden)]
#[proc_macro]
pub fn action_directory(_: TokenStream) -> TokenStream {
    check::action_directory(Index::of_catalog()).into()
}

/// Checks an action at compile time. `catalog::action!` calls this macro and documents it.
#[proc_macro]
pub fn action(tokens: TokenStream) -> TokenStream {
    check::action(Index::of_catalog(), tokens.into()).into()
}

/// Checks names and patterns of actions at compile time. `catalog::actions!` calls this macro and documents it.
#[proc_macro]
pub fn action_list(tokens: TokenStream) -> TokenStream {
    check::action_list(Index::of_catalog(), tokens.into()).into()
}

/// Checks a condition key at compile time. `catalog::condition_key!` calls this macro and documents it.
#[proc_macro]
pub fn condition_key(tokens: TokenStream) -> TokenStream {
    check::condition_key(Index::of_catalog(), tokens.into()).into()
}

/// Includes a policy file and checks it at compile time. `catalog::include_policy!` calls this macro and documents it.
#[cfg(feature = "policy")]
#[proc_macro]
pub fn include_policy(tokens: TokenStream) -> TokenStream {
    policy::include_policy(Index::of_catalog(), tokens.into()).into()
}

/// Checks a policy in Rust source at compile time. `catalog::policy!` calls this macro and documents it.
#[cfg(feature = "policy")]
#[proc_macro]
pub fn policy(tokens: TokenStream) -> TokenStream {
    policy::policy(Index::of_catalog(), tokens.into()).into()
}

/// Checks one comparison of a condition at compile time. `catalog::condition!` calls this macro and documents it.
#[cfg(feature = "policy")]
#[proc_macro]
pub fn condition(tokens: TokenStream) -> TokenStream {
    policy::condition(Index::of_catalog(), tokens.into()).into()
}
