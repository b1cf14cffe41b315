//! Checks all policies in a file, each with its kind.

use alloc::{format, string::String, vec::Vec};

#[cfg(feature = "std")]
use super::text_template;
use super::{
    find,
    other::OtherFile,
    outcome::{CheckedPolicy, FileOutcome, KindSource},
    source::{Read, Source, may_be_json},
    statements::{with_policy, with_variables},
};
use crate::{
    catalog::PolicyCatalog,
    config::{Config, Masked},
    context::Outcome,
    json::{Span, Syntax, Value},
    kind::PolicyKind,
    part::{Content, Part},
    shape::{is_json, partial_text},
    walk::{check, check_source, check_text},
};
#[cfg(feature = "std")]
use crate::{
    json,
    shape::{has_function, is_template},
    walk::check_yaml_error,
    yaml,
};

/// Checks all policies in a file of JSON or, with the feature `std`, of YAML.
///
/// The content of the file decides what it is, and its name does not. The file can be a policy, a list of policies, or the
/// output of an AWS CLI command. It can also be a template of AWS CloudFormation or AWS SAM. In all of them, policies are
/// objects or strings. The findings have places in the file, also for a policy in a string.
///
/// In a template, the property around a policy decides its kind. Elsewhere, the given kind comes first, then the member
/// around the policy, and then its text.
#[must_use]
pub fn check_file<C: PolicyCatalog>(text: &[u8], kind: Option<PolicyKind>, catalog: C, config: &Config) -> FileOutcome {
    let mut file = FileOutcome::new(config);
    #[cfg(feature = "std")]
    let without_mark = template_without_mark(text);
    #[cfg(feature = "std")]
    let text = without_mark.as_deref().unwrap_or(text);
    let masked = masked(text, config, &mut file);
    let readable = masked.as_ref().map_or(text, |masked| masked.text().as_bytes());
    let check = |syntax, mut trees: Vec<Value<'_>>, file: &mut FileOutcome| {
        if let Some(masked) = &masked {
            for tree in &mut trees {
                masked.fill_holes(tree);
            }
        }
        let source = Source { text, syntax };
        Check { source, given: kind, catalog, config, depth: 0 }.trees(&trees, file);
    };
    match Read::new(readable, config, &mut file.usage) {
        Read::Other(other) => file.other = Some(other),
        // This check reports the error. The kind does not matter for it.
        Read::MalformedJson => match with_space_for_mark(text) {
            Some(spaced) if !is_policy(&spaced, config) => {
                if let Read::Trees(syntax, trees) = Read::new(&spaced, config, &mut file.usage) {
                    check(syntax, trees, &mut file);
                }
            }
            _ => file.add(check_text(text, kind.unwrap_or(PolicyKind::Identity), catalog, config), "", config),
        },
        #[cfg(feature = "std")]
        Read::MalformedYaml(error) => {
            file.add(check_yaml_error(&error, kind.unwrap_or(PolicyKind::Identity), catalog, config), "", config);
        }
        #[cfg(feature = "std")]
        Read::TextTemplate(plain) => {
            let (source, placeholders) = text_template::masked(plain);
            file.other = Some(OtherFile::TextTemplate);
            if let Ok(trees) = yaml::parse(&source) {
                let holes = |tree| text_template::with_holes(tree, &placeholders);
                check(Syntax::Yaml, trees.into_iter().map(holes).collect(), &mut file);
                let has_policy = !file.policies.is_empty() || !file.findings.is_empty();
                file.other = (!has_policy).then_some(OtherFile::TextTemplate);
            }
        }
        Read::Trees(syntax, trees) => check(syntax, trees, &mut file),
    }
    file.finish();
    file
}

/// Returns the source with spaces for its byte-order mark, if it is a template in JSON. Readers of templates skip the mark,
/// unlike those of policies.
#[cfg(feature = "std")]
fn template_without_mark(text: &[u8]) -> Option<Vec<u8>> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let rest = text.strip_prefix(MARK)?;
    let is_template = json::parse(rest).is_ok_and(|tree| is_template(&tree));
    is_template.then(|| [&[b' '; MARK.len()], rest].concat())
}

/// Returns the source without the placeholders that the configuration declares, if it is not JSON. The JSON parser reads
/// them as holes itself.
fn masked<'t>(text: &'t [u8], config: &Config, file: &mut FileOutcome) -> Option<Masked<'t>> {
    let source = core::str::from_utf8(text).ok().filter(|source| !may_be_json(source))?;
    Some(config.mask(source, &mut file.usage))
}

/// Returns a source with spaces instead of the byte-order mark at its beginning. A policy must not have one, but other
/// files can. Returns `None` if the source has none.
fn with_space_for_mark(text: &[u8]) -> Option<Vec<u8>> {
    let rest = text.strip_prefix("\u{feff}".as_bytes())?;
    Some([b"   ", rest].concat())
}

/// Returns true if a whole source of JSON is a policy, or is not JSON.
fn is_policy(text: &[u8], config: &Config) -> bool {
    let Ok(tree) = config.parse_json(text, &mut config.usage()) else { return true };
    let is_whole = |part: &Part<'_>| part.pointer.is_empty() && matches!(part.content, Content::Policy(_));
    let source = Source { text, syntax: Syntax::Json };
    find::parts(source, config, &tree, "").is_ok_and(|parts| parts.iter().any(is_whole))
}

/// The check of one source: a file, or a string in a file.
#[derive(Clone, Copy)]
pub(super) struct Check<'c, C> {
    pub(super) source: Source<'c>,
    /// The kind that the caller gave.
    pub(super) given: Option<PolicyKind>,
    pub(super) catalog: C,
    pub(super) config: &'c Config,
    /// The number of strings around the source.
    #[cfg_attr(not(feature = "std"), expect(dead_code, reason = "only templates are in strings"))]
    pub(super) depth: u8,
}

impl<C: PolicyCatalog> Check<'_, C> {
    /// Checks all trees of the source.
    fn trees(&self, trees: &[Value<'_>], file: &mut FileOutcome) {
        let mut other = trees.is_empty().then_some(OtherFile::Unknown);
        for (position, tree) in trees.iter().enumerate() {
            let pointer = if trees.len() > 1 { format!("/{position}") } else { String::new() };
            match find::parts(self.source, self.config, tree, &pointer) {
                Ok(parts) => parts.iter().for_each(|part| self.part(part, file)),
                Err(content) => other = other.filter(|known| *known != OtherFile::Unknown).or(Some(content)),
            }
        }
        if file.policies.is_empty() && file.findings.is_empty() && file.unchecked == 0 {
            file.other = Some(other.unwrap_or(OtherFile::CloudFormation));
        }
    }

    /// Checks a part of the source that is not in a template.
    fn part(&self, part: &Part<'_>, file: &mut FileOutcome) {
        if file.is_full() {
            file.unchecked = file.unchecked.saturating_add(1);
            return;
        }
        let stated = match self.given {
            Some(given) => Some((given, KindSource::Given)),
            None => part.kind.map(|kind| (kind, KindSource::Member)),
        };
        match part.content {
            Content::Policy(value) if partial_text(value).is_some_and(is_json) => {
                self.string(value, stated, &part.pointer, file);
            }
            #[cfg(feature = "std")]
            Content::Policy(value) if has_function(value) => self.with_functions(part, value, file),
            Content::Policy(value) => {
                let (kind, source) = stated.unwrap_or_else(|| (PolicyKind::infer(value), KindSource::Inferred));
                let outcome = if self.is_whole_json(part) {
                    check_source(self.source.text, value, kind, self.catalog, self.config)
                } else {
                    check(value, kind, self.catalog, self.config)
                };
                file.add(outcome, &part.pointer, self.config);
                file.policies.push(checked(part, value.span, kind, source));
            }
            Content::Statements(value) => {
                let statements = with_variables(value);
                #[cfg(feature = "std")]
                if has_function(&statements) {
                    let part = Part { content: Content::Statements(&statements), ..part.clone() };
                    return self.with_functions(&part, &statements, file);
                }
                let policy = with_policy(statements);
                self.without_policy(&policy, stated, value.span, part, file);
            }
            Content::Template(value) => self.template(value, &part.pointer, file),
            Content::Permission(_) | Content::PolicyTemplate(_) => {}
        }
    }

    /// Returns true if a part is a whole source of JSON.
    fn is_whole_json(&self, part: &Part<'_>) -> bool {
        part.pointer.is_empty() && self.source.syntax == Syntax::Json
    }

    /// Checks a policy in a string of the source.
    pub(super) fn string(
        &self,
        value: &Value<'_>,
        stated: Option<(PolicyKind, KindSource)>,
        pointer: &str,
        file: &mut FileOutcome,
    ) {
        let Some(embedded) = self.source.embedded(value) else { return };
        let text = embedded.text().as_bytes();
        let tree = self.config.parse_json(text, &mut file.usage);
        let inferred = || (tree.as_ref().map_or(PolicyKind::Identity, PolicyKind::infer), KindSource::Inferred);
        let (kind, source) = stated.unwrap_or_else(inferred);
        let mut outcome = match &tree {
            Ok(tree) => check_source(text, tree, kind, self.catalog, self.config),
            Err(_) => check_text(text, kind, self.catalog, self.config),
        };
        for finding in &mut outcome.findings {
            finding.span = embedded.place(finding.span);
        }
        file.add(outcome, pointer, self.config);
        let span = tree.as_ref().map_or(value.span, |tree| embedded.place(tree.span));
        file.policies.push(CheckedPolicy { pointer: pointer.into(), span, kind, source });
    }

    /// Checks a policy that is built from statements without a policy around them. Findings about the policy itself are
    /// left out, because the file does not contain it.
    pub(super) fn without_policy(
        &self,
        policy: &Value<'_>,
        stated: Option<(PolicyKind, KindSource)>,
        span: Span,
        part: &Part<'_>,
        file: &mut FileOutcome,
    ) {
        let (kind, source) = stated.unwrap_or_else(|| (PolicyKind::infer(policy), KindSource::Inferred));
        let mut outcome = check(policy, kind, self.catalog, self.config);
        within_statements(&mut outcome);
        file.add(outcome, &part.pointer, self.config);
        if file.policies.last().is_none_or(|last| last.pointer != part.pointer) {
            file.policies.push(checked(part, span, kind, source));
        }
    }

    /// Does nothing, because templates need the feature `std`.
    #[cfg(not(feature = "std"))]
    #[expect(clippy::unused_self, reason = "with the feature, the method needs it")]
    fn template(&self, _: &Value<'_>, _: &str, _: &mut FileOutcome) {}
}

/// Returns the description of a checked policy.
pub(super) fn checked(part: &Part<'_>, span: Span, kind: PolicyKind, source: KindSource) -> CheckedPolicy {
    CheckedPolicy { pointer: part.pointer.clone(), span, kind, source }
}

/// Removes the findings that are not about the statements of a policy, and the name `Statement` from the pointers.
fn within_statements(outcome: &mut Outcome) {
    outcome.findings.retain_mut(|finding| {
        let Some(rest) = finding.pointer.strip_prefix("/Statement") else { return false };
        finding.pointer = rest.into();
        true
    });
}

#[cfg(test)]
mod tests;
