//! Checks strings before they go into a page: they must have the form of the reference and contain no Markdown.

use crate::suggest;
use catalog_core::excerpt::Character;
use catalog_core::{AccessLevel, NameForm};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The kinds of strings that go into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A name, in its form on pages.
    Name(NameForm),
    /// The full name of an action.
    FullAction,
    /// The full name of a service, such as `Amazon SES`.
    ServiceName,
    /// The access levels of an action.
    AccessLevels,
    /// The ARN formats of a resource type.
    Arn,
    /// The type of the values of a condition key.
    ValueType,
    /// A value of a condition key.
    Value,
}

impl Form {
    /// Returns the noun for strings of this kind, with an article.
    fn noun(self) -> &'static str {
        match self {
            Self::Name(form) => form.noun(),
            Self::ServiceName => "the name of a service",
            Self::FullAction => "the full name of an action",
            Self::AccessLevels => "an access level",
            Self::Arn => "an ARN format",
            Self::ValueType => "the type of a condition key",
            Self::Value => "a value of a condition key",
        }
    }

    /// Returns the fault of a string of this kind, or `None` if the string is valid.
    pub(super) fn fault(self, text: &str) -> Option<String> {
        let noun = self.noun();
        let fault = match self {
            Self::Name(form) => form_fault(form, text),
            Self::FullAction => match text.split_once(':') {
                Some((prefix, name)) => {
                    form_fault(NameForm::ServicePrefix, prefix).or_else(|| form_fault(NameForm::Action, name))
                }
                None => Some(format!("`{text}` is not {noun}: expected a name such as `iam:PassRole`")),
            },
            Self::ServiceName => self.phrase_fault(" .,-()@&'/+", text),
            Self::AccessLevels => text.split(", ").find_map(level_fault),
            Self::Arn => self.phrase_fault(" $-_./:{}*+,=@#%~", text),
            // AWS's pages of 2018 do not state the types of some keys.
            Self::ValueType if text.is_empty() => None,
            Self::ValueType => self.phrase_fault("", text),
            Self::Value => self.phrase_fault(" $-_./:{}*+=@", text),
        };
        fault.or_else(|| (!is_plain(text)).then(|| format!("{noun} cannot contain Markdown")))
    }

    /// Returns the fault of a string, or `None` if the string is valid.
    ///
    /// A valid string contains only ASCII letters, digits, inner single spaces and characters of `punctuation`.
    fn phrase_fault(self, punctuation: &str, text: &str) -> Option<String> {
        let noun = self.noun();
        let is_wrong = |c: &char| !c.is_ascii_alphanumeric() && !punctuation.contains(*c);
        if let Some(wrong) = text.chars().find(is_wrong) {
            return Some(format!("{} cannot be in {noun}", Character(wrong)));
        }
        if text.is_empty() {
            return Some(format!("{noun} is empty"));
        }
        let has_extra_space = text.starts_with(' ') || text.ends_with(' ') || text.contains("  ");
        has_extra_space.then(|| format!("{noun} has an extra space"))
    }
}

/// Returns the fault of an access level, or `None` if the level is valid.
fn level_fault(word: &str) -> Option<String> {
    let is_known = AccessLevel::from_name(word).is_some_and(|level| level.name() == word);
    let known = || AccessLevel::ALL.iter().map(|level| level.name());
    (!is_known).then(|| format!("unknown access level `{word}`: {}", suggest::hint(word, known())))
}

fn form_fault(form: NameForm, text: &str) -> Option<String> {
    form.check(text).err().map(|error| error.to_string())
}

/// Returns true if a string contains no Markdown except wildcards.
///
/// Wildcards are allowed, although Markdown interprets two of them, such as in `braket:*:*:device`, as emphasis. AWS's
/// pages have such ARN formats, and the parser of pages reads cells verbatim.
fn is_plain(text: &str) -> bool {
    if text.chars().all(|c| c.is_ascii_alphanumeric()) {
        return true;
    }
    let text = format!("x {} x", text.replace('*', "x"));
    let mut read = String::with_capacity(text.len());
    for event in Parser::new(&text) {
        match event {
            // A placeholder such as `<key>` looks like an HTML tag, but the parser of pages reads it verbatim.
            Event::Text(part) | Event::InlineHtml(part) => read.push_str(&part),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return false,
        }
    }
    read == text
}

#[cfg(test)]
mod tests {
    use super::{Form, NameForm};

    #[test]
    fn names_of_the_reference_are_valid() {
        let valid = [
            (Form::ServiceName, "AWS Service - Oracle Database@AWS"),
            (Form::ServiceName, "Amazon DynamoDB Accelerator (DAX)"),
            (Form::Name(NameForm::Action), "AssociateViaAWSService-EventsAndStates"),
            (Form::FullAction, "iam:PassRole"),
            (Form::AccessLevels, "Permissions management, Write"),
            (Form::Name(NameForm::ResourceType), "code signing config"),
            (Form::Name(NameForm::ResourceType), "listener-rule/app"),
            (Form::Arn, "arn:${Partition}:braket:*:*:device/${DeviceType}/${Provider}/${DeviceId}"),
            (Form::Arn, "arn:${Partition}:health:*::event/${Service}/${EventTypeCode}/*"),
            (Form::Arn, "arn:aws:lex:${Region}:${Account}:bot/${BotId}, arn:aws:lex:${Region}:${Account}:bot:${Name}"),
            (Form::Name(NameForm::ConditionKey), "s3:ExistingObjectTag/<key>"),
            (Form::Name(NameForm::ConditionKey), "github.com/enterprises/${EnterpriseName}:job_workflow_ref"),
            (Form::ValueType, ""),
            (Form::Value, "dsql.amazonaws.com"),
            (Form::Name(NameForm::Scenario), "EC2-VPC-EBS"),
        ];
        for (form, text) in valid {
            assert_eq!(form.fault(text), None, "{text}");
        }
    }

    #[test]
    fn strings_with_markdown_are_refused() {
        let fault = |form: Form, text: &str| form.fault(text).unwrap_or_else(|| panic!("{text:?} passes"));
        assert_eq!(
            fault(Form::Name(NameForm::Action), "Get\nPut"),
            "the character U+000A cannot be in the name of an action"
        );
        assert_eq!(fault(Form::Name(NameForm::Action), "Gеt"), "`е` (U+0435) is not ASCII: did you mean `e`?");
        assert_eq!(fault(Form::Name(NameForm::ConditionKey), "a:b|c"), "`|` cannot be in the name of a condition key");
        assert_eq!(
            fault(Form::Name(NameForm::ResourceType), " queue"),
            "a space cannot be at this place in the name of a resource type"
        );
        assert_eq!(fault(Form::Arn, ""), "an ARN format is empty");
        assert_eq!(fault(Form::Arn, "arn:_x_:a"), "an ARN format cannot contain Markdown");
        for (form, text) in [
            (Form::ServiceName, "A [b](c)"),
            (Form::ServiceName, "A `b`"),
            (Form::ServiceName, "A &amp; B"),
            (Form::ServiceName, "A #"),
            (Form::Name(NameForm::Action), "_Get_"),
            (Form::Name(NameForm::Action), ""),
            (Form::FullAction, "PassRole"),
            (Form::FullAction, "iam:"),
            (Form::FullAction, "iam:a:b"),
            (Form::Name(NameForm::ConditionKey), "a:<b>c>"),
            (Form::Name(NameForm::ConditionKey), "a:<b"),
            (Form::Name(NameForm::ConditionKey), "a:</b>"),
            (Form::Name(NameForm::ConditionKey), r"a:\b"),
            (Form::ValueType, "String | x"),
            (Form::Value, "a, b"),
        ] {
            let _ = fault(form, text);
        }
    }
}
