//! The choices between the branches of `Fn::If`, and between the items of loops.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::{
    Scope,
    solve::Fact,
    subject::{Subject, WHEN_FALSE, WHEN_TRUE},
};

/// A branch: the address of a value with branches, and the number of the branch.
pub(super) type Branch = (usize, usize);

/// A choice that was made.
#[derive(Clone, Copy, Debug)]
struct Choice {
    taken: usize,
    count: usize,
}

/// The choices of one variant.
#[derive(Debug)]
pub(super) struct Choices<'s, 't> {
    scope: &'s Scope<'t>,
    /// The choices so far, in order. Those up to `next` belong to this variant, and the others repeat the variant before.
    trail: Vec<Choice>,
    next: usize,
    /// The truth of conditions of the template, as the choices so far decide it.
    facts: Vec<Fact>,
    /// The choices that the template does not connect with others.
    free: BTreeMap<Subject<'t>, usize>,
    /// The branches that variants contain.
    pub(super) covered: BTreeSet<Branch>,
    /// True if choices prefer branches that no variant contains.
    pub(super) prefers_uncovered: bool,
}

impl<'s, 't> Choices<'s, 't> {
    /// Returns the choices of the first variant.
    pub(super) fn new(scope: &'s Scope<'t>) -> Self {
        Self {
            scope,
            trail: Vec::new(),
            next: 0,
            facts: Vec::new(),
            free: BTreeMap::new(),
            covered: BTreeSet::new(),
            prefers_uncovered: false,
        }
    }

    /// Begins a variant in which some choices are made in advance. Returns false if they cannot be made together.
    pub(super) fn start(&mut self, wanted: &[(Subject<'t>, usize)]) -> bool {
        self.next = 0;
        self.facts.clear();
        self.free.clear();
        let scope = self.scope;
        for &(subject, taken) in &scope.assumed {
            // A value that can never be used is checked like others.
            let _ = self.settle(subject, taken);
        }
        wanted.iter().all(|&(subject, taken)| self.settle(subject, taken))
    }

    /// Moves to the next combination of choices. Returns false after the last combination.
    pub(super) fn advance(&mut self) -> bool {
        while let Some(last) = self.trail.last_mut() {
            last.taken = last.taken.saturating_add(1);
            if last.taken < last.count {
                return true;
            }
            self.trail.pop();
        }
        false
    }

    /// Removes all choices.
    pub(super) fn forget(&mut self) {
        self.trail.clear();
    }

    /// Returns the branch of a value for its subject.
    pub(super) fn choose(&mut self, subject: Subject<'t>, count: usize, value: usize) -> usize {
        let taken = match subject {
            Subject::Condition(formula) => self.truth(formula, value),
            _ => match self.free.get(&subject) {
                Some(taken) => *taken,
                None => self.decide(count, value),
            },
        };
        self.record(subject, taken);
        self.covered.insert((value, taken));
        taken
    }

    /// Returns the truth of a condition of the template as the number of a branch.
    fn truth(&mut self, formula: usize, value: usize) -> usize {
        if let Some((_, truth)) = self.facts.iter().find(|(known, _)| *known == formula) {
            return if *truth { WHEN_TRUE } else { WHEN_FALSE };
        }
        match (self.is_possible(formula, true), self.is_possible(formula, false)) {
            (true, true) => self.decide(2, value),
            (true, false) => WHEN_TRUE,
            (false, _) => WHEN_FALSE,
        }
    }

    fn is_possible(&mut self, formula: usize, truth: bool) -> bool {
        // Without work left, everything counts as possible.
        if !self.scope.spend(1) {
            return true;
        }
        self.facts.push((formula, truth));
        let (is_possible, work) = self.scope.shared.conditions.formulas.is_possible(&self.facts);
        self.facts.pop();
        !self.scope.spend(work) || is_possible
    }

    /// Records a choice. Returns false if it contradicts an earlier one.
    fn settle(&mut self, subject: Subject<'t>, taken: usize) -> bool {
        let is_possible = match subject {
            Subject::Condition(formula) => self.is_possible(formula, taken == WHEN_TRUE),
            _ => self.free.get(&subject).is_none_or(|before| *before == taken),
        };
        if is_possible {
            self.record(subject, taken);
        }
        is_possible
    }

    /// Records a choice that does not contradict an earlier one.
    fn record(&mut self, subject: Subject<'t>, taken: usize) {
        if let Subject::Condition(formula) = subject {
            let fact = (formula, taken == WHEN_TRUE);
            if !self.facts.contains(&fact) {
                self.facts.push(fact);
            }
        } else {
            self.free.insert(subject, taken);
        }
    }

    /// Makes a choice that nothing decides.
    fn decide(&mut self, count: usize, value: usize) -> usize {
        let position = self.next;
        self.next = self.next.saturating_add(1);
        if let Some(choice) = self.trail.get(position) {
            return choice.taken;
        }
        let mut taken = 0;
        if self.prefers_uncovered {
            taken = (0..count).find(|branch| !self.covered.contains(&(value, *branch))).unwrap_or(0);
        }
        self.trail.push(Choice { taken, count });
        taken
    }
}
