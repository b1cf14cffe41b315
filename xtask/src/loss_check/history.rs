//! Finds the entries that the tables of earlier months would lose, although no page can restore them.
//!
//! The tables are the only record of names that AWS no longer lists, and of the months in which actions were first
//! listed. If a file of `docs-src` were emptied or truncated, its entries would be lost. So these losses need consent:
//!
//! * A retired name is neither in the new table nor on a page.
//! * A page has an action, but the month in which the action was first listed is no longer in the table.

use crate::diagnostic::{Code, Place};
use crate::facts::FactFile;
use crate::model::Service;
use crate::question::{self, Question};
use crate::write::{FileChange, Plan};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::{BTreeSet, HashSet};

/// The tables, each as the end of its path and the word for its names in `--accept-loss`.
const TABLES: [(&str, &str); 2] = [("facts/retired.rs", "retired"), ("facts/first_listed.rs", "first-listed")];

/// Returns a question for each table that would lose entries.
pub(super) fn questions(plan: &Plan, services: &[Service]) -> Vec<Question> {
    TABLES.iter().filter_map(|(path, word)| question(plan, services, path, word)).collect()
}

fn question(plan: &Plan, services: &[Service], path: &str, word: &str) -> Option<Question> {
    let FileChange { old, new, shown, .. } = plan.changes.iter().find(|change| change.path.ends_with(path))?;
    let (old, new) = (String::from_utf8_lossy(old.as_ref()?), new.as_ref()?);
    let new: HashSet<String> = names(new).into_iter().map(|(_, name)| name).collect();
    let is_retired = word == "retired";
    let lost: BTreeSet<String> = names(&old)
        .into_iter()
        .filter(|(prefix, name)| !new.contains(name) && is_listed(services, prefix, name) != is_retired)
        .map(|(_, name)| name)
        .collect();
    if lost.is_empty() {
        return None;
    }
    let file =
        if is_retired { format!("docs-src/{}", crate::facts::retired::FILE) } else { FactFile::FirstListed.path() };
    let what = match (is_retired, lost.len()) {
        (true, 1) => "retired name",
        (true, _) => "retired names",
        (false, 1) => "month in which an action was first listed",
        (false, _) => "months in which actions were first listed",
    };
    let message = format!(
        "{} {what} would be lost: {}",
        lost.len(),
        question::some(lost.iter().map(|name| format!("`{name}`")), lost.len())
    );
    let help = format!("restore `{file}`, for instance from git; `--accept-loss {word}` accepts the loss");
    Some(Question { flag: word.to_owned(), code: Code::Loss, message, place: Place::Path(shown.clone()), help })
}

/// Returns the names in a table, each with the prefix of its service, such as `evidently:CreateProject` or `evidently
/// aws:TagKeys`.
fn names(table: &str) -> Vec<(String, String)> {
    let mut names = Vec::new();
    let Ok(file) = syn::parse_file(table) else { return names };
    let mut strings = Vec::new();
    for item in file.items {
        if let syn::Item::Const(item) = item {
            collect(item.expr.into_token_stream(), &mut strings);
        }
    }
    let mut prefix = String::new();
    for string in strings {
        let rows = string.split('\n').filter_map(|row| row.split_once(' ')).collect::<Vec<_>>();
        if rows.is_empty() {
            // The first string of an entry is the prefix. A string that is only a month is the service's month.
            if !string.is_empty() && crate::model::Edition::parse(&string).is_none() {
                prefix = string;
            }
            continue;
        }
        for name in rows.into_iter().flat_map(|(_, names)| names.split(' ')) {
            let separator = if name.contains(':') { ' ' } else { ':' };
            names.push((prefix.clone(), format!("{prefix}{separator}{name}")));
        }
    }
    names
}

/// Adds the strings of an expression in their order in the source.
fn collect(tokens: TokenStream, strings: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), strings),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(string) = syn::Lit::new(literal) {
                    strings.push(string.value());
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// Returns true if a page defines a name of the table.
fn is_listed(services: &[Service], prefix: &str, name: &str) -> bool {
    let Some(service) = services.iter().find(|service| service.prefix == prefix) else { return false };
    let is = |known: &str, name: &str| known.eq_ignore_ascii_case(&name.replace('+', " "));
    match name.split_once([' ', ':']) {
        Some((_, key)) if key.contains(':') => service.condition_keys.iter().any(|known| is(&known.name, key)),
        Some((_, name)) => {
            service.actions.iter().any(|action| is(&action.name, name))
                || service.resource_types.iter().any(|item| is(&item.name, name))
        }
        None => false,
    }
}
