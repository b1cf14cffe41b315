//! Names of services that are not their prefixes: names of SDK clients, AWS's names, and their initials.
//!
//! They explain mistakes such as `stepfunctions:StartExecution`. This is not a typo: the name of the service is AWS
//! Step Functions, and its prefix is `states`.

use crate::{ascii_case, facts::other_names::OTHER_NAMES};

/// Returns the pairs of other names and prefixes in the table, for the test that compares them with the catalog.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    OTHER_NAMES.iter().copied()
}

/// A degree of certainty that a service is known by a name. The most certain comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Called {
    /// The table of other names has the given name: `sfn` for AWS Step Functions.
    Known,
    /// The given name is AWS's full name for the service: `stepfunctions` for AWS Step Functions.
    InFull,
    /// AWS's name begins with the given name: `cognito` for Amazon Cognito User Pools.
    InPart,
    /// The given name consists of initials: `efs` for Amazon Elastic File System.
    ByInitials,
}

impl Called {
    /// Returns true if no other service can be intended.
    pub(super) fn is_sure(self) -> bool {
        self <= Self::InFull
    }
}

/// A string that is not a service prefix, prepared for comparison with the names of many services.
pub(super) struct OtherName<'a> {
    given: &'a str,
    /// The string without a version or the word "service": `elb` for `elbv2`, `config` for `configservice`.
    plain: &'a str,
    /// The prefixes that the table has for the two strings above.
    known: [Option<&'static str>; 2],
    /// The number of the version, if the string ends in one: `2` for `inspectorv2`.
    version: &'a str,
}

impl<'a> OtherName<'a> {
    pub(super) fn new(given: &'a str) -> Self {
        let digits = given.trim_end_matches(|c: char| c.is_ascii_digit());
        let stem = digits.strip_suffix(['v', 'V']).filter(|_| digits.len() < given.len());
        let version = stem.and_then(|_| given.get(digits.len()..)).unwrap_or_default();
        let plain = strip_word(stem.unwrap_or(given), "service").trim_end_matches(['-', '_']);
        let table = |given: &str| {
            // In `cloudwatchevent`, the name lacks its `s`.
            let is_given = |(other, _): &&(&'static str, &'static str)| {
                squeezed(other).eq(squeezed(given)) || squeezed(other).eq(squeezed(given).chain([b's']))
            };
            OTHER_NAMES.iter().find(is_given).map(|(_, prefix)| *prefix)
        };
        Self { given, plain, known: [table(given), table(plain)], version }
    }

    /// Returns the string.
    pub(super) fn given(&self) -> &'a str {
        self.given
    }

    /// Returns the certainty that the string is another name of a service, or `None` if it is not.
    pub(super) fn is_of(&self, prefix: &str, name: &str) -> Option<Called> {
        let Self { given, plain, known, version } = *self;
        let versioned = prefix.strip_suffix(version).filter(|_| !version.is_empty());
        if known.contains(&Some(prefix)) || versioned.is_some_and(|stem| ascii_case::eq(plain, stem)) {
            return Some(Called::Known);
        }
        // A prefix with the version is a better match: `inspector2` for `inspectorv2`.
        if ascii_case::eq(plain, prefix) {
            return Some(Called::InFull);
        }
        // AWS begins most names with `Amazon` or `AWS`. The string can include this word (`amazonmq`) or omit it
        // (`mq`).
        let short = name.strip_prefix("Amazon ").or_else(|| name.strip_prefix("AWS ")).unwrap_or(name);
        let by = |given| [name, short].into_iter().filter_map(move |name| begins(name, given)).min();
        let plainer = (plain.len() < given.len()).then_some(plain);
        let best = by(given).into_iter().chain(plainer.and_then(by)).min();
        best.or_else(|| are_initials(plain, short).then_some(Called::ByInitials))
    }
}

/// Returns the letters and digits of a name, in lower case.
fn squeezed(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}

/// Returns a name without a word at its end, unless nothing would be left.
fn strip_word<'a>(name: &'a str, word: &str) -> &'a str {
    let stem = name.len().checked_sub(word.len()).filter(|stem| *stem > 0);
    let divided = stem.and_then(|stem| name.split_at_checked(stem));
    divided.filter(|(_, end)| ascii_case::eq(end, word)).map_or(name, |(stem, _)| stem)
}

/// Checks whether AWS's name begins with the words that a string joins. The last word can be in the singular or the
/// plural.
fn begins(name: &str, given: &str) -> Option<Called> {
    let mut given = squeezed(given).peekable();
    given.peek()?;
    let mut rest = name;
    while let Some(letter) = given.next() {
        let at = rest.find(|c: char| c.is_ascii_alphanumeric())?;
        let (first, behind) = rest.get(at..)?.split_at_checked(1)?;
        if !first.as_bytes().first()?.eq_ignore_ascii_case(&letter) {
            return None;
        }
        rest = behind;
        // In `stepfunction`, the last word of the name lacks its `s`.
        if given.peek().is_none() && (rest == "s" || rest.starts_with("s ")) {
            rest = rest.get(1..)?;
        }
    }
    match rest.trim_start() {
        "" | "Service" => Some(Called::InFull),
        more if more.starts_with('(') => Some(Called::InFull),
        _ if rest.starts_with(' ') => Some(Called::InPart),
        _ => None,
    }
}

/// Returns true if a string consists of the capital letters of a name, and the name has at least two.
fn are_initials(given: &str, name: &str) -> bool {
    let capitals = name.bytes().filter(u8::is_ascii_uppercase).map(|byte| byte.to_ascii_lowercase());
    given.len() > 1 && capitals.eq(squeezed(given))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_goes_by_several_names() {
        use Called::{ByInitials, InFull, InPart, Known};
        for (given, prefix, name, expected) in [
            ("stepfunctions", "states", "AWS Step Functions", Some(InFull)),
            ("step-functions", "states", "AWS Step Functions", Some(InFull)),
            ("StepFunction", "states", "AWS Step Functions", Some(InFull)),
            ("awsstepfunctions", "states", "AWS Step Functions", Some(InFull)),
            ("step", "states", "AWS Step Functions", Some(InPart)),
            ("stepfun", "states", "AWS Step Functions", None),
            ("sfn", "states", "AWS Step Functions", Some(Known)),
            ("functions", "states", "AWS Step Functions", None),
            ("amazonmq", "mq", "Amazon MQ", Some(InFull)),
            ("cognito", "cognito-idp", "Amazon Cognito User Pools", Some(InPart)),
            ("keyspaces", "cassandra", "Amazon Keyspaces (for Apache Cassandra)", Some(InFull)),
            ("msk", "kafka", "Amazon Managed Streaming for Apache Kafka", Some(Known)),
            ("elbv2", "elasticloadbalancing", "AWS Elastic Load Balancing", Some(Known)),
            ("efs", "elasticfilesystem", "Amazon Elastic File System", Some(Known)),
            ("ddb", "dynamodb", "Amazon DynamoDB", Some(ByInitials)),
            ("sesv2", "ses", "Amazon SES", Some(InFull)),
            ("ses-v2", "ses", "Amazon SES", Some(InFull)),
            ("configservice", "config", "AWS Config", Some(InFull)),
            ("bedrock-agent-runtime", "bedrock", "Amazon Bedrock", Some(Known)),
            ("inspectorv2", "inspector2", "Amazon Inspector", Some(Known)),
            ("inspectorv2", "inspector", "Amazon Inspector Classic", Some(InFull)),
            ("cloudwatchevent", "events", "Amazon EventBridge", Some(Known)),
            ("frobnicate", "ses", "Amazon SES", None),
            ("v2", "ses", "Amazon SES", None),
            ("service", "servicequotas", "Service Quotas", Some(InPart)),
            ("", "ses", "Amazon SES", None),
            ("é", "ses", "Amazon SES", None),
        ] {
            assert_eq!(OtherName::new(given).is_of(prefix, name), expected, "{given}");
        }
    }

    #[test]
    fn the_table_is_squeezed() {
        assert!(OTHER_NAMES.iter().all(|(other, _)| other.bytes().eq(squeezed(other))));
    }
}
