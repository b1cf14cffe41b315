//! The faults in single fields of an ARN.

use super::{
    fault::{ArnFault, Field},
    fields::is_plain,
    placeholder,
};
use crate::{
    facts::aws_accounts::AWS_ACCOUNTS,
    kind::PolicyKind,
    regions,
    value::parts::{is_account, is_partition, is_region, is_word},
    variable::{Piece, pieces},
};

/// Returns the fault of a partition that is not valid.
pub(super) fn partition_fault(partition: &str) -> Option<ArnFault<'_>> {
    if !partition.contains("${") && (!is_plain(partition) || is_partition(partition)) {
        return None;
    }
    Some(if placeholder::is_placeholder(Field::Partition, partition) {
        ArnFault::Placeholder(Field::Partition, partition)
    } else {
        ArnFault::Partition(partition)
    })
}

/// Returns true if an ARN follows another one in the same string.
pub(super) fn several_arns(text: &str) -> bool {
    // Hardly any string has a second `arn:`, which is faster to see.
    let has_second = text.get(1..).is_some_and(|rest| rest.contains("arn:"));
    has_second && [" arn:", ",arn:", ";arn:", "\narn:", "|arn:"].iter().any(|next| text.contains(next))
}

/// Returns the fault in a field of an ARN that IAM accepts.
pub(super) fn fault_of_field<'t>(
    field: Field,
    content: &'t str,
    (partition, service): (&str, &str),
    kind: PolicyKind,
) -> Option<ArnFault<'t>> {
    if has_policy_variable(content) {
        return Some(ArnFault::Variable(field, content));
    }
    if !is_plain(content) {
        return None;
    }
    Some(match field {
        _ if placeholder::is_placeholder(field, content) => ArnFault::Placeholder(field, content),
        Field::Service if is_word(content) => return None,
        Field::Service if is_word(&content.to_ascii_lowercase()) => ArnFault::ServiceCase(content),
        Field::Service => ArnFault::Service(content),
        Field::Region if service == "iam" && !kind.arns_are_checked() => ArnFault::RegionOfIam,
        Field::Region if !is_region(content) => ArnFault::Region(content),
        Field::Region => return fault_of_region(content, partition),
        Field::Account if !is_owner(content) => ArnFault::Account(content),
        _ => return None,
    })
}

/// Returns the fault of a partition whose form is valid.
pub(super) fn fault_of_partition(partition: &str) -> Option<ArnFault<'_>> {
    (is_plain(partition) && is_partition(partition) && !regions::is_partition(partition))
        .then_some(ArnFault::UnknownPartition(partition))
}

/// Returns the fault of a region whose form is valid.
fn fault_of_region<'t>(region: &'t str, partition: &str) -> Option<ArnFault<'t>> {
    match regions::partition_of(region) {
        None => Some(ArnFault::UnknownRegion(region)),
        Some(own) if own != partition && regions::is_partition(partition) => {
            Some(ArnFault::OtherPartition(region, own))
        }
        Some(_) => None,
    }
}

/// Returns true if a string is an account ID, or a word that AWS has in place of it.
fn is_owner(account: &str) -> bool {
    is_account(account) || AWS_ACCOUNTS.binary_search(&account).is_ok()
}

/// Returns true if a field has a policy variable. Variables without a prefix, and those of templates such as
/// `${AWS::Region}`, have findings of their own.
fn has_policy_variable(field: &str) -> bool {
    pieces(field).any(|piece| match piece {
        Piece::Variable(variable) => variable.key.contains(':') && !variable.key.contains("::"),
        _ => false,
    })
}
