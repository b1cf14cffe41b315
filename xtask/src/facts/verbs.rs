//! Reads `verbs.toml`: groups of verbs that services use for the same thing.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// A group of verbs that services use for the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// The verbs.
    pub verbs: Vec<String>,
}

/// Reads the file. The groups stay in the order of the file, because the first matching group takes precedence.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<VerbGroup> {
    let form = Form { list: "group", fields: &["verbs"], code: Code::BadFact };
    reader::read(source, form, found, |fields| {
        let verbs = fields.texts("verbs")?;
        let span = fields.place_of("verbs");
        let mut names: Vec<String> = Vec::with_capacity(verbs.len());
        for verb in &verbs {
            let text = verb.get_ref();
            let (first, rest) = text.split_at_checked(1).unwrap_or_default();
            let is_verb = first.bytes().all(|byte| byte.is_ascii_uppercase())
                && rest.bytes().all(|byte| byte.is_ascii_lowercase());
            if first.is_empty() || !is_verb {
                fields.bad(format!("expected a verb such as `Get`, found `{text}`"), verb.span(), "write one word");
            } else if names.contains(text) {
                fields.bad(format!("`{text}` is repeated"), verb.span(), "remove one of the two verbs");
            }
            names.push(text.clone());
        }
        if let [_] = names.as_slice() {
            let message = "expected at least two verbs, found one".to_owned();
            fields.bad(message, span.clone(), "add a verb that means the same");
        }
        Some((VerbGroup { verbs: names }, span))
    })
}
