//! Parses the list form of API operations: the actions that authorize each one, and fields that several actions share.

use super::blocks::Item;
use super::cells::{self, Mark};
use super::fields::{self, Label};
use super::list_items::{all_there, head, repeated, rows};
use super::references::{self, InvalidCell};
use super::section_kind::SectionKind;
use crate::diagnostic::Reporter;
use crate::rows::{AuthorizedAction, Operation};

/// Returns the operations of a list, or `None` after an error.
pub(crate) fn operations<'a>(items: &[Item<'a>], report: &mut Reporter) -> Option<Vec<Operation<'a>>> {
    rows(items, report, operation)
}

fn operation<'a>(item: &Item<'a>, report: &mut Reporter) -> Option<Operation<'a>> {
    let kind = SectionKind::Operations;
    let head = head(item, report)?;
    let (name, _) = cells::name(head, Mark::None, report)?;
    let mut operation = Operation { name, sdk_client: None, actions: Vec::with_capacity(item.items.len()) };
    // For each label that rows can share, the number of rows since its last field. The next field applies to them.
    let mut waiting = [(Label::ConditionKey, 0), (Label::Values, 0), (Label::AccessLevel, 0)];
    let mut complete = true;
    for cell in &item.items {
        let Some(fields) = fields::fields(kind, cell, report) else {
            complete = false;
            continue;
        };
        for field in &fields {
            let text = field.value.text;
            match field.label {
                Label::SdkClient if operation.sdk_client.is_none() && operation.actions.is_empty() => {
                    operation.sdk_client = Some(text);
                }
                Label::IamAction => {
                    let (action, _) = cells::name(field.value, Mark::None, report)?;
                    for (_, rows) in &mut waiting {
                        *rows += 1;
                    }
                    operation.actions.push(AuthorizedAction {
                        action,
                        condition_key: None,
                        values: Vec::new(),
                        access_levels: None,
                    });
                }
                label => {
                    let Some((_, rows)) = waiting.iter_mut().find(|(waits, rows)| *waits == label && *rows > 0) else {
                        complete = repeated(kind, field, report);
                        continue;
                    };
                    let first = operation.actions.len() - std::mem::take(rows);
                    let rows = operation.actions.iter_mut().skip(first);
                    match label {
                        Label::ConditionKey => match references::optional_name(field.value, report) {
                            Ok(key) => rows.for_each(|action| action.condition_key = key),
                            Err(InvalidCell) => complete = false,
                        },
                        Label::Values => {
                            let values = references::values(field.value);
                            rows.for_each(|action| action.values.clone_from(&values));
                        }
                        _ => rows.for_each(|action| action.access_levels = Some(text)),
                    }
                }
            }
        }
    }
    let [keys, values, levels] = waiting.map(|(label, rows)| (label, rows == 0));
    let wanted = [(Label::IamAction, !operation.actions.is_empty()), keys, values, levels];
    (complete && all_there(kind, &wanted, head.text.span(), report)).then_some(operation)
}
