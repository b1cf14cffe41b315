//! Explains a finding, a group of findings, or a check of IAM Access Analyzer.

use catalog::policy::{AccessAnalyzerCheck, FindingId, Group};

/// Returns the page of the finding with this id, or the list of the group with this name. For the code of a check, returns
/// the rules that report it.
pub(super) fn explanation(name: &str) -> Option<String> {
    let code = name.to_ascii_uppercase();
    let name = name.to_ascii_lowercase();
    let check = || AccessAnalyzerCheck::from_code(&code).map(check);
    FindingId::from_name(&name).map(page).or_else(|| Group::from_name(&name).map(list)).or_else(check)
}

fn page(id: FindingId) -> String {
    let (severity, group, since) = (id.severity(), id.group(), id.since());
    let checks: Vec<_> = id.access_analyzer_checks().map(|check| format!("`{check}`")).collect();
    let checks = match checks.as_slice() {
        [] => String::new(),
        checks => format!("\n\nIAM Access Analyzer reports it as {}.", checks.join(", ")),
    };
    format!("# {severity}[{id}]\n\nGroup `{group}`, since version {since}.{checks}\n\n{}\n", id.page())
}

/// Returns the address of a check on AWS's page, and the rules that report it or the reason why none does.
fn check(check: AccessAnalyzerCheck) -> String {
    let rules: Vec<_> = check.rules().map(|id| format!("  {:7}  {id}\n", id.severity())).collect();
    let rules = rules.concat();
    let rules = match check.unreported() {
        Some(reason) => format!("not reported: {reason}\n"),
        None => format!("reported by\n{rules}"),
    };
    format!("check {check} of IAM Access Analyzer ({})\n  {}\n{rules}", check.finding_type(), check.url())
}

fn list(group: Group) -> String {
    let ids = FindingId::ALL.iter().filter(|id| id.group() == group);
    let lines = ids.map(|id| format!("  {:7}  {id}\n", id.severity()));
    let off = if group.is_on_by_default() { "" } else { " (off by default)" };
    let list: String = lines.collect();
    let list = if list.is_empty() { "  none\n" } else { &list };
    format!("group {group}{off}\n{list}")
}
