//! The wildcards of an action pattern: `*` matches any number of characters, including none, and `?` matches exactly
//! one. No other character is special: IAM has neither `[…]` nor escapes.
//!
//! Source: [IAM JSON policy elements: Action](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html).

use crate::words::has_byte;

/// Returns true if a string has a wildcard.
#[must_use]
pub const fn has_wildcard(text: &str) -> bool {
    let mut rest = text.as_bytes();
    // Eight bytes at a time, because most strings of a policy have no wildcard.
    while let Some((word, tail)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        if has_byte(word, b'*') || has_byte(word, b'?') {
            return true;
        }
        rest = tail;
    }
    while let [byte, tail @ ..] = rest {
        if matches!(byte, b'*' | b'?') {
            return true;
        }
        rest = tail;
    }
    false
}

/// Returns true if an action pattern matches every action of every service: `*`, another number of stars such as `**`,
/// or `*:*`. Other patterns with a wildcard in the service prefix are not valid.
///
/// ```
/// use catalog::{ActionPattern, ActionSet};
///
/// for everything in ["*", "**", "*:*"] {
///     assert!(ActionSet::from_patterns([everything])? == ActionSet::all());
/// }
/// assert!(ActionPattern::new("*:Get*").is_err());
/// # Ok::<_, catalog::NameError>(())
/// ```
#[must_use]
pub const fn is_everything(pattern: &str) -> bool {
    let mut rest = pattern.as_bytes();
    if let b"*:*" = rest {
        return true;
    }
    while let [b'*', tail @ ..] = rest {
        rest = tail;
    }
    rest.is_empty() && !pattern.is_empty()
}

/// Returns true if the pattern matches the whole name, ignoring ASCII case. `?` matches one byte, because names are
/// ASCII.
///
/// After a mismatch, the search continues at the last `*` that it has reached, and never at an earlier one. The time is
/// therefore at most proportional to the product of the two lengths, for every pattern.
///
/// ```
/// let quota = catalog::ses::Action::GetSendQuota.any();
/// for (pattern, expected) in [("ses:get*", true), ("ses:*Quota", true), ("ses:GetSendQuot?", true), ("ses:Get?", false)] {
///     assert_eq!(catalog::ActionPattern::new(pattern)?.matches(quota), expected, "{pattern}");
/// }
/// # Ok::<_, catalog::NameError>(())
/// ```
#[must_use]
pub const fn matches(pattern: &str, name: &str) -> bool {
    let mut pattern = pattern.as_bytes();
    let mut name = name.as_bytes();
    // The pattern after the last `*`, and the part of the name where it was last tried. A retry starts one byte later.
    let mut retry: Option<(&[u8], &[u8])> = None;
    loop {
        match (pattern, name) {
            ([b'*', behind @ ..], _) => {
                if behind.is_empty() {
                    return true;
                }
                retry = Some((behind, name));
                pattern = behind;
            }
            ([expected, behind @ ..], [byte, rest @ ..])
                if *expected == b'?' || expected.eq_ignore_ascii_case(byte) =>
            {
                pattern = behind;
                name = rest;
            }
            ([], []) => return true,
            _ => match retry {
                Some((behind, [_, rest @ ..])) => {
                    let rest = skip_to_first(behind, rest);
                    retry = Some((behind, rest));
                    pattern = behind;
                    name = rest;
                }
                _ => return false,
            },
        }
    }
}

/// Returns the part of a name that begins with the first byte of a pattern, if that byte is not a wildcard. The part is
/// empty if the name does not have the byte.
const fn skip_to_first<'n>(pattern: &[u8], name: &'n [u8]) -> &'n [u8] {
    let mut rest = name;
    if let [first, ..] = pattern
        && !matches!(first, b'*' | b'?')
    {
        while let [byte, tail @ ..] = rest
            && !first.eq_ignore_ascii_case(byte)
        {
            rest = tail;
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Matches by the definition of each wildcard, trying every possibility.
    fn by_definition(pattern: &[u8], name: &[u8]) -> bool {
        match (pattern, name) {
            ([], []) => true,
            ([b'*', behind @ ..], _) => (0..=name.len()).any(|taken| by_definition(behind, &name[taken..])),
            ([b'?', behind @ ..], [_, rest @ ..]) => by_definition(behind, rest),
            ([byte, behind @ ..], [other, rest @ ..]) => {
                byte.eq_ignore_ascii_case(other) && by_definition(behind, rest)
            }
            _ => false,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn agrees_with_the_definition(pattern in "[abAB*?]{0,8}", name in "[abAB]{0,10}") {
            prop_assert_eq!(matches(&pattern, &name), by_definition(pattern.as_bytes(), name.as_bytes()));
        }
    }

    #[test]
    fn a_question_mark_is_one_character_and_a_star_is_any() {
        assert!(matches("get*", "GetSendQuota") && matches("*Quota", "GetSendQuota") && matches("Get?", "GetX"));
        assert!(!matches("Get?", "Get"));
    }

    #[test]
    fn stars_by_themselves_and_a_star_on_each_side_of_a_colon_are_everything() {
        assert!(["*", "**", "***", "*:*"].into_iter().all(is_everything));
        assert!(!["", ":", "*:", ":*", "*?", "?", "s3:*", "*:Get*", "s*:*", "*:*:*"].into_iter().any(is_everything));
    }

    #[test]
    fn brackets_are_not_special() {
        assert!(!matches("[sS]end*", "SendEmail"));
        assert!(matches("[a]", "[A]"));
    }

    #[test]
    fn a_pattern_made_to_be_slow_is_not() {
        let pattern = "*a".repeat(2_000) + "b";
        let name = "a".repeat(8_000);
        assert!(!matches(&pattern, &name));
    }

    #[test]
    fn wildcards_are_seen() {
        assert!(has_wildcard("Get*") && has_wildcard("?") && !has_wildcard("Get[a]") && !has_wildcard(""));
        for start in ["", "GetSend", "GetSendQ", "GetSendQuotaOfAccou"] {
            let other = "ses:)+>@\u{aa}\u{bf}";
            assert!(
                has_wildcard(&alloc::format!("{start}*{other}")) && has_wildcard(&alloc::format!("{start}?{other}"))
            );
            assert!(!has_wildcard(&alloc::format!("{start}{other}")));
        }
    }
}
