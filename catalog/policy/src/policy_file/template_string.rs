//! Checks a policy that functions of a template put together as a string, such as `Fn::Sub` with JSON.

use alloc::vec::Vec;

use super::{
    check::Check,
    outcome::{FileOutcome, KindSource},
};
use crate::{
    catalog::PolicyCatalog,
    json::{self, Gap, Span, Value},
    kind::PolicyKind,
    template::TemplateSource,
    walk::{check, check_text},
};

impl<C: PolicyCatalog> Check<'_, C> {
    /// Checks the policy in a string that functions put together. Returns its kind and its place.
    ///
    /// Returns `None` if the string is not JSON, and the parts that are not known could be the reason.
    pub(super) fn template_string(
        &self,
        string: &TemplateSource<'_>,
        stated: Option<(PolicyKind, KindSource)>,
        pointer: &str,
        file: &mut FileOutcome,
    ) -> Option<(PolicyKind, KindSource, Span)> {
        let text = string.text().as_bytes();
        let gaps: Vec<_> = string.gaps().iter().map(|(span, piece)| Gap::new(*span, piece.clone())).collect();
        let tree = json::parse_with_gaps(text, &gaps);
        let inferred = |tree: &Value<'_>| (PolicyKind::infer(tree), KindSource::Inferred);
        let default = (PolicyKind::Identity, KindSource::Inferred);
        let (kind, source) = stated.unwrap_or_else(|| tree.as_ref().map_or(default, inferred));
        let mut outcome = match &tree {
            Ok(tree) => check(tree, kind, self.catalog, self.config),
            Err(_) if gaps.is_empty() => check_text(text, kind, self.catalog, self.config),
            Err(_) => return None,
        };
        for finding in &mut outcome.findings {
            finding.span = self.place(string, finding.span);
        }
        file.add(outcome, pointer, self.config);
        let span = tree.map_or(Span::default(), |tree| tree.span);
        Some((kind, source, self.place(string, span)))
    }

    /// Returns the place in the source of a place in a string that functions put together.
    fn place(&self, string: &TemplateSource<'_>, span: Span) -> Span {
        let placed = string.place(span).and_then(|(scalar, inside)| Some(self.source.embedded(scalar)?.place(inside)));
        placed.unwrap_or(span)
    }
}
