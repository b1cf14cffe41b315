//! The levels of findings: suppressed, a warning, or an error.

use super::Selector;
use crate::finding::{FindingId, Severity};

/// The level of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Findings are not reported.
    Allow,
    /// Findings are warnings.
    Warn,
    /// Findings are errors.
    Deny,
}

/// An entry that sets the level of findings everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LevelEntry {
    pub(super) selector: Selector,
    pub(super) level: Level,
}

/// Returns the severity of a finding under the given entries, or `None` if the finding is not reported.
///
/// An entry for the id of a finding wins over an entry for its group. Among entries for the same id or group, the last
/// one wins.
pub(super) fn severity(id: FindingId, entries: &[LevelEntry], deny_warnings: bool) -> Option<Severity> {
    let last = |selector: Selector| entries.iter().rev().find(|entry| entry.selector == selector);
    let entry = last(Selector::Id(id)).or_else(|| last(Selector::Group(id.group())));
    let level = entry.map(|entry| entry.level);
    let severity = match level {
        // The finding stays an error, because a check that stops early may miss any other finding.
        _ if !id.can_be_allowed() => id.severity(),
        Some(Level::Allow) => return None,
        Some(Level::Warn) => Severity::Warning,
        Some(Level::Deny) => Severity::Error,
        None => Some(id.severity()).filter(|_| id.group().is_on_by_default())?,
    };
    Some(if deny_warnings && severity == Severity::Warning { Severity::Error } else { severity })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Group;

    fn entry(selector: impl Into<Selector>, level: Level) -> LevelEntry {
        LevelEntry { selector: selector.into(), level }
    }

    #[test]
    fn an_id_wins_over_its_group_and_the_last_entry_over_the_first() {
        let id = FindingId::EmptySid;
        let (allow_group, deny_group) = (entry(Group::Style, Level::Allow), entry(Group::Style, Level::Deny));
        let (allow, warn, deny) = (entry(id, Level::Allow), entry(id, Level::Warn), entry(id, Level::Deny));
        for (entries, expected) in [
            (&[][..], Some(Severity::Warning)),
            (&[allow], None),
            (&[deny], Some(Severity::Error)),
            (&[allow_group], None),
            (&[deny_group], Some(Severity::Error)),
            (&[deny, allow_group], Some(Severity::Error)),
            (&[allow, deny_group], None),
            (&[allow_group, deny_group], Some(Severity::Error)),
            (&[deny, allow], None),
            (&[deny_group, warn], Some(Severity::Warning)),
            (&[entry(Group::Security, Level::Allow), entry(FindingId::NoMatch, Level::Deny)], Some(Severity::Warning)),
        ] {
            assert_eq!(severity(id, entries, false), expected, "{entries:?}");
        }
    }

    #[test]
    fn warnings_are_denied_and_notes_are_not() {
        let warn = entry(FindingId::UnknownAction, Level::Warn);
        assert_eq!(severity(FindingId::UnknownAction, &[], true), Some(Severity::Error));
        assert_eq!(severity(FindingId::UnknownAction, &[warn], false), Some(Severity::Warning));
        assert_eq!(severity(FindingId::UnknownAction, &[warn], true), Some(Severity::Error));
        assert_eq!(severity(FindingId::OldVersion, &[], true), Some(Severity::Note));
        assert_eq!(severity(FindingId::OldVersion, &[entry(Group::Style, Level::Warn)], true), Some(Severity::Error));
    }

    #[test]
    fn a_check_that_stopped_is_an_error_whatever_is_allowed() {
        let entries = [entry(Group::Malformed, Level::Allow), entry(FindingId::TooManyFindings, Level::Warn)];
        for id in [FindingId::MalformedJson, FindingId::MalformedYaml, FindingId::TooManyFindings] {
            assert_eq!(severity(id, &entries, false), Some(Severity::Error));
        }
        assert_eq!(severity(FindingId::WrongType, &entries, false), None);
    }
}
