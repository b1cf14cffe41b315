//! The actions that a policy gets from parameters.

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

use super::{
    Scope,
    function::Call,
    section::{literal, members},
    tree::any_members,
};
use crate::{
    hole::{Hole, Piece},
    json::{Data, Member, Value},
    shape::get,
};

/// The maximum number of actions of parameters that are checked for one policy.
const LIMIT: usize = 64;

impl<'t> Scope<'t> {
    /// Returns policies of which only one action is known: an action that a parameter has by default or is allowed to
    /// have. Returns none for a value that is not a policy.
    ///
    /// The action has the place of its string in the declaration of the parameter.
    pub(super) fn policies_of_parameters(&self, policy: &'t Value<'t>) -> Vec<Value<'t>> {
        let mut actions = Vec::new();
        if let Some(statements) = get(policy, "Statement") {
            self.add_actions(statements, &mut actions);
        }
        actions.into_iter().take(LIMIT).map(|(member, action)| policy_of(member, action)).collect()
    }

    /// Adds the actions of the parameters in a value, each with the member that refers to the parameter.
    fn add_actions(&self, value: &'t Value<'t>, actions: &mut Vec<(&'t Member<'t>, Value<'t>)>) {
        if actions.len() > LIMIT || !self.spend(1) {
            return;
        }
        if let Data::Array(items) = &value.data {
            for item in items {
                self.add_actions(item, actions);
            }
        }
        for member in members(value) {
            if !matches!(&*member.name, "Action" | "NotAction") {
                self.add_actions(&member.value, actions);
                continue;
            }
            let entries = match &member.value.data {
                Data::Array(items) => items.as_slice(),
                _ => core::slice::from_ref(&member.value),
            };
            for call in entries.iter().filter_map(Call::from_value).filter(|call| call.name == "Ref") {
                let parameter = literal(call.argument).and_then(|name| self.shared.parameters.get(name));
                for action in parameter.into_iter().flat_map(|parameter| self.actions_of(parameter)) {
                    if !actions.iter().any(|(_, known)| *known == action) {
                        actions.push((member, action));
                    }
                }
            }
        }
    }

    /// Returns the actions that a parameter has by default or is allowed to have.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>.
    fn actions_of(&self, parameter: &'t Value<'t>) -> Vec<Value<'t>> {
        let is_list = match get(parameter, "Type").and_then(Value::as_str) {
            Some("String") => false,
            Some("CommaDelimitedList") => true,
            _ => return Vec::new(),
        };
        let allowed = match get(parameter, "AllowedValues").map(|values| &values.data) {
            Some(Data::Array(values)) => values.as_slice(),
            _ => &[],
        };
        let mut actions: Vec<Value<'t>> = Vec::new();
        for value in get(parameter, "Default").into_iter().chain(allowed).take(LIMIT) {
            let Some(text) = value.as_str() else { continue };
            let parts = text.split(',').take(if is_list { LIMIT } else { 0 }).map(str::trim);
            let whole = (!is_list).then_some(text);
            for action in whole.into_iter().chain(parts).filter(|action| action.contains(':')) {
                if !self.spend(1) {
                    return actions;
                }
                let data = if action.len() == text.len() {
                    Data::String(Cow::Borrowed(action))
                } else {
                    Data::Hole(Box::new(Hole::new([Piece::Known(Cow::Borrowed(action))])))
                };
                if actions.iter().all(|known| known.data != data) {
                    actions.push(Value::new(value.span, data));
                }
            }
        }
        actions
    }
}

/// Returns a policy with one known action.
fn policy_of<'t>(member: &'t Member<'t>, action: Value<'t>) -> Value<'t> {
    let span = member.value.span;
    let action = Member::new(Cow::Borrowed(&member.name), member.name_span, action);
    let statement = Value::new(span, Data::Object([action, any_members("…", span, span)].into()));
    let statement = Member::new(Cow::Borrowed("Statement"), member.name_span, statement);
    Value::new(span, Data::Object([statement, any_members("…", span, span)].into()))
}
