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
    if !comparisons.is_empty() {
        statement.push(member("Condition", object(joined(comparisons), span)));
    }
    let version = member("Version", string("2012-10-17", span));
    Some((object(vec![version, member("Statement", object(statement, span))], span), places))
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
    use alloc::string::ToString as _;

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
