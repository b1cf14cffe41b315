//! A string that names no action, and the reason why.

use alloc::string::{String, ToString as _};

use catalog_core::{NameError, NameErrorKind, ascii_case, nearest::distance, syntax, wildcard};

use crate::document::Text;

/// A string of `Action` or `NotAction` that names no action and matches none.
pub(crate) struct WrongAction<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: ActionFault,
    /// The message that describes the fault and what may have been meant.
    pub(crate) error: NameError,
    /// The string to write instead, if that is clear.
    pub(crate) suggestion: Option<String>,
}

/// The ways in which a string can fail to name an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActionFault {
    /// It has not the form of an action.
    Malformed,
    /// The service part has a wildcard.
    WildcardService,
    /// The service is a typo of a known one.
    MistypedService,
    /// The service is not known.
    UnknownService,
    /// The name is a typo of a known one.
    MistypedName,
    /// The name is not known.
    UnknownName,
    /// AWS's reference no longer lists the action, or each action that the pattern would match.
    Retired,
    /// The name is that of an API operation.
    Operation,
    /// The pattern matches no action.
    NoMatch,
}

impl ActionFault {
    /// Returns the fault of a string, or `None` if it may be an action that the pages leave out.
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

/// Returns the string to write for a wrong name. Where only the service is known, the name is kept.
pub(crate) fn replacement(text: &str, error: &NameError) -> Option<String> {
    let suggestion = error.suggestion()?.to_string();
    match suggestion.strip_suffix('…') {
        None => Some(suggestion),
        Some(prefix) => syntax::split(text).map(|parts| alloc::format!("{prefix}{}", parts.name)),
    }
}

/// Returns true if an unknown name is so near a known one that it is a typo of it.
///
/// AWS's own policies name actions that its pages no longer list, or never did, and those are often like their neighbors:
/// `Describe` for `Get`, singular for plural. So a typo is a letter or two that no word explains: left out, added, changed
/// or swapped, in a name that is long enough to leave no doubt. A letter more or less at the end is a plural.
fn is_typo(text: &str, error: &NameError) -> bool {
    let Some(meant) = replacement(text, error) else { return false };
    let (Some(given), Some(meant)) = (syntax::split(text), syntax::split(&meant)) else { return false };
    if !ascii_case::eq(given.prefix, meant.prefix) {
        // Only one of the two parts is wrong, and only by a letter. A pattern says little of what is meant, and short
        // prefixes are alike: `sms` is not `sns`, it is retired.
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

    /// Returns the error of a string that names no action and matches none.
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
