//! Reads `access_analyzer_checks.toml`: the policy checks of IAM Access Analyzer.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// The types of Access Analyzer's findings, each as the word in the file and the variant of `AccessAnalyzerFindingType` in
/// `catalog-policy`.
const TYPES: [(&str, &str); 4] =
    [("error", "Error"), ("security-warning", "SecurityWarning"), ("suggestion", "Suggestion"), ("warning", "Warning")];

/// A policy check of IAM Access Analyzer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessAnalyzerCheck {
    /// The code, such as `INVALID_ACTION`.
    pub code: String,
    /// The variant of `AccessAnalyzerFindingType`.
    pub finding_type: &'static str,
    /// The rules of the linter that report the check. A test in `catalog` compares them with the findings.
    pub rules: Vec<String>,
    /// The reason why no rule reports the check, or `None` if a rule reports it.
    pub unreported: Option<String>,
    /// The code of another check whose section describes the same problem, if there is one.
    pub also: Option<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<AccessAnalyzerCheck> {
    let form = Form { list: "check", fields: &["code", "type", "rules", "unreported", "also"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (code, name, unreported) = (fields.text("code"), fields.text("type"), fields.optional_text("unreported"));
        let rules: Vec<_> = fields.optional_texts("rules").into_iter().map(toml::Spanned::into_inner).collect();
        let also = fields.optional_text("also").map(toml::Spanned::into_inner);
        let (code, name) = (code?, name?);
        let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !code.get_ref().split('_').all(|word| is_word(word) && !word.is_empty()) {
            let message = format!("expected a code such as `INVALID_ACTION`, found `{}`", code.get_ref());
            fields.bad(message, code.span(), "write the code as AWS's page does");
            return None;
        }
        let Some((_, finding_type)) = TYPES.iter().find(|(word, _)| word == name.get_ref()) else {
            let words = TYPES.map(|(word, _)| word).join("`, `");
            let message = format!("unknown type `{}`: expected one of `{words}`", name.get_ref());
            fields.bad(message, name.span(), "write the type of the check's findings");
            return None;
        };
        let span = code.span();
        if !rules.is_empty() && unreported.is_some() {
            let message = format!("`{}` has rules and a reason why no rule reports it", code.get_ref());
            fields.bad(message, span, "remove `rules` or `unreported`");
            return None;
        }
        let unreported = unreported.map(toml::Spanned::into_inner);
        Some((AccessAnalyzerCheck { code: code.into_inner(), finding_type, rules, unreported, also }, span))
    });
    table.report_repeated(form.code, |check| vec![check.code.clone()], found);
    table
}
