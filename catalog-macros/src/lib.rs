//! The macros of [`catalog`](https://docs.rs/catalog): attributes that turn an annotated enum into a typed one, and
//! macros that check names at compile time.
//!
//! Depend on `catalog`, which re-exports all of it: the attributes as `catalog::define`, the checking macros at its
//! root. What these macros write refers to that crate, by default as `::catalog`.

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
mod tables;
mod text_literal;
mod token_reader;
mod variant;

use index::Index;
use proc_macro::TokenStream;

/// Turns an annotated enum into the actions of a service.
///
/// The enum gets the methods that every `Action` of `catalog` has, conversions to and from its full names and
/// `AnyAction`, its module the constant `SERVICE`, and its documentation a table of all actions. Attributes that are
/// wrong are errors, all of them in one compile; the enum is there all the same.
///
/// # Options of the attribute
/// * `service = "ses"`: the service prefix. The only option that must be given.
/// * `name = "Amazon SES"`: what the service is called; the prefix, if not given.
/// * `pages("list_ses.md 2026-09")`: the pages that this was read from, each with the month it shows where that is known.
/// * `edition = "2026-09"`: the month of the pages that state none of their own. A path names a constant of type
///   `Option<Edition>`.
/// * `reference_urls`: the pages link each action without a `url` to its own place there. It is for readers of the enum.
/// * `dependent_actions_stated`: a row that names no dependent action has none. Without this word it does not state
///   them.
/// * `actions_left_out`: the page this was read from leaves its actions out, so that the enum lacks some.
/// * `resource_types = ResourceType`, `condition_keys = ConditionKey`: the sibling enums, under other names.
/// * `operations = Operation`: the sibling enum of API operations, where there is one.
/// * `crate = ::catalog`: the crate `catalog`, under another name.
///
/// # Attributes of a variant
/// The first paragraph of a variant's doc comment is the action's description.
///
/// `#[action(…)]`, once:
/// * `name = "document"`: AWS's name, where it is not the variant's.
/// * `url = "https://…"`: the link that AWS's page gives the action.
/// * `no_url`: AWS's page has no link, where `reference_urls` holds for the rest.
/// * `page = "list_ses.md"`: the page that lists the action, if that is not the first of the newest `pages`.
/// * `access_levels("Tagging", "Write")`: in AWS's words; none is *not stated*.
/// * `permission_only`: the action is no API operation.
/// * `dependent_actions_not_stated`: no row of the action states dependent actions, where `dependent_actions_stated`
///   holds for the other actions.
///
/// `#[row(…)]`, for every row of AWS's table that has something to say:
/// * `resource_types(required Identity, Template)`: variants of the sibling enum. `not_stated` in place of `required` means
///   that AWS's page does not state whether the action requires the resource type.
/// * `condition_keys(FromAddress)`: variants of the sibling enum.
/// * `dependent_actions("iam:PassRole")`: full names, of any service; `dependent_actions()` states that there are none.
/// * `dependent_actions_not_stated`: this row does not state them, where `dependent_actions_stated` holds for the rest.
///
/// `#[scenario(…)]`, for every alternative to the rows; it is checked, and not part of what the action takes:
/// * `name = "…"`: AWS's name of it.
/// * `resource_types(required Image)`: variants of the sibling enum.
///
/// In these lists, `not_defined "ses:Sender"` is a name that AWS's page uses and does not define. It has no variant;
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
/// * `service = "ses"`: the service prefix. The only option that must be given.
/// * `actions = Action`, `condition_keys = ConditionKey`: the sibling enums, under other names.
/// * `crate = ::catalog`: the crate `catalog`, under another name.
///
/// # Attribute of a variant
/// `#[resource_type(…)]`, once:
/// * `name = "identity"`: AWS's name, where it is not the variant's.
/// * `url = "https://…"`: the link that AWS's page gives it.
/// * `arns("arn:${Partition}:ses:…")`: AWS's ARN formats. The tables hold them where `catalog` has its feature `arn`.
/// * `condition_keys(AwsResourceTag)`: variants of the sibling enum. `not_defined "ses:Sender"` is a name that AWS's page
///   uses and does not define: it has no variant; `AnyResourceType::undefined_condition_keys` returns it.
#[proc_macro_attribute]
pub fn resource_types(arguments: TokenStream, item: TokenStream) -> TokenStream {
    resource_types::expand(arguments.into(), &item.into()).into()
}

/// Turns an annotated enum into the condition keys of a service.
///
/// # Options of the attribute
/// * `service = "ses"`: the service prefix. The only option that must be given.
/// * `actions = Action`: the sibling enum, under another name.
/// * `crate = ::catalog`: the crate `catalog`, under another name.
///
/// # Attribute of a variant
/// The first paragraph of a variant's doc comment is the key's description.
///
/// `#[condition_key(…)]`, once:
/// * `name = "ses:FromAddress"`: AWS's name, whole; the service prefix and the variant, if not given.
/// * `type = String`: the type of the values, in AWS's words; none is *not stated*.
/// * `url = "https://…"`: the link that AWS's page gives it.
#[proc_macro_attribute]
pub fn condition_keys(arguments: TokenStream, item: TokenStream) -> TokenStream {
    condition_keys::expand(arguments.into(), &item.into()).into()
}

/// Turns an annotated enum into the API operations of a service. Its sibling, the enum of actions, names it:
/// `operations = Operation`.
///
/// # Options of the attribute
/// * `service = "ses"`: the service prefix. The only option that must be given.
/// * `actions = Action`: the sibling enum, under another name.
/// * `crate = ::catalog`: the crate `catalog`, under another name.
///
/// # Attributes of a variant
/// `#[operation(…)]`, once:
/// * `name = "CreateFunction"`: AWS's name, where it is not the variant's.
/// * `sdk_client = "lambda"`: the SDK client that has the operation; operations of two clients may share a name.
/// * `page = "list_elbv2.md"`: the page that lists the operation, if that is not the first of the newest `pages`;
///   operations of two pages may share a name, too.
///
/// `#[authorized_by("iam:PassRole", …)]`, for every action that the operation needs, of any service:
/// * `condition_key = "iam:PassedToService"`: a condition key whose value is fixed.
/// * `values("lambda.amazonaws.com")`: the values that it can have.
/// * `access_levels("Write")`: in AWS's words; none is *not stated*.
#[proc_macro_attribute]
pub fn operations(arguments: TokenStream, item: TokenStream) -> TokenStream {
    operations::expand(arguments.into(), &item.into()).into()
}

/// Writes the table of all actions that rustdoc shows, from an enum under the attribute `actions` and its options.
#[doc(hidden)]
#[proc_macro]
pub fn overview(tokens: TokenStream) -> TokenStream {
    actions::overview(tokens.into()).into()
}

/// The directory of every service prefix of the catalog, for `catalog` itself.
#[doc(hidden)]
#[proc_macro]
pub fn service_directory(_: TokenStream) -> TokenStream {
    check::service_directory(Index::of_catalog()).into()
}

/// The directory of every action of the catalog, for `catalog` itself.
#[doc(hidden)]
#[proc_macro]
pub fn action_directory(_: TokenStream) -> TokenStream {
    check::action_directory(Index::of_catalog()).into()
}

/// An action, checked at compile time: see `catalog::action!`, which calls this.
#[proc_macro]
pub fn action(tokens: TokenStream) -> TokenStream {
    check::action(Index::of_catalog(), tokens.into()).into()
}

/// The actions of names and patterns, checked at compile time: see `catalog::actions!`, which calls this.
#[proc_macro]
pub fn action_list(tokens: TokenStream) -> TokenStream {
    check::action_list(Index::of_catalog(), tokens.into()).into()
}

/// A condition key, checked at compile time: see `catalog::condition_key!`, which calls this.
#[proc_macro]
pub fn condition_key(tokens: TokenStream) -> TokenStream {
    check::condition_key(Index::of_catalog(), tokens.into()).into()
}

/// The text of a file that holds a policy, checked at compile time: see `catalog::include_policy!`, which calls this.
#[cfg(feature = "policy")]
#[proc_macro]
pub fn include_policy(tokens: TokenStream) -> TokenStream {
    policy::include_policy(Index::of_catalog(), tokens.into()).into()
}

/// A policy in the source, checked at compile time: see `catalog::policy!`, which calls this.
#[cfg(feature = "policy")]
#[proc_macro]
pub fn policy(tokens: TokenStream) -> TokenStream {
    policy::policy(Index::of_catalog(), tokens.into()).into()
}

/// One comparison of a condition, checked at compile time: see `catalog::condition!`, which calls this.
#[cfg(feature = "policy")]
#[proc_macro]
pub fn condition(tokens: TokenStream) -> TokenStream {
    policy::condition(Index::of_catalog(), tokens.into()).into()
}
