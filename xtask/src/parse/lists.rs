//! The list form: an item a name, and inside it an item a row, or a field that several rows share.

use super::blocks::{Cell, Inline, Item, List};
use super::cells::{self, Mark};
use super::fields::{self, Field, Label};
use super::kind::Kind;
use crate::diagnostic::{Code, Reporter};
use crate::rows::{Action, AuthorizedAction, Operation, Requirement, Scenario};
use crate::slice::Slice;
use crate::source::Span;

/// What announces a scenario where a description would stand.
const SCENARIO: &str = "**SCENARIO:";

/// Whether a list holds rows; prose has no labels.
pub(crate) fn has_rows(list: &List<'_>) -> bool {
    let has_label = |cell: &Cell<'_>| fields::begins_with_label(cell.text);
    list.items.iter().any(|item| {
        item.head.text.raw().starts_with("**") && item.head.text.raw().ends_with("**")
            || has_label(&item.head)
            || item.items.iter().any(has_label)
    })
}

/// The actions of a list.
pub(crate) fn actions<'a>(kind: Kind, items: &[Item<'a>], report: &mut Reporter) -> Option<Vec<Action<'a>>> {
    rows(items, report, |item, report| action(kind, item, report))
}

/// The operations of a list.
pub(crate) fn operations<'a>(items: &[Item<'a>], report: &mut Reporter) -> Option<Vec<Operation<'a>>> {
    rows(items, report, operation)
}

/// Reads every item of a list. Nothing comes back if one cannot be read.
fn rows<'a, T>(
    items: &[Item<'a>],
    report: &mut Reporter,
    read: impl Fn(&Item<'a>, &mut Reporter) -> Option<T>,
) -> Option<Vec<T>> {
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        rows.extend(read(item, report));
    }
    (rows.len() == items.len()).then_some(rows)
}

/// The head of an item: what stands between asterisks, which Markdown does not take for emphasis.
fn head<'r, 'a>(item: &'r Item<'a>, report: &mut Reporter) -> Option<Inline<'r, 'a>> {
    let text = item.head.text;
    let inner = text.raw().strip_prefix("**").and_then(|raw| raw.strip_suffix("**"));
    if inner.is_none() || fields::begins_with_label(text) {
        let help = "an item of the list is `- **   Name  **`, and its fields are items inside it";
        report.error(Code::LeftoverText, "this item names nothing", first_line(text).span(), help);
        return None;
    }
    if let Some(rest) = item.rest {
        let help = "only items with labels may stand below a name";
        report.error(Code::LeftoverText, "text between the items", first_line(rest).span(), help);
        return None;
    }
    let (text, _) = text.split_at(text.raw().len().saturating_sub(2));
    let text = text.split_at(2).1.trim();
    Some(Inline { text, links: &item.head.links })
}

fn first_line(text: Slice<'_>) -> Slice<'_> {
    text.split_at(text.raw().find(['\n', '\r']).unwrap_or(text.raw().len())).0
}

fn action<'a>(kind: Kind, item: &Item<'a>, report: &mut Reporter) -> Option<Action<'a>> {
    let head = head(item, report)?;
    let (name, marked) = cells::name(head, Mark::PermissionOnly, report)?;
    let mut description: Option<Slice<'a>> = None;
    let mut action = Action {
        name,
        permission_only: marked || kind == Kind::PermissionOnly,
        description: name.text.split_at(0).0,
        access_levels: Vec::new(),
        rows: Vec::with_capacity(item.items.len().saturating_sub(3).max(1)),
        scenarios: Vec::new(),
    };
    // Rows whose condition keys have not been named yet: those keys may span several rows.
    let mut open = 0;
    let mut complete = true;
    for cell in &item.items {
        let Some(fields) = fields::fields(kind, cell, report) else {
            complete = false;
            continue;
        };
        if let Some(description) = scenario_name(&fields) {
            let scenario = scenario(description, &fields, report);
            complete &= scenario.is_some();
            action.scenarios.extend(scenario);
            continue;
        }
        if let (false, Some(field)) = (action.scenarios.is_empty(), fields.first()) {
            complete = false;
            let help = "scenarios stand after all rows of an action";
            report.error(Code::RepeatedLabel, "a row after a scenario", field.place.clone(), help);
            continue;
        }
        for field in &fields {
            let value = field.value;
            match field.label {
                Label::Description => match description {
                    Some(first) if first.raw() != value.text.raw() && !value.text.is_empty() => {
                        complete = repeated(kind, field, report);
                    }
                    Some(_) => {}
                    None => description = Some(value.text),
                },
                Label::AccessLevel => action.access_levels.push(value.text),
                Label::ResourceTypes => {
                    if fields.iter().filter(|other| other.label == Label::ResourceTypes).count() > 1 {
                        complete = repeated(kind, field, report);
                    }
                    open += 1;
                    action.rows.push(Requirement {
                        resource_types: cells::references(value, report),
                        condition_keys: Vec::new(),
                        dependent_actions: None,
                    });
                }
                Label::ConditionKeys if open == 0 => complete = repeated(kind, field, report),
                Label::ConditionKeys => {
                    let keys = cells::references(value, report);
                    let first = action.rows.len() - open;
                    for row in action.rows.iter_mut().skip(first) {
                        row.condition_keys.clone_from(&keys);
                    }
                    open = 0;
                }
                _ => {}
            }
        }
    }
    let wanted = [
        (Label::Description, description.is_some()),
        (Label::ResourceTypes, !action.rows.is_empty()),
        (Label::ConditionKeys, open == 0),
        (Label::AccessLevel, !action.access_levels.is_empty()),
    ];
    action.description = description.unwrap_or(action.description);
    (complete && all_there(kind, &wanted, head.text.span(), report)).then_some(action)
}

/// The field that makes a scenario of an item.
fn scenario_name<'f, 'r, 'a>(fields: &'f [Field<'r, 'a>]) -> Option<&'f Field<'r, 'a>> {
    fields.iter().find(|field| field.label == Label::Description && field.value.text.raw().starts_with(SCENARIO))
}

/// The scenario that an item describes.
fn scenario<'a>(description: &Field<'_, 'a>, fields: &[Field<'_, 'a>], report: &mut Reporter) -> Option<Scenario<'a>> {
    let name = description.value.text.split_at(SCENARIO.len()).1.trim();
    let name = name.split_at(if name.raw().starts_with("**") { 2 } else { 0 }).1.trim();
    let resource_types = fields.iter().find(|field| field.label == Label::ResourceTypes);
    let Some(resource_types) = resource_types.filter(|_| !name.is_empty()) else {
        let help = "a scenario is `**Description:** **SCENARIO: **name / **Resource types (\\*required):** …`";
        report.error(
            Code::MissingLabel,
            "a scenario without a name or resource types",
            description.place.clone(),
            help,
        );
        return None;
    };
    let known = [Label::Description, Label::ResourceTypes, Label::ConditionKeys, Label::AccessLevel];
    if let Some(other) = fields.iter().enumerate().find(|(at, field)| {
        let repeated = fields.iter().take(*at).any(|earlier| earlier.label == field.label);
        let empty = matches!(field.label, Label::ConditionKeys | Label::AccessLevel) && !field.value.text.is_empty();
        repeated || empty || !known.contains(&field.label)
    }) {
        let help = "the condition keys and access levels of a scenario are those of the action, and left empty";
        report.error(Code::LeftoverText, "this has no place in a scenario", other.1.value.text.span(), help);
        return None;
    }
    Some(Scenario { name, resource_types: cells::references(resource_types.value, report) })
}

fn operation<'a>(item: &Item<'a>, report: &mut Reporter) -> Option<Operation<'a>> {
    let kind = Kind::Operations;
    let head = head(item, report)?;
    let (name, _) = cells::name(head, Mark::None, report)?;
    let mut operation = Operation { name, sdk_client: None, actions: Vec::with_capacity(item.items.len()) };
    // For each label that several rows may share, how many rows wait for it.
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
                        values: None,
                        access_levels: None,
                    });
                }
                label => {
                    let Some((_, rows)) = waiting.iter_mut().find(|(waits, rows)| *waits == label && *rows > 0) else {
                        complete = repeated(kind, field, report);
                        continue;
                    };
                    let first = operation.actions.len() - std::mem::take(rows);
                    for action in operation.actions.iter_mut().skip(first) {
                        match label {
                            Label::ConditionKey => action.condition_key = Some(text),
                            Label::Values => action.values = Some(text),
                            _ => action.access_levels = Some(text),
                        }
                    }
                }
            }
        }
    }
    let [keys, values, levels] = waiting.map(|(label, rows)| (label, rows == 0));
    let wanted = [(Label::IamAction, !operation.actions.is_empty()), keys, values, levels];
    (complete && all_there(kind, &wanted, head.text.span(), report)).then_some(operation)
}

/// Complains about a label that is there too often; says that the item is not complete.
fn repeated(kind: Kind, field: &Field<'_, '_>, report: &mut Reporter) -> bool {
    let message = format!("`{}` without a row that it belongs to", fields::words(kind, field.label));
    let help = "a field stands once for all rows above it that lack it, or once in each row, joined by ` / `";
    report.error(Code::RepeatedLabel, message, field.place.clone(), help);
    false
}

/// Complains about labels that are not there.
fn all_there(kind: Kind, wanted: &[(Label, bool)], place: Span, report: &mut Reporter) -> bool {
    let missing: Vec<_> =
        wanted.iter().filter(|(_, there)| !there).map(|(label, _)| fields::words(kind, *label)).collect();
    if missing.is_empty() {
        return true;
    }
    let message = format!("the items below have no `{}`", missing.join("` and no `"));
    let help = "an empty field is written with its label and nothing after it: `**Condition keys:**`";
    report.error(Code::MissingLabel, message, place, help);
    false
}
