//! Decides whether another service may be intended, if it has an action with the given name.
//!
//! Unrelated services often have actions with equal names, so an equal name does not suffice for a suggestion.

use super::{
    other_names::{Called, OtherName},
    typo::{are_one_and_many, words},
};
use crate::{ascii_case, nearest::distance_below};

/// A reason to believe that a service is intended. The stronger reason comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// The given prefix is another name of the service, or is long and differs from its prefix in one letter.
    Name,
    /// The name of the service begins with the given prefix.
    Beginning,
    /// The prefixes are similar, or the given prefix or action contains a word of the service's name.
    Word,
}

/// The minimum length of a prefix that is probably mistyped if it differs from another one in one letter. Many short
/// prefixes differ in one letter: `ds`, `es` and `rds`.
pub(super) const LONG_PREFIX: usize = 5;

/// Returns the reason to believe that the service with a prefix and a name is intended by the given prefix and action.
pub(super) fn relation(given: &OtherName<'_>, action: &str, prefix: &str, name: &str) -> Option<Relation> {
    let text = given.given();
    let is_near = distance_below(text, prefix, 2) == Some(1);
    match given.is_of(prefix, name) {
        Some(Called::Known | Called::InFull) => return Some(Relation::Name),
        _ if is_near && text.len() >= LONG_PREFIX => return Some(Relation::Name),
        Some(Called::InPart) => return Some(Relation::Beginning),
        _ => {}
    }
    let first = |prefix: &str| prefix.split('-').next().is_some_and(|part| part.len() >= 2 && begins(text, part));
    let is_alike = is_near || first(prefix) || begins(prefix, text) || given.is_of(prefix, name).is_some();
    let mentions = |word: &str| {
        let known = name.split(' ').filter(|word| !is_general(word)).chain([prefix]);
        word.len() >= 3 && { known }.any(|known| ascii_case::eq_compact(known, word) || are_one_and_many(known, word))
    };
    (is_alike || text.split('-').any(mentions) || words(action).any(mentions)).then_some(Relation::Word)
}

/// Returns true if a name begins with another one, ignoring case.
fn begins(name: &str, beginning: &str) -> bool {
    name.get(..beginning.len()).is_some_and(|head| ascii_case::eq_compact(head, beginning))
}

/// Returns true if AWS uses a word in the names of unrelated services.
fn is_general(word: &str) -> bool {
    ["AWS", "Amazon", "Data", "Management", "Manager", "Resource", "Service", "Services", "Systems"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_related_service_has_a_similar_name_or_is_mentioned() {
        use Relation::{Beginning, Name, Word};
        for (given, action, prefix, name, expected) in [
            ("stepfunctions", "StartExecution", "states", "AWS Step Functions", Some(Name)),
            ("efs", "TagResource", "elasticfilesystem", "Amazon Elastic File System", Some(Name)),
            ("cloudwatch", "PutLogEvents", "logs", "Amazon CloudWatch Logs", Some(Beginning)),
            ("sqs", "Publish", "sns", "Amazon SNS", Some(Word)),
            ("lamdba", "Invoke", "lambda", "AWS Lambda", Some(Name)),
            ("lambda", "CreateLogGroup", "logs", "Amazon CloudWatch Logs", Some(Word)),
            ("ec2", "DescribeLoadBalancers", "elasticloadbalancing", "AWS Elastic Load Balancing", Some(Word)),
            ("cognito-idp", "GetId", "cognito-identity", "Amazon Cognito Identity", Some(Word)),
            ("catalog-admin", "ListPortfolios", "servicecatalog", "AWS Service Catalog", Some(Word)),
            ("s3", "GetTable", "s3tables", "Amazon S3 Tables", Some(Beginning)),
            ("sns", "Receive", "iot", "AWS IoT", None),
            ("ecr", "GetManifest", "ssm", "AWS Systems Manager", None),
            ("payments", "GetAccountBalance", "mechanicalturk", "Amazon Mechanical Turk", None),
            ("s3", "GetService", "servicediscovery", "AWS Service Discovery", None),
        ] {
            assert_eq!(relation(&OtherName::new(given), action, prefix, name), expected, "{given}:{action}");
        }
    }
}
