//! JSON as strings. The vocabulary has no characters that need escapes.

/// Returns a JSON string.
pub(crate) fn quote(text: &str) -> String {
    assert!(!text.contains(['"', '\\']), "{text}");
    format!("\"{text}\"")
}

/// Returns a list of JSON values.
pub(crate) fn list(items: &[String]) -> String {
    format!("[{}]", items.join(", "))
}

/// Returns an object.
pub(crate) fn object<N: AsRef<str>>(members: &[(N, String)]) -> String {
    let members: Vec<String> =
        members.iter().map(|(name, value)| format!("{}: {value}", quote(name.as_ref()))).collect();
    format!("{{{}}}", members.join(", "))
}

/// Returns one string, or a list of strings.
pub(crate) fn strings(items: &[String], bare: bool) -> String {
    match items {
        [one] if bare => quote(one),
        _ => list(&items.iter().map(|item| quote(item)).collect::<Vec<_>>()),
    }
}
