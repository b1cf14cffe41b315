//! `Condition`: operators, keys and values, and whether they have to do with each other and with the actions.

mod carried;
mod forms;
mod keys;
mod near_key;
mod values;

use alloc::{
    format,
    string::{String, ToString as _},
};

use super::{PolicyCatalog, Rules, actions::Actions, structure::shown};
use crate::{
    condition_key,
    document::{Node, Statement, Text},
    finding::FindingId as Id,
    operator::{Operator, SetMisfit},
};

use keys::Key;

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    pub(super) fn conditions(&mut self, statement: Statement<'t>, actions: &Actions<'t, C::Service>) {
        let operators = statement.condition().into_iter().flat_map(super::super::document::Members::iter);
        for (text, keys) in operators {
            // What is no object has been told, and may be no operator either.
            let Some(keys) = keys.members() else { continue };
            let operator = self.operator(text);
            for (key, values) in keys.iter() {
                if self.report.is_full() {
                    return;
                }
                self.report.spend(1);
                let known = self.key(key);
                if let Some(operator) = operator {
                    self.comparison(operator, key, known, values);
                    self.values(operator, key, values);
                }
                if let Some(Key { service: Some(_), .. }) = known {
                    self.key_of_actions(operator, key, actions);
                }
            }
        }
    }

    fn operator(&mut self, text: Text<'t>) -> Option<Operator> {
        match text.text.parse::<Operator>() {
            Ok(operator) => {
                let right = operator.to_string();
                if right != text.text {
                    let message = format!("AWS writes the operator `{right}`");
                    self.report.suggest(Id::OperatorCase, text.place, message, Some(right));
                }
                Some(operator)
            }
            Err(error) => {
                let message = format!("`{}`: {error}", shown(text.text));
                let suggestion = error.suggestion().map(|operator| operator.to_string());
                self.report.suggest(Id::UnknownOperator, text.place, message, suggestion);
                None
            }
        }
    }

    /// Checks an operator against its key.
    fn comparison(&mut self, operator: Operator, key: Text<'t>, known: Option<Key<C::Service>>, values: Node<'t>) {
        let Some(value_type) = known.and_then(|known| known.value_type) else { return };
        let comparator = operator.comparator;
        if !comparator.fits_values(value_type, values.strings().map(|text| text.text)) {
            let message = format!(
                "`{}` holds values of the type {value_type}, which `{}` does not compare",
                shown(key.text),
                comparator.name()
            );
            self.report.find(Id::OperatorType, key.place, message);
        }
        match operator.set_misfit(value_type) {
            Some(SetMisfit::Missing) => {
                let message = format!(
                    "`{}` carries several values: put `ForAnyValue:` or `ForAllValues:` in front of `{operator}`",
                    shown(key.text)
                );
                self.report.find(Id::SetOperatorMissing, key.place, message);
            }
            Some(SetMisfit::Needless(set)) => {
                let message = format!("`{}` carries one value, which needs no `{}:`", shown(key.text), set.name());
                self.report.find(Id::SetOperatorNeedless, key.place, message);
            }
            None => {}
        }
    }

    /// What is known about a key. What is wrong with it is told.
    fn key(&mut self, text: Text<'t>) -> Option<Key<C::Service>> {
        if let Some(known) = self.known_key(text.text) {
            if known.is_unfilled {
                let message = format!(
                    "`{}` is a template: write what is meant, as a tag's key, in its open part",
                    shown(text.text)
                );
                self.report.find(Id::TemplateKey, text.place, message);
                return None;
            }
            return Some(known);
        }
        if !self.report.declares_condition_key(text.text) {
            let (id, message, suggestion) = self.explain_key(text.text);
            self.report.suggest(id, text.place, message, suggestion);
        }
        None
    }

    fn explain_key(&mut self, text: &str) -> (Id, String, Option<String>) {
        self.report.spend(super::report::EXPLANATION);
        if let Some(message) = keys::malformed(text) {
            return (Id::MalformedConditionKey, message, None);
        }
        if self.is_bare_template(text) {
            let message = format!(
                "`{0}` is a template without its open part: write a tag's key, or what else is meant, behind a slash: \
                 `{0}/team`",
                shown(text.trim_end_matches('/'))
            );
            return (Id::TemplateKey, message, None);
        }
        let Some((near, mistakes)) = condition_key::nearest(self.catalog, text) else {
            let message = format!("the catalog has no condition key `{}`", shown(text));
            return (Id::UncatalogedConditionKey, message, None);
        };
        let message = format!("unknown condition key `{}`: did you mean `{near}`?", shown(text));
        let id = if mistakes == 1 { Id::UnknownConditionKey } else { Id::UncatalogedConditionKey };
        (id, message, Some(near))
    }
}
