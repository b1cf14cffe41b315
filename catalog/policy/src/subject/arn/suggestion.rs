//! The replacement for an ARN with an obvious mistake.

use alloc::{borrow::ToOwned as _, format, string::String};

use super::{
    fault::{ArnFault, Field, NotAnArn},
    fields::{ARN_FIELDS, fields},
};
use crate::facts::iam_paths::IAM_PATHS;
use crate::regions;
use crate::value::{
    is_arn_pattern,
    parts::{is_partition, is_word},
};

/// Returns the replacement for a string with the given fault, if there is a clear one.
pub(super) fn of(text: &str, fault: ArnFault<'_>) -> Option<String> {
    if text != text.trim() {
        return Some(text.trim().to_owned()).filter(|text| text.starts_with("arn:"));
    }
    if let Some(behind) = text.strip_prefix("s3://") {
        return Some(format!("arn:aws:s3:::{behind}")).filter(|_| !behind.is_empty());
    }
    let replaced = match fault {
        ArnFault::NotAnArn(NotAnArn::Quoted) => {
            text.trim_matches(|mark: char| !mark.is_alphanumeric() && !matches!(mark, '*' | '?' | '/' | '}')).to_owned()
        }
        ArnFault::NotAnArn(NotAnArn::Case) => format!("arn{}", text.get(3..)?),
        ArnFault::NotAnArn(NotAnArn::NoPrefix) => format!("arn:{text}"),
        ArnFault::NotAnArn(NotAnArn::Separator(separator)) => with_colons(text, separator)?,
        ArnFault::NoPartition => format!("arn:aws:{}", text.strip_prefix("arn:")?),
        ArnFault::Empty(Field::Partition) => format!("arn:aws:{}", text.strip_prefix("arn::")?),
        ArnFault::Partition(partition) if is_partition(&partition.trim().to_ascii_lowercase()) => {
            text.replacen(partition, &partition.trim().to_ascii_lowercase(), 1)
        }
        ArnFault::Service(service) if is_word(service.trim()) => text.replacen(service, service.trim(), 1),
        ArnFault::UnknownRegion(region) => text.replacen(region, regions::nearest_region(region)?, 1),
        ArnFault::UnknownPartition(partition) => text.replacen(partition, regions::nearest_partition(partition)?, 1),
        ArnFault::ExtraColon => {
            let (fields, _) = fields(text);
            let [first, partition, service, region, account, resource] = fields;
            format!("{first}:{partition}:{service}:{region}:{account}:{}", resource.trim_start_matches(':'))
        }
        ArnFault::RefusedIamPath(resource) => {
            let slash = match resource.strip_suffix('*') {
                Some(word) if !word.contains([':', '/']) => format!("{word}/*"),
                _ => resource.replacen(':', "/", 1),
            };
            let (head, _) = text.split_at_checked(text.len().checked_sub(resource.len())?)?;
            let is_type = slash != resource && IAM_PATHS.iter().any(|beginning| slash.starts_with(beginning));
            is_type.then(|| format!("{head}{slash}"))?
        }
        ArnFault::ServiceCase(service) => text.replacen(service, &service.to_ascii_lowercase(), 1),
        _ => return bucket(text),
    };
    Some(replaced).filter(|text| is_arn_pattern(text) && text.starts_with("arn:"))
}

/// Returns an ARN with colons in place of the first five separators.
fn with_colons(text: &str, separator: char) -> Option<String> {
    let fields = text.splitn(ARN_FIELDS, separator);
    let mut replaced = String::with_capacity(text.len());
    let mut count = 0;
    for field in fields {
        if count > 0 {
            replaced.push(':');
        }
        replaced.push_str(field);
        count += 1;
    }
    Some(replaced).filter(|_| count == ARN_FIELDS)
}

/// Returns the ARN of a bucket with too few colons. It has neither a region nor an account, so its colons are easily
/// miscounted.
fn bucket(text: &str) -> Option<String> {
    let (fields, count) = fields(text);
    let last = count.checked_sub(1).and_then(|last| fields.get(last)).filter(|last| is_bucket(last))?;
    let [first, partition, service, ..] = fields;
    let is_short = first == "arn" && is_partition(partition) && service == "s3" && (4..ARN_FIELDS).contains(&count);
    is_short.then(|| format!("arn:{partition}:s3:::{last}"))
}

/// Returns true if a string begins like the name of a bucket.
fn is_bucket(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit()) && !text.contains(',')
}
