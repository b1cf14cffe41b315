//! The methods of privilege escalation that the statements of an identity policy allow together.

mod administration;
mod grants;
mod reach;

use alloc::{borrow::ToOwned as _, format, string::String, vec::Vec};

use catalog_core::ascii_case;

use crate::{
    document::{Document, Node, Text},
    escalation_methods::{EscalationAction, EscalationMethod, Way},
    facts::escalation_methods::{ESCALATION_ACTIONS, ESCALATION_METHODS},
    subject::action_table::{ActionRow, ActionTable},
};
use grants::Grants;

impl ActionRow for EscalationAction {
    fn action(&self) -> (&'static str, &'static str) {
        (self.prefix, self.name)
    }
}

/// A string that allows the first action of a method, if the policy allows all actions of the method.
pub(crate) struct Escalation<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The method. If the string belongs to several methods, it is the first one in the table.
    method: &'static EscalationMethod,
    /// The number of other methods to which the string belongs.
    others: usize,
    /// Whether the policy is for an administrator of users, or `None` if holes decide that.
    pub(crate) is_for_administrators: Option<bool>,
}

impl<'t> Escalation<'t> {
    /// Returns the strings of an identity policy. A string is returned twice if it belongs to a method that needs an
    /// existing resource, and to one that does not.
    ///
    /// The result is empty if a statement allows every action on every resource.
    pub(crate) fn find(
        document: Document<'t>,
        has_variables: bool,
        table: &mut ActionTable<'t, EscalationAction>,
    ) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let Some(grants) = Grants::of(document, has_variables, table) else { return found };
        let is_for_administrators = administration::is_only_task(document);
        for statement in document.statements().filter(|statement| grants::may_use(*statement)) {
            for text in statement.actions().into_iter().flat_map(Node::strings) {
                let first = table.matches(text.text);
                let first = first.filter(|(_, action)| reach::is_wide(statement, action, has_variables));
                let first: Vec<_> = first.map(|(position, _)| position).collect();
                if first.is_empty() {
                    continue;
                }
                for needs in [false, true] {
                    let mut methods = ESCALATION_METHODS.iter().filter(|method| {
                        let begins = method.actions.first().is_some_and(|action| first.contains(action));
                        begins && needs_resource(method) == needs && grants.allow(method)
                    });
                    if let Some(method) = methods.next() {
                        found.push(Self { text, method, others: methods.count(), is_for_administrators });
                    }
                }
            }
        }
        found
    }

    /// Returns true if the method needs a resource that already has a role.
    pub(crate) fn needs_resource(&self) -> bool {
        needs_resource(self.method)
    }

    /// Returns the message about the method: what the principal can do, with which actions, and the fix.
    pub(crate) fn message(&self) -> String {
        let mut names = String::new();
        let count = self.method.actions.len();
        for (nth, EscalationAction { prefix, name, .. }) in self.actions().enumerate() {
            names += if nth == 0 {
                ""
            } else if nth + 1 == count {
                " and "
            } else {
                ", "
            };
            for part in ["`", prefix, ":", name, "`"] {
                names += part;
            }
        }
        let EscalationMethod { name, list, way, .. } = self.method;
        let others = match self.others {
            0 => String::new(),
            1 => ", and 1 other method".to_owned(),
            others => format!(", and {others} other methods"),
        };
        let first = self.actions().next();
        let is_plain = count == 1 && first.is_some_and(|action| self.is_named(action));
        let it = match first {
            Some(EscalationAction { prefix, name, .. }) if !is_plain => format!("`{prefix}:{name}`"),
            _ => "it".to_owned(),
        };
        let resources = first.map_or("resources", EscalationAction::resources);
        let can = way.described();
        format!(
            "the principal can {can} with {names} (`{name}` of {list}{others}): allow {it} only on some {resources}"
        )
    }

    /// Returns true if the string is the name of an action, and not a pattern.
    fn is_named(&self, action: &EscalationAction) -> bool {
        let name = self.text.text.split_once(':').map_or("", |(_, name)| name);
        ascii_case::eq(name, action.name)
    }

    /// Returns the actions of the method.
    pub(crate) fn actions(&self) -> impl Iterator<Item = &'static EscalationAction> {
        self.method.actions.iter().filter_map(|position| ESCALATION_ACTIONS.get(*position))
    }
}

fn needs_resource(method: &EscalationMethod) -> bool {
    method.way == Way::ExistingResource
}
