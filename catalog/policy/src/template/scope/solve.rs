//! Decides whether conditions can be true and false together.

use alloc::{collections::BTreeMap, vec::Vec};

/// The position of a formula among the formulas of a template.
pub(super) type FormulaId = usize;

/// The position of a variable among the variables of a template.
pub(super) type VariableId = usize;

/// The maximum number of formulas that one question visits. Beyond it, everything counts as possible.
const STEP_LIMIT: usize = 1 << 14;

/// A condition as a formula over variables.
#[derive(Clone, Debug)]
pub(super) enum Formula {
    /// A condition that is always true or always false.
    Constant(bool),
    /// True if the variable has one of these values.
    OneOf(VariableId, Vec<usize>),
    /// True if all formulas are true.
    All(Vec<FormulaId>),
    /// True if any formula is true.
    Any(Vec<FormulaId>),
    /// True if the formula is false.
    Not(FormulaId),
}

/// The formulas and variables of a template.
#[derive(Clone, Debug, Default)]
pub(super) struct Formulas {
    /// The formulas. A formula contains only formulas before it.
    pub(super) formulas: Vec<Formula>,
    /// The range of the values that each variable can have. Value 0 represents all values that no formula mentions.
    pub(super) variables: Vec<core::ops::Range<usize>>,
}

/// A formula, and whether it is true.
pub(super) type Fact = (FormulaId, bool);

impl Formulas {
    /// Returns true if values of the variables exist that make all facts hold, or if the question is too large. Also
    /// returns the work that the answer took.
    pub(super) fn is_possible(&self, facts: &[Fact]) -> (bool, usize) {
        let mut search = Search { formulas: self, facts, assignment: BTreeMap::new(), steps: STEP_LIMIT };
        let is_possible = search.is_possible();
        (is_possible, STEP_LIMIT.saturating_sub(search.steps))
    }
}

/// A search for values of the variables.
struct Search<'f> {
    formulas: &'f Formulas,
    facts: &'f [Fact],
    assignment: BTreeMap<VariableId, usize>,
    steps: usize,
}

/// The truth of a formula under an incomplete assignment.
enum Truth {
    Known(bool),
    /// The truth depends on this variable.
    Open(VariableId),
}

impl Search<'_> {
    fn is_possible(&mut self) -> bool {
        let mut open = None;
        for &(formula, wanted) in self.facts {
            match self.truth(formula) {
                // Without steps left, nothing is known.
                _ if self.steps == 0 => return true,
                Truth::Known(truth) if truth != wanted => return false,
                Truth::Known(_) => {}
                Truth::Open(variable) => open = open.or(Some(variable)),
            }
        }
        let Some(variable) = open else { return true };
        for value in self.formulas.variables.get(variable).cloned().unwrap_or_default() {
            self.assignment.insert(variable, value);
            if self.is_possible() {
                return true;
            }
        }
        self.assignment.remove(&variable);
        false
    }

    fn truth(&mut self, formula: FormulaId) -> Truth {
        self.steps = self.steps.saturating_sub(1);
        let formulas = self.formulas;
        match formulas.formulas.get(formula) {
            _ if self.steps == 0 => Truth::Known(true),
            None => Truth::Known(true),
            Some(Formula::Constant(truth)) => Truth::Known(*truth),
            Some(Formula::OneOf(variable, values)) => {
                self.steps = self.steps.saturating_sub(values.len() / 16);
                match self.assignment.get(variable) {
                    Some(value) => Truth::Known(values.contains(value)),
                    None => Truth::Open(*variable),
                }
            }
            Some(Formula::Not(inner)) => match self.truth(*inner) {
                Truth::Known(truth) => Truth::Known(!truth),
                open @ Truth::Open(_) => open,
            },
            Some(Formula::All(inner)) => self.first(inner, false),
            Some(Formula::Any(inner)) => self.first(inner, true),
        }
    }

    /// Returns `decisive` if one formula has this truth, and its opposite if no formula has it.
    fn first(&mut self, formulas: &[FormulaId], decisive: bool) -> Truth {
        let mut open = None;
        for &formula in formulas {
            match self.truth(formula) {
                Truth::Known(truth) if truth == decisive => return Truth::Known(decisive),
                Truth::Known(_) => {}
                Truth::Open(variable) => open = open.or(Some(variable)),
            }
        }
        open.map_or(Truth::Known(!decisive), Truth::Open)
    }
}
