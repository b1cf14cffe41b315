//! Reads a page of today's layout, line by line and without Markdown: a second reader, which shares nothing with the
//! generator and knows no oddity but those that stand here.

use std::collections::BTreeMap;

/// What a page says, in its order.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) prefix: String,
    pub(crate) actions: Vec<Action>,
    pub(crate) resource_types: Vec<ResourceType>,
    pub(crate) condition_keys: Vec<ConditionKey>,
    pub(crate) operations: Vec<Operation>,
}

/// The rows of an action, united: what a set holds has no order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Action {
    pub(crate) name: String,
    /// Empty where the page has no link.
    pub(crate) url: String,
    pub(crate) permission_only: bool,
    pub(crate) access_levels: Vec<String>,
    /// With the mark of those that are required.
    pub(crate) resource_types: BTreeMap<String, bool>,
    pub(crate) condition_keys: Vec<String>,
    pub(crate) dependent_actions: Option<Vec<String>>,
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
    /// The actions, with their access levels.
    pub(crate) authorized_by: Vec<(String, Vec<String>)>,
}

/// The section that a line stands in.
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
        let Action { access_levels, condition_keys, dependent_actions, .. } = action;
        for list in [access_levels, condition_keys].into_iter().chain(dependent_actions) {
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
                (Section::Actions | Section::PermissionOnlyActions, [name, _, types, keys, levels]) => {
                    let mut action = Action::new(name, permission_only);
                    action.row(&[("Resource types", types), ("Condition keys", keys), ("Access level", levels)]);
                    self.actions.push(action);
                }
                (Section::Actions | Section::PermissionOnlyActions, [name, _, types, keys, dependent, levels]) => {
                    let mut action = Action::new(name, permission_only);
                    let facts = [("Resource types", types), ("Condition keys", keys), ("Access level", levels)];
                    action.row(&facts.map(|(label, value)| (label, *value)));
                    action.row(&[("Dependent actions", dependent)]);
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
                _ => panic!("what is this? {line}"),
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
                let levels = words(value(&fields, "Access level").unwrap_or_default());
                let authorized_by = &mut self.operations.last_mut().expect("an operation").authorized_by;
                if let Some(action) = value(&fields, "IAM action") {
                    authorized_by.push((link(action).0, levels));
                } else {
                    // What all its actions share has a line of its own.
                    for (_, of_action) in authorized_by {
                        of_action.extend(levels.iter().cloned());
                    }
                }
            } else {
                self.actions.last_mut().expect("an action").row(&fields);
            }
        }
    }
}

impl Action {
    fn new(name: &str, permission_only: bool) -> Self {
        let (name, url) = link(name);
        Self { name, url, permission_only, ..Self::default() }
    }

    /// Adds a row. A scenario says what a use of the action needs, and is none of its facts.
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

/// The value of the field whose label begins so.
fn value<'a>(fields: &[(&str, &'a str)], label: &str) -> Option<&'a str> {
    fields.iter().find_map(|(found, value)| found.starts_with(label).then_some(*value))
}

/// The cells of a row of a table, which is not the row of the headings.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim_end().strip_prefix('|')?.strip_suffix('|')?;
    let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
    let heading = matches!(*cells, [_, "---" | "Description" | "ARN", ..]);
    (!heading).then_some(cells)
}

/// `Tagging, Write`.
fn words(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The text and the target of `[text](target)`, or a text without a target. A backslash makes the next sign a plain one.
fn link(cell: &str) -> (String, String) {
    let inner = cell.trim().strip_prefix('[').and_then(|link| link.strip_suffix(')'));
    let (text, target) = inner.and_then(|inner| inner.split_once("](")).unwrap_or((cell.trim(), ""));
    (text.replace('\\', ""), target.to_owned())
}

/// The texts of `[text](target)<br />[text](target)`.
fn links(cell: &str) -> Vec<String> {
    cell.split("<br />").filter(|part| !part.trim().is_empty()).map(|part| link(part).0).collect()
}
