//! Suggestions for a wrong name. Finding them is slow, because each search visits the whole catalog.

use super::{
    catalog::{Catalog, ServiceNames},
    operations,
    other_names::OtherName,
    related::{Relation, relation},
    verbs::{self, Guess, Reason},
};
use crate::{
    authorizing_actions::AuthorizingActions,
    name_error::{Elsewhere, Meant, Suggestion},
    name_kind::NameKind,
    nearest::{self, Nearest},
    syntax::{self, Parts},
};

/// Returns the actions that authorize an API operation, from the service's page or otherwise from the table of
/// operations.
pub(super) fn operation<S: ServiceNames>(service: S, name: &str) -> Option<AuthorizingActions> {
    service.operation(name).or_else(|| operations::find(service.other_operations(), name))
}

/// The API operations in the table for a service, in place of its actions.
#[derive(Clone, Copy)]
struct OtherOperations<S>(S);

impl<S: ServiceNames> ServiceNames for OtherOperations<S> {
    fn prefix(self) -> &'static str {
        self.0.prefix()
    }

    fn name(self) -> &'static str {
        self.0.name()
    }

    fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
        operations::names(self.0.other_operations())
    }
}

/// Returns the action that authorizes an API operation with nearly the given name, if it is clear and the only one:
/// `s3:PutEncryptionConfiguration` for `SetBucketEncryption`.
pub(super) fn near_operation<S: ServiceNames>(service: S, name: &str) -> Option<Match> {
    let guess = verbs::meant(OtherOperations(service), name)?;
    let (is_clear, Guess { name, mistakes, .. }) = (guess.is_clear(OtherOperations(service), name), guess);
    let actions = operations::find(service.other_operations(), name)?;
    let (Some(action), None) = (actions.iter().next(), actions.iter().nth(1)) else { return None };
    let Parts { prefix, name } = syntax::split(action)?;
    is_clear.then(|| Match { mistakes, meant: Suggestion::from_name(prefix, name).into(), is_clear })
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
    Some(Guess { name, mistakes: nearest::distance(given, name).unwrap_or(usize::MAX), reason: Reason::Letters })
}

/// A match for a wrong name.
pub(super) struct Match {
    /// The number of mistakes in the given string.
    pub(super) mistakes: usize,
    /// The suggestion.
    pub(super) meant: Meant,
    /// Whether the suggestion is certainly intended.
    pub(super) is_clear: bool,
}

/// Returns the services that have exactly this name and may be intended.
///
/// A name without a prefix may belong to each service that has it. Otherwise, the service must be related to the given
/// prefix or mentioned by the name.
pub(super) fn elsewhere<C: Catalog>(catalog: C, kind: NameKind, prefix: &str, name: &str) -> Option<Match> {
    if name.len() > nearest::LONGEST {
        return None;
    }
    let other = OtherName::new(prefix);
    // The services are in order of their relation and distance. Equal ones keep the order of the catalog.
    let mut nearest = [None::<(Relation, usize, C::Service)>; Elsewhere::MOST];
    let mut count = 0_usize;
    for service in catalog.services() {
        if service.find(kind, name).is_none() {
            continue;
        }
        count = count.saturating_add(1);
        let found = if prefix.is_empty() {
            Some(Relation::Word)
        } else {
            relation(&other, name, service.prefix(), service.name())
        };
        let Some(found) = found else { continue };
        let mistakes = nearest::distance(prefix, service.prefix()).unwrap_or(usize::MAX);
        let mut moved = Some((found, mistakes, service));
        for place in &mut nearest {
            match (place.as_ref(), moved.as_ref()) {
                (Some((kept, before, _)), Some((found, mistakes, _))) if (kept, before) <= (found, mistakes) => {}
                _ => core::mem::swap(place, &mut moved),
            }
        }
    }
    // If many services have the name, only the name of a service shows which one is intended.
    let is_kept = |relation: &Relation| *relation == Relation::Name || count <= Elsewhere::MOST;
    let mut kept = nearest.into_iter().flatten().filter(|(relation, ..)| is_kept(relation));
    let (relation, mistakes, first) = kept.next()?;
    let mut prefixes = [Some(first.prefix()), None, None];
    for (place, (_, _, service)) in prefixes.iter_mut().skip(1).zip(kept) {
        *place = Some(service.prefix());
    }
    if prefixes.iter().flatten().count() > 1 {
        return Some(Match { mistakes, meant: Meant::Elsewhere(Elsewhere { prefixes }), is_clear: false });
    }
    let known = first.name_at(kind, first.find(kind, name)?)?;
    let is_clear = relation != Relation::Word;
    Some(Match { mistakes, meant: suggestion(first, kind, known).into(), is_clear })
}

pub(super) fn suggestion<S: ServiceNames>(service: S, kind: NameKind, name: &'static str) -> Suggestion {
    match kind {
        NameKind::ConditionKey => Suggestion::from_key(name),
        NameKind::Action | NameKind::ResourceType => Suggestion::from_name(service.prefix(), name),
    }
}
