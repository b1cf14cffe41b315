//! Recognizes policies and statements by the shape of a tree, even those with mistakes.

use catalog_core::nearest::distance;

use crate::{
    grammar::{PolicyElement, StatementElement, Version},
    hole::Hole,
    json::{Data, Member, Value, is_percent_encoded},
};

/// Returns the members of an object.
pub(crate) fn members<'t, 'a>(value: &'t Value<'a>) -> Option<&'t [Member<'a>]> {
    match &value.data {
        Data::Object(members) => Some(members),
        _ => None,
    }
}

/// Returns the values of all members with a name, which may repeat.
pub(crate) fn named<'t, 'a>(members: &'t [Member<'a>], name: &'t str) -> impl Iterator<Item = &'t Value<'a>> {
    members.iter().filter(move |member| member.name == name).map(|member| &member.value)
}

/// Returns the value of the first member with a name, if the value is an object that has this member.
pub(crate) fn get<'t, 'a>(value: &'t Value<'a>, name: &str) -> Option<&'t Value<'a>> {
    members(value)?.iter().find(|member| member.name == name).map(|member| &member.value)
}

/// Returns the name of the function of AWS CloudFormation that gives the value, and its argument.
///
/// A function is an object with one member, such as `{"Fn::Sub": "${AWS::Region}"}`.
pub(crate) fn function<'t, 'a>(value: &'t Value<'a>) -> Option<(&'t str, &'t Value<'a>)> {
    match members(value)? {
        [member] if is_function(&member.name) => Some((&member.name, &member.value)),
        _ => None,
    }
}

fn is_function(name: &str) -> bool {
    name.starts_with("Fn::") || name == "Ref" || name == "Condition"
}

/// Returns true if a value contains a function of AWS CloudFormation that gives a value.
#[cfg(feature = "std")]
pub(crate) fn has_function(value: &Value<'_>) -> bool {
    match &value.data {
        Data::Array(items) => items.iter().any(has_function),
        Data::Object(_) if function(value).is_some_and(|(name, _)| name != "Condition") => true,
        Data::Object(members) => {
            members.iter().any(|member| member.name.starts_with("Fn::") || has_function(&member.value))
        }
        _ => false,
    }
}

/// Returns true if a value is a resource of a template of AWS CloudFormation. Resources can have files of their own,
/// which tools put into a template.
pub(crate) fn is_resource(value: &Value<'_>) -> bool {
    get(value, "Type").and_then(Value::as_str).is_some_and(|name| name.contains("::"))
        && get(value, "Properties").and_then(members).is_some()
}

/// Returns true if an object has statements. Other objects of AWS also have a member `Statement`, such as the rules of
/// AWS WAF, but their values are not statements.
pub(crate) fn has_statements(value: &Value<'_>) -> bool {
    let statements = members(value).into_iter().flat_map(|members| named(members, "Statement"));
    statements.into_iter().any(|statement| match &statement.data {
        Data::Array(items) => items.is_empty() || items.iter().any(resembles_statement),
        _ => resembles_statement(statement),
    })
}

/// Returns the string of a value of which at least a part is known. Its holes have their stand-ins.
pub(crate) fn partial_text<'t>(value: &'t Value<'_>) -> Option<&'t str> {
    let stand_in = || value.as_hole().filter(|hole| !hole.is_total()).map(Hole::stand_in);
    value.as_str().or_else(stand_in)
}

/// Returns true if a string seems to be a JSON object, even if it is percent-encoded. A dynamic reference of AWS
/// CloudFormation such as `{{resolve:ssm:name}}` is not.
pub(crate) fn is_json(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{') && !text.starts_with("{{") || is_percent_encoded(text)
}

/// Returns true if a policy is a stack policy of AWS CloudFormation. Such a policy has the elements of a statement, but
/// its actions are of updates, such as `Update:Replace`.
pub(crate) fn is_stack_policy(value: &Value<'_>) -> bool {
    let statements = || members(value).into_iter().flat_map(|members| named(members, "Statement")).flat_map(each);
    let actions = || {
        let members = statements().filter_map(members).flatten();
        members.filter(|member| matches!(&*member.name, "Action" | "NotAction")).flat_map(|member| each(&member.value))
    };
    let is_update = |action: &Value<'_>| action.as_str().is_some_and(|action| action.starts_with("Update:"));
    actions().any(is_update)
}

/// Returns true if the statements of an object are written in another language than that of IAM. These are the rules
/// of AWS WAF, and the data protection policies of Amazon SNS and Amazon CloudWatch Logs.
pub(crate) fn is_other_language(value: &Value<'_>) -> bool {
    let statements = || members(value).into_iter().flat_map(|members| named(members, "Statement")).flat_map(each);
    statements().filter_map(members).any(|statement| match statement {
        [only] => only.name.ends_with("Statement"),
        all => all.iter().any(|member| matches!(&*member.name, "DataIdentifier" | "DataDirection")),
    })
}

/// Returns the items of a list. Another value is its only item.
pub(crate) fn each<'t, 'a>(value: &'t Value<'a>) -> &'t [Value<'a>] {
    match &value.data {
        Data::Array(items) => items,
        _ => core::slice::from_ref(value),
    }
}

/// Returns true if a value resembles a policy, although it may have mistakes such as `Statment`.
pub(crate) fn resembles_policy(value: &Value<'_>) -> bool {
    let Some(members) = members(value) else { return false };
    let is_version = |member: &Member<'_>| {
        let Some(version) = member.value.as_str() else { return false };
        let is_known = Version::from_name(version).is_some();
        member.name == PolicyElement::Version.name() && is_date(version)
            || member.name.eq_ignore_ascii_case(PolicyElement::Version.name()) && is_known
    };
    let is_statement = |member: &Member<'_>| {
        distance(&member.name, PolicyElement::Statement.name()).is_some_and(|mistakes| mistakes <= 2)
            && matches!(member.value.data, Data::Object(_) | Data::Array(_))
    };
    members.iter().any(|member| is_version(member) || is_statement(member)) || is_statement_like(members)
}

/// Returns true if a value is a template of AWS CloudFormation or AWS SAM.
pub(crate) fn is_template(value: &Value<'_>) -> bool {
    let has = |name| get(value, name).is_some();
    let resources = get(value, "Resources").and_then(members).unwrap_or_default();
    let has_type = |resource: &Value<'_>| {
        let types = members(resource).into_iter().flat_map(|members| named(members, "Type"));
        types.filter_map(Value::as_str).any(|name| name.contains("::"))
    };
    has("AWSTemplateFormatVersion")
        || resources.iter().any(|resource| has_type(&resource.value))
        || has("Transform") && has("Resources")
        || resources.iter().any(|resource| resource.name.starts_with("Fn::ForEach::"))
}

/// Returns true if a value resembles a statement. A function that chooses among values counts if one of the values does.
pub(crate) fn resembles_statement(value: &Value<'_>) -> bool {
    if let Some(("Fn::If", argument)) = function(value) {
        let Data::Array(values) = &argument.data else { return false };
        return values.iter().skip(1).any(|value| match &value.data {
            Data::Array(items) => items.iter().any(resembles_statement),
            _ => resembles_statement(value),
        });
    }
    members(value).is_some_and(is_statement_like)
}

/// Returns true if members include several elements of a statement.
fn is_statement_like(members: &[Member<'_>]) -> bool {
    let is_element = |member: &&Member<'_>| StatementElement::from_name(&member.name).is_some();
    members.iter().filter(is_element).count() >= 2
}

/// Returns true if a string is a date such as `2012-10-17`, as the versions of the policy language are.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut is_number = |length| {
        parts.next().is_some_and(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_number(4) && is_number(2) && is_number(2) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn a_policy_with_a_mistake_still_resembles_one() {
        for text in [
            r#"{"Statment": []}"#,
            r#"{"statements": [{}]}"#,
            r#"{"version": "2012-10-17"}"#,
            r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}"#,
        ] {
            assert!(resembles_policy(&parse(text.as_bytes()).unwrap()), "{text}");
        }
        for text in [
            r#"{"name": "a", "version": "1.0.0", "private": true}"#,
            r#"{"Version": "1.0", "StartAt": "a", "States": {}}"#,
            r#"{"Resource": "x"}"#,
            r#"{"statement": "text"}"#,
            "[]",
        ] {
            assert!(!resembles_policy(&parse(text.as_bytes()).unwrap()), "{text}");
        }
    }

    #[test]
    fn templates_are_recognized() {
        for (text, expected) in [
            (r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}"#, true),
            (r#"{"Resources": {"Role": {"Type": "AWS::IAM::Role"}}}"#, true),
            (r#"{"Parameters": {}, "Resources": {"X": {"Properties": {}, "Type": "Custom::X"}}}"#, true),
            (r#"{"Transform": "AWS::Serverless-2016-10-31", "Resources": {}}"#, true),
            (r#"{"Resources": {"Fn::ForEach::Roles": []}}"#, true),
            (r#"{"Resources": ["a"]}"#, false),
            (r#"{"resource": {"name": "a"}}"#, false),
            ("[]", false),
        ] {
            assert_eq!(is_template(&parse(text.as_bytes()).unwrap()), expected, "{text}");
        }
    }

    #[cfg(feature = "std")]
    #[test]
    fn resources_and_functions_are_recognized_outside_a_template() {
        for (text, is_one, has_one) in [
            (r#"{"Type": "AWS::IAM::Role", "Properties": {"Path": [{"Ref": "Path"}]}}"#, true, true),
            (r#"{"Type": "AWS::IAM::Role"}"#, false, false),
            (r#"{"Type": "Role", "Properties": {"Path": {"Fn::Sub": "/"}}}"#, false, true),
            (r#"{"Condition": {"Bool": {"aws:SecureTransport": "true"}}}"#, false, false),
        ] {
            let value = parse(text.as_bytes()).unwrap();
            assert_eq!((is_resource(&value), has_function(&value)), (is_one, has_one), "{text}");
        }
    }

    #[test]
    fn statements_can_be_chosen_by_a_condition() {
        let allow = r#"{"Effect": "Allow", "Action": "*"}"#;
        for statement in [
            allow.into(),
            alloc::format!(r#"{{"Fn::If": ["A", {allow}, {{"Ref": "AWS::NoValue"}}]}}"#),
            alloc::format!(r#"[{{"Fn::If": ["A", {{"Ref": "AWS::NoValue"}}, [{allow}]]}}]"#),
        ] {
            let text = alloc::format!(r#"{{"Statement": {statement}}}"#);
            assert!(has_statements(&parse(text.as_bytes()).unwrap()), "{text}");
        }
        // A rule of AWS WAF.
        let text = r#"{"Action": {"Block": {}}, "Statement": {"GeoMatchStatement": {"CountryCodes": ["AQ"]}}}"#;
        assert!(!has_statements(&parse(text.as_bytes()).unwrap()));
    }
}
