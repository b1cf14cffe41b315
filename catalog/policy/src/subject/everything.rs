//! The patterns that match everything.

/// Returns true if a pattern of actions or resources matches everything: `*`, or another spelling such as `**`.
pub(crate) fn is_everything(pattern: &str) -> bool {
    pattern == "*:*" || !pattern.is_empty() && pattern.bytes().all(|byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::is_everything;

    #[test]
    fn only_stars_match_everything() {
        assert!(["*", "**", "*:*"].into_iter().all(is_everything));
        assert!(!["", "s3:*", "*:", ":*", "*?"].into_iter().any(is_everything));
    }
}
