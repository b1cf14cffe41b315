//! A string that is not the name of an action and matches no action, and the reason.

use alloc::{
    format,
    string::{String, ToString as _},
};

use catalog_core::{NameError, NameErrorKind, syntax};

use crate::{document::Text, finding::AccessAnalyzerCheck, used_by_aws::PolicyOfAws};

/// A string of `Action` or `NotAction` that is not the name of an action and matches no action.
pub(crate) struct WrongAction<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: ActionFault,
    /// The error, whose message describes the fault and the probable intention.
    pub(crate) error: NameError,
    /// The replacement for the string, if there is a clear one.
    pub(crate) suggestion: Option<String>,
    /// A policy of AWS that uses the string.
    pub(crate) used_by: Option<PolicyOfAws>,
}

impl WrongAction<'_> {
    /// Returns the check of IAM Access Analyzer that is about the fault.
    pub(crate) const fn check(&self) -> AccessAnalyzerCheck {
        match self.fault {
            ActionFault::WildcardService | ActionFault::MistypedService | ActionFault::UnknownService => {
                AccessAnalyzerCheck::InvalidServiceInAction
            }
            _ => AccessAnalyzerCheck::InvalidAction,
        }
    }

    /// Returns the message if the string may be an action that AWS's reference does not list.
    pub(crate) fn message_of_doubt(&self) -> String {
        let message = self.error.to_string();
        let is_question = message.ends_with('?');
        match self.used_by {
            Some(policy) => format!("{message}{} AWS uses this name in {policy}", if is_question { "" } else { ";" }),
            None if is_question => format!("{message} If it exists, declare it in `catalog.toml`"),
            None => format!("{message}; if it exists, declare it in `catalog.toml`"),
        }
    }
}

/// The reason why a string is not the name of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActionFault {
    /// The string does not have the form of an action.
    Malformed,
    /// The prefix of the service has a wildcard.
    WildcardService,
    /// The prefix is certainly a mistake, such as a typo or another name of a service.
    MistypedService,
    /// The prefix is unknown.
    UnknownService,
    /// The name is certainly a mistake, such as a typo or a similar verb.
    MistypedName,
    /// The name is unknown.
    UnknownName,
    /// AWS's reference no longer lists the action, or any of the actions that the pattern would match.
    Retired,
    /// The name is an API operation and not an action.
    Operation,
    /// The pattern matches no action, and its beginning is a typo.
    MistypedPattern,
    /// The pattern matches no action.
    NoMatch,
}

impl ActionFault {
    /// Returns the fault of a string, or `None` if the string may be an action of a service whose page omits its
    /// actions.
    ///
    /// If AWS uses the string in a policy of its own, it is not certainly a mistake.
    pub(crate) fn from_error(error: &NameError, used_by: Option<PolicyOfAws>) -> Option<Self> {
        let is_clear = error.is_clear_mistake() && used_by.is_none();
        Some(match error.kind() {
            NameErrorKind::LeftOut => return None,
            NameErrorKind::WildcardInPrefix => Self::WildcardService,
            NameErrorKind::UnknownService if is_clear => Self::MistypedService,
            NameErrorKind::UnknownService => Self::UnknownService,
            NameErrorKind::UnknownName if is_clear => Self::MistypedName,
            NameErrorKind::Operation if is_clear => Self::Operation,
            NameErrorKind::UnknownName | NameErrorKind::Operation => Self::UnknownName,
            NameErrorKind::Retired => Self::Retired,
            NameErrorKind::NoMatch if is_clear => Self::MistypedPattern,
            NameErrorKind::NoMatch => Self::NoMatch,
            _ => Self::Malformed,
        })
    }
}

/// Returns a string without the comma at its end. Returns `None` if it has no comma there, or has others, as several
/// names in one string do.
pub(crate) fn without_comma(text: &str) -> Option<&str> {
    let rest = text.trim_end().strip_suffix(',')?.trim_end();
    (!rest.is_empty() && !rest.contains([',', ' ', '\n'])).then_some(rest)
}

/// Returns the replacement for a wrong name. If the error suggests only a prefix, the name after the prefix is kept.
pub(crate) fn replacement(text: &str, error: &NameError) -> Option<String> {
    let suggestion = error.suggestion()?.to_string();
    match suggestion.strip_suffix('…') {
        None => Some(suggestion),
        Some(prefix) => syntax::split(text).map(|parts| format!("{prefix}{}", parts.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::FULL;
    use catalog_core::resolve::{self, Pattern};

    /// Returns the error of a string that is not the name of an action and matches no action.
    fn error(text: &str) -> NameError {
        match resolve::pattern(FULL, text) {
            Err(error) => error,
            Ok(Pattern::Matching(service, _)) => resolve::no_match(service, text),
            Ok(pattern) => panic!("{text} is an action: {pattern:?}"),
        }
    }

    fn fault(text: &str) -> Option<ActionFault> {
        ActionFault::from_error(&error(text), PolicyOfAws::from_action(text))
    }

    #[test]
    fn each_fault_is_found() {
        for (text, expected) in [
            ("", ActionFault::Malformed),
            ("SendEmail", ActionFault::Malformed),
            ("ses:Send Email", ActionFault::Malformed),
            ("ses:SendEmail, ses:SendRawEmail", ActionFault::Malformed),
            ("s*:Get*", ActionFault::WildcardService),
            ("sess:SendEmail", ActionFault::MistypedService),
            ("frobnicate:SendEmail", ActionFault::UnknownService),
            ("ses:SendEmial", ActionFault::MistypedName),
            ("ses:Frobnicate", ActionFault::UnknownName),
            ("account:GetChallengeQuestions", ActionFault::Retired),
            ("account:GetChallenge*", ActionFault::Retired),
            ("deeplens:CreateProject", ActionFault::Retired),
            ("s3:ListObjectsV2", ActionFault::UnknownName),
            ("s3:CopyObject", ActionFault::Operation),
            ("ses:Sned*", ActionFault::MistypedPattern),
            ("ses:Frobnicate*", ActionFault::NoMatch),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
        assert_eq!(fault("hidden:Anything"), None);
    }

    #[test]
    fn a_letter_an_ending_or_another_verb_is_a_mistake() {
        for text in [
            "ses:SendEmai",
            "ses:SendEmial",
            "ses:SenddEmail",
            "SES:sendemial",
            "ses:SendEmails",
            "ses:SendEmailV2",
            "ses:PublishEmail",
            "s3:ListAllMyBukcest",
            "s3:ListAllMyBucket",
            "s3:ListBuckett",
            "iam:PasRole",
            "iam:PassRoles",
        ] {
            assert_eq!(fault(text), Some(ActionFault::MistypedName), "{text}");
        }
    }

    #[test]
    fn another_word_and_a_name_that_aws_uses_may_exist() {
        for text in ["iam:PassRules", "ses:SendEmailAgain", "ses:SendBulkEmail", "s3:ListBuckets"] {
            assert_eq!(fault(text), Some(ActionFault::UnknownName), "{text}");
        }
    }

    #[test]
    fn a_pattern_of_a_short_prefix_is_not_a_typo() {
        assert_eq!(fault("sess:Send*"), Some(ActionFault::UnknownService));
        assert_eq!(fault("lamda:Create*"), Some(ActionFault::MistypedService));
        assert_eq!(fault("lamdba:CreateFunction"), Some(ActionFault::MistypedService));
    }

    #[test]
    fn the_name_is_kept_where_only_the_service_is_known() {
        let replacement = |text: &str| replacement(text, &error(text));
        assert_eq!(replacement("ses:SendEmial").as_deref(), Some("ses:SendEmail"));
        assert_eq!(replacement("sess:Send*").as_deref(), Some("ses:Send*"));
        assert_eq!(replacement("ses:Frobnicate"), None);
    }
}
