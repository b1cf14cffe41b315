//! The meaning of a scalar without quotes: a string, a number, a boolean, or null.
//!
//! AWS CloudFormation [reads YAML
//! 1.1](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html), without dates. So `yes`
//! is a boolean, and `2012-10-17` is a string.

use alloc::borrow::Cow;

use crate::json::Data;

/// Returns the value of a scalar without quotes.
pub(super) fn plain(text: Cow<'_, str>) -> Data<'_> {
    if is_null(&text) {
        Data::Null
    } else if let Some(truth) = boolean(&text) {
        Data::Bool(truth)
    } else if is_number(&text) {
        Data::Number(text)
    } else {
        Data::String(text)
    }
}

/// Returns the value of a scalar with one of the standard tags, such as `!!str`. If the text does not fit the tag, the
/// value is a string.
pub(super) fn tagged<'a>(text: Cow<'a, str>, tag: &str) -> Data<'a> {
    match tag {
        "null" if is_null(&text) => Data::Null,
        "bool" => boolean(&text).map_or(Data::String(text), Data::Bool),
        "int" | "float" if is_number(&text) => Data::Number(text),
        _ => Data::String(text),
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => Some(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => Some(false),
        _ => None,
    }
}

/// Returns true if YAML 1.1 reads a string as a number.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.as_bytes() {
        [b'0', b'x', digits @ ..] => all(digits, |byte| byte.is_ascii_hexdigit()),
        [b'0', b'b', digits @ ..] => all(digits, |byte| matches!(byte, b'0' | b'1')),
        [b'0'..=b'9', ..] => is_decimal(unsigned),
        [b'.', rest @ ..] => matches!(rest, b"inf" | b"Inf" | b"INF" | b"nan" | b"NaN" | b"NAN") || is_fraction(rest),
        _ => false,
    }
}

/// Returns true if a string that begins with a digit is an integer, a decimal number or a number with the base 60.
fn is_decimal(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    if let Some((first, parts)) = text.split_once(':') {
        let is_part = |part: &str| matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']);
        let (parts, fraction) = parts.split_once('.').unwrap_or((parts, ""));
        return all(first.as_bytes(), is_digit) && parts.split(':').all(is_part) && optional(fraction.as_bytes());
    }
    if let Some((whole, rest)) = text.split_once('.') {
        return all(whole.as_bytes(), is_digit) && (rest.is_empty() || is_fraction(rest.as_bytes()));
    }
    let (whole, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    if let Some(exponent) = exponent {
        return all(whole.as_bytes(), is_digit) && is_exponent(exponent.as_bytes());
    }
    match text.as_bytes() {
        [b'0', rest @ ..] => rest.iter().all(|byte| matches!(byte, b'0'..=b'7' | b'_')),
        digits => all(digits, is_digit),
    }
}

/// Returns true if a string is what can follow the point of a decimal number.
fn is_fraction(text: &[u8]) -> bool {
    let mut parts = text.splitn(2, |byte| matches!(byte, b'e' | b'E'));
    let digits = parts.next().unwrap_or_default();
    optional(digits) && parts.next().is_none_or(is_exponent) && !text.is_empty()
}

fn is_exponent(text: &[u8]) -> bool {
    let digits = if let [b'-' | b'+', digits @ ..] = text { digits } else { text };
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// Returns true if a string consists of digits and underscores.
fn all(text: &[u8], is_digit: impl Fn(u8) -> bool) -> bool {
    text.iter().any(|byte| is_digit(*byte)) && text.iter().all(|byte| *byte == b'_' || is_digit(*byte))
}

/// Returns true if a string is empty, or consists of digits and underscores.
fn optional(text: &[u8]) -> bool {
    text.is_empty() || all(text, |byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> &'static str {
        match plain(text.into()) {
            Data::Null => "null",
            Data::Bool(true) => "true",
            Data::Bool(false) => "false",
            Data::Number(number) => {
                assert_eq!(number, text);
                "number"
            }
            Data::String(string) => {
                assert_eq!(string, text);
                "string"
            }
            _ => "other",
        }
    }

    #[test]
    fn words_and_numbers_are_those_of_yaml_1_1() {
        for (texts, expected) in [
            (&["", "~", "null", "Null", "NULL"][..], "null"),
            (&["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"], "true"),
            (&["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"], "false"),
            (&["0", "7", "-1", "+12", "123456789012", "1_000", "012345670123", "0x1F", "0b101"], "number"),
            (&["1.5", "1.", "-.5", "1e3", "1.5e-3", ".inf", "-.INF", ".nan", "190:20:30", "1:30.5"], "number"),
        ] {
            for text in texts {
                assert_eq!(kind(text), expected, "{text}");
            }
        }
    }

    #[test]
    fn all_others_are_strings() {
        for text in [
            "2012-10-17",
            "2008-10-17",
            "2001-12-14t21:59:43.10-05:00",
            "012345678901",
            "0o17",
            "y",
            "n",
            "nUll",
            "tRue",
            "yes please",
            "1.2.3",
            "1.2.3.4",
            "-",
            "+",
            ".",
            "_",
            "0x",
            "0b2",
            "1e",
            "e1",
            "1:99",
            "10.0.0.0/16",
            "*",
            "s3:*",
            "1a",
            "--1",
            "é",
        ] {
            assert_eq!(kind(text), "string", "{text}");
        }
    }

    #[test]
    fn standard_tags_decide_where_the_text_fits() {
        assert_eq!(tagged("1".into(), "str"), Data::String("1".into()));
        assert_eq!(tagged("1".into(), "int"), Data::Number("1".into()));
        assert_eq!(tagged("a".into(), "int"), Data::String("a".into()));
        assert_eq!(tagged("no".into(), "bool"), Data::Bool(false));
        assert_eq!(tagged("".into(), "null"), Data::Null);
        assert_eq!(tagged("2012-10-17".into(), "timestamp"), Data::String("2012-10-17".into()));
    }
}
