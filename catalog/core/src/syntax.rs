//! The form of a name in a policy: `service:Name`.

use crate::{name_error::NameErrorKind, name_form::NameForm, name_kind::NameKind, wildcard};

/// The two parts of a name. Both have a valid form, but the name may not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The service prefix, before the first colon.
    pub prefix: &'a str,
    /// The name after the first colon. In a condition key, it can contain more colons.
    pub name: &'a str,
}

/// Splits a name at its first colon, without checking the parts.
#[must_use]
#[inline]
pub const fn split(text: &str) -> Option<Parts<'_>> {
    match split_at_colon(text) {
        Some((prefix, name)) => Some(Parts { prefix, name }),
        None => None,
    }
}

/// Splits a string at its first colon. For the short fields of names and ARNs, this is faster than `str::split_once`.
#[must_use]
#[inline]
pub const fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        if *byte == b':' {
            let (prefix, _) = text.split_at(bytes.len() - rest.len());
            let (_, name) = text.split_at(bytes.len() - tail.len());
            return Some((prefix, name));
        }
        rest = tail;
    }
    None
}

/// Splits a name at its first colon and checks the form of both parts.
///
/// # Errors
/// Returns the reason why the form is not valid. A wildcard is valid in the name if `wildcards` is true. It is never
/// valid in the service prefix of an action or a resource type.
pub fn parse(text: &str, kind: NameKind, wildcards: bool) -> Result<Parts<'_>, NameErrorKind> {
    let illegal = |part: &str, allowed: fn(char) -> bool| {
        part.char_indices().find(|(_, c)| !allowed(*c)).map(|(at, found)| {
            // The offset is relative to the whole string, of which both parts are slices.
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            NameErrorKind::IllegalCharacter { found, at: u32::try_from(start + at).unwrap_or(u32::MAX) }
        })
    };
    if text.is_empty() {
        return Err(NameErrorKind::Empty);
    }
    if !wildcards && kind == NameKind::Action && wildcard::is_everything(text) {
        return Err(NameErrorKind::Pattern);
    }
    let Some(Parts { prefix, name }) = split(text) else {
        return Err(illegal(text, |c| !c.is_whitespace() && !c.is_control()).unwrap_or(NameErrorKind::NoColon));
    };
    if prefix.is_empty() {
        return Err(NameErrorKind::EmptyPrefix);
    }
    if name.is_empty() {
        return Err(NameErrorKind::EmptyName);
    }
    // The first part of a condition key can be a web identity provider, such as `accounts.google.com`, or a template.
    let in_prefix: fn(char) -> bool = match kind {
        NameKind::ConditionKey => is_key_character,
        NameKind::Action | NameKind::ResourceType => is_prefix_character,
    };
    let in_name: fn(char) -> bool = match kind {
        NameKind::Action => is_action_character,
        NameKind::ConditionKey => is_key_character,
        NameKind::ResourceType => |c| !c.is_control(),
    };
    if kind != NameKind::ConditionKey && wildcard::has_wildcard(prefix) {
        return Err(NameErrorKind::WildcardInPrefix);
    }
    if let Some(error) = illegal(prefix, in_prefix).or_else(|| illegal(name, in_name)) {
        return Err(error);
    }
    if !wildcards && kind == NameKind::Action && wildcard::has_wildcard(name) {
        return Err(NameErrorKind::Pattern);
    }
    Ok(Parts { prefix, name })
}

/// Returns true if a character can be in a service prefix. In a policy, its letters can be in either case.
fn is_prefix_character(c: char) -> bool {
    NameForm::ServicePrefix.allows(c)
}

/// Returns true if a character can be in the name of an action or is one of the two wildcards.
fn is_action_character(c: char) -> bool {
    NameForm::Action.allows(c) || matches!(c, '*' | '?')
}

/// Returns true if a character can be in a condition key of a policy. More characters are valid than in the reference,
/// because a policy fills in placeholders: the key of a tag can have nearly any character.
fn is_key_character(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '`' | '\\')
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameErrorKind as E;

    fn action(text: &str) -> Result<Parts<'_>, NameErrorKind> {
        parse(text, NameKind::Action, false)
    }

    #[test]
    fn the_first_colon_divides() {
        assert_eq!(action("ses:SendEmail"), Ok(Parts { prefix: "ses", name: "SendEmail" }));
        let key = parse("kms:EncryptionContext:${Key}", NameKind::ConditionKey, false);
        assert_eq!(key, Ok(Parts { prefix: "kms", name: "EncryptionContext:${Key}" }));
        assert_eq!(split("a:b:c"), Some(Parts { prefix: "a", name: "b:c" }));
        assert_eq!(split(":"), Some(Parts { prefix: "", name: "" }));
        assert_eq!(split(""), None);
    }

    #[test]
    fn each_wrong_form_has_its_own_error() {
        assert_eq!(action("SendEmail"), Err(E::NoColon));
        assert_eq!(action(""), Err(E::Empty));
        assert_eq!(action(":SendEmail"), Err(E::EmptyPrefix));
        assert_eq!(action("ses:"), Err(E::EmptyName));
        assert_eq!(action("s*:SendEmail"), Err(E::WildcardInPrefix));
        assert_eq!(action("ses:Send*"), Err(E::Pattern));
        assert_eq!([action("*"), action("**"), action("*:*")], [Err(E::Pattern); 3]);
        assert_eq!(action("ses:Send Email"), Err(E::IllegalCharacter { found: ' ', at: 8 }));
        assert_eq!(action("s é:Send"), Err(E::IllegalCharacter { found: ' ', at: 1 }));
        assert_eq!(action("ses:Sé"), Err(E::IllegalCharacter { found: 'é', at: 5 }));
        assert_eq!(action("ses:a:b"), Err(E::IllegalCharacter { found: ':', at: 5 }));
        assert_eq!(action("ses SendEmail"), Err(E::IllegalCharacter { found: ' ', at: 3 }));
    }

    #[test]
    fn patterns_are_asked_for() {
        assert!(parse("ses:Send*", NameKind::Action, true).is_ok());
        assert_eq!(parse("*:*", NameKind::Action, true), Err(E::WildcardInPrefix));
        assert_eq!(parse("ses:[sS]end", NameKind::Action, true), Err(E::IllegalCharacter { found: '[', at: 4 }));
    }

    #[test]
    fn the_odd_names_of_the_reference_are_well_formed() {
        for key in [
            "s3:ExistingObjectTag/<key>",
            "accounts.google.com:aud",
            "github.com/enterprises/${EnterpriseName}:actor_id",
            "token.actions.${Domain}.ghe.com:actor",
            "ec2:ResourceTag/",
        ] {
            assert!(parse(key, NameKind::ConditionKey, false).is_ok(), "{key}");
        }
        assert!(parse("lambda:code signing config", NameKind::ResourceType, false).is_ok());
        assert!(parse("vpc-lattice:AssociateViaAWSService-EventsAndStates", NameKind::Action, false).is_ok());
    }
}
