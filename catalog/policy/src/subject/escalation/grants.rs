//! The actions of methods that the statements of a policy allow, without a condition that narrows them, and do not deny.

use super::reach;
use crate::{
    document::{Document, Node, StatementNode, Text},
    escalation_methods::{EscalationAction, EscalationMethod, Way},
    facts::escalation_methods::ESCALATION_ACTIONS,
    grammar::Effect,
    subject::{action_table::ActionTable, is_everything},
};

/// The positions of actions in [`ESCALATION_ACTIONS`], one bit each.
type Actions = u128;

/// Every action of the table.
const ALL: Actions = {
    assert!(ESCALATION_ACTIONS.len() < Actions::BITS as usize, "a set has no bit for each action");
    (1 << ESCALATION_ACTIONS.len()) - 1
};

/// The actions of methods that a policy allows.
pub(super) struct Grants {
    /// The actions that are allowed on any resources.
    allowed: Actions,
    /// The actions that are allowed on wide resources.
    wide: Actions,
    /// Whether a condition may require permissions boundaries, which limit what changed users and roles can do.
    may_require_boundaries: bool,
}

impl Grants {
    /// Returns the actions, or `None` if no method can begin with them. This is also the result if a statement may allow
    /// everything, or if a hole can be a statement.
    pub(super) fn of<'t>(
        document: Document<'t>,
        has_variables: bool,
        table: &mut ActionTable<'t, EscalationAction>,
    ) -> Option<Self> {
        let mut grants = Self { allowed: 0, wide: 0, may_require_boundaries: false };
        for statement in document.statements() {
            if !may_use(statement) {
                continue;
            }
            let actions = allowed(statement, table);
            grants.allowed |= actions;
            // Most statements name no action of a method.
            if actions != 0 {
                grants.wide |= wide(actions, statement, has_variables);
            }
        }
        if grants.wide == 0 || document.has_unknown_statements() || document.statements().any(may_allow_everything) {
            return None;
        }
        for statement in document.statements().filter(|statement| statement.may_have_effect(Effect::Deny)) {
            let denied = denied(statement, table, has_variables);
            grants.allowed &= !denied;
            grants.wide &= !denied;
        }
        grants.may_require_boundaries = document.statements().any(reach::may_require_boundaries);
        // After the limit, the table finds no denied actions.
        (grants.wide != 0 && !table.is_exhausted()).then_some(grants)
    }

    /// Returns true if the actions of a method are allowed: the first one on wide resources, and the others on any. A
    /// method that changes users or roles is not, if the policy may require permissions boundaries for them.
    pub(super) fn allow(&self, method: &EscalationMethod) -> bool {
        let first = method.actions.first().copied().map_or(0, bit);
        let others = method.actions.iter().skip(1).fold(0, |others, position| others | bit(*position));
        let changes_principal = matches!(method.way, Way::OwnPermissions | Way::OtherPrincipal);
        first & self.wide != 0 && others & !self.allowed == 0 && !(changes_principal && self.may_require_boundaries)
    }
}

/// Returns true if a statement is an `Allow` statement without a condition that narrows it.
pub(super) fn may_use(statement: StatementNode<'_>) -> bool {
    statement.effect() == Some(Effect::Allow) && !statement.members().have_hole() && !reach::is_narrowed(statement)
}

/// Returns true if a statement allows every action on every resource, or may do so because of holes.
fn may_allow_everything(statement: StatementNode<'_>) -> bool {
    let may_be_everything = |text: Text<'_>| is_everything(text.text) || text.is_open() && text.head().is_empty();
    let may_have_everything = |list: Option<Node<'_>>| {
        statement.members().have_hole()
            || list.is_some_and(|list| list.has_total_hole() || list.partial_strings().any(may_be_everything))
    };
    statement.may_have_effect(Effect::Allow)
        && may_have_everything(statement.actions())
        && may_have_everything(statement.resources())
        && !reach::has_narrowing_key(statement)
}

/// Returns the actions that an `Allow` statement names. A hole names none.
fn allowed<'t>(statement: StatementNode<'t>, table: &mut ActionTable<'t, EscalationAction>) -> Actions {
    match (statement.actions(), statement.not_actions()) {
        (Some(list), None) => named(list.plain_strings(), table),
        (None, Some(list)) if !list.has_hole() => ALL & !named(list.plain_strings(), table),
        _ => 0,
    }
}

/// Returns the actions that a `Deny` statement denies, or may deny because of holes or a condition.
fn denied<'t>(
    statement: StatementNode<'t>,
    table: &mut ActionTable<'t, EscalationAction>,
    has_variables: bool,
) -> Actions {
    let actions = match (statement.actions(), statement.not_actions()) {
        (Some(list), _) if !list.has_total_hole() => named(list.plain_partial_strings(), table),
        (None, Some(list)) => ALL & !named(list.plain_strings(), table),
        (None, None) if !statement.members().have_hole() => 0,
        _ => ALL,
    };
    if statement.is_conditional() && !reach::is_narrowed(statement) {
        return 0;
    }
    match statement.resources() {
        Some(list) if actions != 0 && !statement.may_be_conditional() && !list.has_hole() && !has_everything(list) => {
            wide(actions, statement, has_variables)
        }
        _ => actions,
    }
}

fn named<'t>(texts: impl Iterator<Item = &'t str>, table: &mut ActionTable<'t, EscalationAction>) -> Actions {
    texts.flat_map(|text| table.matches(text)).fold(0, |actions, (position, _)| actions | bit(position))
}

/// Returns those of the actions for which the resources of a statement are wide.
fn wide(actions: Actions, statement: StatementNode<'_>, has_variables: bool) -> Actions {
    let rows = ESCALATION_ACTIONS.iter().enumerate();
    let is_wide = |(position, action): &(usize, &EscalationAction)| {
        actions & bit(*position) != 0 && reach::is_wide(statement, action, has_variables)
    };
    rows.filter(is_wide).fold(0, |wide, (position, _)| wide | bit(position))
}

fn has_everything(list: Node<'_>) -> bool {
    list.plain_strings().any(is_everything)
}

fn bit(position: usize) -> Actions {
    u32::try_from(position).ok().and_then(|position| 1_u128.checked_shl(position)).unwrap_or(0)
}
