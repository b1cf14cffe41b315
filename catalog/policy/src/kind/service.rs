//! The services that a kind of policy is about, and the services of actions and resources.

use catalog_core::ascii_case;

use super::PolicyKind;

impl PolicyKind {
    /// Returns the name of the service whose resources have policies of this kind, for messages.
    pub(crate) const fn service_name(self) -> Option<&'static str> {
        Some(match self {
            Self::Bucket => "Amazon S3",
            Self::Queue => "Amazon SQS",
            Self::Topic => "Amazon SNS",
            Self::Key => "AWS KMS",
            Self::Repository => "Amazon ECR",
            Self::Table => "Amazon DynamoDB",
            Self::Secret => "AWS Secrets Manager",
            Self::Function => "AWS Lambda",
            _ => return None,
        })
    }

    /// Returns the prefix of the service whose resources have policies of this kind, such as `s3` for bucket policies.
    /// Returns `None` for the kinds that are not about one service.
    ///
    /// ```
    /// use catalog::policy::PolicyKind;
    /// assert_eq!(PolicyKind::Bucket.service(), Some("s3"));
    /// assert_eq!(PolicyKind::Resource.service(), None);
    /// ```
    #[must_use]
    pub const fn service(self) -> Option<&'static str> {
        Some(match self {
            Self::Bucket => "s3",
            Self::Queue => "sqs",
            Self::Topic => "sns",
            Self::Key => "kms",
            Self::Repository => "ecr",
            Self::Table => "dynamodb",
            Self::Secret => "secretsmanager",
            Self::Function => "lambda",
            _ => return None,
        })
    }

    /// Returns true if a policy of this kind can be about actions and resources of the given service. Most kinds can be
    /// about every service. A kind with a [service](Self::service) can be about that service, and about services that
    /// share its resources, such as `s3express` for bucket policies.
    #[must_use]
    pub(crate) fn is_about(self, service: &str) -> bool {
        let related: &[&str] = match self {
            Self::Bucket => &["s3-object-lambda", "s3-outposts", "s3express", "s3tables", "s3vectors"],
            Self::Repository => &["ecr-public"],
            _ => &[],
        };
        let mut known = related.iter().copied().chain(self.service());
        self.service().is_none() || known.any(|known| ascii_case::eq(known, service))
    }
}

/// Returns the service prefix of an action.
pub(super) fn service_of_action(action: &str) -> Option<&str> {
    action.split_once(':').map(|(service, _)| service).filter(|service| is_service(service))
}

/// Returns the service of an ARN. The partition can be a placeholder such as `${AWS::Partition}`.
pub(crate) fn service_of_arn(arn: &str) -> Option<&str> {
    let rest = arn.strip_prefix("arn:")?;
    let rest = match rest.strip_prefix("${") {
        Some(placeholder) => placeholder.split_once('}')?.1,
        None => rest,
    };
    let (_, rest) = rest.split_once(':')?;
    rest.split(':').next().filter(|service| is_service(service))
}

/// Returns true if a string can be the prefix of a service: it has no wildcard and no placeholder.
fn is_service(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Returns the kind of the policies that are attached to the resources of a service.
pub(crate) fn kind_of_service(service: &str) -> Option<PolicyKind> {
    let is_of = |kind: &PolicyKind| kind.service().is_some_and(|own| ascii_case::eq(own, service));
    PolicyKind::ALL.iter().copied().find(is_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_about_its_service_and_related_services() {
        assert!(["s3", "S3", "s3express"].into_iter().all(|service| PolicyKind::Bucket.is_about(service)));
        assert!(!PolicyKind::Bucket.is_about("sqs"));
        assert!(PolicyKind::Identity.is_about("sqs") && PolicyKind::Resource.is_about("sqs"));
        for kind in PolicyKind::ALL {
            assert_eq!(kind.service().is_some(), kind.service_name().is_some(), "{kind}");
            if let Some(service) = kind.service() {
                assert_eq!(kind_of_service(service), Some(*kind));
            }
        }
    }

    #[test]
    fn an_arn_has_a_service_unless_it_is_unknown() {
        for (arn, service) in [
            ("arn:aws:s3:::pictures", Some("s3")),
            ("arn:${AWS::Partition}:s3:::pictures", Some("s3")),
            ("arn:aws:s3", Some("s3")),
            ("arn:aws:${Service}:::pictures", None),
            ("arn:aws:*:::pictures", None),
            ("arn:aws", None),
            ("arn:${aws", None),
            ("*", None),
        ] {
            assert_eq!(service_of_arn(arn), service, "{arn}");
        }
        assert_eq!(service_of_action("sqs:SendMessage"), Some("sqs"));
        assert_eq!(service_of_action("*"), None);
    }
}
