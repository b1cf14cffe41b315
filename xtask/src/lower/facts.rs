//! Turns the rows of a page into facts of the model.

use super::names::PageNames;
use super::strings::{arns, is_action, stated};
use super::{cells, malformed};
use crate::diagnostic::{Code, Reporter};
use crate::model::{Action, AuthorizedAction, ConditionKey, Operation, Requirement, ResourceType, Scenario};
use crate::rows;
use crate::slice::Slice;

/// The state that lowering the rows of one page needs.
pub(super) struct Lowering<'r> {
    /// The service prefix of the page.
    pub(super) prefix: &'r str,
    /// The names that the page defines.
    pub(super) names: &'r PageNames,
    pub(super) report: &'r mut Reporter,
}

impl Lowering<'_> {
    pub(super) fn action(&mut self, row: &rows::Action<'_>) -> Action {
        let mut access_levels = Vec::new();
        for &cell in &row.access_levels {
            for level in cells::access_levels(cell, self.report) {
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
            page: None,
            access_levels,
            rows: row.rows.iter().map(|row| self.requirement(row)).collect(),
            scenarios: row.scenarios.iter().map(|scenario| self.scenario(scenario)).collect(),
        }
    }

    fn requirement(&mut self, row: &rows::Requirement<'_>) -> Requirement {
        Requirement {
            resource_types: cells::action_resources(&row.resource_types, self.names, self.report),
            condition_keys: cells::condition_key_names(&row.condition_keys, &self.names.condition_keys, self.report),
            dependent_actions: row.dependent_actions.as_ref().map(|names| self.dependent_actions(names)),
        }
    }

    fn scenario(&mut self, scenario: &rows::Scenario<'_>) -> Scenario {
        Scenario {
            name: scenario.name.plain().into_owned(),
            resource_types: cells::action_resources(&scenario.resource_types, self.names, self.report),
        }
    }

    pub(super) fn operation(&mut self, row: &rows::Operation<'_>) -> Operation {
        Operation {
            name: row.name.text.plain().into_owned(),
            sdk_client: row.sdk_client.and_then(stated),
            page: None,
            actions: row.actions.iter().map(|action| self.authorized_action(action)).collect(),
        }
    }

    fn authorized_action(&mut self, row: &rows::AuthorizedAction<'_>) -> AuthorizedAction {
        let text = row.action.text;
        if !is_action(&text.plain()) {
            let message = format!("`{}` is not a valid action", text.plain());
            let help = "write `service:Action`, with or without a link";
            self.report.error(Code::BadAuthorizedAction, message, text.span(), help);
        }
        let action = self.full_action(row.action);
        AuthorizedAction {
            action,
            condition_key: row.condition_key.map(|key| self.operation_key(key)),
            values: row.values.iter().map(|value| value.plain().into_owned()).collect(),
            access_levels: row.access_levels.map_or_else(Vec::new, |cell| cells::access_levels(cell, self.report)),
        }
    }

    /// Parses dependent actions. IAM ignores case, so two spellings of a name are one action.
    fn dependent_actions(&mut self, names: &[rows::Name<'_>]) -> Vec<String> {
        let mut actions: Vec<String> = Vec::with_capacity(names.len());
        for name in names {
            let action = self.full_action(*name);
            if actions.iter().any(|known| known.eq_ignore_ascii_case(&action)) {
                cells::repeated("dependent action", &action, name.text, self.report);
                continue;
            }
            if !is_action(&action) {
                let message = format!("`{action}` is not a valid dependent action");
                let help = "write `service:Action`, with or without a link, and separate two actions with `<br />`";
                self.report.error(Code::BadDependentAction, message, name.text.span(), help);
            }
            actions.push(action);
        }
        actions
    }

    /// Returns the action that `service:Action` refers to. An action of this page gets the spelling of its definition.
    fn full_action(&mut self, name: rows::Name<'_>) -> String {
        let written = name.text.plain().into_owned();
        let (service, action) = written.split_once(':').unwrap_or_default();
        if service == self.prefix {
            if self.names.actions.defines(action) {
                return written;
            }
            if let Some(known) = self.names.actions.in_other_case(action) {
                let message =
                    format!("the action `{written}` differs only in case from its definition `{service}:{known}`");
                let help = format!("a mistake in AWS's page; `{service}:{known}` is kept");
                self.report.warning(Code::SpellingDiffers, message, name.text.span(), help);
                return format!("{service}:{known}");
            }
        }
        if is_local(name) && is_action(&written) {
            let message = format!("this links to an action of this page, but the page does not define `{written}`");
            let help = "the link is AWS's; the action is kept unchanged";
            self.report.warning(Code::UndefinedAction, message, name.text.span(), help);
        }
        written
    }

    /// Returns the condition key of an operation. A key with a local link or with the page's prefix is a key of this
    /// page.
    fn operation_key(&mut self, key: rows::Name<'_>) -> String {
        let written = key.text.plain();
        let is_own = written.split_once(':').is_some_and(|(service, _)| service.eq_ignore_ascii_case(self.prefix));
        let name = if is_own || is_local(key) {
            self.names.condition_keys.resolve(&written, key.text, Code::UndefinedConditionKey, self.report)
        } else {
            &written
        };
        name.to_owned()
    }

    pub(super) fn resource_type(&mut self, row: &rows::ResourceType<'_>) -> ResourceType {
        let arns = arns(&row.arn.plain());
        for (arn, wrong) in arns.iter().filter_map(|arn| Some((arn, malformed::arn(arn)?))) {
            let message = format!("the ARN format `{arn}` {wrong}");
            let help = "probably a mistake in AWS's page; the format is kept unchanged";
            self.report.warning(Code::MalformedArn, message, row.arn.span(), help);
        }
        ResourceType {
            name: row.name.text.plain().into_owned(),
            arns,
            condition_keys: cells::condition_key_names(&row.condition_keys, &self.names.condition_keys, self.report),
            url: self.url(row.name),
        }
    }

    pub(super) fn condition_key(&mut self, row: &rows::ConditionKey<'_>) -> ConditionKey {
        let name = row.name.text.plain().into_owned();
        if !name.contains(':') {
            let message = format!("the condition key `{name}` has no service part");
            let help =
                format!("probably a mistake in AWS's page for `{}:{name}`; the key is kept unchanged", self.prefix);
            self.report.warning(Code::KeyWithoutService, message, row.name.text.span(), help);
        }
        ConditionKey {
            name,
            value_type: cells::value_type(row, self.report),
            description: self.prose(row.description),
            url: self.url(row.name),
        }
    }

    /// Returns the target of a name's link unchanged, or `None` if the target is empty.
    fn url(&mut self, name: rows::Name<'_>) -> Option<String> {
        let url = name.url?;
        if let Some(wrong) = malformed::url(url.raw()) {
            let message = format!("the link of `{}` {wrong}", name.text.plain());
            let span = if url.is_empty() { name.text.span() } else { url.span() };
            self.report.warning(Code::UnusableUrl, message, span, "the target is kept unchanged");
        }
        (!url.is_empty()).then(|| url.raw().to_owned())
    }

    /// Returns a description. Reports text in it that a browser would parse as HTML.
    fn prose(&mut self, text: Slice<'_>) -> Option<String> {
        if let Some(markup) = malformed::markup(text) {
            let message = format!("`{}` in a description", markup.raw());
            let help = "a browser would read it as HTML; the description is kept unchanged";
            self.report.warning(Code::RawHtml, message, markup.span(), help);
        }
        stated(text)
    }
}

/// Returns true if a name links to a place on its own page.
fn is_local(name: rows::Name<'_>) -> bool {
    name.url.is_some_and(|url| url.raw().starts_with('#'))
}
