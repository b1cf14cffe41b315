//! The check of a policy: a walk that passes each part of the policy to all rules.
//!
//! The walk analyzes the parts, and the rules report findings. A rule that needs facts about a part gets only parts that
//! the catalog knows.

mod actions;
mod any_role;
mod arn_formats;
mod carried;
mod condition;
mod condition_key;
mod empty_fields;
mod fit;
mod key_of_actions;
mod listed_key;
mod near_key;
mod principals;
mod request_key;
mod resources;
mod risks;
#[cfg(test)]
mod tests;
mod uncarried_tag;
mod unneeded;
mod variables;

pub use request_key::may_carry_key;

use crate::{
    catalog::PolicyCatalog,
    config::Config,
    context::{Context, Outcome},
    document::{Path, Place, StatementNode, Text},
    form,
    grammar::Effect,
    json::{Span, Value},
    kind::PolicyKind,
    rules::EveryRule,
    subject::{PolicyTemplate, Size, Source, Stopped, TrustStatement},
    yaml::YamlError,
};

/// Checks a policy in JSON. If the source is not valid JSON, the only finding is
/// [`MalformedJson`](crate::finding::FindingId::MalformedJson).
pub fn check_text<C: PolicyCatalog>(text: &[u8], kind: PolicyKind, catalog: C, config: &Config) -> Outcome {
    let mut usage = config.usage();
    match config.parse_json(text, &mut usage) {
        Ok(tree) => {
            let mut outcome = check_source(text, &tree, kind, catalog, config);
            outcome.usage.merge(&usage);
            outcome
        }
        Err(error) => {
            let mut cx = Context::new(kind, catalog, config);
            EveryRule::json_error(&error, &mut cx);
            cx.report.into_outcome()
        }
    }
}

/// Reports a source that is not valid YAML. The only finding is
/// [`MalformedYaml`](crate::finding::FindingId::MalformedYaml).
pub fn check_yaml_error<C: PolicyCatalog>(error: &YamlError, kind: PolicyKind, catalog: C, config: &Config) -> Outcome {
    let mut cx = Context::new(kind, catalog, config);
    EveryRule::yaml_error(error, &mut cx);
    cx.report.into_outcome()
}

/// Checks a policy in a tree that was parsed from the given source. The tree can be a part of the source.
///
/// Unlike [`check`], this also checks the white space of the source, if the policy is all of it.
pub fn check_source<'t, C: PolicyCatalog>(
    source: &[u8],
    tree: &'t Value<'t>,
    kind: PolicyKind,
    catalog: C,
    config: &Config,
) -> Outcome {
    let mut cx = Context::new(kind, catalog, config);
    policy(tree, Source::new(source, tree.span).as_ref(), &mut cx);
    cx.report.into_outcome()
}

/// Reports a name that is not a policy template of AWS SAM, with the policy template that is probably intended.
#[cfg_attr(not(feature = "std"), expect(dead_code, reason = "only templates have policy templates"))]
pub(crate) fn check_policy_template<C: PolicyCatalog>(
    name: &str,
    span: Span,
    suggestion: Option<&'static str>,
    catalog: C,
    config: &Config,
) -> Outcome {
    let name = Text::known(name, Place { path: Path::ROOT, span });
    let mut cx = Context::new(PolicyKind::Identity, catalog, config);
    EveryRule::policy_template(&PolicyTemplate { name, suggestion }, &mut cx);
    cx.report.into_outcome()
}

/// Checks a policy in a tree, which may be parsed or built.
///
/// The time grows at most linearly with the size of the policy. The work has a limit: see
/// [`WORK_LIMIT`](crate::context::WORK_LIMIT).
pub fn check<'t, C: PolicyCatalog>(tree: &'t Value<'t>, kind: PolicyKind, catalog: C, config: &Config) -> Outcome {
    let mut cx = Context::new(kind, catalog, config);
    policy(tree, None, &mut cx);
    cx.report.into_outcome()
}

/// Checks the tree of a policy, and also returns the work.
#[cfg(test)]
pub(crate) fn check_with_work<C: PolicyCatalog>(
    tree: &Value<'_>,
    kind: PolicyKind,
    catalog: C,
    config: &Config,
) -> (u64, Outcome) {
    let mut cx = Context::new(kind, catalog, config);
    policy(tree, None, &mut cx);
    (cx.report.work(), cx.report.into_outcome())
}

fn policy<'t, C: PolicyCatalog>(tree: &'t Value<'t>, source: Option<&Source<'_>>, cx: &mut Context<'_, 't, C>) {
    if cx.kind == PolicyKind::Resource {
        cx.kind = PolicyKind::of_resource(tree);
        cx.has_inferred_kind = cx.kind != PolicyKind::Resource;
    }
    let Some(document) = form::check_policy(tree, &mut |fault| EveryRule::fault(&fault, cx)) else { return };
    cx.set_document(document);
    if let Some(source) = source {
        EveryRule::source(source, cx);
    }
    if let Some(size) = Size::over_limit(tree, source.map(|source| source.policy), cx.kind) {
        EveryRule::oversize(&size, cx);
    }
    EveryRule::policy(document, cx);
    risks::policy(document, cx);
    for node in document.statement_values() {
        if cx.report.is_full() {
            break;
        }
        let kind = cx.kind;
        if let Some(found) = form::check_statement(node, kind, &mut |fault| EveryRule::fault(&fault, cx)) {
            statement(found, cx);
        }
    }
    for arn in cx.placeholders.take() {
        EveryRule::wrong_arn(&arn, cx);
    }
    if cx.report.is_full() {
        let has_too_many_findings = cx.report.has_too_many_findings();
        EveryRule::stopped(&Stopped { place: document.members().place, has_too_many_findings }, cx);
    }
}

fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
    EveryRule::statement(statement, cx);
    any_role::walk(statement, cx);
    risks::statement(statement, cx);
    principals::walk(statement, cx);
    let mut actions = actions::walk(statement, cx);
    EveryRule::actions(&actions, cx);
    if cx.kind == PolicyKind::Trust {
        // A hole may be an effect or a principal with which no principal can use an action.
        let is_known = statement.effect().is_some() || !statement.may_have_effect(Effect::Allow);
        actions.is_complete &= is_known && !statement.has_unknown_principals();
    }
    if cx.kind == PolicyKind::Trust && statement.effect() == Some(Effect::Allow) {
        let mut has_unusable = false;
        if let Some(trust) = TrustStatement::new(&actions) {
            EveryRule::trust_statement(&trust, cx);
            has_unusable = trust.unusable_actions().next().is_some();
        }
        // If no principal can use an action, the intended actions of the statement are unknown.
        actions.is_complete &= !has_unusable;
    }
    resources::walk(&actions, cx);
    condition::walk(&actions, cx);
}
