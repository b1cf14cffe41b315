//! The variants of a value, for the combinations of conditions that make a difference.

use alloc::vec::Vec;

use super::{
    Scope,
    choice::{Branch, Choices, Subject, WHEN_FALSE, WHEN_TRUE, address},
    evaluate::{Evaluation, is_choice},
    function::Call,
};
use crate::json::{Data, Value};

/// The maximum number of variants in which every combination of branches occurs. Further variants only add branches that
/// no variant contains.
const COMBINATION_LIMIT: usize = 16;

/// The maximum number of further variants.
const COVERAGE_LIMIT: usize = 128;

impl<'t> Scope<'t> {
    /// Returns the value without functions: one tree for each combination of conditions that makes a difference.
    ///
    /// A function that the template decides is replaced with its value, and another one with a hole. Spans stay those of
    /// the template. Each branch of `Fn::If` that can be used is in at least one tree. If there are many branches, not
    /// every combination of them has a tree.
    #[must_use]
    pub(crate) fn variants(&self, value: &'t Value<'t>) -> Vec<Value<'t>> {
        self.each_variant(value, |evaluation| evaluation.tree(value))
    }

    /// Evaluates a value once for each combination of branches, and returns the different results.
    pub(super) fn each_variant<'s, R: PartialEq>(
        &'s self,
        value: &'t Value<'t>,
        mut evaluate: impl FnMut(&mut Evaluation<'_, 's, 't>) -> Option<R>,
    ) -> Vec<R> {
        let mut results = Vec::new();
        let mut add = |choices: &mut Choices<'s, 't>| {
            if let Some(result) = evaluate(&mut Evaluation::new(self, choices))
                && !results.contains(&result)
            {
                results.push(result);
            }
        };
        let mut choices = Choices::new(self);
        for _ in 0..COMBINATION_LIMIT {
            choices.start(&[]);
            add(&mut choices);
            if !choices.advance() {
                return results;
            }
        }
        choices.prefers_uncovered = true;
        let mut left = COVERAGE_LIMIT;
        for target in self.targets(value) {
            choices.forget();
            if left > 0 && !choices.covered.contains(&target.branch) && choices.start(&target.choices) {
                add(&mut choices);
                left = left.saturating_sub(1);
            }
        }
        results
    }

    /// Returns all branches of a value and of the loops around it.
    fn targets(&self, value: &'t Value<'t>) -> Vec<Target<'t>> {
        let mut targets = Vec::new();
        for (position, around) in self.loops.iter().enumerate() {
            let items = around.items.unwrap_or_default();
            targets.extend((0..items.len()).map(|item| Target {
                branch: (items.as_ptr().addr(), item),
                choices: [(Subject::Item(position), item)].into(),
            }));
        }
        self.add_targets(value, &Choices::new(self), &mut Vec::new(), &mut targets);
        targets
    }

    fn add_targets(
        &self,
        value: &'t Value<'t>,
        choices: &Choices<'_, 't>,
        path: &mut Vec<(Subject<'t>, usize)>,
        targets: &mut Vec<Target<'t>>,
    ) {
        if !self.spend(1) {
            return;
        }
        if let Some(call @ Call { name: "Fn::If", .. }) = Call::from_value(value)
            && let [condition, when_true, when_false] = call.arguments()
        {
            let subject = choices.subject(condition);
            if !is_choice(when_true, when_false) {
                return;
            }
            for (taken, branch) in [(WHEN_TRUE, when_true), (WHEN_FALSE, when_false)] {
                path.push((subject, taken));
                targets.push(Target { branch: (address(call.argument), taken), choices: path.clone() });
                self.add_targets(branch, choices, path, targets);
                path.pop();
            }
            return;
        }
        match &value.data {
            Data::Array(items) => items.iter().for_each(|item| self.add_targets(item, choices, path, targets)),
            Data::Object(members) => {
                members.iter().for_each(|member| self.add_targets(&member.value, choices, path, targets));
            }
            _ => {}
        }
    }
}

/// A branch that a variant should contain.
struct Target<'t> {
    branch: Branch,
    /// The choices that lead to the branch.
    choices: Vec<(Subject<'t>, usize)>,
}
