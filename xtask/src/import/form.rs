//! The forms of names, ARNs and words that can go into a page: nothing in them is Markdown.

use crate::printable::printable;
use catalog_core::NameForm;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ffi::OsStr;

/// The kinds of strings that go into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The name of a service, in words.
    ServiceName,
    /// The name of an action or of an API operation, without the service prefix.
    Action,
    /// The full name of an action.
    FullAction,
    /// The access levels of an action.
    AccessLevels,
    /// The name of a resource type.
    ResourceType,
    /// The ARN formats of a resource type.
    Arn,
    /// The name of a condition key.
    ConditionKey,
    /// The type of the values of a condition key.
    ValueType,
    /// A value of a condition key.
    Value,
    /// The name of a scenario.
    Scenario,
    /// A client of AWS's SDKs.
    SdkClient,
}

impl Form {
    /// Returns the noun for it, for a message.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::ServiceName => "name of a service",
            Self::Action => "name of an action",
            Self::FullAction => "name of an action with its service prefix",
            Self::AccessLevels => "access level",
            Self::ResourceType => "name of a resource type",
            Self::Arn => "ARN format",
            Self::ConditionKey => "name of a condition key",
            Self::ValueType => "type of a condition key",
            Self::Value => "value of a condition key",
            Self::Scenario => "name of a scenario",
            Self::SdkClient => "name of an SDK client",
        }
    }

    /// Returns the characters that it can have beside ASCII letters and digits.
    fn punctuation(self) -> &'static str {
        match self {
            Self::ServiceName => " .,-()@&'/+",
            Self::Action => "-_.",
            Self::FullAction => "-_.:",
            Self::AccessLevels => " ,",
            Self::ResourceType | Self::Scenario => " -_./",
            Self::Arn => " $-_./:{}*+,=@#%~",
            Self::ConditionKey => "$-_./:{}<>+=@",
            Self::ValueType => "",
            Self::Value => " $-_./:{}*+=@",
            Self::SdkClient => "-",
        }
    }

    /// Returns what is wrong with a string of this kind, and none if nothing is.
    pub(super) fn fault(self, text: &str) -> Option<String> {
        let noun = self.noun();
        let is_wrong = |c: &char| !c.is_ascii_alphanumeric() && !self.punctuation().contains(*c);
        if let Some(wrong) = text.chars().find(is_wrong) {
            return Some(format!("the {noun} cannot have `{}`", printable(OsStr::new(&wrong.to_string()))));
        }
        // AWS's pages of 2018 do not state the types of some keys.
        if text.is_empty() && self != Self::ValueType {
            return Some(format!("the {noun} is empty"));
        }
        if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
            return Some(format!("the {noun} has a space too many"));
        }
        let is_formed = match self {
            Self::Action => NameForm::Action.check(text).is_ok(),
            Self::FullAction => text.split_once(':').is_some_and(|(prefix, name)| {
                NameForm::ServicePrefix.check(prefix).is_ok() && NameForm::Action.check(name).is_ok()
            }),
            Self::ConditionKey => angles_are_placeholders(text),
            _ => true,
        };
        if !is_formed {
            return Some(format!("`{text}` is not a valid {noun}"));
        }
        (!is_plain(text)).then(|| format!("Markdown would read the {noun} otherwise than it is written"))
    }
}

/// Returns true if angle brackets are only around a word, as in `s3:ExistingObjectTag/<key>`.
fn angles_are_placeholders(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let Some((word, behind)) = after.split_once('>') else { return false };
        if before.contains('>') || word.is_empty() || !word.chars().all(|c| c.is_ascii_alphabetic() || c == '-') {
            return false;
        }
        rest = behind;
    }
    !rest.contains('>')
}

/// Returns true if Markdown has no meaning for anything in a text except for wildcards.
///
/// Two wildcards of an ARN format, as in `braket:*:*:device`, are emphasis. The parser of pages reads cells as they are
/// written, and AWS's pages have such formats.
fn is_plain(text: &str) -> bool {
    if text.chars().all(|c| c.is_ascii_alphanumeric()) {
        return true;
    }
    let text = format!("x {} x", text.replace('*', "x"));
    let mut read = String::with_capacity(text.len());
    for event in Parser::new(&text) {
        match event {
            // A placeholder such as `<key>` looks like a tag. The parser of pages takes it as it is.
            Event::Text(part) | Event::InlineHtml(part) => read.push_str(&part),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return false,
        }
    }
    read == text
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn names_of_the_reference_are_right() {
        let right = [
            (Form::ServiceName, "AWS Service - Oracle Database@AWS"),
            (Form::ServiceName, "Amazon DynamoDB Accelerator (DAX)"),
            (Form::Action, "AssociateViaAWSService-EventsAndStates"),
            (Form::FullAction, "iam:PassRole"),
            (Form::AccessLevels, "Permissions management, Write"),
            (Form::ResourceType, "code signing config"),
            (Form::ResourceType, "listener-rule/app"),
            (Form::Arn, "arn:${Partition}:braket:*:*:device/${DeviceType}/${Provider}/${DeviceId}"),
            (Form::Arn, "arn:${Partition}:health:*::event/${Service}/${EventTypeCode}/*"),
            (Form::Arn, "arn:aws:lex:${Region}:${Account}:bot/${BotId}, arn:aws:lex:${Region}:${Account}:bot:${Name}"),
            (Form::ConditionKey, "s3:ExistingObjectTag/<key>"),
            (Form::ConditionKey, "github.com/enterprises/${EnterpriseName}:job_workflow_ref"),
            (Form::ValueType, ""),
            (Form::Value, "dsql.amazonaws.com"),
            (Form::Scenario, "EC2-VPC-EBS"),
        ];
        for (form, text) in right {
            assert_eq!(form.fault(text), None, "{text}");
        }
    }

    #[test]
    fn nothing_that_markdown_reads_goes_into_a_page() {
        let fault = |form: Form, text: &str| form.fault(text).unwrap_or_else(|| panic!("{text:?} passes"));
        assert_eq!(fault(Form::Action, "Get\nPut"), r"the name of an action cannot have `\u{a}`");
        assert_eq!(fault(Form::Action, "Gеt"), "the name of an action cannot have `е`", "that e is Cyrillic");
        assert_eq!(fault(Form::ConditionKey, "a:b|c"), "the name of a condition key cannot have `|`");
        assert_eq!(fault(Form::ResourceType, " queue"), "the name of a resource type has a space too many");
        assert_eq!(fault(Form::Arn, ""), "the ARN format is empty");
        let read = "Markdown would read the ARN format otherwise than it is written";
        assert_eq!(fault(Form::Arn, "arn:_x_:a"), read);
        for (form, text) in [
            (Form::ServiceName, "A [b](c)"),
            (Form::ServiceName, "A `b`"),
            (Form::ServiceName, "A &amp; B"),
            (Form::ServiceName, "A #"),
            (Form::Action, "_Get_"),
            (Form::Action, ""),
            (Form::FullAction, "PassRole"),
            (Form::FullAction, "iam:"),
            (Form::FullAction, "iam:a:b"),
            (Form::ConditionKey, "a:<b>c>"),
            (Form::ConditionKey, "a:<b"),
            (Form::ConditionKey, "a:</b>"),
            (Form::ConditionKey, r"a:\b"),
            (Form::ValueType, "String | x"),
            (Form::Value, "a, b"),
        ] {
            let _ = fault(form, text);
        }
    }
}
