//! Resources whose properties AWS turns into a statement of a resource policy, such as `AWS::Lambda::Permission`.

use alloc::{borrow::Cow, boxed::Box, vec, vec::Vec};

use crate::{
    hole::Hole,
    json::{Data, Member, Span, Value},
    shape::{each, get},
};

/// The properties that AWS turns into comparisons of the condition, with their operators and keys.
///
/// Source: [`AWS::Lambda::Permission`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-permission.html),
/// 2026-11.
const CONDITIONS: &[(&str, &str, &str)] = &[
    ("FunctionUrlAuthType", "StringEquals", "lambda:FunctionUrlAuthType"),
    ("OrganizationId", "StringEquals", "aws:PrincipalOrgID"),
    ("PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID"),
    ("SourceAccount", "StringEquals", "aws:SourceAccount"),
    ("SourceArn", "ArnLike", "aws:SourceArn"),
];

/// Returns the policy with the statement that AWS makes of properties, and the places of the values that it contains.
/// Findings at other places would be about elements that the file does not have.
///
/// Returns `None` if the properties have no actions.
pub(crate) fn statement_of<'t>(properties: &Value<'t>) -> Option<(Value<'t>, Vec<Span>)> {
    let actions = get(properties, "Action").or_else(|| get(properties, "Actions"))?;
    let span = properties.span;
    let mut places: Vec<_> = each(actions).iter().map(|action| action.span).collect();
    let mut statement = vec![member("Effect", string("Allow", span))];
    if let Some(principal) = get(properties, "Principal") {
        places.push(principal.span);
        statement.push(member("Principal", principal_of(principal)));
    }
    statement.push(member("Action", actions.clone()));
    let mut comparisons = Vec::new();
    for (property, operator, key) in CONDITIONS {
        if let Some(value) = get(properties, property) {
            places.push(value.span);
            comparisons.push(member(operator, object(vec![member(key, value.clone())], value.span)));
        }
    }
    if let Some(condition) = get(properties, "Condition") {
        comparisons.push(comparison_of(condition, &mut places));
    }
    if !comparisons.is_empty() {
        statement.push(member("Condition", object(joined(comparisons), span)));
    }
    let version = member("Version", string("2012-10-17", span));
    Some((object(vec![version, member("Statement", object(statement, span))], span), places))
}

/// Returns the comparison that a condition describes by the names `Type`, `Key` and `Value`, and adds their places.
/// A condition with unknown parts can be any comparison.
///
/// Source: [`AWS::Events::EventBusPolicy`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-events-eventbuspolicy-condition.html),
/// 2026-11.
fn comparison_of<'t>(condition: &Value<'t>, places: &mut Vec<Span>) -> Member<'t> {
    let name = |name| match get(condition, name) {
        Some(Value { data: Data::String(text), span }) => Some((text.clone(), *span)),
        _ => None,
    };
    let (Some((operator, operator_span)), Some((key, key_span)), Some(value)) =
        (name("Type"), name("Key"), get(condition, "Value"))
    else {
        let hole = || Box::new(Hole::anything("Condition"));
        let value = Value::new(condition.span, Data::Hole(hole()));
        return Member { name_hole: Some(hole()), ..member(Hole::ANYTHING, value) };
    };
    places.extend([operator_span, key_span, value.span]);
    let comparison = object(vec![Member::new(key, key_span, value.clone())], condition.span);
    Member::new(operator, operator_span, comparison)
}

/// Joins the comparisons of the same operator.
fn joined(comparisons: Vec<Member<'_>>) -> Vec<Member<'_>> {
    let mut joined: Vec<Member<'_>> = Vec::new();
    for comparison in comparisons {
        let same = joined.iter_mut().find(|other| other.name == comparison.name);
        match (same.map(|same| &mut same.value.data), comparison.value.data) {
            (Some(Data::Object(keys)), Data::Object(more)) => keys.extend(more),
            (_, data) => joined.push(Member { value: Value { data, ..comparison.value }, ..comparison }),
        }
    }
    joined
}

/// Returns the element `Principal` for a property with a service, an account or an ARN.
fn principal_of<'t>(value: &Value<'t>) -> Value<'t> {
    let name = match &value.data {
        // YAML reads an account ID that begins with a zero as another number.
        Data::Number(text) if text.starts_with('0') => return object(vec![member("AWS", value.clone())], value.span),
        Data::String(text) | Data::Number(text) => text.clone(),
        _ => return Value::new(value.span, Data::Hole(Box::new(Hole::anything("Principal")))),
    };
    let named = |kind, name| object(vec![member(kind, Value::new(value.span, Data::String(name)))], value.span);
    if name == "*" {
        Value::new(value.span, Data::String(name))
    } else if name.starts_with("arn:") || name.bytes().all(|byte| byte.is_ascii_digit()) {
        named("AWS", name)
    } else {
        named("Service", name)
    }
}

fn member<'t>(name: &'static str, value: Value<'t>) -> Member<'t> {
    // The file does not contain the name, so no finding at its span is kept.
    Member::new(Cow::Borrowed(name), Span::default(), value)
}

fn object(members: Vec<Member<'_>>, span: Span) -> Value<'_> {
    Value::new(span, Data::Object(members))
}

fn string(text: &'static str, span: Span) -> Value<'static> {
    Value::new(span, Data::String(Cow::Borrowed(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use alloc::{format, string::ToString as _};

    #[test]
    fn properties_become_a_statement() {
        let text = r#"{"FunctionName": "f", "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com",
            "SourceAccount": "111122223333", "SourceArn": "arn:aws:s3:::a", "PrincipalOrgID": "o-a"}"#;
        let (policy, places) = statement_of(&parse(text.as_bytes()).unwrap()).unwrap();
        let expected = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a","aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:s3:::a"}}}}"#;
        assert_eq!((policy.to_string().as_str(), places.len()), (expected, 5));
        assert_eq!(statement_of(&parse(b"[]").unwrap()), None);
    }

    #[test]
    fn a_condition_of_three_properties_is_a_comparison() {
        for (condition, expected) in [
            (
                r#"{"Type": "StringEquals", "Key": "aws:PrincipalOrgID", "Value": "o-a"}"#,
                r#"{"StringEquals":{"aws:PrincipalOrgID":"o-a"}}"#,
            ),
            (r#"{"Type": {"Ref": "A"}, "Key": "aws:PrincipalOrgID", "Value": "o-a"}"#, r#"{"Condition":"Condition"}"#),
        ] {
            let text = format!(r#"{{"Action": "events:PutEvents", "Principal": "*", "Condition": {condition}}}"#);
            let (policy, _) = statement_of(&parse(text.as_bytes()).unwrap()).unwrap();
            let statement = get(&policy, "Statement").unwrap();
            assert_eq!(get(statement, "Condition").unwrap().to_string(), expected);
        }
    }

    #[test]
    fn the_form_of_a_principal_shows_its_kind() {
        for (principal, expected) in [
            (r#""*""#, r#""*""#),
            (r#""111122223333""#, r#"{"AWS":"111122223333"}"#),
            ("111122223333", r#"{"AWS":"111122223333"}"#),
            (r#""arn:aws:iam::111122223333:root""#, r#"{"AWS":"arn:aws:iam::111122223333:root"}"#),
            (r#""events.amazonaws.com""#, r#"{"Service":"events.amazonaws.com"}"#),
        ] {
            assert_eq!(principal_of(&parse(principal.as_bytes()).unwrap()).to_string(), expected);
        }
    }
}
