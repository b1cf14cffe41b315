//! Parses the files of a release, and checks the form of each string.

use super::data::{Action, ActionResource, ConditionKey, Metadata, OperationsFile, ResourceType, ServiceOperations};
use super::files::ReleaseFiles;
use super::form::Form;
use super::json::JsonFile;
use super::word::{Members, Word};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};
use catalog_core::{Edition, NameForm};
use std::collections::BTreeMap;

/// The facts of a release.
#[derive(Clone, Debug, Default)]
pub(super) struct Release<'a> {
    /// The services, by prefix.
    pub(super) services: BTreeMap<&'a str, ServiceFacts<'a>>,
    /// The full names of services, by prefix.
    pub(super) names: BTreeMap<&'a str, &'a str>,
    /// The version of the package and the month of its data, if it states them.
    pub(super) version: Option<(&'a str, Edition)>,
}

/// The facts of a service.
#[derive(Clone, Debug, Default)]
pub(super) struct ServiceFacts<'a> {
    /// The file of the actions.
    pub(super) file: FileId,
    /// The actions.
    pub(super) actions: Vec<Action<'a>>,
    /// The resource types, in the order of the data.
    pub(super) resource_types: Vec<ResourceType<'a>>,
    /// The condition keys, in the order of the data.
    pub(super) condition_keys: Vec<ConditionKey<'a>>,
}

/// Parses the facts of a release, and reports all errors.
pub(super) fn parse<'a>(files: &'a ReleaseFiles, sources: &'a Sources, found: &mut Vec<Diagnostic>) -> Release<'a> {
    let mut release = Release { version: version(files, sources), ..Release::default() };
    for (prefix, file) in &files.actions {
        let facts = ServiceFacts { file: *file, actions: actions(*file, sources, found), ..ServiceFacts::default() };
        release.services.insert(prefix, facts);
    }
    for (prefix, file) in &files.resource_types {
        let types = resource_types(*file, sources, found);
        match release.services.get_mut(prefix.as_str()) {
            Some(facts) => facts.resource_types = types,
            None => left_out(*file, prefix, sources, found),
        }
    }
    for (prefix, file) in &files.condition_keys {
        let keys = condition_keys(*file, sources, found);
        match release.services.get_mut(prefix.as_str()) {
            Some(facts) => facts.condition_keys = keys,
            None => left_out(*file, prefix, sources, found),
        }
    }
    if let Some(names) = files.names {
        let mut file = JsonFile::new(names, sources, found);
        let Members(names) = file.parse::<Members<'_, Word<'_>>>().unwrap_or(Members(Vec::new()));
        for (prefix, name) in names {
            file.check(Form::ServiceName, name);
            release.names.insert(prefix.text(), name.text());
        }
    }
    release
}

/// Parses the file of API operations, and returns the operations by service prefix.
pub(super) fn operations<'a>(
    file: FileId,
    sources: &'a Sources,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<&'a str, ServiceOperations<'a>> {
    let mut file = JsonFile::new(file, sources, found);
    let services = file.parse::<OperationsFile<'a>>().map_or_else(Vec::new, |file| file.services);
    file.unique(services.iter().map(|service| service.prefix));
    for operation in services.iter().flat_map(|service| &service.operations) {
        file.check(Form::Name(NameForm::Action), operation.name);
        file.check_all(Form::Name(NameForm::SdkClient), operation.sdk_client);
        for authorizing in &operation.actions {
            file.check(Form::FullAction, authorizing.action);
            file.check_all(Form::Name(NameForm::ConditionKey), authorizing.condition_key);
            file.check_all(Form::Value, authorizing.values.iter().copied());
            file.check_all(Form::AccessLevels, authorizing.access_levels.iter().copied());
        }
    }
    services.into_iter().map(|service| (service.prefix.text(), service)).collect()
}

fn actions<'a>(file: FileId, sources: &'a Sources, found: &mut Vec<Diagnostic>) -> Vec<Action<'a>> {
    let mut file = JsonFile::new(file, sources, found);
    let actions: Vec<Action<'_>> = file.parse_values();
    file.unique(actions.iter().map(|action| action.name));
    for action in &actions {
        file.check(Form::Name(NameForm::Action), action.name);
        file.check(Form::AccessLevels, action.access_level);
        file.check_all(Form::Name(NameForm::ConditionKey), action.condition_keys.iter().copied());
        file.check_all(Form::FullAction, action.dependent_actions.iter().copied());
        for ActionResource { name, condition_keys, dependent_actions, .. } in &action.resource_types {
            file.check(Form::Name(NameForm::ResourceType), *name);
            file.check_all(Form::Name(NameForm::ConditionKey), condition_keys.iter().copied());
            file.check_all(Form::FullAction, dependent_actions.iter().copied());
        }
        for scenario in &action.scenarios {
            file.check(Form::Name(NameForm::Scenario), scenario.name);
            file.check_all(
                Form::Name(NameForm::ResourceType),
                scenario.resource_types.iter().map(|resource| resource.name),
            );
            if action.resource_types.is_empty() {
                file.error("the action has a scenario but no resource types".to_owned(), scenario.name);
            }
        }
    }
    actions
}

fn resource_types<'a>(file: FileId, sources: &'a Sources, found: &mut Vec<Diagnostic>) -> Vec<ResourceType<'a>> {
    let mut file = JsonFile::new(file, sources, found);
    let types: Vec<ResourceType<'_>> = file.parse_values();
    file.unique(types.iter().map(|resource_type| resource_type.key));
    for ResourceType { key, arn, condition_keys } in &types {
        file.check(Form::Name(NameForm::ResourceType), *key);
        file.check(Form::Arn, *arn);
        file.check_all(Form::Name(NameForm::ConditionKey), condition_keys.iter().copied());
    }
    types
}

fn condition_keys<'a>(file: FileId, sources: &'a Sources, found: &mut Vec<Diagnostic>) -> Vec<ConditionKey<'a>> {
    let mut file = JsonFile::new(file, sources, found);
    let keys: Vec<ConditionKey<'_>> = file.parse_values();
    file.unique(keys.iter().map(|key| key.key));
    for ConditionKey { key, value_type } in &keys {
        file.check(Form::Name(NameForm::ConditionKey), *key);
        file.check(Form::ValueType, *value_type);
    }
    keys
}

/// Warns that the release has no file of actions for a service. The service gets no page.
fn left_out(file: FileId, prefix: &str, sources: &Sources, found: &mut Vec<Diagnostic>) {
    let message = format!("the release has no `actions/{prefix}.json`, so the facts of `{prefix}` are left out");
    JsonFile::new(file, sources, found).warning(message, 0..0);
}

/// Returns the version of the package and the month of its data, if they are stated and valid.
fn version<'a>(files: &ReleaseFiles, sources: &'a Sources) -> Option<(&'a str, Edition)> {
    // Errors are not reported, because the pages do not need the version.
    let text = &sources.get(files.metadata?)?.text;
    let Metadata { version, updated_at } = serde_json::from_str(text).ok()?;
    let is_version = version.text().chars().all(|c| c.is_ascii_digit() || c == '.');
    let edition = updated_at.text().get(..MONTH.len()).and_then(Edition::parse)?;
    is_version.then_some((version.text(), edition))
}

const MONTH: &str = "2026-10";
