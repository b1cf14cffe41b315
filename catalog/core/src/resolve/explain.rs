//! Why nothing was found, and what may have been meant. Slow, for it goes through the whole catalog to be of help.

use super::{
    Catalog, ServiceNames, operations,
    unknown_service::unknown_service,
    verbs::{self, Guess},
};
use crate::{
    OperationActions, ascii_case,
    name_error::{Elsewhere, Meant, NameError, NameErrorKind, NameKind, Suggestion},
    nearest::{self, Nearest},
    syntax::{self, Parts},
    wildcard,
};

/// The error about a pattern that matches no action of its service, for those to whom that is one.
pub fn no_match<S: ServiceNames>(service: S, text: &str) -> NameError {
    if service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, NameKind::Action, text).in_service(service.name());
    }
    let error = NameError::new(NameErrorKind::NoMatch, NameKind::Action, text).in_service(service.name());
    let Some(Parts { name, .. }) = syntax::split(text) else { return error };
    // `Sned*`: names are compared by as much as stands in front of the star.
    let beginning = name.trim_end_matches('*');
    if wildcard::has_wildcard(beginning) {
        return error;
    }
    let mut nearest = Nearest::to(beginning);
    for name in service.names(NameKind::Action) {
        if let Some(head) = name.get(..beginning.len()) {
            nearest.offer(head);
        }
    }
    error.suggesting(nearest.best().map(|head| Suggestion::pattern(service.prefix(), head)))
}

/// Says why nothing was found.
#[cold]
pub(super) fn explain<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(wrong) => return NameError::new(wrong, kind, text).suggesting(well_formed(catalog, kind, text)),
    };
    let Some(service) = catalog.find_service(prefix) else {
        return unknown_service(catalog, kind, text, prefix, Some(name));
    };
    unknown_name(service, kind, text, name, || meant(catalog, service, kind, text, Parts { prefix, name }))
}

/// As [`explain`], where only one service is asked.
#[cold]
pub(super) fn explain_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(wrong) => return NameError::new(wrong, kind, text),
    };
    let near = || nearest_name(service, kind, text, name);
    if kind == NameKind::ConditionKey || ascii_case::eq(prefix, service.prefix()) {
        return unknown_name(service, kind, text, name, near);
    }
    NameError::new(NameErrorKind::OtherService, kind, text).in_service(service.name()).suggesting(near())
}

/// The error about a name that a service does not have, or cannot be said to have.
fn unknown_name<S: ServiceNames, M: Into<Meant>>(
    service: S,
    kind: NameKind,
    text: &str,
    name: &str,
    meant: impl FnOnce() -> Option<M>,
) -> NameError {
    if kind == NameKind::Action
        && let Some(actions) = operation(service, name)
    {
        return NameError::new(NameErrorKind::Operation, kind, text).authorized_by(actions);
    }
    if kind == NameKind::Action && service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, kind, text).in_service(service.name());
    }
    NameError::new(NameErrorKind::UnknownName, kind, text).in_service(service.name()).suggesting(meant())
}

/// What authorises the API operation of a name: as the service's page has it, or else the table.
pub(super) fn operation<S: ServiceNames>(service: S, name: &str) -> Option<OperationActions> {
    service.operation(name).or_else(|| operations::operation(service.prefix(), name))
}

/// What is nearest to a name that a service does not have: a name of that service, or the same name in another one,
/// whichever takes fewer mistakes over the whole text. A service's own wins a tie.
fn meant<C: Catalog>(
    catalog: C,
    service: C::Service,
    kind: NameKind,
    text: &str,
    Parts { prefix, name }: Parts<'_>,
) -> Option<Meant> {
    let own = nearest(service, kind, text, name);
    let own = own.map(|near| (near.mistakes, suggestion(service, kind, near.name).into()));
    let other = (kind != NameKind::ConditionKey).then(|| elsewhere(catalog, kind, prefix, name)).flatten();
    match (own, other) {
        (Some((mistakes, own)), Some((other_mistakes, other))) => {
            Some(if mistakes <= other_mistakes { own } else { other })
        }
        (own, other) => own.or(other).map(|(_, meant)| meant),
    }
}

/// What a malformed text would name if its slip were mended: a character too many, or another mark for the colon.
fn well_formed<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> Option<Meant> {
    let divided = text.split_once(':').or_else(|| text.split_once(['.', '/', ';', ' ']));
    let Some((prefix, name)) = divided else { return elsewhere(catalog, kind, "", text).map(|(_, meant)| meant) };
    if name.is_empty() || wildcard::has_wildcard(name) {
        return None;
    }
    nearest_name(catalog.find_service(prefix.trim())?, kind, text, name.trim()).map(Meant::One)
}

/// The name of a service that is nearest to the given one.
pub(super) fn nearest_name<S: ServiceNames>(service: S, kind: NameKind, text: &str, name: &str) -> Option<Suggestion> {
    Some(suggestion(service, kind, nearest(service, kind, text, name)?.name))
}

fn nearest<S: ServiceNames>(service: S, kind: NameKind, text: &str, name: &str) -> Option<Guess> {
    if kind == NameKind::Action {
        return verbs::meant(service, name);
    }
    let given = if kind == NameKind::ConditionKey { text } else { name };
    let mut nearest = Nearest::to(given);
    for known in service.names(kind) {
        nearest.offer(known);
    }
    let name = nearest.best()?;
    Some(Guess { name, mistakes: nearest::distance(given, name).unwrap_or(usize::MAX) })
}

/// The services that have exactly this name, and how far the nearest of their prefixes is from the given one.
pub(super) fn elsewhere<C: Catalog>(catalog: C, kind: NameKind, prefix: &str, name: &str) -> Option<(usize, Meant)> {
    if name.len() > nearest::LONGEST {
        return None;
    }
    // The nearest first, and of equally near ones the first in order.
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
        NameKind::ConditionKey => Suggestion::key(name),
        NameKind::Action | NameKind::ResourceType => Suggestion::name(service.prefix(), name),
    }
}
