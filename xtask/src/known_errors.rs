//! Known errors of AWS's pages: rows that would be errors here, but are on AWS's own pages and do no harm.
//!
//! An entry turns the error into a warning and says what becomes of the row, or gives a name an identifier of its own.
//! Each entry has its reason. What only one folder of pages needs belongs into `identifiers.toml` beside the pages.

use crate::name_kind::NameKind;

/// A name that AWS lists twice.
#[derive(Clone, Copy, Debug)]
pub struct RepeatedName {
    /// The service prefix of the page.
    pub service: &'static str,
    /// The kind of the names.
    pub kind: NameKind,
    /// The names as the page writes them, in any order.
    pub names: [&'static str; 2],
    /// The treatment of the second row.
    pub second_row: SecondRow,
    /// Why it is taken for an error of AWS, and why it does no harm.
    pub reason: &'static str,
}

/// The treatment of a row that repeats another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondRow {
    /// It stays beside the first.
    Kept,
    /// It is united with the first.
    United,
}

/// Names that AWS lists twice.
static REPEATED_NAMES: [RepeatedName; 3] = [
    RepeatedName {
        service: "s3",
        kind: NameKind::ConditionKey,
        names: ["s3:locationconstraint", "s3:LocationConstraint"],
        second_row: SecondRow::Kept,
        reason: "AWS lists the key in both spellings on every page since 2018; IAM takes them for one",
    },
    RepeatedName {
        service: "s3",
        kind: NameKind::ConditionKey,
        names: ["s3:versionid", "s3:VersionId"],
        second_row: SecondRow::Kept,
        reason: "AWS lists the key in both spellings on every page since 2018; IAM takes them for one",
    },
    RepeatedName {
        service: "swf",
        kind: NameKind::ConditionKey,
        names: ["swf:workflowType.name", "swf:workflowType.name"],
        second_row: SecondRow::United,
        reason: "AWS lists the key twice, with a stray space that makes no difference to IAM; the first row stands",
    },
];

/// A name that would get the identifier of another one on the same page.
#[derive(Clone, Copy, Debug)]
pub struct OwnIdentifier {
    /// The service prefix of the page.
    pub service: &'static str,
    /// The kind of the name.
    pub kind: NameKind,
    /// The name as the page writes it.
    pub name: &'static str,
    /// The identifier that the rule would give to both names.
    pub shared: &'static str,
    /// The identifier that it gets instead.
    pub identifier: &'static str,
    /// Why AWS has both names.
    pub reason: &'static str,
}

/// Names that get an identifier of their own wherever they stand, so that a page without the other name gives the same.
pub static IDENTIFIERS: [OwnIdentifier; 3] = [
    OwnIdentifier {
        service: "rds",
        kind: NameKind::ConditionKey,
        name: "Piops",
        shared: "Piops",
        identifier: "PiopsWithoutService",
        reason: "listed without its service part beside `rds:Piops` until 2020",
    },
    OwnIdentifier {
        service: "codebuild",
        kind: NameKind::ConditionKey,
        name: "codebuild:environment.type",
        shared: "EnvironmentType",
        identifier: "EnvironmentDotType",
        reason: "the key of a request's field, beside `codebuild:environmentType`, the key of a fleet's",
    },
    OwnIdentifier {
        service: "ssm",
        kind: NameKind::ConditionKey,
        name: "ssm:resourceTag/tag-key",
        shared: "ResourceTagTagKey",
        identifier: "ResourceTagTagKeyHyphenated",
        reason: "the old spelling of the template `ssm:resourceTag/${TagKey}`, listed beside it",
    },
];

/// Returns the known error that makes two rows of one name harmless.
#[must_use]
pub fn repeated_name(service: &str, kind: NameKind, first: &str, second: &str) -> Option<&'static RepeatedName> {
    REPEATED_NAMES.iter().find(|known| {
        let [a, b] = known.names;
        known.service == service && known.kind == kind && ((a, b) == (first, second) || (b, a) == (first, second))
    })
}

/// The identifier of a name that would meet another one by the rule.
#[must_use]
pub fn identifier(service: &str, kind: NameKind, name: &str) -> Option<&'static str> {
    let own = IDENTIFIERS.iter().find(|own| (own.service, own.kind, own.name) == (service, kind, name));
    own.map(|own| own.identifier)
}

#[cfg(test)]
mod tests {
    use super::{IDENTIFIERS, NameKind, REPEATED_NAMES, identifier, repeated_name};
    use crate::rust_names;

    #[test]
    fn every_entry_is_needed_and_gives_a_reason() {
        for known in &REPEATED_NAMES {
            let [first, second] = known.names;
            assert!(first.eq_ignore_ascii_case(second) && !known.reason.is_empty());
            assert!(repeated_name(known.service, known.kind, second, first).is_some(), "found in either order");
        }
        assert!(repeated_name("s3", NameKind::Action, "s3:VersionId", "s3:versionid").is_none());
        assert!(repeated_name("s3", NameKind::ConditionKey, "s3:VersionId", "s3:VersionId").is_none());
    }

    #[test]
    fn every_identifier_is_needed_and_gives_a_reason() {
        for own in &IDENTIFIERS {
            assert_eq!(rust_names::condition_key(own.name, own.service).as_deref(), Some(own.shared));
            assert_eq!(rust_names::variant(own.identifier).as_deref(), Some(own.identifier));
            assert_ne!(own.identifier, own.shared);
            assert!(!own.reason.is_empty());
            assert_eq!(identifier(own.service, own.kind, own.name), Some(own.identifier));
        }
        assert_eq!(identifier("rds", NameKind::ConditionKey, "rds:Piops"), None);
    }
}
