//! Whether a list of actions contains the action of a request.

use super::{
    fault::Fault,
    glob::{is_stars, matches, parts},
    scene::Scene,
};

/// Returns true if one of the patterns matches the action.
pub(crate) fn is_listed(patterns: &[String], scene: &Scene) -> bool {
    patterns.iter().any(|pattern| matches_action(pattern, scene))
}

/// Returns true if a pattern matches the action. Case does not matter, and the service prefix has no wildcards.
fn matches_action(pattern: &str, scene: &Scene) -> bool {
    if pattern == "*:*" || is_stars(&parts(pattern)) {
        return true;
    }
    let Some((prefix, _)) = pattern.split_once(':') else { return false };
    if prefix.is_empty() || prefix.contains(['*', '?']) {
        return false;
    }
    if scene.has(Fault::ActionsHaveCase) {
        return matches(&parts(pattern), &scene.action);
    }
    matches(&parts(&pattern.to_ascii_lowercase()), &scene.action.to_ascii_lowercase())
}
