//! Finds ARNs that no resource of their service has, by the ARN formats of the reference.

use alloc::{format, vec::Vec};

use catalog_core::{
    arn::ArnFormat,
    nearest::{self, Nearest},
    resolve::ServiceNames as _,
    wildcard::has_wildcard,
};

use crate::{
    catalog::PolicyCatalog,
    context::{Context, OVERLAP},
    document::{Node, Text},
    facts::aws_owned_resources::AWS_OWNED_RESOURCES,
    rules::EveryRule,
    subject::{ARN_FIELDS, Actions, ArnFault, WrongArn, fields, is_format_of, usual_fields},
};

/// Passes an ARN to the rules if no resource of its service has it. Returns true if that is the case.
///
/// If an action of the statement has an unknown prefix, the action has a finding. Then an ARN of the same service has
/// none.
#[cold]
pub(super) fn walk<'t, C: PolicyCatalog>(
    text: Text<'t>,
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) -> bool {
    let found = find(text, actions, cx);
    for arn in &found {
        EveryRule::wrong_arn(arn, cx);
    }
    !found.is_empty()
}

fn find<'t, C: PolicyCatalog>(
    text: Text<'t>,
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) -> Vec<WrongArn<'t>> {
    // A part that can become anything may contain colons, so the fields before the resource must have none.
    let ([first, partition, service, region, account, resource], count) = fields(text.text);
    if text.is_open() && fields(text.head()).1 < ARN_FIELDS
        || count != ARN_FIELDS
        || first != "arn"
        || !is_name(service)
        || resource.is_empty()
    {
        return Vec::new();
    }
    let cost = (text.text.len() as u64 / 64).saturating_add(1).saturating_mul(OVERLAP);
    let may_be_one = |formats: &[&str], cx: &mut Context<'_, 't, C>| {
        !cx.report.spend((formats.len() as u64).saturating_mul(cost).saturating_mul(2))
            || formats.iter().any(|format| ArnFormat::new_unchecked(format).overlaps(text.text))
    };
    if let Some(known) = cx.catalog.find_service(service) {
        if may_be_on_page(known, text, cx) {
            return Vec::new();
        }
        match formats_of_page(known, service, cx) {
            Some(own) if !own.is_empty() && !may_be_one(&own, cx) => {}
            _ => return Vec::new(),
        }
    }
    let formats = match formats_of_all_pages(service, cx) {
        Formats::Known(formats) => formats,
        Formats::Unknown => return Vec::new(),
        Formats::NoService => return unknown_service(text, service, actions, cx).into_iter().collect(),
    };
    if may_be_one(&formats, cx) {
        return Vec::new();
    }
    // The intended formats have a resource like that of the ARN, with any region and any account.
    let is_intended = |format: &&'static str| {
        let Some([own_region, own_account, _]) = usual_fields(format, service) else { return true };
        let (region, account) = (filled(own_region, REGION), filled(own_account, ACCOUNT));
        let pattern = format!("arn:{partition}:{service}:{region}:{account}:{resource}");
        ArnFormat::new_unchecked(format).overlaps(&pattern)
    };
    let intended: Vec<_> = formats.iter().copied().filter(is_intended).collect();
    if intended.is_empty() {
        let expected = most_similar(&formats, service, resource);
        return expected
            .map(|format| WrongArn::new(text, ArnFault::UnknownResource(format), None))
            .into_iter()
            .collect();
    }
    let intended: Vec<_> = intended.into_iter().map(|format| usual_fields(format, service)).collect();
    let has_field = |own: &Option<[&str; 3]>, field: usize| own.is_none_or(|own| own.get(field) != Some(&""));
    let has_none = |field: usize| !intended.iter().any(|own| has_field(own, field));
    let (needless_region, needless_account) = (!region.is_empty() && has_none(0), !account.is_empty() && has_none(1));
    let kept = |field: &'t str, is_needless| if is_needless { "" } else { field };
    let (region_left, account_left) = (kept(region, needless_region), kept(account, needless_account));
    let right = format!("arn:{partition}:{service}:{region_left}:{account_left}:{resource}");
    let faults =
        [(needless_region, ArnFault::NeedlessRegion(region)), (needless_account, ArnFault::NeedlessAccount(account))];
    let found = faults.into_iter().filter(|(is_found, _)| *is_found);
    found.map(|(_, fault)| WrongArn::new(text, fault, Some(right.clone()))).collect()
}

/// Returns true if an ARN has a format of a service's page, or if that is not known. Most ARNs do, so this is checked first,
/// without a list of the formats.
fn may_be_on_page<C: PolicyCatalog>(known: C::Service, text: Text<'_>, cx: &mut Context<'_, '_, C>) -> bool {
    let catalog = cx.catalog;
    let (Some(types), Some(overlaps)) = (catalog.resource_types_of(known), catalog.overlaps(text.text)) else {
        return true;
    };
    let mut types = types.filter(|own| catalog.arn_formats(*own).next().is_some());
    types.any(|own| !cx.report.spend(OVERLAP) || overlaps(own))
}

/// A region and an account for the fields of a format. Other values would be valid too, but these need no automaton.
const REGION: &str = "us-east-1";
const ACCOUNT: &str = "111122223333";

/// Returns a value for a field of a format: the field itself, or the given value in place of its variables.
fn filled<'f>(field: &'f str, value: &'f str) -> &'f str {
    if field.contains(['$', '*', '{']) { value } else { field }
}

/// The ARN formats of a service on all pages.
enum Formats {
    /// The formats.
    Known(Vec<&'static str>),
    /// The catalog does not know the formats.
    Unknown,
    /// No format has the service.
    NoService,
}

/// Returns the ARN formats with the given service on the page of the service. Returns `None` if they are not known, or if
/// one of them is not written in the usual way.
fn formats_of_page<C: PolicyCatalog>(
    known: C::Service,
    service: &str,
    cx: &Context<'_, '_, C>,
) -> Option<Vec<&'static str>> {
    let types = cx.catalog.resource_types_of(known)?;
    let formats = types.flat_map(|own| cx.catalog.arn_formats(own)).filter(|format| is_format_of(format, service));
    let formats: Vec<_> = formats.collect();
    formats.iter().all(|format| usual_fields(format, service).is_some()).then_some(formats)
}

/// Returns the ARN formats with the given service on all pages. A page can have formats of other services.
///
/// Wrong ARNs often come in lists with the same service, so its formats are kept.
fn formats_of_all_pages<'t, C: PolicyCatalog>(service: &'t str, cx: &mut Context<'_, 't, C>) -> Formats {
    if let Some((_, formats)) = cx.formats.as_ref().filter(|(last, _)| *last == service) {
        return Formats::Known(formats.clone());
    }
    let found = collect_formats(service, cx);
    if let Formats::Known(formats) = &found {
        cx.formats = Some((service, formats.clone()));
    }
    found
}

fn collect_formats<C: PolicyCatalog>(service: &str, cx: &mut Context<'_, '_, C>) -> Formats {
    let catalog = cx.catalog;
    let mut formats: Vec<_> =
        AWS_OWNED_RESOURCES.iter().copied().filter(|format| is_format_of(format, service)).collect();
    let mut has_facts = false;
    for other in catalog.services() {
        let Some(types) = catalog.resource_types_of(other) else { return Formats::Unknown };
        let mut read = 0_u64;
        for format in types.flat_map(|own| catalog.arn_formats(own)) {
            read += 1;
            if is_format_of(format, service) {
                formats.push(format);
            }
        }
        has_facts |= read > 0;
        if !cx.report.spend(read + 1) {
            return Formats::Unknown;
        }
    }
    match (has_facts, formats.is_empty()) {
        (false, _) => Formats::Unknown,
        (true, true) => Formats::NoService,
        (true, false) => Formats::Known(formats),
    }
}

/// Returns the ARN with the fault that no service has its name, and the most similar service.
fn unknown_service<'t, C: PolicyCatalog>(
    text: Text<'t>,
    service: &'t str,
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) -> Option<WrongArn<'t>> {
    let lists = [actions.statement.actions(), actions.statement.not_actions()].into_iter().flatten();
    let is_same =
        |action: Text<'_>| action.text.split_once(':').is_some_and(|(prefix, _)| prefix.eq_ignore_ascii_case(service));
    if lists.flat_map(Node::partial_strings).any(is_same) || cx.report.declares_action(&format!("{service}:*")) {
        return None;
    }
    let mut nearest = Nearest::new(service);
    for known in cx.catalog.services() {
        nearest.offer(known.prefix());
    }
    let replaced = nearest.best().map(|known| text.text.replacen(service, known, 1));
    Some(WrongArn::new(text, ArnFault::UnknownService(service), replaced))
}

/// Returns the format whose resource begins most similarly to that of an ARN.
fn most_similar(formats: &[&'static str], service: &str, resource: &str) -> Option<&'static str> {
    let given = beginning(resource);
    let mut best = (usize::MAX, formats.first().copied());
    for format in formats.iter().copied() {
        let Some([.., own]) = usual_fields(format, service) else { continue };
        if let Some(distance) = nearest::distance_below(beginning(own), given, best.0) {
            best = (distance, Some(format));
        }
    }
    best.1
}

/// Returns the beginning of a resource, from its first character other than a slash to the first separator, variable or wildcard.
fn beginning(resource: &str) -> &str {
    resource.trim_start_matches('/').split(['/', ':', '$', '*', '?']).next().unwrap_or_default()
}

/// Returns true if the service of an ARN is a name without wildcards and variables.
fn is_name(service: &str) -> bool {
    !service.is_empty() && !has_wildcard(service) && !service.contains("${")
}
