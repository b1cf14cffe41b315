//! Checks whether the resources of a statement and its actions fit together.

use alloc::vec::Vec;

use catalog_core::arn::ArnFormat;

use super::arn_formats;
use crate::{
    catalog::PolicyCatalog,
    context::{Context, OVERLAP},
    document::Text,
    facts::aws_owned_resources::AWS_OWNED_RESOURCES,
    kind::PolicyKind,
    rules::EveryRule,
    subject::{
        ARN_FIELDS, Actions, LiteralFormat, Misfit, ResourceMisfit, fields, is_format_of, resource_of, usual_fields,
    },
};

/// The resource types that the actions of one string of `Action` accept.
pub(super) struct Taken<'t, R> {
    /// The string.
    pub(super) text: Text<'t>,
    /// The resource types.
    pub(super) types: Vec<R>,
}

impl<R> Taken<'_, R> {
    /// Returns true if the actions are those of the given service.
    fn is_of(&self, service: &str) -> bool {
        self.text.text.split_once(':').is_some_and(|(prefix, _)| prefix.eq_ignore_ascii_case(service))
    }

    /// Returns true if a policy of a kind can be about the service of the actions.
    fn is_about(&self, kind: PolicyKind) -> bool {
        self.text.text.split_once(':').is_none_or(|(prefix, _)| kind.is_about(prefix))
    }
}

/// Passes to the rules the resources that no action accepts, and the actions that accept none of the resources.
pub(super) fn walk<'t, C: PolicyCatalog>(
    resources: &[Text<'t>],
    taken: &[Taken<'t, C::ResourceType>],
    actions: &Actions<'t, C::Service>,
    cx: &mut Context<'_, 't, C>,
) {
    // The policy of a resource cannot name the actions of other services. Then only the resources are checked.
    if taken.iter().any(|taken| !taken.is_about(cx.kind)) {
        for resource in resources {
            arn_formats::walk(*resource, actions, cx);
        }
        return;
    }
    let mut all: Vec<_> = taken.iter().flat_map(|taken| taken.types.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    // For each type, whether one of the resources fits it. A resource needs only one type, so the others are compared when
    // an action needs them.
    let mut is_fitting: Vec<Option<bool>> = alloc::vec![None; all.len()];
    let mut fitting = Vec::new();
    // The services that accept a resource whose type the reference lacks, or states for no action.
    let mut unlisted = Vec::new();
    let mut has_other_finding = false;
    for resource in resources {
        if !cx.report.spend(all.len() as u64 * OVERLAP * (resource.text.len() as u64 / 64 + 1)) {
            return;
        }
        let Some(overlaps) = cx.catalog.overlaps(resource.text) else { return };
        let claims = Claims::new(resource.text, cx);
        // The types that fit other resources come first, because they are the most likely ones.
        let known_types = is_fitting.as_slice();
        let positions = |known| (0..all.len()).filter(move |position| known == is_known(known_types, *position));
        let may_be = |own: C::ResourceType| overlaps(own) && claims.may_be(own, cx.catalog);
        let found =
            positions(true).chain(positions(false)).find(|position| all.get(*position).is_some_and(|own| may_be(*own)));
        if let Some(known) = found.and_then(|position| is_fitting.get_mut(position)) {
            *known = Some(true);
            fitting.push((*resource, claims));
            continue;
        }
        if taken.iter().any(|taken| taken.is_of(claims.service))
            && (is_unlisted(resource.text) || claims.may_be_of_idle_type(resource.text, cx))
        {
            unlisted.push(claims.service);
            continue;
        }
        // An ARN that no resource has fits no action. The policy of a resource cannot name the resources of other
        // services.
        if arn_formats::walk(*resource, actions, cx) || !cx.kind.is_about(claims.service) {
            has_other_finding = true;
            continue;
        }
        // If none of the actions accepts any resource type, the findings about the actions are enough.
        if !all.is_empty() && cx.report.spend(all.len() as u64) {
            let misfit = Misfit::Resource { claimed_by: claims.format() };
            EveryRule::resource_misfit(
                &ResourceMisfit { text: *resource, misfit, types: &all, given: resource.text },
                cx,
            );
        }
    }
    if has_other_finding {
        return;
    }
    let (catalog, has_fitting) = (cx.catalog, !fitting.is_empty());
    let mut fits = |own: C::ResourceType| {
        let Some(known) = all.binary_search(&own).ok().and_then(|position| is_fitting.get_mut(position)) else {
            return false;
        };
        *known.get_or_insert_with(|| {
            fitting.iter().any(|(resource, claims)| {
                let overlaps = catalog.overlaps(resource.text).is_some_and(|overlaps| overlaps(own));
                overlaps && claims.may_be(own, catalog)
            })
        })
    };
    let given = resources.first().map_or("", |resource| resource.text);
    for of_action in taken {
        let Taken { text, types } = of_action;
        let misfit = if types.is_empty() {
            // AWS's own policies name all resources of the service, and some services compare them with the account.
            if resources.iter().any(|resource| may_be_whole_service(*resource, of_action)) {
                continue;
            }
            if all.is_empty() { Misfit::NoActionTakesAny } else { Misfit::ActionTakesNone }
        } else if has_fitting
            && !types.iter().any(|taken| fits(*taken))
            && !unlisted.iter().any(|service| of_action.is_of(service))
            && cx.report.spend(types.len() as u64)
        {
            Misfit::Action
        } else {
            continue;
        };
        EveryRule::resource_misfit(&ResourceMisfit { text: *text, misfit, types, given }, cx);
    }
}

/// Returns true if the type at a position is known to fit a resource.
fn is_known(is_fitting: &[Option<bool>], position: usize) -> bool {
    is_fitting.get(position).copied().flatten() == Some(true)
}

/// The formats that a resource certainly has, so that it has no other one.
struct Claims<'t> {
    service: &'t str,
    resource: &'t str,
    /// The longer formats whose literals the resource contains.
    formats: Vec<(&'static str, LiteralFormat)>,
    /// Whether the resource has neither a region nor an account, like some resources of its service.
    is_global: bool,
}

impl<'t> Claims<'t> {
    /// Finds the formats of the service that the ARN names.
    fn new<C: PolicyCatalog>(text: &'t str, cx: &mut Context<'_, '_, C>) -> Self {
        let ([_, _, service, region, account, resource], count) = fields(text);
        let mut formats = Vec::new();
        // The shortest resource with a segment between two names is `a/segment/b`.
        if count == ARN_FIELDS && resource.matches('/').count() >= 2 {
            let catalog = cx.catalog;
            let types = catalog.find_service(service).and_then(|service| catalog.resource_types_of(service));
            let of_types = types.into_iter().flatten().flat_map(|resource_type| catalog.arn_formats(resource_type));
            for format in of_types {
                if cx.report.spend(1)
                    && may_claim(format, service, resource)
                    && let Some(literal) = LiteralFormat::new(format)
                    && literal.segment().is_some()
                    && literal.claims(resource)
                    && ArnFormat::new_unchecked(format).overlaps(text)
                {
                    formats.push((format, literal));
                }
            }
        }
        // Other resources begin as their formats do.
        let may_be_global = count == ARN_FIELDS
            && region.is_empty()
            && account.is_empty()
            && resource.starts_with(['*', '?', '$'])
            && resource.bytes().any(|byte| byte != b'*');
        let is_global = may_be_global && has_global_format(text, service, cx);
        Self { service, resource, formats, is_global }
    }

    /// Returns the first of the formats.
    fn format(&self) -> Option<&'static str> {
        self.formats.first().map(|(format, _)| *format)
    }

    /// Returns true if a resource can be of a type that it overlaps. The result is false if the variables of each format
    /// of the type would have to contain the literals of a longer format. It is also false if the resource is global, and
    /// the formats have a region and an account.
    fn may_be<C: PolicyCatalog>(&self, resource_type: C::ResourceType, catalog: C) -> bool {
        if self.formats.is_empty() && !self.is_global {
            return true;
        }
        let is_swallowing = |format: &'static str| {
            LiteralFormat::new(format)
                .is_some_and(|own| self.formats.iter().any(|(_, longer)| own.swallows(longer, self.resource)))
        };
        let is_ruled_out = |format: &'static str| self.is_global && is_regional(format, self.service);
        let mut formats = catalog.arn_formats(resource_type).peekable();
        formats.peek().is_none() || formats.any(|format| !is_ruled_out(format) && !is_swallowing(format))
    }

    /// Returns true if a resource can be of a type that no action of its service accepts. The reference is incomplete
    /// there: `apigateway:GET` also reads the resources of version 2 of API Gateway.
    #[cold]
    fn may_be_of_idle_type<C: PolicyCatalog>(&self, text: &str, cx: &mut Context<'_, '_, C>) -> bool {
        let catalog = cx.catalog;
        let Some(service) = catalog.find_service(self.service) else { return false };
        let (Some(types), Some(overlaps)) = (catalog.resource_types_of(service), catalog.overlaps(text)) else {
            return false;
        };
        let mut idle: Vec<_> = types.filter(|own| cx.report.spend(OVERLAP) && overlaps(*own)).collect();
        idle.retain(|own| self.may_be(*own, catalog));
        for action in catalog.matching(service, "*") {
            if idle.is_empty() || !cx.report.spend(1) {
                return false;
            }
            let accepted: Vec<_> = catalog.resource_types(service, action).into_iter().flatten().collect();
            idle.retain(|own| !accepted.contains(own));
        }
        !idle.is_empty()
    }
}

/// Returns true if an ARN overlaps a format of its service that has neither a region nor an account, like that of a
/// bucket. Such an ARN is not that of a regional resource: an access point has a region and an account.
fn has_global_format<C: PolicyCatalog>(text: &str, service: &str, cx: &mut Context<'_, '_, C>) -> bool {
    let catalog = cx.catalog;
    let types = catalog.find_service(service).and_then(|service| catalog.resource_types_of(service));
    types.into_iter().flatten().flat_map(|resource_type| catalog.arn_formats(resource_type)).any(|format| {
        cx.report.spend(1)
            && usual_fields(format, service).is_some_and(|[region, account, _]| region.is_empty() && account.is_empty())
            && ArnFormat::new_unchecked(format).overlaps(text)
    })
}

/// Returns true if a format has a region and an account.
fn is_regional(format: &str, service: &str) -> bool {
    usual_fields(format, service).is_some_and(|[region, account, _]| !region.is_empty() && !account.is_empty())
}

/// Returns true if a format may claim a resource. The result is false if the resource begins in another way, or if no
/// later variable of the format follows a slash. This is faster than parsing the format.
fn may_claim(format: &str, service: &str, resource: &str) -> bool {
    let Some([_, _, own]) = usual_fields(format, service) else { return true };
    // Most formats begin in another way, which is faster to see than to find the variable.
    let mut given = resource.bytes();
    if !own.bytes().take_while(|byte| *byte != b'$').all(|byte| given.next() == Some(byte)) {
        return false;
    }
    own.split_once("${").is_some_and(|(first, behind)| resource.starts_with(first) && behind.contains("/${"))
}

/// Returns true if the reference lacks a resource, such as a transform of CloudFormation.
fn is_unlisted(text: &str) -> bool {
    let ([_, _, service, ..], count) = fields(text);
    let is_unlisted = |format: &&str| is_format_of(format, service) && ArnFormat::new_unchecked(format).overlaps(text);
    count == ARN_FIELDS && AWS_OWNED_RESOURCES.iter().any(is_unlisted)
}

/// Returns true if an ARN matches all resources of the service of an action, or may do so because of a hole.
fn may_be_whole_service<R>(text: Text<'_>, taken: &Taken<'_, R>) -> bool {
    const SERVICE: usize = 3;
    if !text.is_open() || fields(text.head()).1 > SERVICE {
        return is_whole_service(text.text, taken);
    }
    // The service is unknown, but the end of the resource may be known.
    let end = text.text.rsplit(':').next().unwrap_or_default();
    fields(text.text).1 < ARN_FIELDS || end.bytes().all(|byte| byte == b'*')
}

/// Returns true if an ARN matches all resources of the service of an action, such as `arn:aws:s3:::*`.
fn is_whole_service<R>(text: &str, taken: &Taken<'_, R>) -> bool {
    let ([_, _, service, ..], count) = fields(text);
    taken.is_of(service) && (count < ARN_FIELDS || resource_of(text) == Some("*"))
}
