//! Looks up condition keys among the global keys and in the catalog.

use alloc::{
    format,
    string::{String, ToString as _},
};

use catalog_core::{
    ConditionKeyType, NameError, NameKind, ascii_case,
    resolve::{self, ServiceNames as _},
    syntax::{self, Parts},
};

use crate::{
    catalog::PolicyCatalog,
    condition_key,
    context::{Context, EXPLANATION},
    document::Text,
    facts::known_errors::WRONG_TYPES,
    global_keys, key_properties,
    rules::EveryRule,
    subject::{KeyFault, UnknownKey},
};

/// A known condition key.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownKey {
    /// The type of the values, if it is known.
    pub(super) value_type: Option<ConditionKeyType>,
    /// The requests that can carry the key.
    pub(super) carriers: Carriers,
    /// Whether the key is a template whose variable part is not filled in.
    is_unfilled: bool,
}

/// The requests that can carry a condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carriers {
    /// Requests for any action: most global keys, and the keys of identity providers that no page lists.
    Any,
    /// Requests for the actions whose pages list the key: a global key about tags.
    Tagging,
    /// Requests for the actions whose pages list the key: a key that a page defines or lists.
    Listing,
}

/// Returns the known key that a string of a condition names. Passes a string to the rules if it names no known key, or
/// a template that is not filled in.
pub(super) fn walk<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) -> Option<KnownKey> {
    if text.hole.is_some() && !is_decided(text) {
        return None;
    }
    let fault = match find(text.text, cx) {
        Some(known) if known.is_unfilled => KeyFault::Unfilled,
        Some(known) => return Some(known),
        None if cx.report.declares_condition_key(text.text) => return None,
        None => fault(text.written(), cx),
    };
    let prefix = syntax::split(text.text).map(|parts| parts.prefix);
    let has_service = prefix.is_some_and(|prefix| cx.catalog.find_service(prefix).is_some());
    EveryRule::unknown_key(&UnknownKey { text, has_service, fault }, cx);
    None
}

/// Returns true if a key with holes has no hole before its slash, such as `aws:RequestTag/${Key}`. Otherwise, it may be
/// any key.
fn is_decided(text: Text<'_>) -> bool {
    text.known_parts().next() == text.head().get(..).filter(|head| !head.is_empty())
        && syntax::split(text.head()).is_some_and(|Parts { name, .. }| name.contains('/'))
}

/// Returns the known key that a string names, or `None` if the key is unknown.
pub(super) fn find<C: PolicyCatalog>(text: &str, cx: &mut Context<'_, '_, C>) -> Option<KnownKey> {
    if let Some(global) = global_keys::find(text) {
        let is_unfilled = condition_key::is_unfilled(global, text);
        let carriers = if global.is_listed_by_action { Carriers::Tagging } else { Carriers::Any };
        return Some(KnownKey { value_type: Some(global.value_type), carriers, is_unfilled });
    }
    let Parts { prefix, name } = syntax::split(text)?;
    if prefix.is_empty() || name.is_empty() {
        return None;
    }
    if let Some(service) = cx.catalog.find_service(prefix) {
        // To find the template of a filled-in key, the search compares the key with half of the names on average.
        cx.report.spend(service.names(NameKind::ConditionKey).count() as u64 / 2);
        if let Some(found) = find_in(service, text, cx.catalog) {
            return Some(found);
        }
    }
    // A page can also list keys of other services, and keys of identity providers such as `accounts.google.com:aud`.
    if !cx.report.spend(EXPLANATION) {
        return None;
    }
    let is_aws = ascii_case::eq(prefix, "aws");
    let mut others = cx.catalog.services().filter(|_| !is_aws);
    let listed = others.find_map(|service| find_in(service, text, cx.catalog));
    let listed = listed.or_else(|| find_undefined(text, cx.catalog));
    let of_provider = || condition_key::is_of_provider(prefix);
    listed
        .or_else(|| of_provider().then_some(KnownKey { value_type: None, carriers: Carriers::Any, is_unfilled: false }))
}

fn find_in<C: PolicyCatalog>(service: C::Service, text: &str, catalog: C) -> Option<KnownKey> {
    let exact = service.find(NameKind::ConditionKey, text);
    let find = || service.names(NameKind::ConditionKey).position(|known| condition_key::matches(known, text));
    let position = exact.or_else(find)?;
    let known = service.name_at(NameKind::ConditionKey, position)?;
    Some(known_key(known, text, catalog.key_type(service, position)))
}

/// Returns a key that a page lists but does not define. The type of its values is unknown.
fn find_undefined<C: PolicyCatalog>(text: &str, catalog: C) -> Option<KnownKey> {
    catalog.services().find_map(|service| {
        let known = catalog.undefined_keys(service).find(|known| condition_key::matches(known, text))?;
        Some(known_key(known, text, None))
    })
}

fn known_key(known: &str, text: &str, value_type: Option<ConditionKeyType>) -> KnownKey {
    let is_unfilled = ascii_case::eq(known, text) && condition_key::is_template(known);
    // The type of these keys contradicts a policy that AWS published.
    let value_type = value_type.filter(|_| WRONG_TYPES.binary_search(&known).is_err());
    KnownKey { value_type, carriers: Carriers::Listing, is_unfilled }
}

/// Returns the fault of a string that is not a known key.
fn fault<C: PolicyCatalog>(text: &str, cx: &mut Context<'_, '_, C>) -> KeyFault {
    cx.report.spend(EXPLANATION);
    if let Some(message) = malformed(text) {
        return KeyFault::Malformed(message);
    }
    if let Some(others) = key_properties::alternatives(text) {
        return KeyFault::Unsupported(others);
    }
    if let Some(error) = resolve::retired_condition_key(cx.catalog, text) {
        return KeyFault::Retired(error.to_string());
    }
    if let Some(mark) = bare_template(text, cx.catalog) {
        return KeyFault::BareTemplate(mark);
    }
    match condition_key::nearest(cx.catalog, text) {
        Some((near, 1)) => KeyFault::Mistyped(near),
        near => KeyFault::Unknown(near.map(|(near, _)| near)),
    }
}

/// Returns the message about a key that does not have the form of a condition key.
fn malformed(text: &str) -> Option<String> {
    // The key of a tag, which follows the slash, may contain almost any character.
    let head = text.split('/').next().unwrap_or_default();
    let kind = syntax::parse(head, NameKind::ConditionKey, false).err()?;
    Some(NameError::new(kind, NameKind::ConditionKey, text).to_string())
}

/// Returns the character after which a template continues, if a string is the beginning of the template, such as
/// `aws:PrincipalTag`.
fn bare_template<C: PolicyCatalog>(text: &str, catalog: C) -> Option<char> {
    ['/', ':'].into_iter().find(|mark| {
        let filled = format!("{}{mark}team", text.trim_end_matches(*mark));
        let own = || catalog.find_service(syntax::split(text)?.prefix);
        let is_of = |own: C::Service| {
            own.names(NameKind::ConditionKey)
                .chain(catalog.undefined_keys(own))
                .any(|known| condition_key::matches(known, &filled))
        };
        global_keys::find(&filled).is_some() || own().is_some_and(is_of)
    })
}
