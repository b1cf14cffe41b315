//! From the text of a condition key to what is known about it.

use alloc::{
    format,
    string::{String, ToString as _},
};

use crate::{
    ConditionKeyType, NameError, NameKind, fold,
    nearest::{Nearest, distance},
    policy::{
        condition_key,
        global_keys::{self, GLOBAL_KEYS},
        rules::{PolicyCatalogue, Rules, report::EXPLANATION},
    },
    resolve::ServiceNames as _,
    syntax::{self, Parts},
};

/// A condition key that is known.
#[derive(Clone, Copy, Debug)]
pub(in crate::policy::rules) struct Key<S> {
    /// The type of its values, if that is known.
    pub(super) value_type: Option<ConditionKeyType>,
    /// The service whose page lists it; `None` for global keys and those of identity providers.
    pub(super) service: Option<S>,
    /// Whether the part is still there that its user fills in.
    pub(super) is_unfilled: bool,
}

impl<C: PolicyCatalogue> Rules<'_, '_, '_, C> {
    /// What is known about a key, if it is known at all.
    pub(in crate::policy::rules) fn known_key(&mut self, text: &str) -> Option<Key<C::Service>> {
        if let Some(global) = global_keys::find(text) {
            let is_unfilled = condition_key::is_unfilled(global, text);
            return Some(Key { value_type: Some(global.value_type), service: None, is_unfilled });
        }
        let Parts { prefix, name } = syntax::split(text)?;
        if prefix.is_empty() || name.is_empty() {
            return None;
        }
        let own = self.catalogue.find_service(prefix);
        if let Some(found) = own.and_then(|service| self.key_in(service, text)) {
            return Some(found);
        }
        // Pages list keys of other services, too; and those of identity providers, by the providers' names.
        if fold::same(prefix, "aws") || !self.report.spend(EXPLANATION) {
            return None;
        }
        let listed = self.catalogue.services().find_map(|service| self.key_in(service, text));
        let of_provider = || condition_key::is_of_provider(prefix);
        listed.or_else(|| of_provider().then_some(Key { value_type: None, service: None, is_unfilled: false }))
    }

    fn key_in(&self, service: C::Service, text: &str) -> Option<Key<C::Service>> {
        let exact = service.find(NameKind::ConditionKey, text);
        let find = || service.names(NameKind::ConditionKey).position(|known| is_meant(known, text));
        let position = exact.or_else(find)?;
        let known = service.names(NameKind::ConditionKey).nth(position)?;
        let is_unfilled = fold::same(known, text) && template(known).is_some();
        Some(Key { value_type: self.catalogue.key_type(service, position), service: Some(service), is_unfilled })
    }
}

/// What stands in front of a template's open part, and behind it. A key is a template where it has a part in `${…}` or
/// `<…>`, and where it ends in a slash or in `/tag-key`.
pub(in crate::policy) fn template(known: &str) -> Option<(&str, &str)> {
    let bare = known.strip_suffix("tag-key").unwrap_or(known);
    if bare.ends_with('/') {
        return Some((bare, ""));
    }
    let start = known.find("${").or_else(|| known.find('<'))?;
    let end = known.rfind(['}', '>'])?;
    Some((known.get(..start)?, known.get(end.checked_add(1)?..)?))
}

/// Whether a text is a mark for what is to be filled in.
pub(in crate::policy) fn is_mark(part: &str) -> bool {
    part == "tag-key" || part.starts_with("${") || part.starts_with('<')
}

/// Whether a key of a policy is a known one, or a known template filled in.
pub(in crate::policy) fn is_meant(known: &str, text: &str) -> bool {
    if fold::same(known, text) {
        return true;
    }
    let Some((beginning, end)) = template(known) else { return false };
    let Some(middle) = text.len().checked_sub(beginning.len() + end.len()).filter(|middle| *middle > 0) else {
        return false;
    };
    let starts = text.get(..beginning.len()).is_some_and(|text| fold::same(text, beginning));
    starts && text.get(beginning.len() + middle..).is_some_and(|text| fold::same(text, end))
}

/// What is wrong with the form of a key.
pub(super) fn malformed(text: &str) -> Option<String> {
    // A tag's key behind the slash may hold nearly anything.
    let head = text.split('/').next().unwrap_or_default();
    let kind = syntax::parse(head, NameKind::ConditionKey, false).err()?;
    Some(NameError::new(kind, NameKind::ConditionKey, text).to_string())
}

/// The nearest key, and how many mistakes away it is: of the global ones, or of the service that the prefix names.
pub(in crate::policy) fn nearest<C: PolicyCatalogue>(catalogue: C, text: &str) -> Option<(String, usize)> {
    // What AWS tells of it: the name of old for the newer key. It is no typo.
    if fold::same(text, "aws:ARN") {
        return Some(("aws:PrincipalArn".to_string(), usize::MAX));
    }
    let Parts { prefix, .. } = syntax::split(text)?;
    let mut nearest = Nearest::to(text);
    for known in GLOBAL_KEYS.iter().filter(|known| !known.is_template()) {
        nearest.offer(known.name);
    }
    for known in catalogue.find_service(prefix).into_iter().flat_map(|service| service.names(NameKind::ConditionKey)) {
        nearest.offer(known);
    }
    let near = nearest.best();
    // The name of a template in front of its slash: `aws:ResorceTag/team`.
    let tag = text.split_once('/').and_then(|(head, tag)| {
        let mut nearest = Nearest::to(head);
        for known in GLOBAL_KEYS.iter().filter(|known| known.is_template()) {
            nearest.offer(known.name.trim_end_matches('/'));
        }
        nearest.best().map(|near| (format!("{near}/{tag}"), distance(head, near).unwrap_or(usize::MAX)))
    });
    tag.or_else(|| near.map(|near| (near.to_string(), distance(text, near).unwrap_or(usize::MAX))))
}
