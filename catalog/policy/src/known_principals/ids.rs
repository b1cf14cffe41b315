//! The lookup of the kind of a unique ID. The table comes from `docs-src/facts/unique_ids.toml`.

use super::UniqueId;
use crate::facts::unique_ids::UNIQUE_IDS;

/// The minimum length of a unique ID, with its beginning.
const SHORTEST: usize = 12;

impl UniqueId {
    /// Returns the kind of a unique ID, or `None` if a string does not have the form of one.
    pub(crate) fn from_id(text: &str) -> Option<&'static Self> {
        let is_id =
            text.len() >= SHORTEST && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        UNIQUE_IDS.iter().find(|id| is_id && text.starts_with(id.prefix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_states_the_kind() {
        for (text, of) in [
            ("AIDACKCEVSQ6C2EXAMPLE", Some("a user")),
            ("AROADBQP57FF2AEXAMPLE", Some("a role")),
            ("AGPACKCEVSQ6C2EXAMPLE", Some("a user group")),
            ("AKIAIOSFODNN7EXAMPLE", Some("an access key")),
            ("AROAEXAMPLEID", Some("a role")),
            ("AROA", None),
            ("aroadbqp57ff2aexample", None),
            ("XROADBQP57FF2AEXAMPLE", None),
            ("AROADBQP57FF2AEXAMPLE:session", None),
        ] {
            assert_eq!(UniqueId::from_id(text).map(|id| id.of), of, "{text}");
        }
    }
}
