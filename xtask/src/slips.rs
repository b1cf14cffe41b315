//! AWS's known slips: rows that would be errors, but stand on AWS's own pages and do no harm. Each with its reason.
//!
//! An entry turns the error into a warning and says what becomes of the row. A name that needs another identifier
//! without being a slip has its place in the quirks table beside the pages.

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

/// A key without a service part gets an identifier of its own, because the key with one stands beside it.
const IDENTIFIERS: [(&str, Kind, &str, &str); 1] = [("rds", Kind::ConditionKey, "Piops", "PiopsWithoutService")];

/// The slip that makes two rows of one name harmless.
#[must_use]
pub fn find(service: &str, kind: Kind, first: &str, second: &str) -> Option<&'static Slip> {
    SLIPS.iter().find(|slip| {
        let [a, b] = slip.names;
        slip.service == service && slip.kind == kind && ((a, b) == (first, second) || (b, a) == (first, second))
    })
}

/// The identifier of a name that is a slip and would meet another.
#[must_use]
pub fn identifier(service: &str, kind: Kind, name: &str) -> Option<&'static str> {
    IDENTIFIERS.iter().find(|slip| (slip.0, slip.1, slip.2) == (service, kind, name)).map(|slip| slip.3)
}

#[cfg(test)]
mod tests {
    use super::{Kind, SLIPS, find, identifier};
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
    fn the_key_without_a_service_would_meet_the_one_with_it() {
        assert_eq!(ident::condition_key("Piops", "rds"), ident::condition_key("rds:Piops", "rds"));
        assert_eq!(identifier("rds", Kind::ConditionKey, "Piops"), Some("PiopsWithoutService"));
        assert_eq!(identifier("rds", Kind::ConditionKey, "rds:Piops"), None);
    }
}
