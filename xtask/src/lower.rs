//! One page's rows → the model: words become facts, and references must lead somewhere.

use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::model::{
    AccessLevel, Action, ActionResource, ConditionKey, LeftOut, Requirement, ResourceType, Service, ValueType,
};
use crate::rows::{self, Origin, Page, Section};
use crate::slice::Slice;
use crate::suggest;
use std::collections::{HashMap, HashSet};

/// A service and where its names stand.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The facts.
    pub service: Service,
    /// Where they stand.
    pub origins: Origins,
}

/// Where the names of a service stand: one vector beside each of the service's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The actions.
    pub actions: Vec<Origin>,
    /// The API operations.
    pub operations: Vec<Origin>,
    /// The resource types.
    pub resource_types: Vec<Origin>,
    /// The condition keys.
    pub condition_keys: Vec<Origin>,
}

/// Turns one page into a service that only this page describes. Errors go to `report`.
#[must_use]
pub fn lower(page: &Page<'_>, report: &mut Reporter) -> Lowered {
    let resource_types = Defined::new("resource type", &page.resource_types, |row| row.name, report);
    let condition_keys = Defined::new("condition key", &page.condition_keys, |row| row.name, report);
    Defined::new("action", &page.actions, |row| row.name, report);
    let mut lowering = Lowering { resource_types, condition_keys, report };

    let service = Service {
        prefix: page.prefix.plain().into_owned(),
        name: page.name.plain().into_owned(),
        pages: vec![page.file_name.to_owned()],
        left_out: if matches!(page.actions, Section::LeftOut) { vec![LeftOut::Actions] } else { Vec::new() },
        actions: page.actions.rows().iter().map(|row| lowering.action(row)).collect(),
        operations: Vec::new(),
        resource_types: page.resource_types.rows().iter().map(|row| lowering.resource_type(row)).collect(),
        condition_keys: page.condition_keys.rows().iter().map(|row| lowering.condition_key(row)).collect(),
    };
    let origin = |name: rows::Name<'_>| Origin { file: page.file, span: name.text.span() };
    let origins = Origins {
        actions: page.actions.rows().iter().map(|row| origin(row.name)).collect(),
        operations: Vec::new(),
        resource_types: page.resource_types.rows().iter().map(|row| origin(row.name)).collect(),
        condition_keys: page.condition_keys.rows().iter().map(|row| origin(row.name)).collect(),
    };
    Lowered { service, origins }
}

struct Lowering<'r> {
    resource_types: Defined,
    condition_keys: Defined,
    report: &'r mut Reporter,
}

impl Lowering<'_> {
    fn action(&mut self, row: &rows::Action<'_>) -> Action {
        Action {
            name: row.name.text.plain().into_owned(),
            permission_only: row.permission_only,
            description: stated(row.description),
            url: row.name.url.map(str::to_owned),
            access_levels: row.access_levels.map_or_else(Vec::new, |cell| self.access_levels(cell)),
            rows: row.rows.iter().map(|row| self.requirement(row)).collect(),
            scenarios: Vec::new(),
        }
    }

    fn requirement(&mut self, row: &rows::Requirement<'_>) -> Requirement {
        Requirement {
            resource_types: self.action_resources(&row.resource_types),
            condition_keys: self.condition_key_names(&row.condition_keys),
            dependent_actions: row.dependent_actions.map(|cell| self.dependent_actions(cell)),
        }
    }

    fn resource_type(&mut self, row: &rows::ResourceType<'_>) -> ResourceType {
        ResourceType {
            name: row.name.text.plain().into_owned(),
            arns: arns(&row.arn.plain()),
            condition_keys: self.condition_key_names(&row.condition_keys),
            url: row.name.url.map(str::to_owned),
        }
    }

    fn condition_key(&mut self, row: &rows::ConditionKey<'_>) -> ConditionKey {
        ConditionKey {
            name: row.name.text.plain().into_owned(),
            value_type: self.value_type(row.value_type),
            description: stated(row.description),
            url: row.name.url.map(str::to_owned),
        }
    }

    /// Access levels, separated by commas.
    fn access_levels(&mut self, cell: Slice<'_>) -> Vec<AccessLevel> {
        let mut levels = Vec::new();
        for word in cell.split(',').map(Slice::trim).filter(|_| !cell.is_empty()) {
            let plain = word.plain();
            match AccessLevel::from_name(&plain) {
                Some(level) if levels.contains(&level) => self.repeated("access level", &plain, word),
                Some(level) => levels.push(level),
                None => {
                    let help = suggest::hint(&plain, AccessLevel::ALL.map(AccessLevel::name));
                    let message = format!("unknown access level `{plain}`");
                    let span = if word.is_empty() { cell.span() } else { word.span() };
                    self.report.error(Code::UnknownAccessLevel, message, span, help);
                }
            }
        }
        levels
    }

    fn value_type(&mut self, cell: Slice<'_>) -> Option<ValueType> {
        if cell.is_empty() {
            return None;
        }
        let plain = cell.plain();
        let value_type = ValueType::from_name(&plain);
        if value_type.is_none() {
            let help = suggest::hint(&plain, ValueType::ALL.iter().map(|value_type| value_type.name()));
            self.report.error(Code::UnknownType, format!("unknown value type `{plain}`"), cell.span(), help);
        }
        value_type
    }

    /// References to resource types. An asterisk at the end means that the action requires the resource type.
    fn action_resources(&mut self, cells: &[Slice<'_>]) -> Vec<ActionResource> {
        let mut resources: Vec<ActionResource> = Vec::with_capacity(cells.len());
        for &cell in cells {
            let plain = cell.plain();
            let (name, required) = match plain.strip_suffix('*') {
                Some(name) => (name.trim_end(), true),
                None => (&*plain, false),
            };
            if resources.iter().any(|resource| resource.name == name) {
                self.repeated("resource type", name, cell);
            }
            self.resource_types.resolve(name, cell, Code::UndefinedResourceType, self.report);
            resources.push(ActionResource { name: name.to_owned(), required });
        }
        resources
    }

    fn condition_key_names(&mut self, cells: &[Slice<'_>]) -> Vec<String> {
        let mut names: Vec<String> = Vec::with_capacity(cells.len());
        for &cell in cells {
            let name = cell.plain().into_owned();
            if names.contains(&name) {
                self.repeated("condition key", &name, cell);
            }
            self.condition_keys.resolve(&name, cell, Code::UndefinedConditionKey, self.report);
            names.push(name);
        }
        names
    }

    fn dependent_actions(&mut self, cell: Slice<'_>) -> Vec<String> {
        let mut actions: Vec<String> = Vec::new();
        for word in cell.words() {
            let name = word.plain().into_owned();
            let strange = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*'));
            let well_formed = name.split_once(':').is_some_and(|(service, action)| {
                !service.is_empty() && !action.is_empty() && !service.contains(strange) && !action.contains(strange)
            });
            if actions.contains(&name) {
                self.repeated("dependent action", &name, word);
            } else if !well_formed {
                let message = format!("`{name}` is not a dependent action");
                let help = "write `service:Action`, and a space between two of them";
                self.report.error(Code::BadDependentAction, message, word.span(), help);
            }
            actions.push(name);
        }
        actions
    }

    fn repeated(&mut self, what: &str, name: &str, place: Slice<'_>) {
        let message = format!("the {what} `{name}` is named twice in one cell");
        self.report.error(Code::RepeatedReference, message, place.span(), "remove one of the two");
    }
}

/// The names that one section defines.
struct Defined {
    noun: &'static str,
    /// In the page's order, to suggest from.
    names: Vec<String>,
    /// To look up in; none if the section could not be read.
    known: Option<HashSet<String>>,
}

impl Defined {
    /// Collects the names of a section and reports those that are there twice.
    fn new<'a, T>(
        noun: &'static str,
        section: &Section<T>,
        name: impl Fn(&T) -> rows::Name<'a>,
        report: &mut Reporter,
    ) -> Self {
        let rows = section.rows();
        let mut names = Vec::with_capacity(rows.len());
        let mut known = HashSet::with_capacity(rows.len());
        let mut folded: HashMap<String, Slice<'_>> = HashMap::with_capacity(rows.len());
        for row in rows {
            let text = name(row).text;
            let plain = text.plain();
            if let Some(first) = folded.insert(plain.to_ascii_lowercase(), text) {
                report.found.push(repeated_name(
                    noun,
                    (&first.plain(), Place::Text(report.file, first.span())),
                    (&plain, Place::Text(report.file, text.span())),
                ));
            }
            names.push(plain.clone().into_owned());
            known.insert(plain.into_owned());
        }
        Self { noun, names, known: (!matches!(section, Section::Unreadable)).then_some(known) }
    }

    /// Reports a reference that leads nowhere.
    fn resolve(&self, name: &str, place: Slice<'_>, code: Code, report: &mut Reporter) {
        if self.known.as_ref().is_none_or(|known| known.contains(name)) {
            return;
        }
        let noun = self.noun;
        let message = format!("this page does not define the {noun} `{name}`");
        let near = suggest::nearest(name, self.names.iter().map(String::as_str));
        let help = near.map_or_else(
            || format!("define it in the page's table of {noun}s, or remove it here"),
            |near| format!("did you mean `{near}`?"),
        );
        report.error(code, message, place.span(), help);
    }
}

/// The error about two names that IAM does not tell apart.
pub(crate) fn repeated_name(noun: &str, first: (&str, Place), second: (&str, Place)) -> Diagnostic {
    let message = if first.0 == second.0 {
        format!("the {noun} `{}` is defined twice", second.0)
    } else {
        format!("the {noun}s `{}` and `{}` differ in case only, and IAM ignores case", first.0, second.0)
    };
    Diagnostic::error(Code::RepeatedName, message, second.1)
        .also(first.1, "the first one")
        .help("keep one of the two, with everything that AWS says about it")
}

/// A text of the page, if there is any.
fn stated(text: Slice<'_>) -> Option<String> {
    (!text.is_empty()).then(|| text.plain().into_owned())
}

/// The ARN formats in a cell. Several are joined by commas, which an ARN may hold itself.
fn arns(cell: &str) -> Vec<String> {
    let mut arns: Vec<String> = Vec::new();
    for part in cell.split(", ").filter(|_| !cell.is_empty()) {
        match arns.last_mut() {
            Some(last) if !part.starts_with("arn:") => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => arns.push(part.to_owned()),
        }
    }
    arns
}

#[cfg(test)]
mod tests {
    #[test]
    fn arns_are_split_where_the_next_one_begins() {
        assert_eq!(super::arns("arn:a:{x, y}, arn:b"), ["arn:a:{x, y}", "arn:b"]);
        assert_eq!(super::arns(""), [""; 0]);
    }
}
