//! The values that the functions of a template give, if the template decides them.

mod actions;
mod choice;
mod condition;
mod evaluate;
mod foreach;
mod function;
mod mapping;
mod name;
mod section;
mod solve;
mod source;
mod strings;
mod subject;
mod substitute;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod variants;

pub(crate) use source::TemplateSource;

use alloc::{rc::Rc, vec::Vec};
use core::cell::Cell;

use crate::{
    json::{Data, Value},
    shape::get,
};

use condition::Conditions;
use foreach::Loop;
use section::{Section, section};
use subject::{Subject, WHEN_FALSE, WHEN_TRUE, address};

/// The maximum number of values and strings that one template's scope visits. The largest template that AWS accepts has
/// a tenth of this limit.
const WORK_LIMIT: usize = 1 << 20;

/// The parts of a template that decide what its functions give: parameters, mappings and conditions.
#[derive(Clone, Debug)]
pub(crate) struct Scope<'t> {
    shared: Rc<Shared<'t>>,
    /// The loops around a value, the outermost loop first.
    loops: Vec<Loop<'t>>,
    /// The choices that were made around a value.
    assumed: Vec<(Subject<'t>, usize)>,
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
        scope.assumed.push((self.condition(condition), WHEN_TRUE));
        scope
    }

    /// Returns the scope of a branch of `Fn::If`. The value is the list of the three arguments, and the position is that
    /// of the branch in it.
    #[must_use]
    pub(crate) fn inside_branch(&self, arguments: &'t Value<'t>, position: usize) -> Self {
        let mut scope = self.clone();
        if let (Data::Array(values), Some(taken)) = (&arguments.data, position.checked_sub(1))
            && let Some(condition) = values.first().filter(|_| taken <= WHEN_FALSE)
        {
            scope.assumed.push((self.subject(condition), taken));
        }
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

    /// Returns the subject of the condition of `Fn::If`.
    fn subject(&self, condition: &'t Value<'t>) -> Subject<'t> {
        match condition.as_str().or_else(|| get(condition, "Condition")?.as_str()) {
            Some(name) => self.condition(name),
            None => Subject::Call(address(condition)),
        }
    }

    /// Returns the subject of a condition.
    fn condition(&self, name: &'t str) -> Subject<'t> {
        self.shared.conditions.get(name).map_or(Subject::Undeclared(name), Subject::Condition)
    }

    /// Returns true if the template needed so much work that further values would not be known.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.shared.work.get() == 0
    }

    /// Returns true if work is left for further variants of a value. Half of the work is reserved for the first variant
    /// of each value.
    fn has_spare_work(&self) -> bool {
        self.shared.work.get() > WORK_LIMIT / 2
    }

    /// Counts work. Returns false if none is left.
    fn spend(&self, amount: usize) -> bool {
        let left = self.shared.work.get().checked_sub(amount);
        self.shared.work.set(left.unwrap_or(0));
        left.is_some()
    }
}
