//! What the rules ask, answered by the tables.

use alloc::string::{String, ToString};

use catalog_core::{ConditionKeyType, policy::PolicyCatalogue};

use crate::{AnyAction, AnyConditionKey, AnyResourceType, Service, service::All};

/// A table holds no more entries than a `u16` can count.
fn position(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

impl PolicyCatalogue for All {
    type ResourceType = AnyResourceType;

    fn resource_types(self, service: Service, action: usize) -> Option<impl Iterator<Item = AnyResourceType>> {
        let action = service.action_at(position(action))?;
        Some(action.resource_types().iter().map(|taken| taken.resource_type))
    }

    fn overlaps(self, resource_type: AnyResourceType, pattern: &str) -> Option<bool> {
        Some(may_overlap(resource_type, pattern) && resource_type.overlaps(pattern))
    }

    fn action_keys(self, service: Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        let action = service.action_at(position(action))?;
        let of_types = action.resource_types().iter().flat_map(|taken| taken.resource_type.condition_keys().iter());
        Some(action.condition_keys().iter().chain(of_types).map(AnyConditionKey::name))
    }

    fn key_type(self, service: Service, key: usize) -> Option<ConditionKeyType> {
        service.condition_key_at(position(key))?.value_type()
    }

    fn needs(self, service: Service, action: usize) -> Option<impl Iterator<Item = String>> {
        let full = |needed: Result<AnyAction, &'static str>| {
            needed.map_or_else(ToString::to_string, |action| action.to_string())
        };
        Some(service.action_at(position(action))?.needs()?.map(full))
    }
}

/// Whether a pattern names a service and the beginning of a resource as the formats do. That is soon seen, and nearly
/// always says no, where the automaton would take microseconds to. What has an unusual form may overlap.
fn may_overlap(resource_type: AnyResourceType, pattern: &str) -> bool {
    let Some(pattern) = Head::of(pattern) else { return true };
    let formats = resource_type.arn_formats();
    let may = |format: &str| Head::of(format).is_none_or(|format| format.may_be(pattern));
    formats.is_empty() || formats.into_iter().any(|format| may(format.as_str()))
}

/// What an ARN format and a pattern begin with in plain text, where both have six fields.
#[derive(Clone, Copy)]
struct Head<'a> {
    service: &'a str,
    /// The resource up to the first mark.
    resource: &'a str,
}

impl<'a> Head<'a> {
    fn of(arn: &'a str) -> Option<Self> {
        let mut fields = arn.strip_prefix("arn:")?.splitn(5, ':');
        let [Some(partition), Some(service), Some(region), Some(account), Some(resource)] =
            core::array::from_fn(|_| fields.next())
        else {
            return None;
        };
        // A star could stand for colons besides, and a policy variable holds one: only fields that are clearly these count.
        let word =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let one_of = |text: &str, names: &[&str]| text == "*" || names.contains(&text);
        let clear = (word(partition) || one_of(partition, &["${Partition}"]))
            && word(service)
            && (word(region) || one_of(region, &["${Region}"]))
            && (account.bytes().all(|byte| byte.is_ascii_digit()) || one_of(account, &["${Account}", "aws"]));
        let end = resource.find(['*', '?', '$', '#', '{', '[', '.', '+', ' ', '>']).unwrap_or(resource.len());
        clear.then(|| Self { service, resource: resource.get(..end).unwrap_or_default() })
    }

    /// Whether the one could be the beginning of the other.
    fn may_be(self, other: Self) -> bool {
        let (one, other_one) = (self.resource, other.resource);
        self.service == other.service && (one.starts_with(other_one) || other_one.starts_with(one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::s3;

    /// The quick look says no where the long one does. That lets a star in front of the resource stand for a colon, where
    /// the format has one more: such formats are left out here.
    #[test]
    fn a_quick_no_is_a_no() {
        let patterns = [
            "arn:aws:s3:::b/*",
            "arn:aws:ec2:*:*:instance/*",
            "arn:*:ec2:*:111122223333:i*",
            "arn:aws:iam::*:role/*",
            "arn:aws:rds:*:*:cluster:*",
            "arn:aws:iam::aws:policy/*",
            "arn:aws:lambda:eu-west-1:*:function:a",
            "arn:aws:logs:*:*:log-group:x:*",
            "arn:aws:apigateway:*::/restapis/*",
            "arn:aws:ses:*:*:*",
            "arn:aws:*",
        ];
        let mut quick = 0;
        let plain = |resource_type: &AnyResourceType| {
            let formats = resource_type.arn_formats();
            formats.into_iter().all(|format| format.as_str().matches(':').count() == 5)
        };
        for resource_type in crate::resource_types().filter(plain) {
            for pattern in patterns {
                if !may_overlap(resource_type, pattern) {
                    quick += 1;
                    assert!(!resource_type.overlaps(pattern), "{resource_type} {pattern}");
                }
            }
        }
        assert!(quick > 10_000, "{quick}");
        assert!(s3::ResourceType::Bucket.any().overlaps("arn:aws:s3:::b"));
    }
}
