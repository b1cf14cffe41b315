//! The catalog's tables as the source of facts for the rules of the linter.

use alloc::string::{String, ToString};

use catalog_core::{AccessLevels, ConditionKeyType, syntax::split_at_colon};
use catalog_policy::PolicyCatalog;

use crate::{
    ArnFormat,
    handles::{AnyAction, AnyConditionKey, AnyResourceType, Service},
    lookup::AllServices,
};

/// Converts a position. A table has no more entries than a `u16` can count.
fn position(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

impl PolicyCatalog for AllServices {
    type ResourceType = AnyResourceType;

    fn resource_types(self, service: Service, action: usize) -> Option<impl Iterator<Item = AnyResourceType>> {
        let action = service.action_at(position(action))?;
        let known = action.undefined_resource_types().next().is_none();
        known.then(|| action.resource_types().iter().map(|taken| taken.resource_type))
    }

    fn overlaps(self, pattern: &str) -> Option<impl Fn(AnyResourceType) -> bool> {
        let head = Head::from_arn(pattern);
        Some(move |resource_type: AnyResourceType| {
            head.and_then(|head| quickly(resource_type, head)).unwrap_or_else(|| resource_type.overlaps(pattern))
        })
    }

    fn resource_types_of(self, service: Service) -> Option<impl Iterator<Item = AnyResourceType>> {
        Some(service.resource_types())
    }

    fn arn_formats(self, resource_type: AnyResourceType) -> impl Iterator<Item = &'static str> {
        resource_type.arn_formats().into_iter().map(ArnFormat::as_str)
    }

    fn describe(self, resource_type: AnyResourceType) -> Option<(&'static str, &'static str)> {
        let format = resource_type.arn_formats().iter().next()?;
        Some((resource_type.name(), format.as_str()))
    }

    fn action_keys(self, service: Service, action: usize) -> Option<impl Iterator<Item = &'static str>> {
        let action = service.action_at(position(action))?;
        // The condition keys of an undefined resource type are not known, so those of the action are not known, either.
        if action.undefined_resource_types().next().is_some() {
            return None;
        }
        let types = action.resource_types().iter().map(|taken| taken.resource_type);
        let of_types = types.clone().flat_map(|of| of.condition_keys().iter());
        let undefined =
            action.undefined_condition_keys().chain(types.flat_map(AnyResourceType::undefined_condition_keys));
        Some(action.condition_keys().iter().chain(of_types).map(AnyConditionKey::name).chain(undefined))
    }

    fn undefined_keys(self, service: Service) -> impl Iterator<Item = &'static str> {
        service.undefined_condition_keys()
    }

    fn key_type(self, service: Service, key: usize) -> Option<ConditionKeyType> {
        service.condition_key_at(position(key))?.value_type()
    }

    fn access_levels(self, service: Service, action: usize) -> Option<AccessLevels> {
        Some(service.action_at(position(action))?.access_levels()).filter(|levels| levels.is_stated())
    }

    fn needs(self, service: Service, action: usize) -> Option<impl Iterator<Item = String>> {
        let full = |needed: Result<AnyAction, &'static str>| {
            needed.map_or_else(ToString::to_string, |action| action.to_string())
        };
        Some(service.action_at(position(action))?.needs()?.map(full))
    }
}

/// Compares a pattern with the formats of a type, by service and by the beginning of the resource. This decides nearly
/// all cases without the automaton, which takes microseconds. Returns `None` if only the automaton can answer, such as
/// for formats with an unusual form.
fn quickly(resource_type: AnyResourceType, pattern: Head<'_>) -> Option<bool> {
    let mut unclear = resource_type.arn_formats().is_empty();
    for format in resource_type.arn_formats() {
        match Head::from_arn(format.as_str()) {
            Some(format) if pattern.is_open && pattern.begins(format) => return Some(true),
            Some(format) => unclear |= pattern.begins(format) || format.begins(pattern),
            None => unclear = true,
        }
    }
    if unclear { None } else { Some(false) }
}

/// The parts of an ARN format or a pattern that can be compared as strings.
#[derive(Clone, Copy)]
struct Head<'a> {
    service: &'a str,
    resource: &'a str,
    /// Whether the region, the account, and the resource after its beginning are all `*`.
    is_open: bool,
}

impl<'a> Head<'a> {
    fn from_arn(arn: &'a str) -> Option<Self> {
        let word =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        // Nearly all formats begin with `arn:${Partition}:`, and most have both variables after their service.
        let (partition, rest) = match arn.strip_prefix("arn:${Partition}:") {
            Some(rest) => ("${Partition}", rest),
            None => split_at_colon(arn.strip_prefix("arn:")?)?,
        };
        let (service, rest) = split_at_colon(rest)?;
        if let Some(resource) = rest.strip_prefix("${Region}:${Account}:") {
            let clear = partition == "${Partition}" && word(service);
            return clear.then_some(Self { service, resource, is_open: false });
        }
        let (region, rest) = split_at_colon(rest)?;
        let (account, resource) = split_at_colon(rest)?;
        // `*` may also match colons, and a policy variable contains a colon. So accept only fields without either, and
        // fields that are exactly `*`.
        let one_of = |text: &str, names: &[&str]| text == "*" || names.contains(&text);
        let clear = (one_of(partition, &["${Partition}"]) || word(partition))
            && word(service)
            && (one_of(region, &["${Region}"]) || word(region))
            && (one_of(account, &["${Account}", "aws"]) || account.bytes().all(|byte| byte.is_ascii_digit()));
        let ends_open = || resource.strip_suffix('*').is_some_and(|beginning| !beginning.bytes().any(is_mark));
        clear.then_some(Self { service, resource, is_open: region == "*" && account == "*" && ends_open() })
    }

    /// Returns true if the services are equal and the beginning of the other resource starts with that of this one. A
    /// beginning ends at the first wildcard or variable.
    fn begins(self, other: Self) -> bool {
        if self.service != other.service {
            return false;
        }
        let mut others = other.resource.bytes();
        let mut own = self.resource.bytes().take_while(|byte| !is_mark(*byte));
        own.all(|byte| others.next() == Some(byte))
    }
}

/// Returns true if a byte begins a wildcard or a variable, or has another meaning in unusual formats.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'*' | b'?' | b'$' | b'#' | b'{' | b'[' | b'.' | b'+' | b' ' | b'>')
}

#[cfg(test)]
mod tests {
    use std::{vec, vec::Vec};

    use super::*;
    use crate::s3;

    #[allow(unreachable_pub, dead_code, reason = "the attributes write the methods that a public enum has")]
    mod mailer {
        use crate::define::{actions, condition_keys, resource_types};

        #[actions(service = "mailer", dependent_actions_stated)]
        pub(super) enum Action {
            #[row(
                resource_types(Mailbox),
                condition_keys(Sender, not_defined "mailer:Size"),
                dependent_actions("iam:PassRole", "mailer:Unlisted")
            )]
            Send,
            #[row(resource_types(Mailbox, required not_defined "bin"))]
            Drop,
            #[action(dependent_actions_not_stated)]
            Wait,
        }

        #[resource_types(service = "mailer")]
        pub(super) enum ResourceType {
            #[resource_type(condition_keys(not_defined "aws:Tag/${Key}"))]
            Mailbox,
        }

        #[condition_keys(service = "mailer")]
        pub(super) enum ConditionKey {
            Sender,
        }
    }

    #[test]
    fn a_name_that_is_not_defined_is_known_and_silences_what_it_leaves_open() {
        use mailer::SERVICE;

        let keys = |action| AllServices.action_keys(SERVICE, action).map(Iterator::collect::<Vec<_>>);
        assert_eq!(keys(0), Some(vec!["mailer:Sender", "mailer:Size", "aws:Tag/${Key}"]));
        assert_eq!(AllServices.undefined_keys(SERVICE).collect::<Vec<_>>(), ["mailer:Size", "aws:Tag/${Key}"]);
        // The ARNs and the condition keys of an undefined resource type are unknown.
        assert_eq!(keys(1), None);
        assert!(AllServices.resource_types(SERVICE, 1).is_none());
        assert_eq!(AllServices.resource_types(SERVICE, 0).map(Iterator::count), Some(1));
        assert_eq!(keys(2), Some(vec![]));
    }

    #[test]
    fn an_action_needs_its_dependent_actions() {
        let needs = |action| AllServices.needs(mailer::SERVICE, action).map(Iterator::collect::<Vec<_>>);
        assert_eq!(needs(0), Some(vec!["iam:PassRole".into(), "mailer:Unlisted".into()]));
        assert_eq!((needs(1), needs(2)), (Some(vec![]), None));
    }

    /// Checks that the quick comparison and the automaton agree. The automaton lets a `*` before the resource match a
    /// colon if the format has one more colon, so this test skips such formats.
    #[test]
    fn a_quick_answer_is_the_slow_one() {
        let patterns = [
            "arn:aws:s3:::b/*",
            "arn:aws:ec2:*:*:instance/*",
            "arn:aws:ec2:eu-west-1:111122223333:i*",
            "arn:aws:iam::*:role/*",
            "arn:aws:rds:*:*:cluster:*",
            "arn:aws:ec2:*:*:*",
            "arn:aws:ec2:*:*:v*",
            "arn:aws:iam:*:*:role/a*",
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
                if let Some(answer) = Head::from_arn(pattern).and_then(|head| quickly(resource_type, head)) {
                    quick += 1;
                    assert_eq!(answer, resource_type.overlaps(pattern), "{resource_type} {pattern}");
                }
            }
        }
        assert!(quick > 10_000, "{quick}");
        assert!(s3::ResourceType::Bucket.any().overlaps("arn:aws:s3:::b"));
    }
}
