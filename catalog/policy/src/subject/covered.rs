//! The statements of a policy whose requests another statement already covers.

use alloc::{format, string::String, vec::Vec};
use core::cell::OnceCell;

use catalog_core::{
    ascii_case,
    syntax::split_at_colon,
    wildcard::{self, is_everything},
};

use crate::{
    containment::{Statement, Work, action_within, may_match_sample},
    document::{Document, Node, Place, StatementNode},
    grammar::{Effect, StatementElement},
};

/// The maximum work of the decisions about one list or one policy, in steps of an automaton. The largest policy of AWS
/// needs a part of it.
pub(crate) const DECISION: u64 = 200_000;

/// The maximum number of statements that are compared. No policy that AWS accepts has more.
const MOST: usize = 500;

/// A statement whose requests another statement covers.
pub(crate) struct CoveredStatement<'t> {
    /// The place of the statement.
    pub(crate) place: Place<'t>,
    /// The number of the other statement, counted from 1.
    by: usize,
    /// Whether the two statements apply to the same requests.
    is_equal: bool,
}

impl CoveredStatement<'_> {
    /// Returns the message about the statement.
    pub(crate) fn message(&self) -> String {
        let by = self.by;
        if self.is_equal {
            format!("statement {by} applies to the same requests: remove one of the two")
        } else {
            format!("statement {by} already applies to everything that this one applies to: remove this one")
        }
    }
}

/// Returns the statements that another statement covers, and the work. Of equal statements, the first is not returned.
pub(crate) fn covered_statements(policy: Document<'_>) -> (Vec<CoveredStatement<'_>>, u64) {
    let mut found = Vec::new();
    let has_variables = policy.has_variables();
    // If the version is a hole, the text of a variable may be literal.
    if policy.statement_values().nth(1).is_none() || policy.may_have_variables() != has_variables {
        return (found, 0);
    }
    let statements = policy.statement_values().take(MOST).zip(1..);
    let outlines: Vec<_> = statements.filter_map(|(node, number)| Outline::new(node, number)).collect();
    let mut work = Work::new(DECISION);
    for narrow in &outlines {
        let mut candidates = outlines.iter().filter(|wide| wide.number != narrow.number && narrow.may_be_within(wide));
        let covered = candidates.find_map(|wide| {
            if !narrow.may_share_first_resource(wide) || !narrow.may_share_actions(wide, &mut work) {
                return None;
            }
            let (own, other) = (narrow.requests(has_variables)?, wide.requests(has_variables)?);
            if !own.within(other, &mut work).is_yes() {
                return None;
            }
            let is_equal = wide.may_be_within(narrow) && other.within(own, &mut work).is_yes();
            // Of equal statements, the first one stays.
            let stays = is_equal && narrow.number < wide.number;
            let place = narrow.statement.members().place;
            (!stays).then_some(CoveredStatement { place, by: wide.number, is_equal })
        });
        found.extend(covered);
    }
    let pairs = outlines.len() * outlines.len();
    (found, work.done() / 2 + pairs as u64 / 64)
}

/// The parts of a statement that exclude most pairs at once.
struct Outline<'t> {
    statement: StatementNode<'t>,
    /// The requests of the statement, computed when a decision first needs them.
    requests: OnceCell<Option<Statement<'t>>>,
    number: usize,
    effect: Effect,
    has_condition: bool,
    /// One bit for each service whose actions the statement names.
    services: u64,
    /// Whether the statement can contain actions of every service.
    has_all_services: bool,
    /// The first string in `Resource`.
    resource: Option<&'t str>,
    has_several_resources: bool,
}

impl<'t> Outline<'t> {
    fn new(node: Node<'t>, number: usize) -> Option<Self> {
        let statement = StatementNode::from_node(node).filter(|statement| !has_empty_list(*statement))?;
        let mut services = 0_u64;
        let mut has_all_services = statement.not_actions().is_some();
        let mut last = "";
        for text in statement.actions().into_iter().flat_map(Node::plain_strings) {
            match split_at_colon(text) {
                // Actions are usually ordered by service.
                Some((service, _)) if service == last => {}
                Some((service, _)) if service != "*" => {
                    services |= 1 << (ascii_case::hash(service) % u64::BITS);
                    last = service;
                }
                _ => has_all_services = true,
            }
        }
        let mut resources = statement.resources().into_iter().flat_map(Node::plain_strings);
        let resource = resources.next();
        Some(Self {
            statement,
            requests: OnceCell::new(),
            number,
            effect: statement.effect()?,
            has_condition: statement.is_conditional(),
            services,
            has_all_services,
            resource,
            has_several_resources: resources.next().is_some(),
        })
    }

    /// Returns true if a request of this statement may be one of the other statement.
    fn may_be_within(&self, wide: &Self) -> bool {
        self.effect == wide.effect
            && (self.has_condition || !wide.has_condition)
            && (wide.has_all_services || !self.has_all_services && self.services & !wide.services == 0)
            && self.may_share_resources(wide)
    }

    fn requests(&self, has_variables: bool) -> Option<&Statement<'t>> {
        self.requests.get_or_init(|| Statement::from_node(self.statement, has_variables)).as_ref()
    }

    /// Returns true if the first and the last action of this statement may be actions of the other statement.
    fn may_share_actions(&self, wide: &Self, work: &mut Work) -> bool {
        let strings = |outline: &Self| outline.statement.actions().into_iter().flat_map(Node::plain_strings);
        let (Some(first), Some(last)) = (strings(self).next(), strings(self).last()) else { return true };
        // As in `may_match_sample`, only a wildcard can match a wildcard.
        let may_match_last = |other: &str| is_everything(other) || wildcard::matches(other, last);
        wide.statement.actions().is_none()
            || strings(wide).any(|other| action_within(first, other, work).is_yes())
                && strings(wide).any(may_match_last)
    }

    /// Returns true if the first resource of this statement may be one of the other statement, which can have several.
    fn may_share_first_resource(&self, wide: &Self) -> bool {
        let (Some(first), Some(list)) = (self.resource, wide.statement.resources()) else { return true };
        list.has_hole() || list.plain_strings().any(|other| may_match_sample(other, first))
    }

    /// Returns true if the first resource of this statement may be one of the other statement. This is a fast check of the
    /// beginnings.
    fn may_share_resources(&self, wide: &Self) -> bool {
        let (Some(own), Some(other)) = (self.resource, wide.resource) else { return true };
        if wide.has_several_resources || own == other {
            return true;
        }
        // A single resource contains others only if its beginning without wildcards is also theirs.
        let Some(start) = other.find(['*', '?', '$']) else { return false };
        other.get(..start).is_some_and(|start| own.starts_with(start))
    }
}

/// Returns true if a statement has an empty list, so that it applies to nothing. Such lists have findings of their own.
fn has_empty_list(statement: StatementNode<'_>) -> bool {
    use StatementElement as E;
    let lists = [E::Action, E::NotAction, E::Resource, E::NotResource].map(|element| statement.get(element));
    let principals = [statement.principal(), statement.not_principal()].into_iter().flatten();
    let has_no_principal = |node: Node<'_>| {
        node.members()
            .is_some_and(|kinds| kinds.members.is_empty() || kinds.iter().any(|(_, names)| names.is_empty_list()))
    };
    lists.into_iter().flatten().any(Node::is_empty_list)
        || principals.into_iter().any(has_no_principal)
        || statement.conditions().any(|comparison| comparison.values.is_empty_list())
}
