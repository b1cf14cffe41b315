//! AWS's known slips: rows that would be errors, but stand on AWS's own pages and do no harm. Each with its reason.
//!
//! An entry turns the error into a warning and says what becomes of the row, or gives a name an identifier of its own.
//! What only one folder of pages needs has its place in the quirks table beside the pages.

use crate::quirks::Kind;

/// A slip.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    /// The service prefix of the page.
    pub service: &'static str,
    /// What the names are.
    pub kind: Kind,
    /// The names as the page writes them, in any order.
    pub names: [&'static str; 2],
    /// What becomes of the second row.
    pub what: What,
    /// Why it is taken for a slip, and why this does no harm.
    pub reason: &'static str,
}

/// What becomes of a row that repeats another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Both stay.
    KeepBoth,
    /// The second is united with the first.
    Unite,
}

/// Names that AWS lists twice.
static SLIPS: [Slip; 3] = [
    Slip {
        service: "s3",
        kind: Kind::ConditionKey,
        names: ["s3:locationconstraint", "s3:LocationConstraint"],
        what: What::KeepBoth,
        reason: "AWS lists the key in both spellings on every page since 2018; IAM takes them for one",
    },
    Slip {
        service: "s3",
        kind: Kind::ConditionKey,
        names: ["s3:versionid", "s3:VersionId"],
        what: What::KeepBoth,
        reason: "AWS lists the key in both spellings on every page since 2018; IAM takes them for one",
    },
    Slip {
        service: "swf",
        kind: Kind::ConditionKey,
        names: ["swf:workflowType.name", "swf:workflowType.name"],
        what: What::Unite,
        reason: "AWS lists the key twice, with a stray space that makes no difference to IAM; the first row stands",
    },
];

/// A name that would get the identifier of another one on the same page.
#[derive(Clone, Copy, Debug)]
pub struct OwnIdentifier {
    /// The service prefix of the page.
    pub service: &'static str,
    /// What the name is.
    pub kind: Kind,
    /// The name as the page writes it.
    pub name: &'static str,
    /// What the rule would make of both names.
    pub shared: &'static str,
    /// What it gets instead.
    pub identifier: &'static str,
    /// Why AWS has both names.
    pub reason: &'static str,
}

/// Names that get an identifier of their own wherever they stand, so that a page without the other name gives the same.
pub static IDENTIFIERS: [OwnIdentifier; 3] = [
    OwnIdentifier {
        service: "rds",
        kind: Kind::ConditionKey,
        name: "Piops",
        shared: "Piops",
        identifier: "PiopsWithoutService",
        reason: "listed without its service part beside `rds:Piops` until 2020",
    },
    OwnIdentifier {
        service: "codebuild",
        kind: Kind::ConditionKey,
        name: "codebuild:environment.type",
        shared: "EnvironmentType",
        identifier: "EnvironmentDotType",
        reason: "the key of a request's field, beside `codebuild:environmentType`, the key of a fleet's",
    },
    OwnIdentifier {
        service: "ssm",
        kind: Kind::ConditionKey,
        name: "ssm:resourceTag/tag-key",
        shared: "ResourceTagTagKey",
        identifier: "ResourceTagTagKeyHyphenated",
        reason: "the old spelling of the template `ssm:resourceTag/${TagKey}`, listed beside it",
    },
];

/// The slip that makes two rows of one name harmless.
#[must_use]
pub fn find(service: &str, kind: Kind, first: &str, second: &str) -> Option<&'static Slip> {
    SLIPS.iter().find(|slip| {
        let [a, b] = slip.names;
        slip.service == service && slip.kind == kind && ((a, b) == (first, second) || (b, a) == (first, second))
    })
}

/// The identifier of a name that would meet another one by the rule.
#[must_use]
pub fn identifier(service: &str, kind: Kind, name: &str) -> Option<&'static str> {
    let own = IDENTIFIERS.iter().find(|own| (own.service, own.kind, own.name) == (service, kind, name));
    own.map(|own| own.identifier)
}

#[cfg(test)]
mod tests {
    use super::{IDENTIFIERS, Kind, SLIPS, find, identifier};
    use crate::ident;

    #[test]
    fn every_entry_is_needed_and_gives_a_reason() {
        for slip in &SLIPS {
            let [first, second] = slip.names;
            assert!(first.eq_ignore_ascii_case(second) && !slip.reason.is_empty());
            assert!(find(slip.service, slip.kind, second, first).is_some(), "found in either order");
        }
        assert!(find("s3", Kind::Action, "s3:VersionId", "s3:versionid").is_none());
        assert!(find("s3", Kind::ConditionKey, "s3:VersionId", "s3:VersionId").is_none());
    }

    #[test]
    fn every_identifier_is_needed_and_gives_a_reason() {
        for own in &IDENTIFIERS {
            assert_eq!(ident::condition_key(own.name, own.service).as_deref(), Some(own.shared));
            assert_eq!(ident::variant(own.identifier).as_deref(), Some(own.identifier));
            assert_ne!(own.identifier, own.shared);
            assert!(!own.reason.is_empty());
            assert_eq!(identifier(own.service, own.kind, own.name), Some(own.identifier));
        }
        assert_eq!(identifier("rds", Kind::ConditionKey, "rds:Piops"), None);
    }
}
