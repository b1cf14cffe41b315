//! Recognizes several names in one string, such as `s3:GetObject, s3:PutObject`.

use crate::{ascii_case, name_kind::NameKind, syntax};

/// Returns true if a string consists of several names or patterns with characters between them that separate lists.
///
/// White space separates only names with prefixes, because `ses:Send Email` is probably one name.
pub(super) fn are(text: &str, kind: NameKind) -> bool {
    let parts = || text.split(is_separator).map(|part| part.trim_matches(is_quote)).filter(|part| !is_between(part));
    let is_name = |part: &str| part.contains(':') && syntax::parse(part, kind, true).is_ok();
    // After a comma, the prefix can be missing: `s3:GetObject, PutObject`.
    let has_mark = text.contains([',', ';', '|']);
    let is_plain = |part: &str| has_mark && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'*');
    let mut rest = parts();
    rest.next().is_some_and(is_name) && parts().nth(1).is_some() && rest.all(|part| is_name(part) || is_plain(part))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '|' | '&' | '+' | '/')
}

/// Returns true if a part is not a name, but only separates names.
fn is_between(part: &str) -> bool {
    part.is_empty() || ascii_case::eq(part, "and") || ascii_case::eq(part, "or")
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '[' | ']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_between_separators_are_several() {
        for text in [
            "sqs:SendMessage, sqs:ReceiveMessage",
            "sqs:SendMessage,sqs:ReceiveMessage",
            "sqs:SendMessage;sqs:ReceiveMessage;",
            "sqs:SendMessage sns:Publish",
            "sqs:SendMessage\n  sns:Publish",
            "sqs:Send* | sns:Publish",
            "sqs:SendMessage & sns:Publish",
            "sqs:SendMessage and sns:Publish",
            "sqs:SendMessage/sns:Publish",
            "sqs:SendMessage, ReceiveMessage",
            "['sqs:SendMessage', 'sns:Publish']",
        ] {
            assert!(are(text, NameKind::Action), "{text:?}");
        }
        for text in [
            "sqs:SendMessage",
            "sqs:SendMessage,",
            "sqs:Send Message",
            "sqs: SendMessage",
            "sqs:Send/*",
            "a, b",
            ",",
            "",
        ] {
            assert!(!are(text, NameKind::Action), "{text:?}");
        }
    }
}
