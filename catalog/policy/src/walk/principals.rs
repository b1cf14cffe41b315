//! Passes the principals of a statement to the rules.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Members, StatementNode},
    form,
    kind::Presence,
    principal::PrincipalKind,
    rules::EveryRule,
    subject::NamedPrincipal,
};

/// Passes the principals of a statement to the rules. Skips them if the kind of policy forbids principals, because the
/// check of the form has reported the element.
pub(super) fn walk<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
    if cx.kind.principal() == Presence::Forbidden {
        return;
    }
    let except = statement.not_principal().filter(|_| cx.kind.not_principal() && statement.principal().is_none());
    for node in except.into_iter().chain(statement.principal()) {
        form::check_principal(node, &mut |fault| EveryRule::fault(&fault, cx));
        for (kind, names) in node.members().into_iter().flat_map(Members::iter) {
            let Some(kind) = PrincipalKind::from_name(kind.text).filter(|_| kind.hole.is_none()) else { continue };
            for name in names.partial_strings() {
                EveryRule::principal(&NamedPrincipal { kind, name }, cx);
            }
        }
    }
}
