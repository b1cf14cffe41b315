//! Formats the table of IAM Access Analyzer's policy checks, which `catalog-policy` reads.

use super::table_file::{POLICY, file, string};
use crate::emit::file::File;
use crate::facts::{AccessAnalyzerCheck, FactFile, FactTable};
use quote::quote;
use std::fmt::Write as _;

pub(super) fn access_analyzer_checks(table: &FactTable<AccessAnalyzerCheck>) -> File {
    let title = "The policy checks of IAM Access Analyzer.";
    let mut file = file((POLICY, FactFile::AccessAnalyzerChecks), title, table, |_| {
        quote! { use crate::access_analyzer::access_analyzer_checks; }
    });
    let mut checks: Vec<_> = table.values().collect();
    checks.sort_by_key(|check| &check.code);
    // The formatter would write the rows of a macro without line breaks.
    file.text += "\naccess_analyzer_checks! {\n";
    for AccessAnalyzerCheck { code, finding_type, rules, unreported, also } in checks {
        let rules: Vec<_> = rules.iter().map(|rule| string(rule).to_string()).collect();
        let rules = if rules.is_empty() { String::new() } else { format!(" rules [{}]", rules.join(" ")) };
        let unreported = unreported.as_deref().map_or_else(String::new, |why| format!(" unreported {}", string(why)));
        let also = also.as_deref().map_or_else(String::new, |code| format!(" also {}", variant(code)));
        // Writing into a string cannot fail.
        let _ = writeln!(file.text, "    {} {} {finding_type}{rules}{unreported}{also};", variant(code), string(code));
    }
    file.text += "}\n";
    file
}

/// Returns the name of the variant of a code, such as `InvalidAction` for `INVALID_ACTION`.
fn variant(code: &str) -> String {
    let words = code.split('_').map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or_default();
        first.to_owned() + &rest.to_ascii_lowercase()
    });
    words.collect()
}
