//! A string that is not the name of an action and matches no action, and the reason.

use alloc::string::{String, ToString as _};

use catalog_core::{NameError, NameErrorKind, ascii_case, nearest::distance, syntax, wildcard};

use crate::document::Text;

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
}

/// The reason why a string is not the name of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActionFault {
    /// The string does not have the form of an action.
    Malformed,
    /// The prefix of the service has a wildcard.
    WildcardService,
    /// The prefix is a typo of a known prefix.
    MistypedService,
    /// The prefix is unknown.
    UnknownService,
    /// The name is a typo of a known name.
    MistypedName,
    /// The name is unknown.
    UnknownName,
    /// AWS's reference no longer lists the action, or any of the actions that the pattern would match.
    Retired,
    /// The name is an API operation and not an action.
    Operation,
    /// The pattern matches no action.
    NoMatch,
}

impl ActionFault {
    /// Returns the fault of a string, or `None` if the string may be an action of a service whose page omits its
    /// actions.
    pub(crate) fn from_error(text: &str, error: &NameError) -> Option<Self> {
        Some(match error.kind() {
            NameErrorKind::LeftOut => return None,
            NameErrorKind::WildcardInPrefix => Self::WildcardService,
            NameErrorKind::UnknownService if is_typo(text, error) => Self::MistypedService,
            NameErrorKind::UnknownService => Self::UnknownService,
            NameErrorKind::UnknownName if is_typo(text, error) => Self::MistypedName,
            NameErrorKind::UnknownName => Self::UnknownName,
            NameErrorKind::Retired => Self::Retired,
            NameErrorKind::Operation => Self::Operation,
            NameErrorKind::NoMatch => Self::NoMatch,
            _ => Self::Malformed,
        })
    }
}

/// Returns the replacement for a wrong name. If the error suggests only a prefix, the name after the prefix is kept.
pub(crate) fn replacement(text: &str, error: &NameError) -> Option<String> {
    let suggestion = error.suggestion()?.to_string();
    match suggestion.strip_suffix('…') {
        None => Some(suggestion),
        Some(prefix) => syntax::split(text).map(|parts| alloc::format!("{prefix}{}", parts.name)),
    }
}

/// Returns true if an unknown name is so similar to a known name that it is a typo.
///
/// AWS's own policies contain actions that AWS's pages no longer list, or never listed. Such names are often similar to
/// known ones: `Describe` for `Get`, or a singular for a plural. So a typo must be one or two letters that are missing,
/// added, changed or swapped, in a long name. One letter at the end may be a plural, and does not count.
fn is_typo(text: &str, error: &NameError) -> bool {
    let Some(meant) = replacement(text, error) else { return false };
    let (Some(given), Some(meant)) = (syntax::split(text), syntax::split(&meant)) else { return false };
    if !ascii_case::eq(given.prefix, meant.prefix) {
        // Only the prefix is wrong, and by one letter. Patterns and short prefixes leave too much doubt. For example,
        // `sms` is a retired prefix and not a typo of `sns`.
        let is_clear = !wildcard::has_wildcard(given.name) || given.prefix.len() >= 5;
        return is_clear && ascii_case::eq(given.name, meant.name) && distance(given.prefix, meant.prefix) == Some(1);
    }
    let is_plural =
        |one: &str, other: &str| other.strip_suffix(['s', 'S']).is_some_and(|stem| ascii_case::eq(stem, one));
    let has_version = |name: &str| name.ends_with(|c: char| c.is_ascii_digit() || c == 'V');
    let (one, other) = (given.name, meant.name);
    let length = one.len().min(other.len());
    let differs_in_version = has_version(one) || has_version(other);
    match distance(one, other) {
        Some(1) => length >= 5 && !is_plural(one, other) && !is_plural(other, one) && !differs_in_version,
        Some(2) => length >= 12 && one.len() == other.len() && !differs_in_version,
        _ => false,
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
        ActionFault::from_error(text, &error(text))
    }

    #[test]
    fn each_fault_is_found() {
        for (text, expected) in [
            ("", ActionFault::Malformed),
            ("SendEmail", ActionFault::Malformed),
            ("ses:Send Email", ActionFault::Malformed),
            ("s*:Get*", ActionFault::WildcardService),
            ("sess:SendEmail", ActionFault::MistypedService),
            ("frobnicate:SendEmail", ActionFault::UnknownService),
            ("ses:SendEmial", ActionFault::MistypedName),
            ("ses:Frobnicate", ActionFault::UnknownName),
            ("account:GetChallengeQuestions", ActionFault::Retired),
            ("account:GetChallenge*", ActionFault::Retired),
            ("deeplens:CreateProject", ActionFault::Retired),
            ("s3:ListObjectsV2", ActionFault::Operation),
            ("ses:Frobnicate*", ActionFault::NoMatch),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
        assert_eq!(fault("hidden:Anything"), None);
    }

    #[test]
    fn a_letter_or_two_is_a_typo_of_a_long_name() {
        for text in ["ses:SendEmai", "ses:SendEmial", "ses:SenddEmail", "s3:ListAllMyBukcest", "SES:sendemial"] {
            assert_eq!(fault(text), Some(ActionFault::MistypedName), "{text}");
        }
    }

    #[test]
    fn a_plural_a_version_and_another_word_are_not_typos() {
        for text in ["ses:SendEmails", "s3:ListAllMyBucket", "ses:SendEmail2", "ses:SendEmailV", "iam:PassRules"] {
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
