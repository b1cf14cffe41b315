//! Finds the actions of an identity policy that matter for security, and passes them to the rules.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Document, Node, StatementNode},
    facts::{escalation_methods::ESCALATION_ACTIONS, sensitive_actions::SENSITIVE_ACTIONS},
    kind::PolicyKind,
    rules::EveryRule,
    subject::{ActionTable, Escalation, SensitiveActions},
};

/// Passes the methods of privilege escalation to the rules.
pub(super) fn policy<'t, C: PolicyCatalog>(document: Document<'t>, cx: &mut Context<'_, 't, C>) {
    // Other kinds of policies only limit what identity policies grant, or are not about their own principal.
    if cx.kind != PolicyKind::Identity {
        return;
    }
    let mut table = ActionTable::new(ESCALATION_ACTIONS);
    let found = Escalation::find(document, cx.has_variables(), &mut table);
    cx.report.spend(table.work());
    for escalation in found {
        EveryRule::escalation(&escalation, cx);
    }
}

/// Passes the sensitive actions of a statement to the rules.
pub(super) fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
    let applies = cx.kind == PolicyKind::Identity && cx.report.may_add_restrictions();
    if !applies || !SensitiveActions::may_be_in(statement) {
        return;
    }
    let mut table = ActionTable::new(SENSITIVE_ACTIONS);
    for text in statement.actions().into_iter().flat_map(Node::strings) {
        for actions in SensitiveActions::find(text, &mut table) {
            EveryRule::sensitive_actions(&actions, cx);
        }
    }
    cx.report.spend(table.work());
}
