//! The form of each kind of name, stated once for the pages, the macros and lookup.

mod error;
mod lookalike;

pub use error::NameFormError;
use error::NameFormFault;
pub use lookalike::lookalike;

/// A kind of name, which determines the valid form of the name.
///
/// Every name is ASCII, because IAM accepts no other names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// A service prefix: `ses`.
    ServicePrefix,
    /// The name of an action without its prefix: `SendEmail`.
    Action,
    /// The name of an API operation: `SendEmail`.
    Operation,
    /// The name of an SDK client: `timestream-query`.
    SdkClient,
    /// The full name of a condition key: `ses:FromAddress`, `aws:RequestTag/${TagKey}`.
    ConditionKey,
    /// The name of a resource type: `code signing config`.
    ResourceType,
    /// The name of a scenario: `EC2-VPC-EBS`.
    Scenario,
}

/// HTML elements without an end tag, which could be part of a name by mistake: `Get<br>Config`.
const EMPTY_ELEMENTS: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

impl NameForm {
    /// Returns a noun phrase for this kind of name, with an article.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::ServicePrefix => "a service prefix",
            Self::Action => "the name of an action",
            Self::Operation => "the name of an API operation",
            Self::SdkClient => "the name of an SDK client",
            Self::ConditionKey => "the name of a condition key",
            Self::ResourceType => "the name of a resource type",
            Self::Scenario => "the name of a scenario",
        }
    }

    /// Checks whether a string is a name of this kind.
    ///
    /// # Errors
    /// Returns the first reason why the string is not such a name, with the position of the wrong character.
    pub fn check(self, name: &str) -> Result<(), NameFormError> {
        // Most names are letters and digits.
        if self != Self::ServicePrefix && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Ok(());
        }
        match self.fault(name) {
            Some(fault) => Err(NameFormError { noun: self.noun(), fault }),
            None => Ok(()),
        }
    }

    /// Returns true if a name of this kind can contain the character outside of placeholders.
    #[must_use]
    pub const fn allows(self, character: char) -> bool {
        let other = match self {
            Self::ServicePrefix => matches!(character, '-'),
            Self::Action | Self::Operation | Self::SdkClient => matches!(character, '-' | '_' | '.'),
            Self::ConditionKey => matches!(character, '-' | '_' | '.' | ':' | '/'),
            Self::ResourceType | Self::Scenario => matches!(character, '-' | '_' | '.' | ':' | '/' | ' '),
        };
        other || character.is_ascii_alphanumeric()
    }

    fn fault(self, name: &str) -> Option<NameFormFault> {
        if name.is_empty() {
            return Some(NameFormFault::Empty);
        }
        let mut before = None;
        let mut rest = name;
        while let Some(found) = rest.chars().next() {
            let at = name.len() - rest.len();
            if self == Self::ConditionKey
                && let Some(after) = placeholder(rest, before)
            {
                before = Some('}');
                rest = after;
                continue;
            }
            if !self.allows(found) || self == Self::ServicePrefix && found.is_ascii_uppercase() {
                return Some(NameFormFault::Character { found, at });
            }
            rest = rest.get(found.len_utf8()..).unwrap_or_default();
            if !Self::may_be_between(before, found, rest.chars().next()) {
                return Some(NameFormFault::Place { found, at });
            }
            before = Some(found);
        }
        None
    }

    /// Returns true if a character can be between its two neighbors. A neighbor is `None` at either end of the name.
    fn may_be_between(before: Option<char>, found: char, after: Option<char>) -> bool {
        let is_word = |other: Option<char>| other.is_some_and(|other| other.is_ascii_alphanumeric());
        match found {
            // An underscore at the edge of a word is probably left over from Markdown emphasis.
            '_' => is_word(before) && is_word(after),
            ' ' | '-' | '.' => before.is_some_and(|before| before != found) && after.is_some(),
            ':' => before.is_some() && after.is_some(),
            // A slash can be last, because some names on AWS's pages end in one, such as `sagemaker:ResourceTag/`.
            '/' => before.is_some(),
            _ => true,
        }
    }
}

/// Returns the rest of a string after the placeholder that it begins with: `${TagKey}`, or `<key>` as a whole segment.
fn placeholder(text: &str, before: Option<char>) -> Option<&str> {
    let (inner, after) = match text.strip_prefix("${") {
        Some(rest) => rest.split_once('}')?,
        None => text.strip_prefix('<')?.split_once('>')?,
    };
    let is_name = |inner: &str| {
        inner.starts_with(|first: char| first.is_ascii_alphabetic())
            && inner.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
    };
    let is_segment = || {
        matches!(before, None | Some(':' | '/'))
            && matches!(after.chars().next(), None | Some(':' | '/'))
            && !EMPTY_ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(inner))
    };
    (is_name(inner) && (text.starts_with('$') || is_segment())).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::{NameForm as F, NameFormFault as Fault};
    use alloc::string::ToString as _;

    #[test]
    fn the_odd_names_of_the_reference_are_well_formed() {
        for (form, names) in [
            (F::ServicePrefix, &["ses", "s3", "aws-portal", "4th"][..]),
            (F::Action, &["GET", "AssociateViaAWSService-EventsAndStates", "uploadmultipart"]),
            (F::SdkClient, &["timestream-query"]),
            (F::Scenario, &["EC2-VPC-EBS", "Device Selection Configuration as filter"]),
            (F::ResourceType, &["code signing config", "loadbalancer/app/", "origin_endpoints", "Piops"]),
            (
                F::ConditionKey,
                &[
                    "ec2:ResourceTag/",
                    "s3:ExistingObjectTag/<key>",
                    "<web-identity-provider>:aud",
                    "kms:EncryptionContext:${EncryptionContextKey}",
                    "token.actions.${Domain}.ghe.com:actor",
                    "idcs-${OciUniqueIdentifier}.identity.oraclecloud.com:rpst_id",
                    "events:Metadata/${MetadataKey}/Matcher",
                    "codebuild:secondarySources/${sourceIdentifier}.auth.type",
                    "eks:loggingType/${type}",
                    "events:detail.userIdentity.principalId",
                    "recordType",
                ],
            ),
        ] {
            for name in names {
                assert_eq!(form.check(name), Ok(()), "{name}");
            }
        }
    }

    #[test]
    fn whatever_is_not_a_name_is_found_at_its_place() {
        let fault = |form: F, name: &str| form.check(name).unwrap_err().fault;
        let character = |found, at| Fault::Character { found, at };
        assert_eq!(fault(F::Action, ""), Fault::Empty);
        for (name, found, at) in [
            ("G\u{435}t", '\u{435}', 1),
            ("Get\u{200b}", '\u{200b}', 3),
            ("Get\u{a0}It", '\u{a0}', 3),
            ("&#71;et", '&', 0),
            ("~~Get~~", '~', 0),
            ("**Get**", '*', 0),
            ("Get<br>Config", '<', 3),
            ("`Get`", '`', 0),
            ("Get It", ' ', 3),
            ("ses:Get", ':', 3),
            ("[Get", '[', 0),
            ("${Get}", '$', 0),
        ] {
            assert_eq!(fault(F::Action, name), character(found, at), "{name}");
        }
        assert_eq!(fault(F::ServicePrefix, "Ses"), character('S', 0));
        // A prefix becomes the name of a file and a module, so it must not lead out of a directory.
        assert_eq!(fault(F::ServicePrefix, "../a"), character('.', 0));
        for name in ["a:b<br>c", "a:<br>", "a:<BR>/b", "a:b<key>", "a:<key>b", "a:<b>x</b>", "a:<key"] {
            assert_eq!(fault(F::ConditionKey, name), character('<', name.find('<').unwrap()), "{name}");
        }
        for name in ["a:${", "a:${}", "a:${a b}", "a:${<b>}", "a:$a"] {
            assert_eq!(fault(F::ConditionKey, name), character('$', 2), "{name}");
        }
        assert_eq!(fault(F::ResourceType, "a\nb"), character('\n', 1));
    }

    #[test]
    fn marks_between_words_stay_there() {
        let place = |found, at| Fault::Place { found, at };
        for (form, name, found, at) in [
            (F::Action, "_Get_", '_', 0),
            (F::Action, "Get_", '_', 3),
            (F::Action, "a__b", '_', 1),
            (F::ConditionKey, "a:_b_", '_', 2),
            (F::ServicePrefix, "-a", '-', 0),
            (F::ServicePrefix, "a-", '-', 1),
            (F::ResourceType, "bot  version", ' ', 4),
            (F::ConditionKey, ":a", ':', 0),
            (F::ConditionKey, "a:", ':', 1),
        ] {
            assert_eq!(form.check(name).unwrap_err().fault, place(found, at), "{name}");
        }
    }

    #[test]
    fn a_message_names_the_character_and_what_was_meant() {
        let message = |form: F, name: &str| form.check(name).unwrap_err().to_string();
        for (name, expected) in [
            ("G\u{435}t", "`\u{435}` (U+0435) is not ASCII: did you mean `e`?"),
            ("\u{ff27}et", "`\u{ff27}` (U+FF27) is not ASCII: did you mean `G`?"),
            ("Get\u{a0}It", "the character U+00A0 is not ASCII and cannot be in the name of an action"),
            ("Get\u{200d}It", "the character U+200D is invisible and cannot be in the name of an action: remove it"),
            ("Get\u{4e2d}", "`\u{4e2d}` (U+4E2D) is not ASCII and cannot be in the name of an action"),
            ("~~Get~~", "`~` cannot be in the name of an action"),
            ("&#71;et", "`&` cannot be in the name of an action: write the character, not an HTML entity"),
            ("Get_", "`_` cannot be at this place in the name of an action"),
            ("", "the name of an action is empty"),
        ] {
            assert_eq!(message(F::Action, name), expected);
        }
        assert_eq!(message(F::ServicePrefix, "Ses"), "`S` cannot be in a service prefix: did you mean `s`?");
    }
}
