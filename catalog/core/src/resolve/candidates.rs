//! Suggestions for a wrong name. Finding them is slow, because each search visits the whole catalog.

use super::{
    catalog::{Catalog, ServiceNames},
    operations,
    verbs::{self, Guess},
};
use crate::{
    authorizing_actions::AuthorizingActions,
    name_error::{Elsewhere, Meant, Suggestion},
    name_kind::NameKind,
    nearest::{self, Nearest},
};

/// Returns the actions that authorize an API operation, from the service's page or otherwise from the table of
/// operations.
pub(super) fn operation<S: ServiceNames>(service: S, name: &str) -> Option<AuthorizingActions> {
    service.operation(name).or_else(|| operations::find(service.other_operations(), name))
}

/// Returns the name of a service that is nearest to the given one.
pub(super) fn nearest_name<S: ServiceNames>(service: S, kind: NameKind, text: &str, name: &str) -> Option<Suggestion> {
    Some(suggestion(service, kind, nearest(service, kind, text, name)?.name))
}

pub(super) fn nearest<S: ServiceNames>(service: S, kind: NameKind, text: &str, name: &str) -> Option<Guess> {
    if kind == NameKind::Action {
        return verbs::meant(service, name);
    }
    let given = if kind == NameKind::ConditionKey { text } else { name };
    let mut nearest = Nearest::new(given);
    for known in service.names(kind) {
        nearest.offer(known);
    }
    let name = nearest.best()?;
    Some(Guess { name, mistakes: nearest::distance(given, name).unwrap_or(usize::MAX) })
}

/// Returns the services that have exactly this name. The number is the smallest distance between the given prefix and
/// the prefix of such a service.
pub(super) fn elsewhere<C: Catalog>(catalog: C, kind: NameKind, prefix: &str, name: &str) -> Option<(usize, Meant)> {
    if name.len() > nearest::LONGEST {
        return None;
    }
    // The services are in order of distance. Equally near ones keep the order of the catalog.
    let mut nearest = [None::<(usize, C::Service)>; Elsewhere::SHOWN];
    let mut count = 0_u16;
    for service in catalog.services() {
        if service.find(kind, name).is_none() {
            continue;
        }
        count = count.saturating_add(1);
        let mut moved = Some((nearest::distance(prefix, service.prefix()).unwrap_or(usize::MAX), service));
        for place in &mut nearest {
            match (place.as_ref(), moved.as_ref()) {
                (Some((kept, _)), Some((mistakes, _))) if kept <= mistakes => {}
                _ => core::mem::swap(place, &mut moved),
            }
        }
    }
    let [Some((mistakes, first)), second, _] = nearest else { return None };
    if second.is_none() {
        let known = first.names(kind).nth(first.find(kind, name)?)?;
        return Some((mistakes, suggestion(first, kind, known).into()));
    }
    let prefixes = nearest.map(|place| place.map(|(_, service)| service.prefix()));
    let shown = u16::try_from(prefixes.iter().flatten().count()).unwrap_or(u16::MAX);
    Some((mistakes, Meant::Elsewhere(Elsewhere { prefixes, more: count.saturating_sub(shown) })))
}

pub(super) fn suggestion<S: ServiceNames>(service: S, kind: NameKind, name: &'static str) -> Suggestion {
    match kind {
        NameKind::ConditionKey => Suggestion::from_key(name),
        NameKind::Action | NameKind::ResourceType => Suggestion::from_name(service.prefix(), name),
    }
}
