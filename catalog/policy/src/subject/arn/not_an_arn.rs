//! The reason why a string does not begin like an ARN.

use super::fault::NotAnArn;
use crate::value::parts::is_partition;

/// Returns the reason why a string does not begin with `arn:`.
pub(super) fn cause(text: &str) -> NotAnArn {
    let begins_with_arn = text.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("arn"));
    let after = text.get(3..).and_then(|rest| rest.chars().next());
    let first = text.split(':').next().unwrap_or_default();
    match text.chars().next() {
        None => NotAnArn::Empty,
        Some(space) if space.is_whitespace() => NotAnArn::LeadingSpace,
        Some('"' | '\'' | '`' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}') => NotAnArn::Quoted,
        Some(_) if begins_with_arn && after == Some(':') => NotAnArn::Case,
        Some(_) if begins_with_arn => match after {
            Some(separator) if !separator.is_alphanumeric() => NotAnArn::Separator(separator),
            _ => NotAnArn::Other,
        },
        Some(_) if is_partition(first) && text.contains(':') => NotAnArn::NoPrefix,
        Some(_) => NotAnArn::Other,
    }
}
