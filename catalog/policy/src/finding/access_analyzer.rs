//! The checks of IAM Access Analyzer that findings name, and the rules that report them.

pub use crate::{access_analyzer::AccessAnalyzerFindingType, facts::access_analyzer_checks::AccessAnalyzerCheck};

use super::FindingId;

impl AccessAnalyzerCheck {
    /// Returns the rules that report the check.
    ///
    /// ```
    /// use catalog::policy::{AccessAnalyzerCheck, FindingId};
    ///
    /// assert!(AccessAnalyzerCheck::EmptySidValue.rules().eq([FindingId::EmptySid]));
    /// ```
    pub fn rules(self) -> impl Iterator<Item = FindingId> {
        self.rule_names().iter().filter_map(|name| FindingId::from_name(name))
    }
}

impl FindingId {
    /// Returns the checks of IAM Access Analyzer that findings of the rule can name, by code.
    ///
    /// ```
    /// use catalog::policy::{AccessAnalyzerCheck, FindingId};
    ///
    /// assert!(FindingId::EmptySid.access_analyzer_checks().eq([AccessAnalyzerCheck::EmptySidValue]));
    /// ```
    pub fn access_analyzer_checks(self) -> impl Iterator<Item = AccessAnalyzerCheck> {
        AccessAnalyzerCheck::ALL.iter().copied().filter(move |check| check.rules().any(|rule| rule == self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{string::ToString as _, vec::Vec};

    #[test]
    fn codes_lead_back() {
        for check in AccessAnalyzerCheck::ALL {
            assert_eq!(AccessAnalyzerCheck::from_code(check.code()), Some(*check));
        }
        assert_eq!(AccessAnalyzerCheck::ALL.len(), 160);
    }

    #[test]
    fn the_rules_of_each_check_exist() {
        for check in AccessAnalyzerCheck::ALL {
            let names: Vec<_> = check.rules().map(FindingId::name).collect();
            assert_eq!(names, check.rule_names(), "{check}");
            assert!(names.is_empty() || check.unreported().is_none(), "{check}");
        }
    }

    #[test]
    fn the_address_is_that_of_the_section() {
        let url = AccessAnalyzerCheck::PassRoleWithStarInResource.url().to_string();
        let section = "#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource";
        assert!(url.ends_with(section), "{url}");
    }
}
