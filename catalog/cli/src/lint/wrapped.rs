//! Finds the policy in the output of the AWS CLI.

use catalog::policy::json::{Data, Value};

/// The paths of a policy that is a JSON object, in the output of `get-policy-version`, of `get-role-policy` and similar
/// commands, and of `get-role`.
const WRAPPERS: &[&[&str]] =
    &[&["PolicyVersion", "Document"], &["PolicyDocument"], &["Role", "AssumeRolePolicyDocument"]];

/// The paths of a policy that is a JSON string, in the output of `get-bucket-policy` and `get-key-policy`, and of
/// `get-queue-attributes`.
const TEXTS: &[&[&str]] = &[&["Policy"], &["Attributes", "Policy"]];

/// Returns the policy and the JSON pointer to it. The pointer is empty if the whole file is the policy.
///
/// # Errors
/// If the policy is in a JSON string, returns a message that explains how to print it directly. Positions in an escaped
/// string would not help the user.
pub(crate) fn policy<'t, 'a>(tree: &'t Value<'a>) -> Result<(&'t Value<'a>, String), String> {
    if member(tree, "Statement").is_some() {
        return Ok((tree, String::new()));
    }
    if let Some((within, path)) = WRAPPERS.iter().find_map(|path| Some((follow(tree, path)?, path)))
        && matches!(within.data, Data::Object(_))
    {
        return Ok((within, format!("/{}", path.join("/"))));
    }
    let is_text = |path: &&&[&str]| follow(tree, path).and_then(Value::as_str).is_some_and(|text| text.contains('{'));
    match TEXTS.iter().find(is_text) {
        Some(path) => {
            let path = path.join(".");
            Err(format!(
                "the policy is a string in `{path}`: print only the policy, with `--query {path} --output text`"
            ))
        }
        None => Ok((tree, String::new())),
    }
}

fn follow<'t, 'a>(tree: &'t Value<'a>, path: &[&str]) -> Option<&'t Value<'a>> {
    path.iter().try_fold(tree, |value, name| member(value, name))
}

fn member<'t, 'a>(value: &'t Value<'a>, name: &str) -> Option<&'t Value<'a>> {
    match &value.data {
        Data::Object(members) => members.iter().find(|member| member.name == name).map(|member| &member.value),
        _ => None,
    }
}
