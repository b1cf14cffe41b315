//! The form of `Condition`: an object of operators, in each an object of keys, below each one value or a list.
//!
//! Source: [Condition](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html).

use alloc::format;

use super::{repeated, shown, wrong_type};
use crate::{document::Node, finding::FindingId as Id, json::Data, operator::Operator, rules::report::Report};

/// Operators, in them keys, in them values: strings, numbers or truth values, one or a list.
pub(super) fn check(node: Node<'_>, report: &mut Report<'_>) {
    let object = |node: Node<'_>, what: &str, report: &mut Report<'_>| match &node.value.data {
        Data::Object(members) if members.is_empty() => {
            report.find(Id::EmptyElement, node.place(), format!("{what} is empty and asks for nothing"));
            false
        }
        Data::Object(_) => true,
        _ => {
            wrong_type(node, &format!("{what} is an object"), report);
            false
        }
    };
    if !object(node, "`Condition`", report) {
        return;
    }
    let Some(operators) = node.members() else { return };
    // Neither operators nor keys are told apart by their case.
    repeated(operators, str::to_ascii_lowercase, report);
    for (operator, keys) in operators.iter() {
        if keys.members().is_none() && operator.text.contains(':') && operator.text.parse::<Operator>().is_err() {
            let message =
                format!("`{0}` stands in an operator: `{{\"StringEquals\": {{\"{0}\": … }}}}`", shown(operator.text));
            report.find(Id::WrongType, keys.place(), message);
            continue;
        }
        if !object(keys, &format!("`{}`", shown(operator.text)), report) {
            continue;
        }
        let Some(keys) = keys.members() else { continue };
        repeated(keys, str::to_ascii_lowercase, report);
        for (key, values) in keys.iter() {
            if matches!(&values.value.data, Data::Array(values) if values.is_empty()) {
                let message = format!("`{}` is compared to nothing", shown(key.text));
                report.find(Id::EmptyElement, values.place(), message);
            }
            for value in values.each() {
                if matches!(value.value.data, Data::Null | Data::Array(_) | Data::Object(_)) {
                    wrong_type(value, "a condition compares strings, numbers and booleans", report);
                }
            }
        }
    }
}
