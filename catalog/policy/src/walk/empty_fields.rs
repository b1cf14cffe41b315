//! Finds ARNs whose region or account is empty, although the ARNs of the resource have one.

use alloc::{format, vec::Vec};

use catalog_core::{arn::ArnFormat, wildcard::has_wildcard};

use crate::{
    catalog::PolicyCatalog,
    context::{Context, OVERLAP},
    document::Text,
    facts::{aws_accounts::AWS_ACCOUNTS, aws_owned_resources::AWS_OWNED_RESOURCES},
    rules::EveryRule,
    subject::{ARN_FIELDS, EmptyFields, fields, usual_fields},
};

/// Passes an ARN with empty fields to the rules. Returns true if the ARN matches nothing because of them.
pub(super) fn walk<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) -> bool {
    match find(text, cx) {
        Some(found) => {
            EveryRule::empty_fields(&found, cx);
            true
        }
        None => false,
    }
}

/// The fields that can be empty in the ARNs of a format.
#[derive(Clone, Copy)]
struct Form {
    format: &'static str,
    region: bool,
    account: bool,
}

impl Form {
    fn new(format: &'static str) -> Self {
        let mut front = format.split(':').skip(3);
        let (region, account) = (front.next().unwrap_or_default(), front.next().unwrap_or_default());
        // Some formats of the reference lack a field, so a word is in the place of the account.
        let is_irregular = !account.is_empty() && !has_mark(account) && AWS_ACCOUNTS.binary_search(&account).is_err();
        let may_be_empty = |field: &str| is_irregular || field.is_empty() || field == "*";
        Self { format, region: may_be_empty(region), account: may_be_empty(account) }
    }

    /// Returns true if the format has the same service as an ARN, and their resources can begin in the same way.
    fn is_like(self, service: &str, beginning: &str) -> bool {
        let mut own = self.format.splitn(ARN_FIELDS, ':').skip(2);
        let (own_service, own_resource) = (own.next(), own.nth(2).unwrap_or_default());
        own_service == Some(service) && begins_alike(own_resource, beginning)
    }

    /// Returns true if the fields of an ARN are empty where those of the format always are. The automaton lets
    /// a `*` in the region match the beginning of an object's key.
    fn has_fields(self, region: &str, account: &str) -> bool {
        let mut own = self.format.split(':').skip(3);
        let is_right = |own: Option<&str>, field: &str| own != Some("") || field.is_empty() || has_wildcard(field);
        is_right(own.next(), region) && is_right(own.next(), account)
    }

    fn overlaps(self, pattern: &str) -> bool {
        ArnFormat::new_unchecked(self.format).overlaps(pattern)
    }
}

fn has_mark(field: &str) -> bool {
    field.contains(['$', '{', '}', '*', '?', '#'])
}

/// Returns true if the resource of a format can have the given beginning.
fn begins_alike(format: &str, beginning: &str) -> bool {
    // A long literal is compared without searching for its end.
    format.starts_with(beginning) || beginning.starts_with(head(format))
}

/// Returns the beginning of a resource, up to the first variable or wildcard.
fn head(resource: &str) -> &str {
    let end = resource.find(['$', '*', '?', '#', '{', '[', '.', '+', ' ', '>']).unwrap_or(resource.len());
    resource.get(..end).unwrap_or_default()
}

fn find<'t, C: PolicyCatalog>(text: Text<'t>, cx: &mut Context<'_, 't, C>) -> Option<EmptyFields<'t>> {
    // A part that can become anything may contain colons, so the fields before the resource must have none.
    if text.is_open() && fields(text.head()).1 < ARN_FIELDS {
        return None;
    }
    let ([first, partition, service, region, account, resource], count) = fields(text.text);
    let has_empty = count == ARN_FIELDS && (region.is_empty() || account.is_empty());
    if first != "arn" || !has_empty || resource.is_empty() || has_wildcard(service) {
        return None;
    }
    let beginning = head(resource);
    let catalog = cx.catalog;
    let known = catalog.find_service(service)?;
    let formats =
        || Some(catalog.resource_types_of(known)?.flat_map(|resource_type| catalog.arn_formats(resource_type)));
    let cost = (text.text.len() as u64 / 64).saturating_add(1).saturating_mul(OVERLAP);
    // Most ARNs have a format that accepts them, so the other formats are not compared first.
    for format in formats()? {
        let Some([own_region, own_account, own_resource]) = usual_fields(format, service) else { continue };
        let is_accepted =
            (own_region.is_empty() || !region.is_empty()) && (own_account.is_empty() || !account.is_empty());
        if is_accepted
            && begins_alike(own_resource, beginning)
            && (!cx.report.spend(cost) || ArnFormat::new_unchecked(format).overlaps(text.text))
        {
            return None;
        }
    }
    let all: Vec<_> = formats()?.chain(AWS_OWNED_RESOURCES.iter().copied()).map(Form::new).collect();
    let alike: Vec<_> = all.iter().copied().filter(|form| form.is_like(service, beginning)).collect();
    if !cx.report.spend(all.len() as u64 + (alike.len() as u64).saturating_mul(cost)) {
        return None;
    }
    let accepts = |form: &Form| (form.region || !region.is_empty()) && (form.account || !account.is_empty());
    if alike.iter().any(|form| accepts(form) && form.overlaps(text.text)) {
        return None;
    }
    // The intended resource is one that matches after the empty fields are filled.
    let filled = |field| if str::is_empty(field) { "*" } else { field };
    let pattern = format!("arn:{partition}:{service}:{}:{}:{resource}", filled(region), filled(account));
    let intended: Vec<_> =
        alike.into_iter().filter(|form| form.has_fields(region, account) && form.overlaps(&pattern)).collect();
    let of_service = |form: &&Form| form.format.split(':').nth(2) == Some(service);
    let expected: Vec<_> =
        if intended.is_empty() { all.iter().filter(of_service).copied().collect() } else { intended.clone() };
    if expected.is_empty() || expected.iter().any(accepts) {
        return None;
    }
    let may_lack_region = expected.iter().any(|form| form.region);
    let may_lack_account = expected.iter().any(|form| form.account);
    let (lacks_region, lacks_account) = (region.is_empty(), account.is_empty());
    // If each of the fields can be empty, but not both, then both are reported.
    let both = (lacks_region && !may_lack_region, lacks_account && !may_lack_account);
    let (region, account) = if both == (false, false) { (lacks_region, lacks_account) } else { both };
    Some(EmptyFields { text, region, account, format: intended.first().map(|form| form.format) })
}
