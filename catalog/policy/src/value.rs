//! Checks whether a value of a condition is valid for a type.

mod date;
mod decimal;
mod ip;
pub(super) mod parts;

use core::fmt;

pub(super) use date::{Instant, is_epoch_time};
pub(super) use decimal::Decimal;
pub(super) use ip::{AddressRange, is_broad, is_private, network_without_host_bits};

use super::variable;
use crate::json::{Data, Value};
use catalog_core::ConditionKeyType;

/// The error about a value that is not valid for a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueError(ConditionKeyType);

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            ConditionKeyType::Numeric => "not a valid number: write digits, with at most one decimal point",
            ConditionKeyType::Bool => "not a valid boolean: write `true` or `false`",
            ConditionKeyType::Date => "not a valid date: write `2026-01-31T12:00:00Z`, or seconds since 1970",
            ConditionKeyType::IpAddress => "not a valid IP address or range: write `203.0.113.0/24` or `2001:db8::/32`",
            ConditionKeyType::Arn => "not a valid ARN: write `arn:partition:service:region:account:resource`",
            ConditionKeyType::Binary => "not valid base64",
            _ => "not a valid string",
        })
    }
}

impl core::error::Error for ValueError {}

/// Checks whether a string is a valid value of a type. Set `variables` to true if policy variables are expanded. A
/// string with a variable is then valid for every type.
///
/// ```
/// use catalog::{ConditionKeyType, policy::value};
///
/// assert!(value::check("203.0.113.0/24", ConditionKeyType::IpAddress, true).is_ok());
/// let error = value::check("10.0.0.0/33", ConditionKeyType::IpAddress, true).unwrap_err();
/// assert_eq!(error.to_string(), "not a valid IP address or range: write `203.0.113.0/24` or `2001:db8::/32`");
/// ```
///
/// # Errors
/// Returns an error if the string is not a valid value.
pub fn check(text: &str, value_type: ConditionKeyType, variables: bool) -> Result<(), ValueError> {
    if variables && variable::has_variable(text) {
        return Ok(());
    }
    let can_be = match value_type.element() {
        ConditionKeyType::Numeric => is_number(text),
        ConditionKeyType::Bool => text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false"),
        ConditionKeyType::Date => date::is_date(text),
        ConditionKeyType::IpAddress => ip::is_range(text),
        ConditionKeyType::Arn => is_arn_pattern(text),
        ConditionKeyType::Binary => is_base64(text),
        _ => true,
    };
    if can_be { Ok(()) } else { Err(ValueError(value_type.element())) }
}

/// Returns the boolean that a value of a condition means: `true` or `false`, as a string or without quotes. The case of
/// a string is ignored.
pub(crate) fn to_bool(value: &Value<'_>) -> Option<bool> {
    match &value.data {
        Data::Bool(value) => Some(*value),
        Data::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Data::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// Returns true if a string has digits, an optional sign before them, and an optional decimal point between them.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction)
}

/// Returns true if a string is an ARN or a pattern that can match ARNs. Such a pattern has six fields, or fewer if a
/// `*` can match the missing fields. `*` is also valid.
///
/// ```
/// use catalog::policy::value::is_arn_pattern;
/// assert!(is_arn_pattern("arn:aws:s3:::mybucket/*") && is_arn_pattern("arn:aws:ses:*") && is_arn_pattern("*"));
/// assert!(!is_arn_pattern("mybucket/*") && !is_arn_pattern("arn:aws:s3"));
/// ```
#[must_use]
pub fn is_arn_pattern(text: &str) -> bool {
    const FIELDS: usize = 6;
    let mut fields = text.splitn(FIELDS, ':');
    let first = fields.next().unwrap_or_default();
    // The first field may contain a wildcard. The characters before the wildcard must be a beginning of `arn`.
    match first.find(['*', '?']) {
        Some(star) => return first.get(..star).is_some_and(|head| "arn".starts_with(head)),
        None if first != "arn" => return false,
        None => {}
    }
    let (mut count, mut starred) = (1_usize, false);
    for field in fields {
        count += 1;
        starred |= field.contains('*');
        // The partition and the service are never empty.
        if count <= 3 && field.is_empty() {
            return false;
        }
        // The resource must not be empty, unless an earlier field has a `*`.
        if count == FIELDS && field.is_empty() {
            return starred;
        }
    }
    count == FIELDS || starred
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let of_base64 = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len().is_multiple_of(4) && text.len() - digits.len() <= 2 && digits.bytes().all(of_base64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ConditionKeyType as Type;

    fn all(value_type: Type, values: &[&str], expected: bool) {
        for value in values {
            assert_eq!(check(value, value_type, true).is_ok(), expected, "{value} as {value_type}");
        }
    }

    #[test]
    fn what_can_be_a_value_and_what_cannot() {
        all(Type::Numeric, &["0", "-1", "3.25", "+7", "${aws:x}", "007"], true);
        all(Type::Numeric, &["", "-", "1.", ".5", "1e3", "ten", "1,000", "1 "], false);
        all(Type::Bool, &["true", "False", "${*}"], true);
        all(Type::Bool, &["", "yes", "1", "tru*"], false);
        all(
            Type::Arn,
            &["*", "arn:*", "a*", "*:role/x", "arn:aws:iam::*:role/*", "arn:aws:s3:::b", "arn:aws:ec2:*"],
            true,
        );
        all(
            Type::Arn,
            &["", "b", "b*", "arn", "arn:aws:s3", "arn::s3:::b", "arn:aws:::", "arn:aws:s3:::", "ARN:aws:s3:::b"],
            false,
        );
        all(Type::Binary, &["", "QUJD", "QUI=", "QQ=="], true);
        all(Type::Binary, &["Q", "QUJ", "Q===", "QU J"], false);
        all(Type::String, &["", "anything"], true);
    }

    #[test]
    fn a_variable_is_one_in_the_new_version_alone() {
        assert!(check("${aws:x}", Type::Date, true).is_ok());
        assert!(check("${aws:x}", Type::Date, false).is_err());
    }
}
