//! One page's rows → the model: words become facts, and references must lead somewhere.

mod names;
mod oddities;
mod texts;

pub(crate) use names::repeated_name;

use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::model::{
    self, AccessLevel, Action, ActionResource, AuthorizedAction, ConditionKey, LeftOut, Operation, Requirement,
    ResourceType, Scenario, Service, ValueType,
};
use crate::quirks::Kind;
use crate::rows::{self, Origin, Page, Section};
use crate::slice::Slice;
use crate::source::FileId;
use crate::suggest;
use crate::tally::{Account, Tally};
use names::Defined;
use std::collections::{BTreeSet, HashMap};
use texts::{arns, is_action, stated, values};

/// A service and where its names stand.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The facts.
    pub service: Service,
    /// Where they stand.
    pub origins: Origins,
    /// The rows seen and read, page by page.
    pub accounts: Vec<(FileId, Account)>,
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
    let prefix = page.prefix.plain().into_owned();
    let mut collect = |kind, rows: &mut dyn Iterator<Item = rows::Name<'_>>, readable| {
        Defined::new(&prefix, kind, rows, readable, report)
    };
    let resource_types = collect(
        Kind::ResourceType,
        &mut page.resource_types.rows().iter().map(|row| row.name),
        page.resource_types.is_stated(),
    );
    let condition_keys = collect(
        Kind::ConditionKey,
        &mut page.condition_keys.rows().iter().map(|row| row.name),
        page.condition_keys.is_stated(),
    );
    let action_rows = || page.actions.rows().iter().chain(page.permission_only.rows());
    let actions = collect(
        Kind::Action,
        &mut action_rows().map(|row| row.name),
        page.actions.is_stated() && !matches!(page.permission_only, Section::Unreadable),
    );
    let mut lowering = Lowering { prefix: &prefix, actions, resource_types, condition_keys, report };

    let mut service = Service {
        prefix: prefix.clone(),
        name: page.name.plain().into_owned(),
        pages: vec![model::Page { file: page.file_name.to_owned(), edition: None }],
        left_out: if matches!(page.actions, Section::LeftOut) { vec![LeftOut::Actions] } else { Vec::new() },
        actions: action_rows().map(|row| lowering.action(row)).collect(),
        operations: page.operations.rows().iter().map(|row| lowering.operation(row)).collect(),
        resource_types: page.resource_types.rows().iter().map(|row| lowering.resource_type(row)).collect(),
        condition_keys: page.condition_keys.rows().iter().map(|row| lowering.condition_key(row)).collect(),
    };
    let origin = |name: rows::Name<'_>| Origin { file: page.file, span: name.text.span() };
    let mut origins = Origins {
        actions: action_rows().map(|row| origin(row.name)).collect(),
        operations: page.operations.rows().iter().map(|row| origin(row.name)).collect(),
        resource_types: page.resource_types.rows().iter().map(|row| origin(row.name)).collect(),
        condition_keys: page.condition_keys.rows().iter().map(|row| origin(row.name)).collect(),
    };
    lowering.repeated_operations(page.operations.rows());
    let account = Account { seen: page.seen.tally, read: Tally::of(&service) };
    lowering.balance(page, account, &origins);
    unite(&mut service.condition_keys, &mut origins.condition_keys, &lowering.condition_keys);
    Lowered { service, origins, accounts: vec![(page.file, account)] }
}

/// Unites the keys that AWS has listed twice by a slip: the first row stands, and takes what only the second says.
fn unite(keys: &mut Vec<ConditionKey>, origins: &mut Vec<Origin>, defined: &Defined) {
    for (second, first) in defined.to_unite().rev() {
        if second >= keys.len() || second >= origins.len() {
            continue;
        }
        let other = keys.remove(second);
        origins.remove(second);
        if let Some(key) = keys.get_mut(first) {
            key.value_type = key.value_type.or(other.value_type);
            key.description = key.description.take().or(other.description);
            key.url = key.url.take().or(other.url);
        }
    }
}

struct Lowering<'r> {
    prefix: &'r str,
    actions: Defined,
    resource_types: Defined,
    condition_keys: Defined,
    report: &'r mut Reporter,
}

impl Lowering<'_> {
    /// The error about rows that the text shows and the model lacks, or the other way round. Where there is an error
    /// already, rows are missing because of it.
    fn balance(&mut self, page: &Page<'_>, account: Account, origins: &Origins) {
        if account.seen == account.read || self.report.found.iter().any(Diagnostic::is_error) {
            return;
        }
        let Origins { actions, operations, resource_types, condition_keys } = origins;
        let read: BTreeSet<usize> = [actions, operations, resource_types, condition_keys]
            .into_iter()
            .flatten()
            .map(|at| at.span.start)
            .collect();
        let lost = page.seen.names.iter().find(|line| read.range((*line).clone()).next().is_none());
        let span = lost.cloned().unwrap_or_else(|| page.name.span());
        let differing = account.seen.counts().zip(account.read.counts()).filter(|(seen, read)| seen != read);
        let numbers: Vec<_> = differing
            .map(|((noun, seen), (_, read))| format!("{seen} {noun}, of which {read} have been read"))
            .collect();
        let message = format!("the text of the page shows {}", numbers.join("; "));
        let help = "look for rows that are indented, quoted, or cut off from their table or list";
        self.report.error(Code::LostRows, message, span, help);
    }

    /// Reports operations that are there twice for one SDK client.
    fn repeated_operations(&mut self, rows: &[rows::Operation<'_>]) {
        let mut known = HashMap::with_capacity(rows.len());
        for row in rows {
            let client = row.sdk_client.map(Slice::plain);
            if let Some(first) = known.insert((client, row.name.text.plain()), row.name.text) {
                let file = self.report.file;
                let place = |text: Slice<'_>| Place::Text(file, text.span());
                let second = row.name.text;
                self.report.found.push(repeated_name(
                    "API operation",
                    (&first.plain(), place(first)),
                    (&second.plain(), place(second)),
                ));
            }
        }
    }

    fn action(&mut self, row: &rows::Action<'_>) -> Action {
        let mut access_levels = Vec::new();
        for &cell in &row.access_levels {
            for level in self.access_levels(cell) {
                if !access_levels.contains(&level) {
                    access_levels.push(level);
                }
            }
        }
        Action {
            name: row.name.text.plain().into_owned(),
            permission_only: row.permission_only,
            description: self.prose(row.description),
            url: self.url(row.name),
            access_levels,
            rows: row.rows.iter().map(|row| self.requirement(row)).collect(),
            scenarios: row.scenarios.iter().map(|scenario| self.scenario(scenario)).collect(),
        }
    }

    fn requirement(&mut self, row: &rows::Requirement<'_>) -> Requirement {
        Requirement {
            resource_types: self.action_resources(&row.resource_types),
            condition_keys: self.condition_key_names(&row.condition_keys),
            dependent_actions: row.dependent_actions.map(|cell| self.dependent_actions(cell)),
        }
    }

    fn scenario(&mut self, scenario: &rows::Scenario<'_>) -> Scenario {
        Scenario {
            name: scenario.name.plain().into_owned(),
            resource_types: self.action_resources(&scenario.resource_types),
        }
    }

    fn operation(&mut self, row: &rows::Operation<'_>) -> Operation {
        Operation {
            name: row.name.text.plain().into_owned(),
            sdk_client: row.sdk_client.and_then(stated),
            actions: row.actions.iter().map(|action| self.authorized_action(action)).collect(),
        }
    }

    fn authorized_action(&mut self, row: &rows::AuthorizedAction<'_>) -> AuthorizedAction {
        let text = row.action.text;
        let action = text.plain().into_owned();
        if !is_action(&action) {
            let message = format!("`{action}` is not an action");
            let help = "write `service:Action`, with or without a link";
            self.report.error(Code::BadAuthorizedAction, message, text.span(), help);
        } else if row.action.url.is_some_and(|url| url.raw().starts_with('#')) {
            let (service, name) = action.split_once(':').unwrap_or_default();
            if service != self.prefix || !self.actions.defines(name) {
                let message = format!("this links to an action of this page, which does not define `{action}`");
                let help = "the link is AWS's; the action is kept as it is written";
                self.report.warning(Code::UndefinedAction, message, text.span(), help);
            }
        }
        AuthorizedAction {
            action,
            condition_key: row.condition_key.and_then(stated),
            values: row.values.map(values).unwrap_or_default(),
            access_levels: row.access_levels.map_or_else(Vec::new, |cell| self.access_levels(cell)),
        }
    }

    fn resource_type(&mut self, row: &rows::ResourceType<'_>) -> ResourceType {
        let arns = arns(&row.arn.plain());
        for (arn, wrong) in arns.iter().filter_map(|arn| Some((arn, oddities::arn(arn)?))) {
            let message = format!("the ARN format `{arn}` {wrong}");
            let help = "AWS's slip, as it seems; the format is kept as it is written";
            self.report.warning(Code::MalformedArn, message, row.arn.span(), help);
        }
        ResourceType {
            name: row.name.text.plain().into_owned(),
            arns,
            condition_keys: self.condition_key_names(&row.condition_keys),
            url: self.url(row.name),
        }
    }

    fn condition_key(&mut self, row: &rows::ConditionKey<'_>) -> ConditionKey {
        let name = row.name.text.plain().into_owned();
        if !name.contains(':') {
            let message = format!("the condition key `{name}` has no service part");
            let help = format!("AWS's slip, as it seems, for `{}:{name}`; it is kept as it is written", self.prefix);
            self.report.warning(Code::KeyWithoutService, message, row.name.text.span(), help);
        }
        ConditionKey {
            name,
            value_type: self.value_type(row),
            description: self.prose(row.description),
            url: self.url(row.name),
        }
    }

    /// A link's target, as it is written; none if it is empty.
    fn url(&mut self, name: rows::Name<'_>) -> Option<String> {
        let url = name.url?;
        if let Some(wrong) = oddities::url(url.raw()) {
            let message = format!("the link of `{}` {wrong}", name.text.plain());
            let span = if url.is_empty() { name.text.span() } else { url.span() };
            self.report.warning(Code::UnusableUrl, message, span, "the target is kept as it is written");
        }
        (!url.is_empty()).then(|| url.raw().to_owned())
    }

    /// A description.
    fn prose(&mut self, text: Slice<'_>) -> Option<String> {
        if let Some(markup) = oddities::markup(text) {
            let message = format!("`{}` in a description", markup.raw());
            let help = "a browser would take it for markup; it is kept as it is written";
            self.report.warning(Code::RawHtml, message, markup.span(), help);
        }
        stated(text)
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

    fn value_type(&mut self, row: &rows::ConditionKey<'_>) -> Option<ValueType> {
        let (cell, name) = (row.value_type, row.name.text.plain());
        let plain = cell.plain();
        let value_type = ValueType::from_name(&plain);
        let unusual = match value_type {
            Some(value_type) if value_type.name() == plain => return Some(value_type),
            Some(value_type) => {
                format!("the type of `{name}` is written `{plain}`, and taken for `{}`", value_type.name())
            }
            None if cell.is_empty() => format!("the page does not state the type of `{name}`"),
            None => {
                let help = suggest::hint(&plain, ValueType::ALL.iter().map(|value_type| value_type.name()));
                self.report.error(Code::UnknownType, format!("unknown value type `{plain}`"), cell.span(), help);
                return None;
            }
        };
        let span = if cell.is_empty() { row.name.text.span() } else { cell.span() };
        self.report.warning(Code::UnusualType, unusual, span, "a slip of AWS's that changes nothing in a policy");
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
        for word in cell.lines().flat_map(Slice::words) {
            let name = word.plain().into_owned();
            if actions.contains(&name) {
                self.repeated("dependent action", &name, word);
            } else if !is_action(&name) {
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
