//! `verbs.toml`: groups of verbs that services use for the same thing.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// Verbs that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// The verbs.
    pub verbs: Vec<String>,
}

/// Reads the file. The order of the groups matters, so it stays.
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
                fields.bad(format!("`{text}` is there twice"), verb.span(), "remove one of the two");
            }
            names.push(text.clone());
        }
        if let [_] = names.as_slice() {
            fields.bad("a group of one verb".to_owned(), span.clone(), "name the verbs that mean the same");
        }
        Some((VerbGroup { verbs: names }, span))
    })
}
