//! Checks the policies in a template, in each variant that its functions can give.

use alloc::{borrow::Cow, vec::Vec};

use catalog_core::nearest::Nearest;

use super::{
    check::{Check, checked},
    outcome::{FileOutcome, KindSource},
    source::{Read, Source},
    statements::with_policy,
};
use crate::{
    catalog::PolicyCatalog,
    json::{Data, Member, Span, Value},
    kind::PolicyKind,
    part::{Content, Part},
    sam_policy_templates,
    shape::{function, is_json, is_resource, is_template, partial_text},
    template::{Found, Scope, policies, policies_of_resource, statement_of},
    walk::{check, check_policy_template},
};

/// The maximum number of templates inside each other, each in a string of the outer one.
const DEPTH: u8 = 3;

impl<C: PolicyCatalog> Check<'_, C> {
    /// Checks all policies in a template, which is an object or a string that contains JSON or YAML.
    pub(super) fn template(&self, template: &Value<'_>, pointer: &str, file: &mut FileOutcome) {
        match &template.data {
            Data::Object(_) if is_template(template) => {
                for found in policies(template, pointer) {
                    self.found(&found, file);
                }
            }
            Data::Object(_) if is_resource(template) => {
                for found in policies_of_resource(template, pointer) {
                    self.found(&found, file);
                }
            }
            Data::String(_) => self.template_in_string(template, false, pointer, file),
            _ => {
                // `Fn::Sub` has the template as its argument, or as the first item of its argument.
                let Some(("Fn::Sub", argument)) = function(template) else { return };
                let (text, pointer) = match &argument.data {
                    Data::Array(items) => (items.first(), [pointer, "/Fn::Sub/0"].concat()),
                    _ => (Some(argument), [pointer, "/Fn::Sub"].concat()),
                };
                if let Some(text) = text {
                    self.template_in_string(text, true, &pointer, file);
                }
            }
        }
    }

    /// Checks a part outside a template in which functions are used, as in a file that tools put into a template. No
    /// function is decided.
    pub(super) fn with_functions(&self, part: &Part<'_>, value: &Value<'_>, file: &mut FileOutcome) {
        let kind = self.given.or(part.kind);
        self.found(&Found { part: Part { kind, ..part.clone() }, scope: Scope::new(value) }, file);
    }

    fn template_in_string(&self, value: &Value<'_>, is_substituted: bool, pointer: &str, file: &mut FileOutcome) {
        let Some(embedded) = self.source.embedded(value).filter(|_| self.depth < DEPTH) else { return };
        let text = embedded.text().as_bytes();
        let Read::Trees(syntax, trees) = Read::new(text, self.config, &mut file.usage) else { return };
        let inner = Check { source: Source { text, syntax }, depth: self.depth.saturating_add(1), ..*self };
        let mut outcome = FileOutcome::new(self.config);
        for tree in trees.iter().filter(|tree| is_template(tree)) {
            if is_substituted {
                inner.template(&with_functions(tree), pointer, &mut outcome);
            } else {
                inner.template(tree, pointer, &mut outcome);
            }
        }
        file.add_embedded(outcome, &embedded);
    }

    /// Checks a part of a template.
    fn found(&self, found: &Found<'_>, file: &mut FileOutcome) {
        let Found { part, scope } = found;
        if file.is_full() || scope.is_exhausted() {
            file.unchecked = file.unchecked.saturating_add(1);
            return;
        }
        let stated = match (part.kind, self.given) {
            (Some(kind), _) => Some((kind, KindSource::Member)),
            (None, given) => given.map(|kind| (kind, KindSource::Given)),
        };
        match part.content {
            Content::Policy(value) if partial_text(value).is_some_and(is_json) => {
                self.string(value, stated, &part.pointer, file);
            }
            Content::Policy(value) if function(value).is_some() => {
                let mut described = None;
                for string in scope.sources(value) {
                    described = self.template_string(&string, stated, &part.pointer, file).or(described);
                }
                if let Some((kind, source, span)) = described {
                    file.policies.push(checked(part, span, kind, source));
                }
            }
            Content::Policy(value) => {
                let mut described = None;
                for variant in scope.variants(value).into_iter().map(as_strings) {
                    let (kind, source) = stated.unwrap_or_else(|| (PolicyKind::infer(&variant), KindSource::Inferred));
                    described.get_or_insert((kind, source));
                    file.add(check(&variant, kind, self.catalog, self.config), &part.pointer, self.config);
                }
                if let Some((kind, source)) = described {
                    file.policies.push(checked(part, value.span, kind, source));
                }
            }
            Content::Statements(value) => {
                for variant in scope.variants(value).into_iter().map(as_strings) {
                    self.without_policy(&with_policy(variant), stated, value.span, part, file);
                }
            }
            Content::Permission(value) => {
                for variant in scope.variants(value) {
                    let Some((policy, places)) = statement_of(&variant) else { continue };
                    let before = file.findings.len();
                    self.without_policy(&policy, stated, value.span, part, file);
                    retain_after(file, before, &places);
                }
            }
            Content::Template(value) => self.template(value, &part.pointer, file),
            Content::PolicyTemplate(member) => {
                let mut nearest = Nearest::new(&member.name);
                for known in sam_policy_templates::names() {
                    nearest.offer(known);
                }
                let (name, suggestion) = (&member.name, nearest.best());
                let outcome = check_policy_template(name, member.name_span, suggestion, self.catalog, self.config);
                file.add(outcome, &part.pointer, self.config);
            }
        }
    }
}

/// Returns a value in which numbers and booleans are strings, because CloudFormation converts them. A number with a zero
/// in front stays: YAML reads it with the base 8, so an account ID changes.
///
/// Source: [a report of 2020-05](https://github.com/aws-cloudformation/cloudformation-cli/issues/435).
fn as_strings(value: Value<'_>) -> Value<'_> {
    let data = match value.data {
        Data::Number(text) if text.len() == 1 || !text.starts_with('0') => Data::String(text),
        Data::Bool(flag) => Data::String(Cow::Borrowed(if flag { "true" } else { "false" })),
        Data::Array(items) => Data::Array(items.into_iter().map(as_strings).collect()),
        Data::Object(members) => {
            let members = members.into_iter().map(|member| Member { value: as_strings(member.value), ..member });
            Data::Object(members.collect())
        }
        data => data,
    };
    Value::new(value.span, data)
}

/// Removes the findings after a position that are not at one of the places.
fn retain_after(file: &mut FileOutcome, position: usize, places: &[Span]) {
    let mut index = 0_usize;
    file.findings.retain(|finding| {
        index = index.saturating_add(1);
        index <= position || places.contains(&finding.span)
    });
}

/// Returns a copy of a template in which each string with `${` is an argument of `Fn::Sub`. The template around it
/// replaces these names.
fn with_functions<'t>(value: &Value<'t>) -> Value<'t> {
    let data = match &value.data {
        Data::String(text) if text.contains("${") => {
            let member = Member::new("Fn::Sub".into(), value.span, value.clone());
            Data::Object([member].into())
        }
        Data::Array(items) => Data::Array(items.iter().map(with_functions).collect()),
        Data::Object(_) if matches!(function(value), Some(("Fn::Sub", _))) => value.data.clone(),
        Data::Object(members) => {
            let members =
                members.iter().map(|member| Member { value: with_functions(&member.value), ..member.clone() });
            Data::Object(members.collect::<Vec<_>>())
        }
        data => data.clone(),
    };
    Value::new(value.span, data)
}
