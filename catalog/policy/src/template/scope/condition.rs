//! The conditions of a template as formulas over its parameters.

use alloc::{borrow::Cow, collections::BTreeMap, format, string::String, vec, vec::Vec};

use super::{
    Section,
    function::Call,
    get, literal,
    mapping::entries,
    name::allowed_values,
    solve::{Formula, FormulaId, Formulas, VariableId},
};
use crate::json::{Data, Value};

/// The maximum height of a formula. A higher condition counts as one that can be true or false.
const HEIGHT_LIMIT: usize = 64;

/// The conditions of a template.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions<'t> {
    /// The formula of each condition.
    named: BTreeMap<&'t str, FormulaId>,
    /// All formulas.
    pub(super) formulas: Formulas,
}

impl<'t> Conditions<'t> {
    /// Reads the section `Conditions` of a template.
    ///
    /// See <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html>.
    pub(super) fn new(section: &Section<'t>, parameters: &Section<'t>, mappings: &Section<'t>) -> Self {
        let mut reader = Reader {
            section,
            parameters,
            mappings,
            named: BTreeMap::new(),
            variables: BTreeMap::new(),
            values: Vec::new(),
            heights: Vec::new(),
            formulas: Formulas::default(),
        };
        for &name in section.keys() {
            reader.condition(name, 0);
        }
        let named = reader.named.iter().filter_map(|(name, formula)| Some((*name, (*formula)?))).collect();
        Self { named, formulas: reader.formulas }
    }

    /// Returns the formula of a condition.
    pub(super) fn get(&self, name: &str) -> Option<FormulaId> {
        self.named.get(name).copied()
    }
}

/// Reads conditions.
struct Reader<'s, 't> {
    section: &'s Section<'t>,
    parameters: &'s Section<'t>,
    mappings: &'s Section<'t>,
    /// The conditions that were read. A condition without a formula is being read.
    named: BTreeMap<&'t str, Option<FormulaId>>,
    /// The variable of each parameter, and of each comparison that the template does not decide.
    variables: BTreeMap<Cow<'t, str>, VariableId>,
    /// The values of each variable that formulas mention, with their positions.
    values: Vec<BTreeMap<&'t str, usize>>,
    /// The height of each formula.
    heights: Vec<usize>,
    formulas: Formulas,
}

/// A side of a comparison.
enum Side<'t> {
    /// A string.
    Known(&'t str),
    /// A parameter.
    Variable(VariableId),
    /// The strings that a mapping has for the values of a parameter.
    Lookup(VariableId, Vec<(usize, &'t str)>),
    /// Anything else.
    Other,
}

impl<'t> Reader<'_, 't> {
    /// Returns the formula of a condition of the template.
    fn condition(&mut self, name: &'t str, depth: usize) -> FormulaId {
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

    /// Returns the formula of a comparison.
    fn equals(&mut self, left: &'t Value<'t>, right: &'t Value<'t>) -> FormulaId {
        let formula = match (self.side(left), self.side(right)) {
            (Side::Known(left), Side::Known(right)) => Formula::Constant(left == right),
            (Side::Variable(variable), Side::Known(value)) | (Side::Known(value), Side::Variable(variable)) => {
                Formula::OneOf(variable, self.value(variable, value).into_iter().collect())
            }
            (Side::Lookup(variable, values), Side::Known(wanted))
            | (Side::Known(wanted), Side::Lookup(variable, values)) => {
                let equal = values.iter().filter(|(_, value)| *value == wanted);
                Formula::OneOf(variable, equal.map(|(position, _)| *position).collect())
            }
            _ => {
                let mut sides = [key(left), key(right)];
                sides.sort();
                return self.free(sides.join(" = "));
            }
        };
        self.add(formula)
    }

    /// Returns a side of a comparison.
    fn side(&mut self, value: &'t Value<'t>) -> Side<'t> {
        if let Some(text) = literal(value) {
            return Side::Known(text);
        }
        let Some(call) = Call::from_value(value) else { return Side::Other };
        match (call.name, call.arguments()) {
            ("Ref", _) => call.argument.as_str().map_or(Side::Other, |name| Side::Variable(self.parameter(name))),
            ("Fn::FindInMap", [map, top, second]) => self.lookup(map, top, second).unwrap_or(Side::Other),
            _ => Side::Other,
        }
    }

    /// Returns the strings that a mapping has for the values of at most one parameter.
    fn lookup(&mut self, map: &'t Value<'t>, top: &'t Value<'t>, second: &'t Value<'t>) -> Option<Side<'t>> {
        let map = *self.mappings.get(literal(map)?)?;
        match (self.side(top), self.side(second)) {
            (Side::Known(top), Side::Known(second)) => literal(get(get(map, top)?, second)?).map(Side::Known),
            (Side::Variable(variable), Side::Known(second)) => {
                let values = entries(map, None).filter_map(|(key, inner)| Some((key, literal(get(inner, second)?)?)));
                Some(self.lookup_values(variable, values))
            }
            (Side::Known(top), Side::Variable(variable)) => {
                let values = entries(get(map, top)?, None).filter_map(|(key, value)| Some((key, literal(value)?)));
                Some(self.lookup_values(variable, values))
            }
            _ => None,
        }
    }

    fn lookup_values(&mut self, variable: VariableId, values: impl Iterator<Item = (&'t str, &'t str)>) -> Side<'t> {
        let values = values.filter_map(|(key, value)| Some((self.value(variable, key)?, value)));
        Side::Lookup(variable, values.collect())
    }

    /// Returns the variable of a parameter or a pseudo-parameter.
    fn parameter(&mut self, name: &'t str) -> VariableId {
        if let Some(variable) = self.variables.get(name) {
            return *variable;
        }
        let allowed = self.parameters.get(name).and_then(|parameter| allowed_values(parameter));
        let variable = self.variable(Cow::Borrowed(name));
        for value in allowed.into_iter().flatten().filter_map(literal) {
            self.value(variable, value);
        }
        if let Some(range) = self.formulas.variables.get_mut(variable).filter(|_| allowed.is_some()) {
            range.start = 1;
        }
        variable
    }

    /// Adds a variable that has only the value 0.
    fn variable(&mut self, name: Cow<'t, str>) -> VariableId {
        let variable = self.formulas.variables.len();
        self.formulas.variables.push(0..1);
        self.values.push(BTreeMap::new());
        self.variables.insert(name, variable);
        variable
    }

    /// Returns the position of a value of a variable. Returns `None` if the variable cannot have it.
    fn value(&mut self, variable: VariableId, value: &'t str) -> Option<usize> {
        let range = self.formulas.variables.get_mut(variable)?;
        let values = self.values.get_mut(variable)?;
        if let Some(position) = values.get(value) {
            return Some(*position);
        }
        // All values of a parameter with allowed values are known.
        if range.start > 0 {
            return None;
        }
        let position = range.end;
        range.end = position.saturating_add(1);
        values.insert(value, position);
        Some(position)
    }

    /// Returns a formula that can be true or false, the same for the same key.
    fn free(&mut self, key: String) -> FormulaId {
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
    fn add(&mut self, formula: Formula) -> FormulaId {
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

/// Returns a string that two values share if they are the same.
fn key(value: &Value<'_>) -> String {
    let mut key = String::new();
    write_key(value, &mut key);
    key
}

fn write_key(value: &Value<'_>, key: &mut String) {
    match &value.data {
        Data::Null => key.push_str("null"),
        Data::Bool(_) | Data::Number(_) | Data::String(_) => key.push_str(&format!("{:?}", literal(value))),
        Data::Hole(hole) => key.push_str(hole.written()),
        Data::Array(items) => {
            key.push('[');
            items.iter().for_each(|item| {
                write_key(item, key);
                key.push(',');
            });
            key.push(']');
        }
        Data::Object(members) => {
            key.push('{');
            members.iter().for_each(|member| {
                key.push_str(&format!("{:?}:", member.name));
                write_key(&member.value, key);
                key.push(',');
            });
            key.push('}');
        }
    }
}
