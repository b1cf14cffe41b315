//! Recognizes files that are not meant as policies, although they do not have another content: JSON with comments, and
//! empty files.

use crate::policy_file::FileOutcome;

/// The strings of which a policy or a template contains at least one, even if it has mistakes.
const SIGNS: [&[u8]; 4] = [b"tatement", b"Effect", b"AWS::", b"AWSTemplateFormatVersion"];

/// Returns true if a file cannot be parsed and contains no word of a policy, or if it contains nothing.
pub(super) fn is_unrelated(text: &[u8], outcome: &FileOutcome) -> bool {
    if matches!(text.trim_ascii(), b"" | b"{}" | b"[]") {
        return true;
    }
    let is_malformed = outcome.findings.iter().any(|finding| !finding.id.can_be_allowed());
    let contains = |sign: &[u8]| text.windows(sign.len()).any(|part| part == sign);
    is_malformed && outcome.policies.is_empty() && !SIGNS.into_iter().any(contains)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::Config, policy_file::check_file, testing::FULL};

    fn found(text: &[u8]) -> bool {
        is_unrelated(text, &check_file(text, None, FULL, &Config::new()))
    }

    #[test]
    fn other_files_that_are_not_json_are_unrelated() {
        for text in [
            &b"{\n// A comment.\n\"strict\": true,}"[..],
            b"",
            b"{}\n",
            b" []",
            b"{\"a\": 1}\n{\"b\": 2}\n",
            b"{\"a\": \"\xff\"}",
        ] {
            assert!(found(text), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn a_policy_with_a_mistake_is_not_unrelated() {
        for text in [
            &b"{\"Version\": \"2012-10-17\", \"Statement\": [}"[..],
            b"{\"Effect\": \"Allow\",}",
            b"{\"statement\": ",
            b"{\"Statement\": []}",
            b"{\"name\": \"site\"}",
            b"{\"Resources\": {\"A\": {\"Type\": \"AWS::IAM::Role\",}}",
        ] {
            assert!(!found(text), "{}", text.escape_ascii());
        }
    }
}
