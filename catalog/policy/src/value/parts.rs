//! The parts from which AWS builds identifiers: partitions, regions and accounts.

/// Returns true if a string can be a partition: `aws`, or a name such as `aws-cn` and `aws-us-gov`.
pub(crate) fn is_partition(text: &str) -> bool {
    text == "aws" || text.strip_prefix("aws-").is_some_and(is_word)
}

/// Returns true if a string has the form of a region, such as `eu-west-1`, `us-gov-east-1` or `eusc-de-east-1`.
pub(crate) fn is_region(text: &str) -> bool {
    let Some((place, number)) = text.rsplit_once('-') else { return false };
    let mut words = place.split('-');
    let all = words.all(|word| word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()));
    all && place.contains('-') && !number.is_empty() && number.len() <= 2 && is_digits(number)
}

/// Returns true if a string is an account ID, which has 12 digits.
pub(crate) fn is_account(text: &str) -> bool {
    text.len() == 12 && is_digits(text)
}

/// Returns true if a string can follow the prefix of a resource ID such as `vpc-1a2b3c4d`. It has 8 or 17 hexadecimal
/// digits in lower case.
///
/// Source: [resource IDs](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html).
pub(crate) fn is_resource_id(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
    matches!(text.len(), 8 | 17) && text.bytes().all(is_digit)
}

/// Returns true if a string has only digits, or is empty.
pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns true if a string is not empty and has only lowercase letters, digits and hyphens.
pub(crate) fn is_word(text: &str) -> bool {
    let of_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(of_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_part_and_what_is_none() {
        let all = |is: fn(&str) -> bool, right: &[&str], wrong: &[&str]| {
            for text in right {
                assert!(is(text), "{text}");
            }
            for text in wrong {
                assert!(!is(text), "{text}");
            }
        };
        all(is_partition, &["aws", "aws-cn", "aws-iso-b"], &["", "asw", "awss", "aws-", "aws cn", "AWS"]);
        all(
            is_region,
            &["eu-west-1", "ap-southeast-10", "us-gov-west-1", "eusc-de-east-1", "us-isob-east-1", "mx-central-1"],
            &["", "region", "eu-west1", "eu-west-1a", "eu-west-", "-eu-west-1", "EU-WEST-1", "west-1", "eu-west-100"],
        );
        all(is_account, &["111122223333"], &["", "11112222333", "1111222233334", "account", "1111-2222-33"]);
        all(is_word, &["s3", "elastic-inference"], &["", "S3", "s3*", "a b"]);
    }
}
