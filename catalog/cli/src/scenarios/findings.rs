//! The findings about the request and the policies of a scenario.

use catalog::policy::{
    Config, Finding, PolicyKind, check_tree,
    evaluate::{PolicyOrigin, PolicySlot, RequestProblem, Scenario, ScenarioPolicy, check_request},
    json::{self, Lines},
};

use super::file::ScenarioFile;

/// Returns the problems with the request of a scenario, and the findings about its policies. Each has the form
/// `file:line:column: severity[id]: message`. Notes are left out.
pub(super) fn findings(file: &ScenarioFile<'_>, scenario: &Scenario<'_>) -> Vec<String> {
    let at = |problem: RequestProblem| format!("{}:{}: warning: {problem}", file.name, scenario.position);
    let mut found: Vec<String> = check_request(&scenario.request).into_iter().map(at).collect();
    for policy in &scenario.sources {
        match &policy.origin {
            PolicyOrigin::Scenario(tree) => add(&mut found, file.name, file.text, policy, scenario, tree),
            // A policy that is not valid JSON is an error of the scenario.
            PolicyOrigin::File { path, text } => {
                if let Ok(tree) = json::parse(text.as_bytes()) {
                    add(&mut found, &file.policy_name(path), text, policy, scenario, &tree);
                }
            }
        }
    }
    found
}

fn add(
    found: &mut Vec<String>,
    name: &str,
    text: &str,
    policy: &ScenarioPolicy<'_>,
    scenario: &Scenario<'_>,
    tree: &json::Value<'_>,
) {
    let (findings, _) = check_tree(tree, kind(policy.label.slot, scenario, tree), &Config::new());
    let findings = findings.iter().filter(|finding| finding.severity != catalog::policy::Severity::Note);
    let lines = Lines::new(text.as_bytes());
    found.extend(findings.map(|finding| line(name, &lines, finding)));
}

fn line(name: &str, lines: &Lines<'_>, finding: &Finding) -> String {
    let Finding { severity, id, message, span, .. } = finding;
    format!("{name}:{}: {severity}[{id}]: {message}", lines.position(span.start))
}

/// Returns the kind of a policy that plays a part in a decision.
fn kind(slot: PolicySlot, scenario: &Scenario<'_>, tree: &json::Value<'_>) -> PolicyKind {
    match slot {
        PolicySlot::Boundary => PolicyKind::PermissionBoundary,
        PolicySlot::Session => PolicyKind::Session,
        PolicySlot::Endpoint => PolicyKind::VpcEndpoint,
        PolicySlot::ServiceControl { .. } => PolicyKind::ServiceControl,
        PolicySlot::ResourceControl { .. } => PolicyKind::ResourceControl,
        PolicySlot::Resource => match PolicyKind::infer(tree) {
            // A policy without principals is read as one of an identity.
            PolicyKind::Identity if scenario.request.action().starts_with("sts:") => PolicyKind::Trust,
            PolicyKind::Identity => PolicyKind::Resource,
            kind => kind,
        },
        _ => PolicyKind::Identity,
    }
}
