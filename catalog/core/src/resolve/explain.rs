//! The errors about names that the catalog does not have, with suggestions.

use super::{
    candidates::{Match, elsewhere, near_operation, nearest, nearest_name, operation, suggestion},
    catalog::{Catalog, ServiceNames},
    retired, several,
    unknown_service::unknown_service,
    verbs::Guess,
};
use crate::{
    ascii_case,
    excerpt::is_unseen,
    name_error::{Meant, NameError, NameErrorKind},
    name_form::lookalike,
    name_kind::NameKind,
    syntax::{self, Parts},
    wildcard,
};

/// The maximum length of a malformed string that can be meant for a name, in bytes.
const LONGEST: usize = 192;

/// Returns the error about a string that no name of the catalog matches.
#[cold]
pub(super) fn explain<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(_) if several::are(text, kind) => return NameError::new(NameErrorKind::Several, kind, text),
        Err(wrong) => return NameError::new(wrong, kind, text).suggesting(well_formed(catalog, kind, text)),
    };
    if let Some(error) = retired::error(catalog, kind, text, Parts { prefix, name }) {
        return error;
    }
    let Some(service) = catalog.find_service(prefix) else {
        return unknown_service(catalog, kind, text, prefix, Some(name));
    };
    // Only the whole catalog looks for similar operations, so that a program with one service stays small.
    let of_operation = || (kind == NameKind::Action).then(|| near_operation(service, name)).flatten();
    unknown_name(service, kind, text, name, || {
        meant(catalog, service, kind, text, Parts { prefix, name }).or_else(of_operation)
    })
}

/// Returns the error about a string that no name of the service matches.
#[cold]
pub(super) fn explain_in<S: ServiceNames>(service: S, kind: NameKind, text: &str) -> NameError {
    let Parts { prefix, name } = match syntax::parse(text, kind, false) {
        Ok(parts) => parts,
        Err(wrong) => return NameError::new(wrong, kind, text),
    };
    // Whether the mistake is clear is not computed here, so that a program with one service stays small.
    let near = || nearest(service, kind, text, name).map(|near| own_match(service, kind, near, false));
    if kind == NameKind::ConditionKey || ascii_case::eq_compact(prefix, service.prefix()) {
        return unknown_name(service, kind, text, name, near);
    }
    NameError::new(NameErrorKind::OtherService, kind, text)
        .in_service(service.name())
        .suggesting(nearest_name(service, kind, text, name))
}

/// Returns the error about a name that a service does not have. If AWS's page of the service lists no actions, the
/// error about an action states this instead.
fn unknown_name<S: ServiceNames>(
    service: S,
    kind: NameKind,
    text: &str,
    name: &str,
    meant: impl FnOnce() -> Option<Match>,
) -> NameError {
    if kind == NameKind::Action
        && let Some(actions) = operation(service, name)
    {
        return NameError::new(NameErrorKind::Operation, kind, text).authorized_by(actions);
    }
    if kind == NameKind::Action && service.actions_are_left_out() {
        return NameError::new(NameErrorKind::LeftOut, kind, text).in_service(service.name());
    }
    let error = NameError::new(NameErrorKind::UnknownName, kind, text).in_service(service.name());
    match meant() {
        Some(Match { meant, is_clear, .. }) => error.suggesting(Some(meant)).clear(is_clear),
        None if has_methods(service, kind) => error.with_methods(service.prefix()),
        None => error,
    }
}

/// Returns true if the actions of a service are HTTP methods, which authorize its API operations.
fn has_methods<S: ServiceNames>(service: S, kind: NameKind) -> bool {
    kind == NameKind::Action && ["GET", "POST"].iter().all(|method| service.names(kind).any(|name| name == *method))
}

/// Returns the nearest match for a name that a service does not have: another name of the service, or the same name in
/// another service. The match with fewer mistakes in the whole string wins. In a tie, the service's own name wins.
fn meant<C: Catalog>(
    catalog: C,
    service: C::Service,
    kind: NameKind,
    text: &str,
    Parts { prefix, name }: Parts<'_>,
) -> Option<Match> {
    let own = nearest(service, kind, text, name).map(|near| {
        let is_clear = kind == NameKind::Action && near.is_clear(service, name);
        own_match(service, kind, near, is_clear)
    });
    let other = (kind != NameKind::ConditionKey).then(|| elsewhere(catalog, kind, prefix, name)).flatten();
    match (own, other) {
        (Some(own), Some(other)) => Some(if own.mistakes <= other.mistakes { own } else { other }),
        (own, other) => own.or(other),
    }
}

fn own_match<S: ServiceNames>(service: S, kind: NameKind, near: Guess, is_clear: bool) -> Match {
    Match { mistakes: near.mistakes, meant: suggestion(service, kind, near.name).into(), is_clear }
}

/// Returns the name that a malformed string resembles: it may have an extra character, or another character instead of
/// the colon.
fn well_formed<C: Catalog>(catalog: C, kind: NameKind, text: &str) -> Option<Meant> {
    let mut buffer = [0; LONGEST];
    let meant = plain(text, &mut buffer)?;
    let divided = meant.split_once(':').or_else(|| meant.split_once(['.', '/', ';', ' ']));
    let Some((prefix, name)) = divided else { return elsewhere(catalog, kind, "", meant).map(|found| found.meant) };
    // The string may have another field before the prefix: `aws:s3:GetObject`.
    let last = name.rsplit_once(':').filter(|(prefix, _)| catalog.find_service(prefix).is_some());
    let (prefix, name) = last.unwrap_or((prefix, name));
    if name.is_empty() || wildcard::has_wildcard(name) {
        return None;
    }
    let prefix = prefix.trim();
    let prefix = prefix.strip_suffix(".amazonaws.com").unwrap_or(prefix);
    nearest_name(catalog.find_service(prefix)?, kind, meant, name.trim()).map(Meant::One)
}

/// Returns a string with ASCII characters in place of similar ones, without invisible characters and without quotes and
/// brackets around it. Returns `None` if the string is too long for a name.
fn plain<'b>(text: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let characters = text.chars().filter(|c| !is_unseen(*c)).map(|c| lookalike(c).unwrap_or(c));
    let mut length = 0;
    for byte in characters.filter_map(|c| u8::try_from(c).ok()).filter(u8::is_ascii) {
        *buffer.get_mut(length)? = byte;
        length += 1;
    }
    let plain = str::from_utf8(buffer.get(..length)?).ok()?;
    Some(plain.trim_matches(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, ':' | '*' | '?')))
}
