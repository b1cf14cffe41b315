//! The faults of an ARN with parts that can become anything, such as `arn:aws:s3:::${Bucket}/*`.
//!
//! A part that can become anything may contain colons. So only the fields that end before the first such part are
//! known, and the beginning of the next field.

use alloc::vec::Vec;

use catalog_core::wildcard::has_wildcard;

use super::{
    fault::{ArnFault, Field},
    field_fault::{fault_of_field, fault_of_partition, partition_fault, several_arns},
    fields::{ARN_FIELDS, fields, is_plain},
    iam, not_an_arn,
};
use crate::{document::Text, kind::PolicyKind};

/// Returns the faults that a string has for all values of its unknown parts.
pub(super) fn faults(text: Text<'_>, kind: PolicyKind) -> Vec<ArnFault<'_>> {
    let (fields, count) = fields(text.head());
    match refusal(text, fields, count, kind) {
        Some(fault) => alloc::vec![fault],
        None if fields.first() == Some(&"arn") => of_fields(text, fields, count, kind),
        None => Vec::new(),
    }
}

/// Returns the fault because of which IAM refuses the string. The last of the fields is not complete.
fn refusal<'t>(text: Text<'t>, fields: [&'t str; ARN_FIELDS], count: usize, kind: PolicyKind) -> Option<ArnFault<'t>> {
    let [first, partition, service, region, _, resource] = fields;
    let is_complete = |field: usize| count > field;
    let may_be_arn = match first.find(['*', '?']) {
        Some(wildcard) => first.get(..wildcard).is_some_and(|head| "arn".starts_with(head)),
        None if is_complete(1) => first == "arn",
        None => "arn".starts_with(first),
    };
    if !may_be_arn {
        return Some(ArnFault::NotAnArn(not_an_arn::cause(text.head())));
    }
    if first != "arn" || !is_complete(2) {
        return None;
    }
    if partition.is_empty() {
        return Some(ArnFault::Empty(Field::Partition));
    }
    if let Some(fault) = partition_fault(partition) {
        return Some(fault);
    }
    if !is_complete(3) {
        return None;
    }
    if service.is_empty() {
        return Some(ArnFault::Empty(Field::Service));
    }
    if has_wildcard(service) && kind.arns_are_checked() {
        return Some(ArnFault::WildcardService);
    }
    if text.known_parts().any(several_arns) {
        return Some(ArnFault::SeveralArns);
    }
    // IAM compares the beginning of the resource with known ones, so the beginning must be long enough to decide.
    let is_long = |beginning: &str| resource.len() >= beginning.len() || !beginning.starts_with(resource);
    let is_decided = match service {
        "iam" if !region.is_empty() => is_complete(4),
        "iam" => is_complete(5) && iam::beginnings().all(is_long),
        "s3" => is_complete(5) && is_long("accesspoint/"),
        _ => false,
    };
    if is_decided { iam::refusal(fields, kind) } else { None }
}

/// Returns the faults in the complete fields of an ARN that IAM accepts.
fn of_fields<'t>(text: Text<'t>, fields: [&'t str; ARN_FIELDS], count: usize, kind: PolicyKind) -> Vec<ArnFault<'t>> {
    let [_, partition, service, region, account, resource] = fields;
    let checked = [(3, Field::Service, service), (4, Field::Region, region), (5, Field::Account, account)];
    let complete = checked.into_iter().filter(|(field, ..)| count > *field);
    let mut faults: Vec<_> =
        complete.filter_map(|(_, field, content)| fault_of_field(field, content, (partition, service), kind)).collect();
    if count > 2 {
        faults.extend(fault_of_partition(partition));
    }
    if resource.starts_with(':') {
        faults.push(ArnFault::ExtraColon);
    }
    if is_plain(service) && count > 3 && text.text.ends_with(char::is_whitespace) {
        faults.push(ArnFault::TrailingSpace);
    }
    faults
}
