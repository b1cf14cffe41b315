//! Finds statements that allow giving roles to AWS services without naming the roles, and passes them to the rules.

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::StatementNode,
    kind::PolicyKind,
    rules::EveryRule,
    subject::{AnyRole, RoleAction},
};

/// Passes the permissions of a statement to the rules, unless another statement of the policy limits them.
pub(super) fn walk<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
    // Only these policies give their callers permissions in IAM.
    if cx.kind != PolicyKind::Identity {
        return;
    }
    for action in RoleAction::ALL {
        if let Some(any) = AnyRole::new(action, statement)
            && !cx.limits_roles(action)
        {
            EveryRule::any_role(&any, cx);
        }
    }
}
