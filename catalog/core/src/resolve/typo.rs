//! Decides whether an unknown name is certainly a misspelling of a known one, or may be a name that AWS's reference
//! does not list.
//!
//! AWS adds about 2,000 actions a year, and many of them differ from an older action in one word: `CancelImportTask` and
//! `CancelExportTask`. So the misspelled word must not be a word that the service uses.

use super::catalog::ServiceNames;
use crate::{ascii_case, name_kind::NameKind, nearest::distance, shrink::is_border};

/// Returns true if a name that the service does not have is certainly a misspelling of a known action of the service.
///
/// A misspelling is one wrong, missing, additional or swapped letter, a singular for a plural, or a version. Longer names
/// can have more wrong letters, unless the letters make up another word.
pub(super) fn is_typo<S: ServiceNames>(service: S, given: &str, known: &str) -> bool {
    let Some(mistakes) = distance(given, known) else { return false };
    if mistakes <= 1 || are_one_and_many(given, known) || are_versions(given, known) {
        return true;
    }
    let allowed = match given.len().min(known.len()) {
        0..6 => 1,
        6..12 => 2,
        12..20 => 3,
        _ => 4,
    };
    if mistakes > allowed {
        return false;
    }
    let is_used = |word| service.names(NameKind::Action).any(|name| words(name).any(|other| equal(word, other)));
    if words(given).count() != words(known).count() {
        // The capital letters differ, or a word is added. An added word has more than two letters.
        return mistakes <= 2 && !words(given).all(is_used);
    }
    let mut differing = words(given).zip(words(known)).filter(|(word, other)| !equal(word, other));
    differing.all(|(word, other)| {
        let allowed = (word.len() / 3).max(1);
        distance(word, other).is_some_and(|mistakes| mistakes <= allowed) && !is_used(word)
    })
}

/// Returns true if a pattern's beginning is certainly a misspelling of the beginning of known actions of the service.
///
/// The beginnings of operations with old versions, such as `ListFunctions2*`, are not misspelled.
pub(super) fn is_typo_of_beginning<S: ServiceNames>(service: S, given: &str, known: &str) -> bool {
    let is_long = given.len() >= 3 && !given.ends_with(|last: char| last.is_ascii_digit());
    let begins_word = |word: &str| {
        service
            .names(NameKind::Action)
            .any(|name| words(name).any(|other| other.get(..word.len()).is_some_and(|head| equal(head, word))))
    };
    is_long && distance(given, known).is_some_and(|mistakes| mistakes <= 2) && !words(given).all(begins_word)
}

/// Returns the words of a name, such as `Send` and `Email`.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    core::iter::from_fn(move || {
        let border = (1..rest.len()).find(|at| is_border(rest, *at)).unwrap_or(rest.len());
        let (word, tail) = rest.split_at_checked(border)?;
        rest = tail;
        (!word.is_empty()).then_some(word)
    })
}

fn equal(left: &str, right: &str) -> bool {
    ascii_case::eq_compact(left, right)
}

/// Returns true if one of two names is the plural of the other.
pub(super) fn are_one_and_many(left: &str, right: &str) -> bool {
    let ends = |many: &str, one: &str, plural: &str, singular: &str| {
        let stem = |name: &str, end: &str| {
            let at = name.len().checked_sub(end.len())?;
            let (stem, found) = name.split_at_checked(at)?;
            equal(found, end).then_some(stem.len())
        };
        let (many_stem, one_stem) = (stem(many, plural), stem(one, singular));
        let stems =
            many_stem.zip(one_stem).and_then(|(many_stem, one_stem)| many.get(..many_stem).zip(one.get(..one_stem)));
        stems.is_some_and(|(left, right)| !left.is_empty() && equal(left, right))
    };
    let are =
        |one: &str, many: &str| ends(many, one, "s", "") || ends(many, one, "es", "") || ends(many, one, "ies", "y");
    are(left, right) || are(right, left)
}

/// Returns true if two names differ only in their versions, such as `SendEmail` and `SendEmailV2`.
fn are_versions(left: &str, right: &str) -> bool {
    let plain = |name: &str| {
        let digits = name.trim_end_matches(|last: char| last.is_ascii_digit()).len();
        let stem = name.get(..digits).unwrap_or(name);
        stem.strip_suffix(['v', 'V']).unwrap_or(stem).len()
    };
    let stems = left.get(..plain(left)).zip(right.get(..plain(right)));
    stems.is_some_and(|(left, right)| !left.is_empty() && equal(left, right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[derive(Clone, Copy)]
    struct Fake;

    impl ServiceNames for Fake {
        fn prefix(self) -> &'static str {
            "x"
        }
        fn name(self) -> &'static str {
            "X"
        }
        fn names(self, _: NameKind) -> impl Iterator<Item = &'static str> {
            ["AssumeRole", "CancelExportTask", "GetTaskPolicy", "ImportKey", "ListFunctionsByLayer", "RunTask"]
                .into_iter()
        }
    }

    #[test]
    fn letters_plurals_and_versions_are_misspelled() {
        for (given, known) in [
            ("RunTsak", "RunTask"),
            ("RunTas", "RunTask"),
            ("RunTasks", "RunTask"),
            ("RnTask", "RunTask"),
            ("runtasks", "RunTask"),
            ("RunTaskV2", "RunTask"),
            ("RunTask2", "RunTask"),
            ("GetTaskPolicies", "GetTaskPolicy"),
            ("GetTaksPolcy", "GetTaskPolicy"),
            ("CanselExprotTask", "CancelExportTask"),
            ("canselexprottask", "CancelExportTask"),
        ] {
            assert!(is_typo(Fake, given, known), "{given}");
        }
    }

    #[test]
    fn another_word_is_not_misspelled() {
        for (given, known) in [
            ("CancelImportTask", "CancelExportTask"),
            ("AssumeRoot", "AssumeRole"),
            ("RunTaskAcl", "RunTask"),
            ("RunWebTask", "RunTask"),
            ("GetKeyPolicy", "GetTaskPolicy"),
            ("Frobnicate", "AssumeRole"),
        ] {
            assert!(!is_typo(Fake, given, known), "{given}");
        }
    }

    #[test]
    fn a_beginning_is_misspelled_unless_it_begins_a_word_or_is_short() {
        for (given, known, expected) in [
            ("Cancle", "Cancel", true),
            ("Lsit", "List", true),
            ("GetTaks", "GetTask", true),
            ("GetTaskPolciy", "GetTaskPolicy", true),
            ("ListFunctions2", "ListFunctionsB", false),
            ("Gt", "Get", false),
            ("GetTaskR", "GetTaskP", false),
        ] {
            assert_eq!(is_typo_of_beginning(Fake, given, known), expected, "{given}");
        }
    }

    #[test]
    fn a_plural_ends_in_s_es_or_ies() {
        for (one, many) in [("Key", "Keys"), ("Address", "Addresses"), ("Policy", "Policies"), ("policy", "POLICIES")] {
            assert!(are_one_and_many(one, many) && are_one_and_many(many, one), "{one}");
        }
        for (one, many) in [("Key", "Key"), ("Key", "Keyed"), ("", "s"), ("é", "és!")] {
            assert!(!are_one_and_many(one, many), "{one}");
        }
    }

    #[test]
    fn words_begin_at_borders() {
        assert_eq!(words("GetDBCluster").collect::<Vec<_>>(), ["Get", "DB", "Cluster"]);
        assert_eq!(words("").count(), 0);
        assert_eq!(words("é").collect::<Vec<_>>(), ["é"]);
    }
}
