//! Reads the page and the declaration of each rule file.

use super::declaration::Declaration;
use super::id::pascal_case;
use super::page::{MARKS, RulePage};
use std::fmt;
use std::path::Path;
use std::{fs, io};
use syn::{Expr, Item, Lit, Meta};

/// The directory of the rule files, relative to the workspace root.
pub(crate) const DIRECTORY: &str = "catalog/policy/src/rules";

/// A rule as its file declares it.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The name of the file without its extension. It is the id with `_` in place of `-`.
    pub(crate) module: String,
    /// The doc comment.
    pub(crate) page: RulePage,
    /// The declaration.
    pub(crate) declaration: Declaration,
    /// Whether the file still contains a placeholder of `new-rule`.
    pub(crate) is_unfinished: bool,
}

impl Rule {
    /// Returns the id of the rule's findings.
    pub(crate) fn id(&self) -> String {
        self.module.replace('_', "-")
    }
}

/// A problem in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleError {
    file: String,
    line: usize,
    column: usize,
    message: String,
}

/// Writes the place and the message, such as `rules/empty_sid.rs:3:1: …`.
impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for RuleError {}

/// Reads all rule files of a workspace, sorted by name. Returns all problems if there are any.
pub(crate) fn directory(root: &Path) -> Result<Vec<Rule>, Vec<RuleError>> {
    let mut rules = Vec::new();
    let mut errors = Vec::new();
    let files = files(&root.join(DIRECTORY));
    for (name, text) in files.unwrap_or_else(|error| {
        errors.push(RuleError { file: DIRECTORY.to_owned(), line: 1, column: 1, message: error.to_string() });
        Vec::new()
    }) {
        match rule(&name, &text) {
            Ok(rule) => rules.push(rule),
            Err(mut faults) => errors.append(&mut faults),
        }
    }
    if errors.is_empty() { Ok(rules) } else { Err(errors) }
}

/// Returns the Rust files of a directory with their contents, sorted by name. Skips hidden files, which belong to
/// editors.
fn files(directory: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "rs") && !name.starts_with('.') {
            let text = fs::read_to_string(&path)
                .map_err(|error| io::Error::new(error.kind(), format!("cannot read {name}.rs: {error}")))?;
            files.push((name, text));
        }
    }
    files.sort();
    Ok(files)
}

/// Parses a rule from the contents of its file.
pub(crate) fn rule(module: &str, text: &str) -> Result<Rule, Vec<RuleError>> {
    let file = format!("{DIRECTORY}/{module}.rs");
    let fault = |line: usize, column: usize, message: String| RuleError { file: file.clone(), line, column, message };
    // Spans have no line numbers here, so search for the line of the declaration. A file has only one declaration.
    let at_declaration = |message: String| {
        let line = text.lines().position(|line| line.starts_with("rule!")).map_or(1, |line| line + 1);
        fault(line, 1, message)
    };
    let parsed = syn::parse_file(text).map_err(|error| {
        vec![fault(1, 1, format!("the file is not valid Rust: {error}; the compiler reports the place"))]
    })?;
    let mut errors = Vec::new();

    let docs: Vec<_> = parsed.attrs.iter().filter_map(doc_line).collect();
    let page = RulePage::read(&docs);
    let page = page.map_err(|faults| errors.extend(faults.into_iter().map(|(at, text)| fault(at + 1, 1, text)))).ok();

    let rules = parsed.items.iter().filter_map(|item| match item {
        Item::Macro(item) if item.mac.path.is_ident("rule") => Some(&item.mac),
        _ => None,
    });
    let rules: Vec<_> = rules.collect();
    let declaration = match rules[..] {
        [rule] => {
            let declaration = rule.parse_body::<Declaration>();
            declaration.map_err(|error| errors.push(at_declaration(error.to_string()))).ok()
        }
        [] => {
            errors.push(fault(1, 1, "the file has no `rule!`: declare the rule as in the other files".to_owned()));
            None
        }
        _ => {
            errors.push(at_declaration("the file has a second `rule!`: move it to a separate file".to_owned()));
            None
        }
    };
    if let Some(declaration) = &declaration
        && declaration.variant != pascal_case(module)
    {
        errors.push(at_declaration(format!("the rule must have the name of its file, `{}`", pascal_case(module))));
    }
    match (page, declaration) {
        (Some(page), Some(declaration)) if errors.is_empty() => {
            let is_unfinished = MARKS.iter().any(|mark| text.contains(mark));
            Ok(Rule { module: module.to_owned(), page, declaration, is_unfinished })
        }
        _ => Err(errors),
    }
}

/// Returns a line of a doc comment without its first space.
fn doc_line(attribute: &syn::Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else { return None };
    let (true, Expr::Lit(value)) = (meta.path.is_ident("doc"), &meta.value) else { return None };
    let Lit::Str(text) = &value.lit else { return None };
    let text = text.value();
    Some(text.strip_prefix(' ').unwrap_or(&text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "//! Reports a thing.\n//!\n//! ## What it checks\n//! A.\n//!\n//! ## Why it matters\n//! B.\n//!\n\
                        //! ## Example\n//! C.\n//!\n//! ## Fix\n//! D.\n//!\n//! ## When to allow it\n//! E.\n\n\
                        rule! { EmptySid { severity: Warning, group: Style, since: \"0.1.0\", was: [\"no-sid\"], needs: facts } }\n";

    #[test]
    fn a_file_gives_its_page_and_its_declaration() {
        let rule = rule("empty_sid", FILE).unwrap();
        assert_eq!((rule.id().as_str(), rule.page.summary.as_str()), ("empty-sid", "A."));
        let declaration = rule.declaration;
        assert_eq!((declaration.severity.as_str(), declaration.group.as_str()), ("Warning", "Style"));
        assert_eq!((declaration.former_names, declaration.needs_facts), (vec!["no-sid".to_owned()], true));
    }

    #[test]
    fn every_fault_has_its_place() {
        for (from, to, expected) in [
            ("group: Style", "group: Tyle", "18:1: unknown group `Tyle`: expected one of `Malformed`,"),
            ("severity: Warning, ", "", "18:1: missing field `severity`"),
            ("needs: facts", "needs: luck", "18:1: unknown need `luck`: expected one of `facts`"),
            ("needs", "wants", "18:1: expected `severity`, `group`, `since`, `was` or `needs`"),
            ("EmptySid", "EmptySit", "18:1: the rule must have the name of its file, `EmptySid`"),
            ("rule! {", "rules! {", "1:1: the file has no `rule!`"),
            ("rule! {", "rule! {}\nrule! {", "18:1: the file has a second `rule!`"),
            ("Reports", "Lists", "1:1: the first line of a rule's page must be a sentence"),
            ("## Fix", "## Remedy", "12:1: expected the heading `## Fix`, found `## Remedy`"),
            ("rule! { ", "rule! ", "1:1: the file is not valid Rust: "),
        ] {
            let errors = rule("empty_sid", &FILE.replacen(from, to, 1)).unwrap_err();
            let messages = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            assert!(messages.starts_with(&format!("{DIRECTORY}/empty_sid.rs:{expected}")), "{from}: {messages}");
        }
    }
}
