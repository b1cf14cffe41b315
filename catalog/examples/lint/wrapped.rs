//! A policy within something else: what AWS's command line prints.

use catalog::policy::json::{Data, Value};

/// Where AWS's answers hold a policy: `get-policy-version`, `get-role-policy` and those like it, `get-role`.
const WRAPPERS: &[&[&str]] =
    &[&["PolicyVersion", "Document"], &["PolicyDocument"], &["Role", "AssumeRolePolicyDocument"]];

/// Where they hold it as a text: `get-bucket-policy`, `get-key-policy`, `get-queue-attributes`.
const TEXTS: &[&[&str]] = &[&["Policy"], &["Attributes", "Policy"]];

/// The policy, and the JSON pointer of where it is: nearly always the whole, by an empty pointer.
///
/// # Errors
/// What to do where the policy is a text within the text, whose places nobody could show.
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
            Err(format!("the policy is a text in `{path}`: print it alone, by `--query {path} --output text`"))
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
