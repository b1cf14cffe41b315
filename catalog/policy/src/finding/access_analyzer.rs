//! The checks of IAM Access Analyzer that findings name.

pub use crate::{access_analyzer::AccessAnalyzerFindingType, facts::access_analyzer_checks::AccessAnalyzerCheck};

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn codes_lead_back() {
        for check in AccessAnalyzerCheck::ALL {
            assert_eq!(AccessAnalyzerCheck::from_code(check.code()), Some(*check));
        }
        assert_eq!(AccessAnalyzerCheck::ALL.len(), 160);
    }

    #[test]
    fn the_address_is_that_of_the_section() {
        let url = AccessAnalyzerCheck::PassRoleWithStarInResource.url().to_string();
        let section = "#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource";
        assert!(url.ends_with(section), "{url}");
    }
}
