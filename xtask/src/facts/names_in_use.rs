//! Checks that the names in facts are defined by the pages.

use super::fact::FactTable;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ConditionKeyType, Service};
use crate::suggest;
use crate::unread::Unread;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// The services of the pages, with the names that facts can refer to.
#[derive(Clone)]
pub struct NamesInUse<'a> {
    actions: BTreeMap<&'a str, BTreeSet<&'a str>>,
    condition_keys: BTreeSet<&'a str>,
    key_types: BTreeSet<(&'a str, ConditionKeyType)>,
    unread: Unread,
}

/// A name in a fact that no page defines, with its message.
pub(super) struct UndefinedName {
    name: Spanned<String>,
    message: String,
    help: String,
}

impl<'a> NamesInUse<'a> {
    /// Collects the names of services.
    pub fn new(services: impl Iterator<Item = &'a Service> + Clone) -> Self {
        let actions = |service: &'a Service| service.actions.iter().map(|action| action.name.as_str()).collect();
        let actions = services.clone().map(|service| (service.prefix.as_str(), actions(service))).collect();
        let keys = services.flat_map(|service| &service.condition_keys);
        Self {
            actions,
            condition_keys: keys.clone().map(|key| key.name.as_str()).collect(),
            key_types: keys.filter_map(|key| Some((key.name.as_str(), key.value_type?))).collect(),
            unread: Unread::default(),
        }
    }

    /// Adds the pages with errors. A name that such a page may define is not reported as undefined.
    #[must_use]
    pub fn with_unread(self, unread: Unread) -> Self {
        Self { unread, ..self }
    }

    /// Returns the names for a file of the repository, which is not next to the pages.
    ///
    /// Undefined names of such a file are not errors, so the pages with errors need not be searched for them.
    pub(super) fn for_repository(&self) -> Cow<'_, Self> {
        if self.unread.is_empty() {
            Cow::Borrowed(self)
        } else {
            Cow::Owned(self.clone().with_unread(Unread::default()))
        }
    }

    /// Returns an [`UndefinedName`] if no page is about the service.
    pub(super) fn undefined_service(&self, prefix: &Spanned<String>) -> Option<UndefinedName> {
        let name = prefix.get_ref().as_str();
        (!self.actions.contains_key(name) && !self.unread.may_have_service(name)).then(|| UndefinedName {
            name: prefix.clone(),
            message: format!("unknown service `{}`", prefix.get_ref()),
            help: suggest::hint(prefix.get_ref(), self.actions.keys().copied()),
        })
    }

    /// Returns an [`UndefinedName`] if no page defines the action `service:Name`.
    pub(super) fn undefined_action(&self, name: &Spanned<String>) -> Option<UndefinedName> {
        let (prefix, action) = name.get_ref().split_once(':')?;
        let Some(actions) = self.actions.get(prefix) else {
            return self.undefined_service(&Spanned::new(name.span(), prefix.to_owned()));
        };
        (!actions.contains(action) && !self.unread.may_define(prefix, action)).then(|| UndefinedName {
            name: name.clone(),
            message: format!("unknown action `{}`", name.get_ref()),
            help: suggest::hint(action, actions.iter().copied()),
        })
    }

    /// Returns true if a page states this type for a condition key, or if a page with errors may state it.
    pub(super) fn may_have_type(&self, key: &str, value_type: ConditionKeyType) -> bool {
        let prefix = key.split_once(':').map_or("", |(prefix, _)| prefix);
        self.key_types.contains(&(key, value_type)) || self.unread.may_define(prefix, key)
    }

    /// Returns true if a page lists the action `service:Name`, ignoring case.
    pub(super) fn lists_action(&self, name: &str) -> bool {
        let parts = name.split_once(':').and_then(|(prefix, action)| Some((self.actions.get(prefix)?, action)));
        parts.is_some_and(|(actions, action)| actions.iter().any(|known| known.eq_ignore_ascii_case(action)))
    }

    /// Returns an [`UndefinedName`] if the condition key is neither on a page nor one of `others`.
    pub(super) fn undefined_condition_key<'o>(
        &self,
        name: &Spanned<String>,
        others: impl Iterator<Item = &'o str>,
    ) -> Option<UndefinedName> {
        let others: BTreeSet<&str> = others.collect();
        let key = name.get_ref().as_str();
        let prefix = key.split_once(':').map_or("", |(prefix, _)| prefix);
        let is_known = self.condition_keys.contains(key) || others.contains(key);
        (!is_known && !self.unread.may_define(prefix, key)).then(|| UndefinedName {
            name: name.clone(),
            message: format!("unknown condition key `{key}`: it is neither on a page nor in `global_keys.toml`"),
            help: suggest::hint(key, self.condition_keys.iter().copied().chain(others)),
        })
    }
}

impl<T> FactTable<T> {
    /// Removes the facts with names that no page defines. Each is an error if the file is next to the pages.
    pub(super) fn remove_undefined(
        &mut self,
        undefined: impl Fn(&T) -> Vec<UndefinedName>,
        found: &mut Vec<Diagnostic>,
    ) {
        let (file, is_own) = (self.file, self.is_own);
        self.facts.retain(|fact| {
            let undefined = undefined(&fact.value);
            let is_defined = undefined.is_empty();
            for UndefinedName { name, message, help } in undefined.into_iter().filter(|_| is_own) {
                found.push(Diagnostic::at(Code::UndefinedInFact, message, file, name.span()).help(help));
            }
            is_defined
        });
    }
}
