//! Checks the form of every name on a page, and of every reference to a name that the page does not define.

use crate::diagnostic::{Code, Reporter};
use crate::rows::{Action, Name, Operation, PageRows, Requirement};
use crate::slice::Slice;
use catalog_core::excerpt::{Character, is_unseen};
use catalog_core::name_form::lookalike;
use catalog_core::{NameErrorKind, NameForm, NameFormError, NameKind, syntax};
use std::collections::HashSet;

/// Reports the names of a page that do not have the form of their kind. They stay in the rows, so that no other error
/// is hidden.
pub(crate) fn check(page: &PageRows<'_>, report: &mut Reporter) {
    let mut names = Names { right: HashSet::new(), report };
    for operation in page.operations.rows() {
        names.operation(operation);
    }
    for action in page.actions.rows().iter().chain(page.permission_only.rows()) {
        names.action(action);
    }
    for resource_type in page.resource_types.rows() {
        names.name(NameForm::ResourceType, resource_type.name);
        names.arn(resource_type.arn);
    }
    for key in page.condition_keys.rows() {
        names.name(NameForm::ConditionKey, key.name);
    }
}

/// Reports a reference to an undefined resource type or condition key if the reference has a wrong form.
pub(crate) fn check_reference(kind: NameKind, reference: Slice<'_>, report: &mut Reporter) {
    let mut names = Names { right: HashSet::new(), report };
    if kind == NameKind::ConditionKey {
        return names.text(NameForm::ConditionKey, reference);
    }
    // An asterisk at the end marks a required resource type.
    let marked = reference.raw().strip_suffix('*').map(|front| front.strip_suffix('\\').unwrap_or(front));
    let name = marked.map_or(reference, |front| reference.split_at(front.len()).0.trim());
    names.text(NameForm::ResourceType, name);
}

/// Checks names and reports the invalid ones.
struct Names<'r, 'a> {
    /// The references that are valid, because most references are repeated many times.
    right: HashSet<(NameForm, &'a str)>,
    report: &'r mut Reporter,
}

impl<'a> Names<'_, 'a> {
    fn action(&mut self, action: &Action<'a>) {
        self.name(NameForm::Action, action.name);
        // Resource types and condition keys are references. A reference to a defined name needs no check here.
        for Requirement { dependent_actions, .. } in &action.rows {
            for name in dependent_actions.iter().flatten() {
                self.full_action(name.text);
            }
        }
        for scenario in &action.scenarios {
            self.text(NameForm::Scenario, scenario.name);
        }
    }

    fn operation(&mut self, operation: &Operation<'a>) {
        self.name(NameForm::Operation, operation.name);
        for client in operation.sdk_client.into_iter().filter(|client| !client.is_empty()) {
            self.text(NameForm::SdkClient, client);
        }
        for authorized in &operation.actions {
            self.full_action(authorized.action.text);
            if let Some(key) = authorized.condition_key {
                self.text(NameForm::ConditionKey, key.text);
            }
            for value in &authorized.values {
                self.value(*value);
            }
        }
    }

    fn name(&mut self, form: NameForm, name: Name<'a>) {
        self.text(form, name.text);
    }

    fn text(&mut self, form: NameForm, text: Slice<'a>) {
        if self.right.contains(&(form, text.raw())) {
            return;
        }
        match form.check(&text.plain()) {
            Ok(()) => _ = self.right.insert((form, text.raw())),
            Err(error) => self.wrong(text, text, &error, |name| form.check(name).is_ok()),
        }
    }

    /// Checks the characters of `service:Action`, which can be a pattern. Its other rules are checked elsewhere.
    fn full_action(&mut self, text: Slice<'a>) {
        let plain = text.plain();
        let found = match syntax::parse(&plain, NameKind::Action, true) {
            Err(NameErrorKind::IllegalCharacter { found, .. }) if !found.is_ascii() => found,
            Ok(parts) if !parts.name.contains(['*', '?']) => {
                let at = text.raw().find(':').map_or(0, |colon| colon + 1);
                return self.text(NameForm::Action, text.split_at(at).1);
            }
            _ => return,
        };
        let at = text.raw().find(found).unwrap_or_default();
        if let Err(error) = NameForm::Action.check(found.encode_utf8(&mut [0; 4])) {
            let rest = text.split_at(at).1;
            self.wrong(text, rest, &error, |name| syntax::parse(name, NameKind::Action, true).is_ok());
        }
    }

    /// Checks a fixed value of a condition key, such as `lambda.amazonaws.com`.
    fn value(&mut self, value: Slice<'_>) {
        let help = "use only ASCII characters, such as `lambda.amazonaws.com`";
        let strange = ['<', '>', '&', '`', '"', '~'];
        self.plain_ascii(value, value.raw().find(strange), "the value of a condition key", help);
    }

    /// Checks the characters of an ARN format. Its parts are checked elsewhere. A single angle bracket is a known
    /// mistake.
    fn arn(&mut self, arn: Slice<'_>) {
        let markup = ["&", "`", "\"", "~~", "</", "<!--", "<br", "<wbr"];
        let first = markup.iter().filter_map(|markup| arn.raw().find(markup)).min();
        let help = "use only ASCII characters without markup, such as `arn:${Partition}:s3:::${BucketName}`";
        self.plain_ascii(arn, first, "an ARN format", help);
    }

    /// Reports the first character that is not printable ASCII, or the character at `strange` if it comes first.
    fn plain_ascii(&mut self, text: Slice<'_>, strange: Option<usize>, what: &str, help: &str) {
        let mut characters = text.raw().char_indices();
        let found = characters.find(|(at, found)| Some(*at) == strange || !matches!(found, ' '..='~'));
        if let Some((at, found)) = found {
            let message = format!("{} is not allowed in {what}", Character(found));
            let start = text.span().start + at;
            self.report.error(Code::BadName, message, start..start + found.len_utf8(), help);
        }
    }

    /// Reports an invalid name. `part` is the subject of `error`: the whole name, or the rest of it from a character on.
    fn wrong(&mut self, name: Slice<'_>, part: Slice<'_>, error: &NameFormError, is_right: impl Fn(&str) -> bool) {
        let span = error.character().map_or(part.span(), |(found, at)| {
            let start = part.raw_offset(at);
            start..start + found.len_utf8()
        });
        let corrected = corrected(&name.plain()).filter(|corrected| is_right(corrected));
        let help = corrected.map_or_else(
            || "write the name as plain text or as one link, `[Name](target)`, without other markup".to_owned(),
            |corrected| format!("write `{corrected}`"),
        );
        self.report.error(Code::BadName, error.to_string(), span, help);
    }
}

/// Returns a name without invisible characters, and with ASCII in place of characters that look like ASCII.
fn corrected(name: &str) -> Option<String> {
    let corrected: String = name
        .chars()
        .filter(|character| !is_unseen(*character))
        .map(|character| lookalike(character).unwrap_or(character))
        .collect();
    (corrected != name).then_some(corrected)
}
