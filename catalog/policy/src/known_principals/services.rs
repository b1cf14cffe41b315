//! The known service principal that is most similar to a wrong name.
//!
//! The table comes from `docs-src/facts/service_principals.toml`.

use alloc::{format, string::String, vec::Vec};
use core::cmp::Reverse;

use super::ServiceName;
use crate::{facts::service_principals::SERVICE_PRINCIPALS, value::parts::is_region};
use catalog_core::{ascii_case, nearest};

/// The end of the names in the table.
const DOMAIN: &str = ".amazonaws.com";

/// The end of the names of services in China.
const CHINA: &str = ".amazonaws.com.cn";

/// The longest label that can have only one mistake, because many short names differ from each other in one letter.
const SHORT: usize = 4;

impl ServiceName<'_> {
    /// The work of a search, in comparisons of names.
    pub(crate) const WORK: u64 = 1_500;

    /// Returns true if the name is in the table.
    pub(crate) fn is_known(self) -> bool {
        SERVICE_PRINCIPALS.binary_search(&self.0).is_ok()
    }

    /// Returns the known service principal with the same words as the name, such as `ecs-tasks.amazonaws.com` for
    /// `ecs.tasks.amazonaws.com`. Returns `None` if the name is known.
    ///
    /// Names of service principals are [case-sensitive](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html).
    pub(crate) fn with_same_words(self) -> Option<String> {
        let end = [DOMAIN, CHINA].into_iter().find(|end| {
            let at = self.0.len().checked_sub(end.len()).and_then(|at| self.0.get(at..));
            at.is_some_and(|given| ascii_case::eq(given, end))
        })?;
        let name = self.0.get(..self.0.len().checked_sub(end.len())?)?;
        if known().any(|known| known == name) {
            return None;
        }
        if let Some(same) = known().find(|known| ascii_case::eq(known, name)) {
            return Some(format!("{same}{end}"));
        }
        let short =
            ["aws-", "amazon-"].into_iter().find_map(|head| name.strip_prefix(head)).filter(|name| is_known(name));
        let (letters, words) = (letters(name), words(name));
        // The number of letters differs in most names, and is faster to compare.
        let is_same = |known: &&str| self::letters(known) == letters && self::words(known) == words;
        let same = short.or_else(|| known().find(is_same))?;
        Some(format!("{same}{end}"))
    }

    /// Returns the known service principal of the service that has the name as another name. Returns `None` if the name
    /// is known, or if it is the prefix of a service.
    ///
    /// `is_prefix` returns true for the prefix of a service, such as `opensearch`, which is also another name of `es`.
    /// `service_called` returns the prefix of the service that has another name.
    pub(crate) fn by_other_name(
        self,
        is_prefix: impl Fn(&str) -> bool,
        service_called: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<String> {
        let Parts { name, region, end } = self.parts()?;
        if is_known(name) || is_prefix(name) {
            return None;
        }
        let principal = service_called(name).filter(|prefix| is_known(prefix))?;
        Some(format!("{principal}{region}{end}"))
    }

    /// Returns the known service principal that the name probably means. Returns `None` if the name is known, or if no
    /// known name is near.
    ///
    /// `is_prefix` returns true for the prefix of a service. Such a word is not a mistake, because a service can have a
    /// principal that is not in the table.
    pub(crate) fn nearest(self, is_prefix: impl Fn(&str) -> bool) -> Option<String> {
        let Parts { name, region, end } = self.parts()?;
        if is_known(name) {
            return None;
        }
        let near = known().filter_map(|known| Some((mistakes(name, known, &is_prefix)?, known)));
        // If two names are equally near, the intended one probably begins in the same way.
        let (_, best) = near.min_by_key(|(mistakes, known)| (*mistakes, Reverse(same_beginning(name, known))))?;
        Some(format!("{best}{region}{end}"))
    }

    fn parts(&self) -> Option<Parts<'_>> {
        let end = [DOMAIN, CHINA].into_iter().find(|end| self.0.ends_with(end))?;
        let given = self.0.strip_suffix(end)?;
        // The region in `states.eu-west-1.amazonaws.com` is not a part of the name of the service.
        let name = given.rsplit_once('.').filter(|(_, region)| is_region(region)).map_or(given, |(name, _)| name);
        Some(Parts { name, region: given.get(name.len()..)?, end })
    }
}

/// The parts of the name of a service principal.
struct Parts<'t> {
    name: &'t str,
    /// The region with the dot before it, or an empty string.
    region: &'t str,
    /// The domain with the dot before it.
    end: &'static str,
}

/// Returns the known names without their domain.
fn known() -> impl Iterator<Item = &'static str> {
    SERVICE_PRINCIPALS.iter().filter_map(|known| known.strip_suffix(DOMAIN))
}

/// Returns the number of letters and digits of a name.
fn letters(name: &str) -> usize {
    name.bytes().filter(u8::is_ascii_alphanumeric).count()
}

/// Returns the letters and digits of the words of a name, with the words in order.
fn words(name: &str) -> String {
    let mut words: Vec<_> = name.split(['.', '-']).collect();
    words.sort_unstable();
    words.concat().to_ascii_lowercase()
}

fn is_known(name: &str) -> bool {
    known().any(|known| ascii_case::eq(known, name))
}

/// Returns the number of mistakes in a name if there are few, and all are in one of its labels.
fn mistakes(name: &str, known: &str, is_prefix: impl Fn(&str) -> bool) -> Option<usize> {
    if name.split('.').count() != known.split('.').count() {
        return None;
    }
    let mut labels = name.split('.').zip(known.split('.')).filter(|(given, known)| !ascii_case::eq(given, known));
    let (given, known) = labels.next()?;
    let limit = if given.len() <= SHORT { 1 } else { 2 };
    let mistakes = nearest::distance(given, known).filter(|mistakes| *mistakes <= limit)?;
    (labels.next().is_none() && !is_prefix(given)).then_some(mistakes)
}

/// Returns the number of letters with which both names begin.
fn same_beginning(left: &str, right: &str) -> usize {
    left.bytes().zip(right.bytes()).take_while(|(left, right)| left.eq_ignore_ascii_case(right)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(name: &str) -> Option<String> {
        ServiceName(name).nearest(|word| word == "pcs")
    }

    #[test]
    fn a_name_with_few_mistakes_has_a_suggestion() {
        for (name, expected) in [
            ("lamda.amazonaws.com", "lambda.amazonaws.com"),
            ("lambada.amazonaws.com", "lambda.amazonaws.com"),
            ("ec2s.amazonaws.com", "ec2.amazonaws.com"),
            ("s3s.amazonaws.com", "s3.amazonaws.com"),
            ("cloudfrount.amazonaws.com", "cloudfront.amazonaws.com"),
            ("codebuid.amazonaws.com", "codebuild.amazonaws.com"),
            ("api-gateway.amazonaws.com", "apigateway.amazonaws.com"),
            ("ecs-task.amazonaws.com", "ecs-tasks.amazonaws.com"),
            ("eks-fargate-pod.amazonaws.com", "eks-fargate-pods.amazonaws.com"),
            ("state.eu-west-1.amazonaws.com", "states.eu-west-1.amazonaws.com"),
            ("lamda.amazonaws.com.cn", "lambda.amazonaws.com.cn"),
            ("deliver.logs.amazonaws.com", "delivery.logs.amazonaws.com"),
            ("delivery.log.amazonaws.com", "delivery.logs.amazonaws.com"),
        ] {
            assert_eq!(nearest(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn known_names_and_names_that_are_not_near_have_none() {
        for name in [
            "lambda.amazonaws.com",
            "states.eu-west-1.amazonaws.com",
            "ec2.amazonaws.com.cn",
            "delivery.logs.amazonaws.com",
            "frobnicate.amazonaws.com",
            "lambda.example.amazonaws.com",
            "lamda.example.com",
            // The prefix of a service, which is near the known name `ecs`.
            "pcs.amazonaws.com",
            // Two mistakes in a short name.
            "ekr2.amazonaws.com",
        ] {
            assert_eq!(nearest(name), None, "{name}");
        }
    }

    #[test]
    fn the_same_words_have_a_suggestion() {
        for (name, expected) in [
            ("ecs.tasks.amazonaws.com", Some("ecs-tasks.amazonaws.com")),
            ("rds-monitoring.amazonaws.com", Some("monitoring.rds.amazonaws.com")),
            ("aws-lambda.amazonaws.com", Some("lambda.amazonaws.com")),
            ("Lambda.amazonaws.com", Some("lambda.amazonaws.com")),
            ("EC2.AMAZONAWS.COM", Some("ec2.amazonaws.com")),
            ("Ec2.amazonaws.com.cn", Some("ec2.amazonaws.com.cn")),
            ("lambda.amazonaws.com", None),
            ("frobnicate.amazonaws.com", None),
            ("logs.eu-west-1.amazonaws.com", None),
        ] {
            assert_eq!(ServiceName(name).with_same_words().as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn no_known_name_is_a_mistake() {
        for name in SERVICE_PRINCIPALS {
            assert_eq!(ServiceName(name).with_same_words(), None, "{name}");
            assert_eq!(nearest(name), None, "{name}");
        }
    }

    #[test]
    fn a_prefix_is_not_another_name() {
        let called = |name: &str, is_prefix| ServiceName(name).by_other_name(|_| is_prefix, |_| Some("es"));
        assert_eq!(called("search.amazonaws.com", false).as_deref(), Some("es.amazonaws.com"));
        assert_eq!(called("search.amazonaws.com", true), None);
        assert_eq!(called("lambda.amazonaws.com", false), None);
    }
}
