//! Reads a page with today's layout, line by line, without a Markdown parser. This second reader shares no code with
//! the generator, and handles only the irregularities that appear in this file.

use std::collections::{BTreeMap, BTreeSet};

/// The contents of a page, in order.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) prefix: String,
    pub(crate) actions: Vec<Action>,
    pub(crate) resource_types: Vec<ResourceType>,
    pub(crate) condition_keys: Vec<ConditionKey>,
    pub(crate) operations: Vec<Operation>,
}

/// The merged rows of an action.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Action {
    pub(crate) name: String,
    /// The target of the link, if the name is a link.
    pub(crate) url: Option<String>,
    pub(crate) permission_only: bool,
    pub(crate) access_levels: Vec<String>,
    /// The resource types, each with whether the action requires it.
    pub(crate) resource_types: BTreeMap<String, bool>,
    pub(crate) condition_keys: Vec<String>,
    /// `None` if no row has a field for dependent actions.
    pub(crate) dependent_actions: Option<BTreeSet<String>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ResourceType {
    pub(crate) name: String,
    pub(crate) arns: Vec<String>,
    pub(crate) condition_keys: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ConditionKey {
    pub(crate) name: String,
    pub(crate) value_type: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) name: String,
    /// The actions, each with its access levels.
    pub(crate) authorized_by: Vec<(String, Vec<String>)>,
}

/// The section that a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Operations,
    Actions,
    PermissionOnlyActions,
    ResourceTypes,
    ConditionKeys,
}

pub(crate) fn read(text: &str) -> Page {
    let mut page = Page::default();
    let mut section = None;
    for line in text.lines() {
        if let Some((_, rest)) = line.split_once("(service prefix: `") {
            page.prefix = rest.chars().take_while(|sign| *sign != '`').collect();
        } else if let Some(heading) = line.strip_prefix("## ") {
            section = [
                ("API operations", Section::Operations),
                ("Actions", Section::Actions),
                ("Permission-only actions", Section::PermissionOnlyActions),
                ("Resource types", Section::ResourceTypes),
                ("Condition keys", Section::ConditionKeys),
            ]
            .into_iter()
            .find_map(|(start, section)| heading.starts_with(start).then_some(section));
        } else if let Some(section) = section {
            page.line(section, line);
        }
    }
    for action in &mut page.actions {
        for list in [&mut action.access_levels, &mut action.condition_keys] {
            list.sort_unstable();
            list.dedup();
        }
    }
    page
}

impl Page {
    fn line(&mut self, section: Section, line: &str) {
        let permission_only = section == Section::PermissionOnlyActions;
        if let Some(cells) = cells(line) {
            match (section, &*cells) {
                (Section::Actions | Section::PermissionOnlyActions, [name, _, types, keys, rest @ .., levels]) => {
                    let mut action = Action::new(name, permission_only);
                    let mut fields =
                        vec![("Resource types", *types), ("Condition keys", *keys), ("Access level", *levels)];
                    fields.extend(rest.first().map(|dependents| ("Dependent actions", *dependents)));
                    assert!(rest.len() < 2, "unexpected row: {line}");
                    action.row(&fields);
                    self.actions.push(action);
                }
                (Section::ResourceTypes, [name, arns, keys]) => self.resource_types.push(ResourceType {
                    name: (*name).to_owned(),
                    arns: arns.split(", ").filter(|arn| !arn.is_empty()).map(str::to_owned).collect(),
                    condition_keys: links(keys),
                }),
                (Section::ConditionKeys, [name, _, value_type]) => self
                    .condition_keys
                    .push(ConditionKey { name: (*name).to_owned(), value_type: (*value_type).to_owned() }),
                _ => panic!("unexpected row: {line}"),
            }
        } else if let Some(name) = line.strip_prefix("- **").and_then(|line| line.strip_suffix("**")) {
            if section == Section::Operations {
                self.operations.push(Operation { name: name.trim().to_owned(), authorized_by: Vec::new() });
            } else {
                self.actions.push(Action::new(name, permission_only));
            }
        } else if let Some(fields) = line.strip_prefix("  - **") {
            let fields: Vec<(&str, &str)> =
                fields.split(" / **").map(|field| field.split_once(":**").expect("a label")).collect();
            if section == Section::Operations {
                // An operation with one action has one item per field. An operation with several actions has one item
                // per action.
                let authorized_by = &mut self.operations.last_mut().expect("an operation").authorized_by;
                authorized_by.extend(value(&fields, "IAM action").map(|action| (link(action).0, Vec::new())));
                let levels = value(&fields, "Access level").map(words).unwrap_or_default();
                authorized_by.last_mut().expect("an action").1.extend(levels);
            } else {
                self.actions.last_mut().expect("an action").row(&fields);
            }
        }
    }
}

impl Action {
    fn new(name: &str, permission_only: bool) -> Self {
        let (name, url) = if name.trim().starts_with('[') {
            let (name, url) = link(name);
            (name, Some(url))
        } else {
            (name.trim().to_owned(), None)
        };
        Self { name, url, permission_only, ..Self::default() }
    }

    /// Adds a row. A scenario is skipped, because it describes a use of the action and not the action itself.
    fn row(&mut self, fields: &[(&str, &str)]) {
        if value(fields, "Description").is_some_and(|text| text.trim_start().starts_with("**SCENARIO")) {
            return;
        }
        for name in value(fields, "Resource types").map(links).unwrap_or_default() {
            let plain = name.trim_end_matches('*');
            *self.resource_types.entry(plain.to_owned()).or_default() |= plain.len() < name.len();
        }
        self.condition_keys.extend(value(fields, "Condition keys").map(links).unwrap_or_default());
        if let Some(names) = value(fields, "Dependent actions") {
            self.dependent_actions.get_or_insert_default().extend(links(names));
        }
        self.access_levels.extend(value(fields, "Access level").map(words).unwrap_or_default());
    }
}

/// Returns the value of the field whose label begins with `label`.
fn value<'a>(fields: &[(&str, &'a str)], label: &str) -> Option<&'a str> {
    fields.iter().find_map(|(found, value)| found.starts_with(label).then_some(*value))
}

/// Returns the cells of a table row, or `None` for the rows of the table head.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim_end().strip_prefix('|')?.strip_suffix('|')?;
    let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
    let heading = matches!(*cells, [_, "---" | "Description" | "ARN", ..]);
    (!heading).then_some(cells)
}

/// Splits a list such as `Tagging, Write`.
fn words(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns the text and the target of `[text](target)`, without backslashes in the text.
fn link(cell: &str) -> (String, String) {
    let inner = cell.trim().strip_prefix('[').and_then(|link| link.strip_suffix(')'));
    let (text, target) =
        inner.and_then(|inner| inner.split_once("](")).unwrap_or_else(|| panic!("expected a link, found `{cell}`"));
    (text.replace('\\', ""), target.to_owned())
}

/// Returns the text of each link in `[text](target)<br />[text](target)`.
fn links(cell: &str) -> Vec<String> {
    cell.split("<br />").filter(|part| !part.trim().is_empty()).map(|part| link(part).0).collect()
}
