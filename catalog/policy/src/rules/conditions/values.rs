//! The values of a condition: whether they can be what the key has and the operator compares.

use alloc::{borrow::ToOwned as _, format};

use super::{Rules, forms::Form};
use crate::{
    document::{Node, Text},
    finding::FindingId as Id,
    json::Data,
    operator::{Comparator, Compares, Operator},
    rules::{PolicyCatalog, structure::shown},
    value,
    variable::{self, Piece, pieces},
};
use catalog_core::{ascii_case, wildcard::has_wildcard};

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    pub(super) fn values(&mut self, operator: Operator, key: Text<'t>, values: Node<'t>) {
        let form = if operator.comparator.compares() == Compares::String { Form::of(key.text) } else { None };
        for value in values.each() {
            if self.report.is_full() {
                return;
            }
            self.report.spend(1);
            let text = match &value.value.data {
                Data::String(text) => &**text,
                Data::Number(text) => text,
                Data::Bool(true) => "true",
                Data::Bool(false) => "false",
                _ => continue,
            };
            self.value(operator, Text { text, place: value.place() });
            if let Some(form) = form.filter(|form| !has_wildcard(text) && !text.contains("${") && !form.fits(text)) {
                let message = format!("`{}` is no value of `{}`: {}", shown(text), shown(key.text), form.described());
                self.report.find(Id::ValueForm, value.place(), message);
            }
        }
        self.all_values(operator, key, values);
    }

    fn value(&mut self, operator: Operator, text: Text<'t>) {
        let compares = operator.comparator.compares();
        let variables = self.document.has_variables();
        if compares.replaces_variables() {
            self.variables(text);
        } else if variables && variable::has_variable(text.text) {
            let message = format!(
                "policy variables are for operators of texts and ARNs, and `{}` is none: it compares `{}` as it stands",
                operator.comparator.name(),
                shown(text.text)
            );
            return self.report.find(Id::VariableNotReplaced, text.place, message);
        }
        if let Err(error) = value::check(text.text, compares.value_type(), variables) {
            let message = format!("`{}` is {error}", shown(text.text));
            self.report.find(Id::ValueType, text.place, message);
        }
        if compares == Compares::String
            && !operator.comparator.has_wildcards()
            && has_plain_wildcard(text.text, variables)
        {
            let like =
                if matches!(operator.comparator, Comparator::StringNotEquals | Comparator::StringNotEqualsIgnoreCase) {
                    Comparator::StringNotLike
                } else {
                    Comparator::StringLike
                };
            let like = Operator { comparator: like, ..operator };
            let message = format!("`{operator}` takes `*` and `?` as they stand: wildcards are for `{like}`");
            self.report.find(Id::WildcardWithoutLike, text.place, message);
        }
    }

    /// What can be said of all the values of a key together.
    fn all_values(&mut self, operator: Operator, key: Text<'t>, values: Node<'t>) {
        let mut texts = values.each().map(|value| value.value.as_str());
        match operator.comparator.compares() {
            Compares::IpAddress if ascii_case::eq(key.text, "aws:SourceIp") => {
                let is_private = |text: Option<&str>| text.is_some_and(value::is_private);
                if values.each().next().is_some() && texts.all(is_private) {
                    let message = "`aws:SourceIp` is a public address, and these are private: \
                                   behind a VPC endpoint the key is `aws:VpcSourceIp`";
                    self.report.find(Id::PrivateAddress, values.place(), message.to_owned());
                }
            }
            Compares::Bool | Compares::Presence if texts.nth(1).is_some() => {
                let message = format!("`{}` is true or false: compare it to one value", shown(key.text));
                self.report.find(Id::SeveralBooleans, values.place(), message);
            }
            _ => {}
        }
    }
}

/// Whether there is a wildcard that no variable has made plain. A `?` is part of many an address of the web.
fn has_plain_wildcard(text: &str, variables: bool) -> bool {
    let wild = |text: &str| text.contains('*') || text.contains('?') && !text.contains("://");
    if !variables || !text.contains("${") {
        return wild(text);
    }
    pieces(text).any(|piece| matches!(piece, Piece::Plain(plain) if wild(plain)))
}
