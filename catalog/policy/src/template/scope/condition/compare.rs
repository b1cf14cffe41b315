//! Comparisons in conditions, as formulas over parameters.

use alloc::{borrow::Cow, collections::BTreeMap, vec::Vec};

use super::{key::key, reader::Reader};
use crate::{
    json::Value,
    shape::get,
    template::scope::{
        function::Call,
        mapping::entries,
        name::allowed_values,
        section::{literal, members},
        solve::{Formula, FormulaId, VariableId},
    },
};

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
    /// Returns the formula of a comparison.
    pub(super) fn equals(&mut self, left: &'t Value<'t>, right: &'t Value<'t>) -> FormulaId {
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
        self.work = self.work.checked_sub(members(map).len())?;
        match (self.side(top), self.side(second)) {
            (Side::Known(top), Side::Known(second)) => literal(get(get(map, top)?, second)?).map(Side::Known),
            (Side::Variable(variable), Side::Known(second)) => {
                let values = entries(map, None).filter_map(|(key, inner)| Some((key, literal(get(inner, second)?)?)));
                Some(self.lookup_values(variable, values))
            }
            (Side::Known(top), Side::Variable(variable)) => {
                let inner = get(map, top)?;
                self.work = self.work.checked_sub(members(inner).len())?;
                let values = entries(inner, None).filter_map(|(key, value)| Some((key, literal(value)?)));
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
    pub(super) fn variable(&mut self, name: Cow<'t, str>) -> VariableId {
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
}
