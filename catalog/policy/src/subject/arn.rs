//! The fields of strings that are intended as ARNs, and the faults in them.
//!
//! Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html) and
//! [Amazon Resource Names](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).

mod fault;
mod field_fault;
mod fields;
mod iam;
mod not_an_arn;
mod partial;
mod placeholder;
mod suggestion;
#[cfg(test)]
mod tests;
mod wrong_arn;

use alloc::vec::Vec;

use catalog_core::wildcard::has_wildcard;

use crate::{
    document::Text,
    kind::PolicyKind,
    value::{
        is_arn_pattern,
        parts::{is_partition, is_region},
    },
};
pub(crate) use fault::{ArnFault, Field, NotAnArn};
use field_fault::{fault_of_field, fault_of_partition, partition_fault, several_arns};
use fields::is_plain;
pub(crate) use fields::{ARN_FIELDS, fields};
pub(crate) use placeholder::{Placeholders, placeholder_message};
pub(crate) use wrong_arn::WrongArn;

impl<'t> WrongArn<'t> {
    /// Returns the resource with each of its faults. The list is empty if the resource is valid in the given kind of
    /// policy, and has one entry if IAM refuses the resource. A resource with holes has the faults that its known parts
    /// decide, and no suggestion.
    pub(crate) fn find(text: Text<'t>, kind: PolicyKind) -> Vec<Self> {
        let mut faults = match malformed(text.text, kind) {
            _ if text.is_open() => partial::faults(text, kind),
            Some(fault) => alloc::vec![fault],
            None => faults_of_fields(text.text, kind),
        };
        // The partition or the region can be a part of a known form, which is in the right partition.
        faults.retain(|fault| text.hole.is_none() || !matches!(fault, ArnFault::OtherPartition(..)));
        faults.into_iter().map(|fault| Self::new(text, fault, suggestion::of(text.text, fault))).collect()
    }
}

/// Returns the fault because of which IAM refuses a string, so that its other faults do not matter.
fn malformed(text: &str, kind: PolicyKind) -> Option<ArnFault<'_>> {
    let (fields, count) = fields(text);
    let [first, partition, service, ..] = fields;
    // The colons in a variable such as `${AWS::Partition}` do not end the field.
    if first == "arn" && count == ARN_FIELDS && partition.contains("${") {
        return Some(ArnFault::Partition(partition));
    }
    if !(is_arn_pattern(text) || is_incomplete(text) && count < 5) {
        return Some(if first != "arn" {
            ArnFault::NotAnArn(not_an_arn::cause(text))
        } else if let Some(field) = empty_field(text) {
            ArnFault::Empty(field)
        } else if count == 5 && is_plain(partition) && !is_partition(partition) && is_region_or_empty(service) {
            ArnFault::NoPartition
        } else if count == ARN_FIELDS && partition.contains("${") {
            // A variable with two colons, such as `${AWS::Partition}` of CloudFormation, looks like several fields.
            ArnFault::Partition(partition)
        } else {
            ArnFault::TooFewFields(count)
        });
    }
    // If the first field is a pattern such as `*`, it may match several fields, so the others are unknown.
    if first != "arn" {
        return None;
    }
    if let Some(fault) = partition_fault(partition) {
        return Some(fault);
    }
    if has_wildcard(service) && kind.arns_are_checked() {
        return Some(ArnFault::WildcardService);
    }
    if several_arns(text) {
        return Some(ArnFault::SeveralArns);
    }
    if is_incomplete(text) {
        let is_refused = kind == PolicyKind::Session;
        return Some(if is_refused { ArnFault::RefusedIncomplete(count) } else { ArnFault::Incomplete(count) });
    }
    iam::refusal(fields, kind)
}

/// Returns true if IAM completes a string to an ARN, although the last of its fields is not `*`. IAM accepts three or
/// four fields, and five only if one of them has a wildcard.
fn is_incomplete(text: &str) -> bool {
    let (fields, count) = fields(text);
    let [first, _, service, ..] = fields;
    let last = count.checked_sub(1).and_then(|last| fields.get(last)).copied().unwrap_or_default();
    first == "arn" && (3..ARN_FIELDS).contains(&count) && last != "*" && !service.is_empty()
}

/// Returns the first empty field of a string with six fields, except the region and the account.
fn empty_field(text: &str) -> Option<Field> {
    let ([_, partition, service, _, _, resource], count) = fields(text);
    let all = [(Field::Partition, partition), (Field::Service, service), (Field::Resource, resource)];
    let (field, _) = all.into_iter().find(|(_, content)| count == ARN_FIELDS && content.is_empty())?;
    Some(field)
}

/// Returns the faults in the fields of an ARN that IAM accepts.
fn faults_of_fields(text: &str, kind: PolicyKind) -> Vec<ArnFault<'_>> {
    let mut faults = Vec::new();
    let (fields, _) = fields(text);
    let [first, partition, service, region, account, resource] = fields;
    if first != "arn" {
        return faults;
    }
    faults.extend(fault_of_partition(partition));
    if has_wildcard(service) {
        faults.push(ArnFault::WideService);
    }
    for (field, content) in [(Field::Service, service), (Field::Region, region), (Field::Account, account)] {
        faults.extend(fault_of_field(field, content, (partition, service), kind));
    }
    if resource.starts_with(':') {
        faults.push(ArnFault::ExtraColon);
    }
    if text.ends_with(char::is_whitespace) {
        faults.push(ArnFault::TrailingSpace);
    }
    faults
}

/// Returns true if a field can be that of a region.
fn is_region_or_empty(field: &str) -> bool {
    field.is_empty() || field == "*" || is_region(field)
}
