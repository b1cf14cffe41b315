//! Reads the functions of conditions as formulas.

use alloc::{borrow::Cow, collections::BTreeMap, format, string::String, vec, vec::Vec};

use super::key::key;
use crate::{
    json::{Data, Value},
    template::scope::{
        function::Call,
        section::Section,
        solve::{Formula, FormulaId, Formulas, VariableId},
    },
};

/// The maximum height of a formula. A higher condition counts as one that can be true or false.
const HEIGHT_LIMIT: usize = 64;

/// The maximum number of keys of mappings that all conditions compare.
const WORK_LIMIT: usize = 1 << 18;

/// Reads conditions.
pub(super) struct Reader<'s, 't> {
    section: &'s Section<'t>,
    pub(super) parameters: &'s Section<'t>,
    pub(super) mappings: &'s Section<'t>,
    /// The conditions that were read. A condition without a formula is being read.
    named: BTreeMap<&'t str, Option<FormulaId>>,
    /// The variable of each parameter, and of each comparison that the template does not decide.
    pub(super) variables: BTreeMap<Cow<'t, str>, VariableId>,
    /// The values of each variable that formulas mention, with their positions.
    pub(super) values: Vec<BTreeMap<&'t str, usize>>,
    /// The work that is left for the keys of mappings.
    pub(super) work: usize,
    /// The height of each formula.
    heights: Vec<usize>,
    pub(in crate::template::scope) formulas: Formulas,
}

impl<'s, 't> Reader<'s, 't> {
    /// Returns a reader of the conditions in a section.
    pub(super) fn new(section: &'s Section<'t>, parameters: &'s Section<'t>, mappings: &'s Section<'t>) -> Self {
        Self {
            section,
            parameters,
            mappings,
            named: BTreeMap::new(),
            variables: BTreeMap::new(),
            values: Vec::new(),
            work: WORK_LIMIT,
            heights: Vec::new(),
            formulas: Formulas::default(),
        }
    }

    /// Returns the formula of a condition of the template.
    pub(super) fn condition(&mut self, name: &'t str, depth: usize) -> FormulaId {
        match (self.named.get(name), self.section.get(name)) {
            (Some(Some(formula)), _) => *formula,
            (None, Some(value)) if depth < HEIGHT_LIMIT => {
                self.named.insert(name, None);
                let formula = self.formula(value, depth.saturating_add(1));
                self.named.insert(name, Some(formula));
                formula
            }
            // A condition that does not exist or that contains itself.
            _ => self.free(format!("Condition {name}")),
        }
    }

    /// Returns the formula of a function.
    fn formula(&mut self, value: &'t Value<'t>, depth: usize) -> FormulaId {
        let call = (depth < HEIGHT_LIMIT).then(|| condition_call(value)).flatten();
        let inner = depth.saturating_add(1);
        let formula = match call.map(|call| (call.name, call.argument.as_str(), call.arguments())) {
            Some(("Condition", Some(name), _)) => return self.condition(name, inner),
            Some(("Fn::And", _, values)) => Formula::All(self.formulas(values, inner)),
            Some(("Fn::Or", _, values)) => Formula::Any(self.formulas(values, inner)),
            Some(("Fn::Not", _, [value])) => Formula::Not(self.formula(value, inner)),
            Some(("Fn::Equals", _, [left, right])) => return self.equals(left, right),
            _ => return self.free(key(value)),
        };
        self.add(formula)
    }

    /// Returns the formulas of several functions.
    fn formulas(&mut self, values: &'t [Value<'t>], depth: usize) -> Vec<FormulaId> {
        values.iter().map(|value| self.formula(value, depth)).collect()
    }

    /// Returns a formula that can be true or false, the same for the same key.
    pub(super) fn free(&mut self, key: String) -> FormulaId {
        let variable = match self.variables.get(key.as_str()) {
            Some(variable) => *variable,
            None => self.variable(Cow::Owned(key)),
        };
        if let Some(range) = self.formulas.variables.get_mut(variable) {
            range.end = 2;
        }
        self.add(Formula::OneOf(variable, vec![1]))
    }

    /// Adds a formula.
    pub(super) fn add(&mut self, formula: Formula) -> FormulaId {
        let height = |formula: &FormulaId| self.heights.get(*formula).copied().unwrap_or(0);
        let below = match &formula {
            Formula::All(inner) | Formula::Any(inner) => inner.iter().map(height).max().unwrap_or(0),
            Formula::Not(inner) => height(inner),
            Formula::Constant(_) | Formula::OneOf(..) => 0,
        };
        if below >= HEIGHT_LIMIT {
            return self.free(format!("{formula:?}"));
        }
        self.heights.push(below.saturating_add(1));
        self.formulas.formulas.push(formula);
        self.formulas.formulas.len().saturating_sub(1)
    }
}

/// Returns the call of a condition function, or of another condition.
fn condition_call<'t>(value: &'t Value<'t>) -> Option<Call<'t>> {
    let reference = || match &value.data {
        Data::Object(members) => match members.as_slice() {
            [member] if member.name == "Condition" => Some(Call { name: "Condition", argument: &member.value }),
            _ => None,
        },
        _ => None,
    };
    reference().or_else(|| Call::from_value(value))
}
