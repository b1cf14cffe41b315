//! Whether a list of resources contains the resource of a request.

use super::{
    fault::Fault,
    glob::{Part, is_stars, matches, matches_parts, parts},
    scene::{Kind, Scene},
    truth::Truth,
    variables::replace,
};

/// The number of fields of an ARN.
const FIELDS: usize = 6;

/// Returns whether one of the patterns matches the resource.
pub(crate) fn is_listed(patterns: &[String], has_variables: bool, kind: Kind, scene: &Scene) -> Truth {
    Truth::any(patterns.iter().map(|pattern| matches_resource(pattern, has_variables, kind, scene)))
}

/// Returns whether a pattern matches the resource. Whether it is an ARN or only stars is decided as it is written.
fn matches_resource(pattern: &str, has_variables: bool, kind: Kind, scene: &Scene) -> Truth {
    let written = pattern;
    if is_stars(&parts(written)) {
        return Truth::Yes;
    }
    let Some(replaced) = replace(written, has_variables, true, scene) else { return Truth::No };
    let mut pattern = replaced.pattern;
    if !written.starts_with("arn:") {
        return Truth::No;
    }
    if completes(kind, scene) {
        for _ in written_colons(written, has_variables)..FIELDS - 1 {
            pattern.extend([Part::Literal(':'), Part::Run]);
        }
    }
    if !replaced.open.is_empty() {
        return if matches(&pattern, &scene.resource) { Truth::Unknown(replaced.open) } else { Truth::No };
    }
    matches_parts(&with_limits(&pattern, scene), &scene.resource.chars().collect::<Vec<_>>()).into()
}

/// Returns true if incomplete ARNs complete in this kind of policy.
fn completes(kind: Kind, scene: &Scene) -> bool {
    if scene.has(Fault::IncompleteArnStays) {
        return false;
    }
    matches!(kind, Kind::Identity | Kind::Boundary | Kind::Session) || scene.has(Fault::IncompleteArnCompletes)
}

/// Adds to each wildcard whether it can match a colon. In the first five fields, only a `*` at the end of a field can.
fn with_limits(pattern: &[Part], scene: &Scene) -> Vec<(Part, bool)> {
    let mut limited = Vec::new();
    for (index, part) in pattern.iter().enumerate() {
        let field = colons(pattern.get(..index).unwrap_or_default());
        let ends_field = matches!(pattern.get(index + 1), None | Some(Part::Literal(':')));
        let crosses_early = *part == Part::Run && ends_field && !scene.has(Fault::ResourceStarStaysInField);
        let crosses = field >= FIELDS - 1 || crosses_early || scene.has(Fault::ResourceStarCrossesFields);
        limited.push((*part, crosses));
    }
    limited
}

/// Returns the number of colons of a pattern.
fn colons(pattern: &[Part]) -> usize {
    pattern.iter().filter(|part| **part == Part::Literal(':')).count()
}

/// Returns the number of colons of a pattern as it is written, without those in its variables.
fn written_colons(mut pattern: &str, has_variables: bool) -> usize {
    let mut count = 0;
    while has_variables && let Some((before, after)) = pattern.split_once("${") {
        count += before.matches(':').count();
        pattern = after.split_once('}').unwrap_or_default().1;
    }
    count + pattern.matches(':').count()
}
