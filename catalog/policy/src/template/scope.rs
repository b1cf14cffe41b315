//! The values that the functions of a template give, as far as the template decides them.

mod choice;
mod condition;
mod evaluate;
mod function;
mod mapping;
mod name;
mod solve;
mod substitute;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod variants;

use alloc::{collections::BTreeMap, rc::Rc, vec::Vec};
use core::cell::Cell;

use crate::json::{Data, Value};

use condition::Conditions;

/// The maximum number of values and strings that one template's scope visits. The largest template that AWS accepts has
/// a tenth of this limit.
const WORK_LIMIT: usize = 1 << 20;

/// The parts of a template that decide what its functions give: parameters, mappings and conditions.
#[derive(Clone, Debug)]
pub(crate) struct Scope<'t> {
    shared: Rc<Shared<'t>>,
    /// The loops around a value, the outermost loop first.
    loops: Vec<Loop<'t>>,
    /// The conditions that are true wherever a value exists.
    assumed: Vec<&'t str>,
}

/// The parts of a scope that are the same in the whole template.
#[derive(Debug)]
struct Shared<'t> {
    parameters: Section<'t>,
    mappings: Section<'t>,
    conditions: Conditions<'t>,
    /// The work that is left of [`WORK_LIMIT`].
    work: Cell<usize>,
}

/// The members of a section of the template. If a name repeats, the first member counts.
type Section<'t> = BTreeMap<&'t str, &'t Value<'t>>;

/// A loop of `Fn::ForEach` around a value.
#[derive(Clone, Copy, Debug)]
struct Loop<'t> {
    /// The identifier that represents the item.
    identifier: &'t str,
    /// The items, if the template states them.
    items: Option<&'t [Value<'t>]>,
}

impl<'t> Scope<'t> {
    /// Returns the scope of a template.
    #[must_use]
    pub(crate) fn new(template: &'t Value<'t>) -> Self {
        let parameters = section(template, "Parameters");
        let mappings = section(template, "Mappings");
        let conditions = Conditions::new(&section(template, "Conditions"), &parameters, &mappings);
        let shared = Shared { parameters, mappings, conditions, work: Cell::new(WORK_LIMIT) };
        Self { shared: Rc::new(shared), loops: Vec::new(), assumed: Vec::new() }
    }

    /// Returns the scope of a resource that exists only if a condition is true.
    #[must_use]
    pub(crate) fn assuming(&self, condition: &'t str) -> Self {
        let mut scope = self.clone();
        scope.assumed.push(condition);
        scope
    }

    /// Returns the scope inside a loop and the object that the loop repeats. The value is that of a member
    /// `Fn::ForEach::Name`. Returns `None` if it does not have the form of a loop.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>.
    #[must_use]
    pub(crate) fn inside_loop(&self, value: &'t Value<'t>) -> Option<(Self, &'t Value<'t>)> {
        let (inner, body) = Loop::from_value(value)?;
        let mut scope = self.clone();
        scope.loops.push(inner);
        Some((scope, body))
    }

    /// Counts work. Returns false if none is left.
    fn spend(&self, amount: usize) -> bool {
        let left = self.shared.work.get().checked_sub(amount);
        self.shared.work.set(left.unwrap_or(0));
        left.is_some()
    }
}

impl<'t> Loop<'t> {
    /// Returns the loop and the object that it repeats.
    fn from_value(value: &'t Value<'t>) -> Option<(Self, &'t Value<'t>)> {
        let Data::Array(arguments) = &value.data else { return None };
        let [identifier, collection, body] = arguments.as_slice() else { return None };
        let items = match &collection.data {
            Data::Array(items) if items.iter().all(|item| literal(item).is_some()) => Some(items.as_slice()),
            _ => None,
        };
        Some((Self { identifier: identifier.as_str()?, items }, body))
    }
}

/// Returns the members of a section of the template.
fn section<'t>(template: &'t Value<'t>, name: &str) -> Section<'t> {
    let mut section = Section::new();
    for member in get(template, name).into_iter().flat_map(members) {
        section.entry(&member.name).or_insert(&member.value);
    }
    section
}

/// Returns the members of an object. Another value has none.
fn members<'t>(value: &'t Value<'t>) -> &'t [crate::json::Member<'t>] {
    match &value.data {
        Data::Object(members) => members,
        _ => &[],
    }
}

/// Returns the first member of an object that has this name.
fn get<'t>(value: &'t Value<'t>, name: &str) -> Option<&'t Value<'t>> {
    members(value).iter().find(|member| member.name == name).map(|member| &member.value)
}

/// Returns the string that CloudFormation uses for a string, a number or a boolean.
fn literal<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    match &value.data {
        Data::String(text) | Data::Number(text) => Some(text),
        Data::Bool(flag) => Some(if *flag { "true" } else { "false" }),
        _ => None,
    }
}
