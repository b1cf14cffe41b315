//! The conditions of a template as formulas over its parameters.

mod compare;
mod key;
mod reader;

use alloc::collections::BTreeMap;

use super::{
    section::Section,
    solve::{FormulaId, Formulas},
};
use reader::Reader;

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
        let mut reader = Reader::new(section, parameters, mappings);
        let named = section.keys().map(|name| (*name, reader.condition(name, 0))).collect();
        Self { named, formulas: reader.formulas }
    }

    /// Returns the formula of a condition.
    pub(super) fn get(&self, name: &str) -> Option<FormulaId> {
        self.named.get(name).copied()
    }
}
