//! Parses the list form of actions: rows, fields that several rows share, and scenarios.

use super::blocks::Item;
use super::cells::{self, Mark};
use super::fields::{self, Field, Label};
use super::list_items::{all_there, head, repeated, rows};
use super::references::{action_names, references};
use super::section_kind::SectionKind;
use crate::diagnostic::{Code, Reporter};
use crate::rows::{Action, Requirement, Scenario};
use crate::slice::Slice;

/// The words that introduce a scenario in place of a description.
const SCENARIO: &str = "**SCENARIO:";

/// Returns the actions of a list, or `None` after an error.
pub(crate) fn actions<'a>(kind: SectionKind, items: &[Item<'a>], report: &mut Reporter) -> Option<Vec<Action<'a>>> {
    rows(items, report, |item, report| action(kind, item, report))
}

fn action<'a>(kind: SectionKind, item: &Item<'a>, report: &mut Reporter) -> Option<Action<'a>> {
    let head = head(item, report)?;
    let (name, marked) = cells::name(head, Mark::PermissionOnly, report)?;
    let mut description: Option<Slice<'a>> = None;
    let mut action = Action {
        name,
        permission_only: marked || kind == SectionKind::PermissionOnly,
        description: name.text.split_at(0).0,
        access_levels: Vec::new(),
        rows: Vec::with_capacity(item.items.len().saturating_sub(3).max(1)),
        scenarios: Vec::new(),
    };
    // The number of rows since the last condition keys. The next field of condition keys applies to all of these rows.
    let mut open = 0;
    // The number of rows since the last dependent actions. Some pages do not state dependent actions.
    let mut open_dependents = 0;
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
            let help = "move the scenarios after all rows of the action";
            report.error(Code::RepeatedLabel, "found a row after a scenario", field.place.clone(), help);
            continue;
        }
        // The resource types of an item open the row that its other labels describe, regardless of their order.
        let opens_row = |field: &&Field<'_, '_>| field.label == Label::ResourceTypes;
        let others = fields.iter().filter(|field| !opens_row(field));
        for field in fields.iter().filter(opens_row).chain(others) {
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
                    open_dependents += 1;
                    action.rows.push(Requirement {
                        resource_types: references(value, report),
                        condition_keys: Vec::new(),
                        dependent_actions: None,
                    });
                }
                Label::ConditionKeys if open == 0 => complete = repeated(kind, field, report),
                Label::ConditionKeys => {
                    let keys = references(value, report);
                    let first = action.rows.len() - open;
                    for row in action.rows.iter_mut().skip(first) {
                        row.condition_keys.clone_from(&keys);
                    }
                    open = 0;
                }
                Label::DependentActions if open_dependents == 0 => complete = repeated(kind, field, report),
                Label::DependentActions => {
                    let names = action_names(value);
                    // If the item also has resource types, the label applies only to their row.
                    let is_of_row = fields.iter().any(|other| other.label == Label::ResourceTypes);
                    let rows = if is_of_row { 1 } else { open_dependents };
                    for row in action.rows.iter_mut().rev().take(rows) {
                        row.dependent_actions.get_or_insert_with(|| names.clone());
                    }
                    open_dependents = 0;
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

/// Returns the description that makes an item a scenario, if the item has one.
fn scenario_name<'f, 'r, 'a>(fields: &'f [Field<'r, 'a>]) -> Option<&'f Field<'r, 'a>> {
    fields.iter().find(|field| field.label == Label::Description && field.value.text.raw().starts_with(SCENARIO))
}

/// Returns the scenario that an item describes, or `None` after an error.
fn scenario<'a>(description: &Field<'_, 'a>, fields: &[Field<'_, 'a>], report: &mut Reporter) -> Option<Scenario<'a>> {
    let name = description.value.text.split_at(SCENARIO.len()).1.trim();
    let name = name.split_at(if name.raw().starts_with("**") { 2 } else { 0 }).1.trim();
    let resource_types = fields.iter().find(|field| field.label == Label::ResourceTypes);
    let Some(resource_types) = resource_types.filter(|_| !name.is_empty()) else {
        let help = "write `**Description:** **SCENARIO: **name / **Resource types (\\*required):** …`";
        report.error(
            Code::MissingLabel,
            "this scenario has no name or no resource types",
            description.place.clone(),
            help,
        );
        return None;
    };
    let known =
        [Label::Description, Label::ResourceTypes, Label::ConditionKeys, Label::DependentActions, Label::AccessLevel];
    if let Some(other) = fields.iter().enumerate().find(|(at, field)| {
        let repeated = fields.iter().take(*at).any(|earlier| earlier.label == field.label);
        let is_left_empty = matches!(field.label, Label::ConditionKeys | Label::DependentActions | Label::AccessLevel);
        let empty = is_left_empty && !field.value.text.is_empty();
        repeated || empty || !known.contains(&field.label)
    }) {
        let help = "leave the condition keys and access levels of a scenario empty; those of the action apply";
        report.error(Code::LeftoverText, "a scenario cannot have this field", other.1.value.text.span(), help);
        return None;
    }
    Some(Scenario { name, resource_types: references(resource_types.value, report) })
}
