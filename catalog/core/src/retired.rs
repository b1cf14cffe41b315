//! The names of a service that AWS's reference no longer lists, each with the last month that listed it.

use crate::{ascii_case, edition::Edition, key_template, month_rows, name_kind::NameKind, wildcard};

/// The retired names of one service.
///
/// The names of each kind are one string. Each line has a month and the names that were last listed then:
/// `2025-02 GetChallengeQuestions PutChallengeQuestions`. Condition keys have their full names. Actions and resource
/// types have no prefix. A `+` in a name is a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetiredService {
    /// The service prefix.
    pub(crate) prefix: &'static str,
    /// The last month that listed the service, or an empty string if the reference still lists it.
    pub(crate) last_listed: &'static str,
    /// The retired actions.
    pub(crate) actions: &'static str,
    /// The retired resource types.
    pub(crate) resource_types: &'static str,
    /// The retired condition keys.
    pub(crate) condition_keys: &'static str,
}

/// A retired name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetiredName {
    /// The name, where a `+` is a space. Only a condition key includes its service prefix.
    pub name: &'static str,
    /// The last month that listed the name.
    pub last_listed: Edition,
}

impl RetiredService {
    /// A service without retired names.
    pub const NONE: Self = Self { prefix: "", last_listed: "", actions: "", resource_types: "", condition_keys: "" };

    /// Returns true if the service has retired names of the given kind.
    #[must_use]
    #[inline]
    pub const fn has_names(&self, kind: NameKind) -> bool {
        !self.rows(kind).is_empty()
    }

    /// Returns the service prefix.
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// Returns the last month that listed the service, or `None` if the reference still lists it.
    #[must_use]
    pub const fn last_listed(&self) -> Option<Edition> {
        Edition::parse(self.last_listed)
    }

    /// Returns the retired names of the given kind, in order of month and name.
    pub fn names(&self, kind: NameKind) -> impl Iterator<Item = RetiredName> + use<> {
        month_rows::names(self.rows(kind)).map(|(last_listed, name)| RetiredName { name, last_listed })
    }

    /// Returns the rows of names of the given kind.
    #[inline]
    const fn rows(&self, kind: NameKind) -> &'static str {
        match kind {
            NameKind::Action => self.actions,
            NameKind::ResourceType => self.resource_types,
            NameKind::ConditionKey => self.condition_keys,
        }
    }

    /// Returns the retired name of a kind, ignoring case. If two names differ only in case, the exact match is
    /// returned. A condition key can also fill in a retired template.
    #[must_use]
    pub fn find(&self, kind: NameKind, name: &str) -> Option<RetiredName> {
        let is_same = |retired: &RetiredName| match kind {
            NameKind::ConditionKey => key_template::matches(retired.name, name),
            NameKind::Action => ascii_case::eq_compact(retired.name, name),
            NameKind::ResourceType => eq_with_spaces(retired.name, name),
        };
        let exact = self.names(kind).find(|retired| retired.name == name && is_same(retired));
        exact.or_else(|| self.names(kind).find(is_same))
    }

    /// Returns the first retired action that a pattern matches.
    #[must_use]
    pub fn first_match(&self, pattern: &str) -> Option<RetiredName> {
        self.names(NameKind::Action).find(|retired| wildcard::matches(pattern, retired.name))
    }
}

/// Returns true if a name in a table equals a given name, ignoring case. In the table, a `+` is a space.
fn eq_with_spaces(known: &str, name: &str) -> bool {
    let is_same = |(known, given): (u8, u8)| {
        known.eq_ignore_ascii_case(&given) && given != b'+' || (known, given) == (b'+', b' ')
    };
    known.len() == name.len() && known.bytes().zip(name.bytes()).all(is_same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString as _};

    const SERVICE: RetiredService = RetiredService {
        prefix: "imagebuilder",
        last_listed: "",
        actions: "2025-02 GetPipeline getImage\n2025-07 GetImage GetImagePipe",
        resource_types: "2025-07 code+signing+config kmsKey",
        condition_keys: "2025-07 imagebuilder:CreatedResourceTag/<key> imagebuilder:Size",
    };

    fn find(kind: NameKind, name: &str) -> Option<String> {
        SERVICE.find(kind, name).map(|found| alloc::format!("{} {}", found.name, found.last_listed))
    }

    #[test]
    fn names_are_found_ignoring_case_with_their_months() {
        assert_eq!(find(NameKind::Action, "GETPIPELINE").as_deref(), Some("GetPipeline 2025-02"));
        assert_eq!(find(NameKind::ResourceType, "kmskey").as_deref(), Some("kmsKey 2025-07"));
        assert_eq!(find(NameKind::ConditionKey, "IMAGEBUILDER:size").as_deref(), Some("imagebuilder:Size 2025-07"));
        let spaced = find(NameKind::ResourceType, "code signing Config");
        assert_eq!(spaced.as_deref(), Some("code+signing+config 2025-07"));
        for (kind, name) in [
            (NameKind::Action, "kmsKey"),
            (NameKind::ResourceType, "code+signing+config"),
            (NameKind::ResourceType, "code signing"),
            (NameKind::Action, "GetPipeline getImage"),
            (NameKind::Action, "2025-02"),
            (NameKind::Action, ""),
            (NameKind::ResourceType, "GetImage"),
        ] {
            assert_eq!(find(kind, name), None, "{name}");
        }
    }

    #[test]
    fn the_spelling_decides_between_names_that_differ_in_case() {
        assert_eq!(find(NameKind::Action, "GetImage").as_deref(), Some("GetImage 2025-07"));
        assert_eq!(find(NameKind::Action, "getImage").as_deref(), Some("getImage 2025-02"));
    }

    #[test]
    fn a_key_fills_in_a_retired_template() {
        let template = Some("imagebuilder:CreatedResourceTag/<key> 2025-07");
        assert_eq!(find(NameKind::ConditionKey, "imagebuilder:createdresourcetag/team").as_deref(), template);
        assert_eq!(find(NameKind::ConditionKey, "imagebuilder:CreatedResourceTag/<key>").as_deref(), template);
        assert_eq!(find(NameKind::ConditionKey, "imagebuilder:CreatedResourceTag/"), None);
        assert_eq!(find(NameKind::ConditionKey, "imagebuilder:Size/team"), None);
    }

    #[test]
    fn a_pattern_matches_the_first_action() {
        let first = |pattern| SERVICE.first_match(pattern).map(|found| found.name);
        assert_eq!(first("Get*"), Some("GetPipeline"));
        assert_eq!(first("getimage*"), Some("getImage"));
        assert_eq!(first("Put*"), None);
    }

    #[test]
    fn a_service_is_retired_if_it_has_a_month() {
        assert_eq!(SERVICE.last_listed(), None);
        let retired = RetiredService { last_listed: "2026-08", ..SERVICE };
        assert_eq!(retired.last_listed().map(|month| month.to_string()).as_deref(), Some("2026-08"));
        assert_eq!(RetiredService::NONE.names(NameKind::Action).count(), 0);
    }
}
