//! Writes a section of actions.
//!
//! The section is a pipe table if no action has resource types and all actions state their dependent actions. Otherwise
//! it is a list.

use super::data::{ActionResource, Scenario};
use super::links::{BREAK, Links};
use super::service::ActionEntry;
use std::collections::{BTreeMap, BTreeSet};

/// The writer of the actions of one page.
pub(super) struct ActionWriter<'a, 'p> {
    /// The links of the page.
    pub(super) links: &'p Links,
    /// The condition keys of each resource type.
    pub(super) keys_of_types: &'p BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> ActionWriter<'a, '_> {
    /// Returns the lines of a section, without its introductory sentence.
    pub(super) fn section(&self, actions: &[ActionEntry<'a>]) -> Vec<String> {
        let is_list = actions.iter().any(|entry| !entry.action.resource_types.is_empty() || entry.dependents.is_none());
        let mut lines = vec![String::new(), String::new()];
        if is_list {
            lines.extend(actions.iter().flat_map(|entry| self.item(entry)));
        } else {
            lines.push(
                "| Actions | Description | Resource types (\\*required) | Condition keys | Dependent actions | Access level | "
                    .to_owned(),
            );
            lines.push("| --- | --- | --- | --- | --- | --- | ".to_owned());
            lines.extend(actions.iter().map(|entry| self.row(entry)));
        }
        lines
    }

    /// Returns the row of an action in a pipe table. One row is enough, because the action has no resource types.
    fn row(&self, entry: &ActionEntry<'a>) -> String {
        let action = &entry.action;
        let keys = self.links.keys(action.condition_keys.iter().map(|key| key.text()));
        let dependents = self.dependents(entry, None).unwrap_or_default();
        let [keys, dependents] = [keys, dependents].map(|cell| if cell.is_empty() { " ".to_owned() } else { cell });
        format!("|   {}  |  |  | {keys} | {dependents} | {} | ", action.name.text(), action.access_level.text())
    }

    /// Returns the lines of an action in a list.
    fn item(&self, entry: &ActionEntry<'a>) -> Vec<String> {
        let action = &entry.action;
        let level = format!("**Access level:** {}", action.access_level.text());
        let mut lines = vec![format!("- **   {}  **", action.name.text())];
        let mut rows = action.resource_types.iter().map(|row| self.fields(entry, row));
        match (action.resource_types.as_slice(), action.scenarios.as_slice()) {
            ([] | [_], []) => {
                lines.push("  - **Description:** ".to_owned());
                let fields = rows.next().unwrap_or_else(|| self.fields_without_type(entry));
                lines.extend(fields.into_iter().map(|field| format!("  - {field}")));
                lines.push(format!("  - {level}"));
            }
            (_, []) => {
                lines.push("  - **Description:** ".to_owned());
                lines.extend(rows.map(|fields| format!("  - {}", fields.join(SEPARATOR))));
                lines.push(format!("  - {level}"));
            }
            (_, scenarios) => {
                let first = rows.next().unwrap_or_default().join(SEPARATOR);
                lines.push(format!("  - **Description:** {SEPARATOR}{first}{SEPARATOR}{level}"));
                lines.extend(rows.map(|fields| format!("  - {}", fields.join(SEPARATOR))));
                lines.extend(scenarios.iter().map(|scenario| self.scenario(scenario)));
            }
        }
        lines.push(String::new());
        lines
    }

    /// Returns the labeled fields of a row with a resource type.
    fn fields(&self, entry: &ActionEntry<'a>, row: &ActionResource<'a>) -> Vec<String> {
        let name = row.name.text();
        let mut keys: BTreeSet<_> =
            entry.action.condition_keys.iter().chain(&row.condition_keys).map(|key| key.text()).collect();
        keys.extend(self.keys_of_types.get(name).into_iter().flatten());
        // AWS's pages sort the keys of a cell ignoring case. Two spellings of a key stay in the order of the set.
        let mut keys: Vec<_> = keys.into_iter().collect();
        keys.sort_by_key(|key| key.to_ascii_lowercase());
        let mut fields = vec![
            format!("**Resource types (\\*required):** {}", self.links.resource_type(name, row.required)),
            format!("**Condition keys:** {}", self.links.keys(keys)),
        ];
        fields.extend(self.dependents(entry, Some(name)).map(|links| dependents_label(&links)));
        fields
    }

    /// Returns the labeled fields of an action without resource types.
    fn fields_without_type(&self, entry: &ActionEntry<'a>) -> Vec<String> {
        let keys = self.links.keys(entry.action.condition_keys.iter().map(|key| key.text()));
        let mut fields = vec!["**Resource types (\\*required):** ".to_owned(), format!("**Condition keys:** {keys}")];
        fields.extend(self.dependents(entry, None).map(|links| dependents_label(&links)));
        fields
    }

    /// Returns the links of the dependent actions of a row, if they are stated.
    fn dependents(&self, entry: &ActionEntry<'a>, resource_type: Option<&str>) -> Option<String> {
        let rows = entry.dependents.as_ref()?;
        Some(self.links.actions(rows.get(&resource_type).into_iter().flatten().copied()))
    }

    /// Returns the line of a scenario, with required resource types first.
    fn scenario(&self, scenario: &Scenario<'a>) -> String {
        let mut types: Vec<_> = scenario.resource_types.iter().collect();
        types.sort_by_key(|resource| !resource.required);
        let types: Vec<_> =
            types.iter().map(|resource| self.links.resource_type(resource.name.text(), resource.required)).collect();
        let (name, types) = (scenario.name.text(), types.join(BREAK));
        format!(
            "  - **Description:** **SCENARIO: **{name}{SEPARATOR}**Resource types (\\*required):** {types}\
             {SEPARATOR}**Condition keys:** {SEPARATOR}**Access level:** "
        )
    }
}

/// Returns the labeled field of dependent actions.
fn dependents_label(links: &str) -> String {
    format!("**Dependent actions:** {links}")
}

/// The separator of fields in the same list item.
const SEPARATOR: &str = " / ";
