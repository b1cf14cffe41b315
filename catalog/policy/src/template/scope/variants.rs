//! The variants of a value, for the combinations of conditions that make a difference.

use alloc::vec::Vec;

use super::{
    Scope,
    choice::{Branch, Choices},
    evaluate::{Evaluation, is_choice},
    function::Call,
    subject::{Subject, WHEN_FALSE, WHEN_TRUE, address},
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
    ///
    /// A list that a function gives as an item of a list stays inside it, as in CloudFormation. AWS refuses such a
    /// policy, so further trees contain its items in the outer list, where they are checked too. For a policy, further
    /// trees contain only an action that a parameter can have.
    #[must_use]
    pub(crate) fn variants(&self, value: &'t Value<'t>) -> Vec<Value<'t>> {
        let mut has_nested_list = false;
        let mut variants = self.each_variant(value, |evaluation| {
            let tree = evaluation.tree(value);
            has_nested_list |= evaluation.has_nested_list;
            tree
        });
        if has_nested_list {
            variants.extend(self.each_variant(value, |evaluation| {
                evaluation.flattens = true;
                evaluation.tree(value)
            }));
        }
        variants.extend(self.policies_of_parameters(value));
        variants
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
            if !choices.advance() || !self.has_spare_work() {
                return results;
            }
        }
        choices.prefers_uncovered = true;
        let mut left = COVERAGE_LIMIT;
        for target in self.targets(value) {
            choices.forget();
            if left > 0
                && self.has_spare_work()
                && !choices.covered.contains(&target.branch)
                && choices.start(&target.choices)
            {
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
        self.add_targets(value, &mut Vec::new(), &mut targets);
        targets
    }

    fn add_targets(&self, value: &'t Value<'t>, path: &mut Vec<(Subject<'t>, usize)>, targets: &mut Vec<Target<'t>>) {
        if !self.spend(1) {
            return;
        }
        if let Some(call @ Call { name: "Fn::If", .. }) = Call::from_value(value)
            && let [condition, when_true, when_false] = call.arguments()
        {
            let subject = self.subject(condition);
            if !is_choice(when_true, when_false) {
                return;
            }
            for (taken, branch) in [(WHEN_TRUE, when_true), (WHEN_FALSE, when_false)] {
                path.push((subject, taken));
                targets.push(Target { branch: (address(call.argument), taken), choices: path.clone() });
                self.add_targets(branch, path, targets);
                path.pop();
            }
            return;
        }
        match &value.data {
            Data::Array(items) => {
                for item in items {
                    self.add_targets(item, path, targets);
                }
            }
            Data::Object(members) => {
                for member in members {
                    self.add_targets(&member.value, path, targets);
                }
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
