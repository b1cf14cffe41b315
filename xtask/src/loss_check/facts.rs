//! Defines the kinds of facts and lists a service's facts of a kind, each with a key that an update does not change.

use crate::model::{
    Action, ActionResource, AuthorizedAction, ConditionKey, Operation, ResourceType, Scenario, Service,
};
use std::collections::BTreeSet;

/// Declares [`FactKind`] with a row for each variant.
///
/// A row has the word for `--accept-loss`, the noun for several facts, and the explanation.
macro_rules! kinds {
    ($($variant:ident $word:literal $noun:literal $explanation:literal)+) => {
        /// A kind of fact.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FactKind { $(#[doc = $explanation] $variant,)+ }

        impl FactKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the word for the kind in `--accept-loss`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Returns the noun for several facts of the kind.
            #[must_use]
            pub fn noun(self) -> &'static str {
                match self { $(Self::$variant => $noun,)+ }
            }
        }
    };
}

kinds! {
    Actions "actions" "actions" "A service's actions."
    ResourceTypes "resource-types" "resource types" "A service's resource types."
    ConditionKeys "condition-keys" "condition keys" "A service's condition keys."
    Operations "operations" "operations" "A service's API operations."
    PermissionOnly "permission-only" "permission-only marks" "Actions that are permission-only."
    AccessLevels "access-levels" "access levels of actions" "Actions whose access levels are stated."
    ActionResourceTypes "action-resource-types" "resource types of actions" "Resource types that actions accept."
    RequiredMarks "required-marks" "required marks" "Resource types that actions require."
    ActionConditionKeys "action-condition-keys" "condition keys of actions" "Condition keys in the rows of actions."
    DependentActions "dependent-actions" "dependent actions" "Actions that other actions also need."
    DependentActionsStated "dependent-actions-stated" "statements about dependent actions" "Actions whose dependent actions are stated, including those stated to have none."
    Scenarios "scenarios" "scenarios" "Scenarios of actions, and the resource types of each."
    ArnFormats "arns" "ARN formats" "ARN formats of resource types, counted by their positions."
    ResourceConditionKeys "resource-condition-keys" "condition keys of resource types" "Condition keys of resource types."
    ValueTypes "types" "types of condition keys" "Condition keys whose type is stated."
    AuthorizedActions "authorized-actions" "authorized actions" "Actions that authorize operations."
    FixedValues "fixed-values" "fixed values of condition keys" "Condition keys to which operations give a fixed value when they need an action."
    OperationAccessLevels "operation-access-levels" "access levels of operations" "Actions that authorize operations and whose access levels are stated."
    SdkClients "sdk-clients" "SDK clients" "Operations whose SDK client is stated."
    Descriptions "descriptions" "descriptions" "Actions and condition keys with a description."
    Urls "urls" "links" "Actions, resource types and condition keys with a link."
}

impl FactKind {
    /// Returns true if the facts of this kind are the names that all other facts are about.
    #[must_use]
    pub fn is_names(self) -> bool {
        matches!(self, Self::Actions | Self::ResourceTypes | Self::ConditionKeys | Self::Operations)
    }
}

/// A fact: the names that it is about, and its form in messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// The names that the fact is about, each with its kind. If one of the names disappears, the loss of this fact is
    /// not reported separately.
    pub(super) names: Vec<(FactKind, String)>,
    /// The detail that differs from other facts about the same names.
    detail: String,
    pub(super) shown: String,
}

impl Fact {
    fn new(names: &[(FactKind, &str)], detail: &str) -> Self {
        let words: Vec<_> =
            names.iter().map(|(_, name)| *name).chain([detail]).filter(|word| !word.is_empty()).collect();
        // IAM ignores case, so a name that changes only its case is not lost.
        let names = names.iter().map(|(kind, name)| (*kind, name.to_ascii_lowercase())).collect();
        Self { names, detail: detail.to_ascii_lowercase(), shown: words.join(" → ") }
    }

    /// Returns the key that identifies the same fact in two states of the reference.
    pub(super) fn key(&self) -> (&[(FactKind, String)], &str) {
        (&self.names, &self.detail)
    }
}

/// Returns a service's facts of one kind.
pub(super) fn facts(kind: FactKind, service: &Service) -> Vec<Fact> {
    let Service { actions, operations, resource_types, condition_keys, .. } = service;
    match kind {
        FactKind::Actions => those(actions, |_| true),
        FactKind::PermissionOnly => those(actions, |action| action.permission_only),
        FactKind::AccessLevels => those(actions, |action| !action.access_levels.is_empty()),
        FactKind::DependentActionsStated => {
            those(actions, |action| action.rows.iter().any(|row| row.dependent_actions.is_some()))
        }
        FactKind::ActionResourceTypes => taken(actions, |_| true),
        FactKind::RequiredMarks => taken(actions, |resource| resource.required == Some(true)),
        FactKind::ActionConditionKeys => {
            let keys = |action: &Action| action.rows.iter().flat_map(|row| &row.condition_keys).cloned().collect();
            referring(actions, keys, FactKind::ConditionKeys)
        }
        FactKind::DependentActions => {
            let rows = |action: &Action| {
                action.rows.iter().filter_map(|row| row.dependent_actions.clone()).flatten().collect()
            };
            details(actions, rows)
        }
        FactKind::Scenarios => details(actions, |action| {
            let scenario = |scenario: &Scenario| {
                let taken =
                    scenario.resource_types.iter().map(|resource| format!("{} {}", scenario.name, resource.name));
                std::iter::once(scenario.name.clone()).chain(taken).collect::<Vec<_>>()
            };
            action.scenarios.iter().flat_map(scenario).collect()
        }),
        FactKind::ResourceTypes => those(resource_types, |_| true),
        // An ARN format may change, but its position in the resource type must still have a format.
        FactKind::ArnFormats => {
            details(resource_types, |item| (1..=item.arns.len()).map(|nth| nth.to_string()).collect())
        }
        FactKind::ResourceConditionKeys => {
            referring(resource_types, |item| item.condition_keys.iter().cloned().collect(), FactKind::ConditionKeys)
        }
        FactKind::ConditionKeys => those(condition_keys, |_| true),
        FactKind::ValueTypes => those(condition_keys, |key| key.value_type.is_some()),
        FactKind::Operations => those(operations, |_| true),
        FactKind::SdkClients => details(operations, |operation| operation.sdk_client.iter().cloned().collect()),
        FactKind::AuthorizedActions => authorized(operations, |_| true),
        FactKind::FixedValues => {
            authorized(operations, |action| action.condition_key.is_some() && !action.values.is_empty())
        }
        FactKind::OperationAccessLevels => authorized(operations, |action| !action.access_levels.is_empty()),
        FactKind::Descriptions => {
            let actions = those(actions, |action| action.description.is_some());
            [actions, those(condition_keys, |key| key.description.is_some())].concat()
        }
        FactKind::Urls => {
            let types = those(resource_types, |item| item.url.is_some());
            [those(actions, |action| action.url.is_some()), types, those(condition_keys, |key| key.url.is_some())]
                .concat()
        }
    }
}

/// An item of a service whose name other facts are about.
trait NamedItem {
    const KIND: FactKind;

    fn name(&self) -> &str;
}

macro_rules! named_items {
    ($($item:ident $kind:ident)+) => {$(
        impl NamedItem for $item {
            const KIND: FactKind = FactKind::$kind;

            fn name(&self) -> &str {
                &self.name
            }
        }
    )+};
}

named_items! { Action Actions ResourceType ResourceTypes ConditionKey ConditionKeys Operation Operations }

/// Returns a fact for each item that satisfies the predicate.
fn those<T: NamedItem>(items: &[T], is: impl Fn(&T) -> bool) -> Vec<Fact> {
    items.iter().filter(|item| is(item)).map(|item| Fact::new(&[(T::KIND, item.name())], "")).collect()
}

/// Returns a fact for each distinct detail of each item.
fn details<T: NamedItem>(items: &[T], details: impl Fn(&T) -> BTreeSet<String>) -> Vec<Fact> {
    let facts = |item| details(item).into_iter().map(|detail| Fact::new(&[(T::KIND, item.name())], &detail));
    items.iter().flat_map(|item| facts(item).collect::<Vec<_>>()).collect()
}

/// Returns a fact for each distinct name of kind `to` that an item refers to.
fn referring<T: NamedItem>(items: &[T], names: impl Fn(&T) -> BTreeSet<String>, to: FactKind) -> Vec<Fact> {
    let facts = |item: &T| {
        let names = names(item).into_iter();
        names.map(|name| Fact::new(&[(T::KIND, item.name()), (to, &name)], "")).collect::<Vec<_>>()
    };
    items.iter().flat_map(facts).collect()
}

fn taken(actions: &[Action], is: impl Fn(&ActionResource) -> bool) -> Vec<Fact> {
    let resources = |action: &Action| {
        let resources = action.rows.iter().flat_map(|row| &row.resource_types).filter(|resource| is(resource));
        resources.map(|resource| resource.name.clone()).collect()
    };
    referring(actions, resources, FactKind::ResourceTypes)
}

fn authorized(operations: &[Operation], is: impl Fn(&AuthorizedAction) -> bool) -> Vec<Fact> {
    details(operations, |operation| {
        operation.actions.iter().filter(|action| is(action)).map(|action| action.action.clone()).collect()
    })
}
