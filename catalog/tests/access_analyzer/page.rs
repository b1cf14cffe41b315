//! Writes the page that lists IAM Access Analyzer's checks, each with the rule that reports it or the reason why none
//! does.

use std::collections::{BTreeMap, BTreeSet};

use catalog::policy::{AccessAnalyzerCheck, AccessAnalyzerFindingType, FindingId};

/// The types of Access Analyzer's findings, ordered as on AWS's page, each with its heading.
const TYPES: &[(AccessAnalyzerFindingType, &str)] = &[
    (AccessAnalyzerFindingType::Error, "Errors"),
    (AccessAnalyzerFindingType::Warning, "Warnings"),
    (AccessAnalyzerFindingType::SecurityWarning, "Security warnings"),
    (AccessAnalyzerFindingType::Suggestion, "Suggestions"),
];

const HEAD: &str = "\
# Checks of IAM Access Analyzer

IAM Access Analyzer is AWS's own validator of policies. AWS documents its
[policy checks](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html). The
tables list each of them with the rule of this linter that reports it, or with the reason why no rule does.

A finding names the check in `Finding::access_analyzer`. `catalog lint --format json` prints the code in the array
`access_analyzer`, and `--format sarif` prints it among the tags of the result. If AWS describes the same problem in two sections,
both print the other code too. A finding about a problem that no check covers has no code.

The severity of a rule can differ from the type of Access Analyzer's finding. The linter reports an error only if AWS
refuses the policy, or if a part of it can never have an effect.
";

/// Returns the page.
pub(crate) fn page(rules: &BTreeMap<AccessAnalyzerCheck, BTreeSet<FindingId>>) -> String {
    let mut page = HEAD.to_owned();
    for (finding_type, heading) in TYPES {
        page.extend(["\n## ", heading, "\n\n| check | rule |\n| --- | --- |\n"]);
        let checks = AccessAnalyzerCheck::ALL.iter().filter(|check| check.finding_type() == *finding_type);
        for check in checks {
            let links = rules.get(check).into_iter().flatten().map(|id| format!("[{id}]({id}.md)"));
            let links = links.collect::<Vec<_>>().join(", ");
            let rule = match check.unreported() {
                Some(reason) => reason,
                None if links.is_empty() => "not reported yet",
                None => &links,
            };
            page.extend(["| [", check.code(), "](", &check.url().to_string(), ") | ", rule, " |\n"]);
        }
    }
    page
}
