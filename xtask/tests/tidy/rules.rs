//! Checks the files of the linter's rules. Each finding must be reported by one rule in one file. The file must be
//! named after the finding and listed once, and must begin with the rule's page.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Spacing, TokenStream, TokenTree};

use crate::{
    imports::{line_of, scan::Found},
    tree::Tree,
    violation::{Violation, assert_none},
};

/// The file with the list of the rules, one line `file_name::RuleName,` per rule.
const LIST: &str = "catalog/policy/src/rules.rs";

/// The directory of the rules.
const DIRECTORY: &str = "catalog/policy/src/rules/";

/// The headings of the page of a rule, in this order.
const HEADINGS: &[&str] = &["What it checks", "Why it matters", "Example", "Fix", "When to allow it"];

/// The enums whose variants are the ids of findings.
const IDS: &[&str] = &["FindingId", "Id"];

fn rules(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut declared: BTreeMap<String, &str> = BTreeMap::new();
    for (path, text) in sources(tree) {
        let rest = path.trim_start_matches(DIRECTORY);
        let bodies = bodies(tokens(path, text), "rule");
        let (wanted, shown) = if rest.contains('/') { (0, "no rule") } else { (1, "one rule") };
        if bodies.len() != wanted {
            let wrong = format!("expected {shown} in the file, found {}", bodies.len());
            let remedy = "give each rule a file directly in rules/, and move shared code out of rules/";
            found.push(Violation::new(path, line_of(text, "rule!").unwrap_or(1), wrong, remedy));
        }
        for body in bodies {
            let Some(name) = rule_name(&body) else {
                found.push(Violation::new(
                    path,
                    1,
                    "the rule has no name",
                    "begin `rule!` with the name of its finding",
                ));
                continue;
            };
            found.extend(file_name(path, text, rest, &name));
            found.extend(page(path, text));
            declared.insert(name, path);
        }
    }
    found.extend(list(tree, &declared));
    found.extend(elsewhere(tree, &declared));
    found
}

/// Returns the sources of rules, without files of tests.
fn sources(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    let is_test = |path: &str| path.contains("/tests/") || path.ends_with("/tests.rs");
    tree.hand_written().filter(move |(path, _)| path.starts_with(DIRECTORY) && !is_test(path))
}

fn tokens(path: &str, text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the tokens within each call of a macro.
fn bodies(tokens: TokenStream, name: &str) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let body = |window: &[TokenTree]| match window {
        [TokenTree::Ident(ident), TokenTree::Punct(bang), TokenTree::Group(group)] => {
            (ident == name && bang.as_char() == '!').then(|| group.stream())
        }
        _ => None,
    };
    tokens.windows(3).filter_map(body).collect()
}

/// Returns the first name in upper camel case in the declaration of a rule.
fn rule_name(body: &TokenStream) -> Option<String> {
    let names = body.clone().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    names.into_iter().find(|name| name.starts_with(char::is_uppercase))
}

fn file_name(path: &str, text: &str, rest: &str, name: &str) -> Option<Violation> {
    let wanted = format!("{}.rs", snake_case(name));
    let wrong = format!("the file of the rule `{name}` has another name");
    let remedy = format!("name the file {wanted}");
    (rest != wanted).then(|| Violation::new(path, line_of(text, name).unwrap_or(1), wrong, remedy))
}

fn snake_case(name: &str) -> String {
    let mut result = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !result.is_empty() {
            result.push('_');
        }
        result.extend(character.to_lowercase());
    }
    result
}

/// Checks the headings in the documentation of a file.
fn page(path: &str, text: &str) -> Option<Violation> {
    let mut is_fenced = false;
    let mut headings = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let Some(line) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else { continue };
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced && let Some(heading) = line.trim_start().strip_prefix("## ") {
            headings.push((heading.trim(), number + 1));
        }
    }
    let is_right = headings.iter().map(|(heading, _)| heading).eq(HEADINGS);
    let wrong = headings.iter().zip(HEADINGS).find(|((heading, _), wanted)| heading != *wanted);
    let line = wrong.map_or(headings.last(), |(heading, _)| Some(heading)).map_or(1, |(_, line)| *line);
    let shown: Vec<&str> = headings.iter().map(|(heading, _)| *heading).collect();
    let problem = format!("unexpected headings of the rule's page: {}", shown.join(", "));
    (!is_right).then(|| Violation::new(path, line, problem, format!("expected {}", HEADINGS.join(", "))))
}

/// Compares the list of the rules with their files.
fn list(tree: &Tree, declared: &BTreeMap<String, &str>) -> Vec<Violation> {
    let text = tree.get(LIST).unwrap_or_default();
    let listed = listed(tokens(LIST, text));
    let mut found = Vec::new();
    for (name, path) in declared {
        if !listed.contains(&(snake_case(name), name.clone())) {
            let remedy = format!("add the line `{}::{name},` to {LIST}", snake_case(name));
            found.push(Violation::new(path, 1, format!("the rule `{name}` is not listed"), remedy));
        }
    }
    for (file, name) in &listed {
        if !declared.contains_key(name) || *file != snake_case(name) {
            let wrong = format!("`{file}::{name}` is listed, but is not a rule");
            let line = line_of(text, &format!("{file}::{name}")).unwrap_or(1);
            found.push(Violation::new(LIST, line, wrong, format!("remove the line or add {DIRECTORY}{file}.rs")));
        }
    }
    found
}

/// Returns the lines `file_name::RuleName,` in the calls of macros.
fn listed(tokens: TokenStream) -> BTreeSet<(String, String)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut listed = BTreeSet::new();
    for window in tokens.windows(2) {
        let [TokenTree::Punct(bang), TokenTree::Group(group)] = window else { continue };
        let entries: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',');
        for entry in entries.split(is_comma).filter(|_| bang.as_char() == '!') {
            if let [TokenTree::Ident(file), TokenTree::Punct(colon), TokenTree::Punct(_), TokenTree::Ident(name)] =
                entry
                && colon.spacing() == Spacing::Joint
            {
                listed.insert((file.to_string(), name.to_string()));
            }
        }
    }
    listed
}

/// Finds rules whose findings are reported in other files: by their ids, or by `report::<Rule>`.
fn elsewhere(tree: &Tree, declared: &BTreeMap<String, &str>) -> Vec<Violation> {
    let mut found = Vec::new();
    for (path, text) in reporting_sources(tree) {
        let tokens = tokens(path, text);
        let mut code = Found::default();
        code.scan(tokens.clone());
        let ids = code.paths.iter().filter_map(|used| match used.as_slice() {
            [.., id, name] if IDS.contains(&id.as_str()) => Some((used.join("::"), name.clone())),
            _ => None,
        });
        let reports = reported(tokens).into_iter().map(|name| (format!("::<{name}>"), name));
        for (used, name) in ids.chain(reports) {
            let Some(owner) = declared.get(name.rsplit("::").next().unwrap_or_default()) else { continue };
            if *owner != path {
                let line = line_of(text, &used).unwrap_or(1);
                let wrong = format!("`{}` is used outside of its rule", used.trim_start_matches("::"));
                found.push(Violation::new(path, line, wrong, format!("report the finding in {owner} only")));
            }
        }
    }
    found
}

/// Returns the sources that could report findings, without tests and without [`NAMES`].
fn reporting_sources(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    let is_test = |path: &str| {
        path.contains("/tests/")
            || path.ends_with("/tests.rs")
            || path.contains("/testing")
            || path.contains("/builder/")
    };
    let is_reporting = |path: &str| path.starts_with("catalog/policy/src/") || path.starts_with("catalog/src/policy");
    tree.hand_written().filter(move |(path, _)| is_reporting(path) && !is_test(path) && *path != NAMES)
}

/// The file that states which findings cannot be allowed. It names their ids, but does not report them.
const NAMES: &str = "catalog/policy/src/finding/name.rs";

/// Returns the types in `report::<Type>` and `suggest::<Type>`, as written in the source.
fn reported(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut types = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => types.extend(reported(group.stream())),
            TokenTree::Ident(name) if *name == "report" || *name == "suggest" => {
                let rest = tokens.iter().skip(at + 1).map(ToString::to_string);
                let written: String = rest.take_while(|token| token != ">").collect();
                types.extend(written.strip_prefix("::<").map(str::to_owned));
            }
            _ => {}
        }
    }
    types
}

#[test]
fn each_finding_is_reported_in_one_file() {
    let tree = Tree::repository();
    assert_none(rules(tree));
}
#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    const PAGE: &str = "//! A page.\n//!\n//! ## What it checks\n//! ## Why it matters\n//! ## Example\n\
                        //! ```\n//! ## no heading\n//! ```\n//! ## Fix\n//! ## When to allow it\n";
    const GOOD: &str = "rule! { BadThing { severity: Error } }\nfn check() { report(FindingId::BadThing) }\n";
    const OTHER: &str = "rule! { Other { severity: Error } }\n#[cfg(test)]\nmod tests { fn a() { Id::BadThing } }\n";
    const ALL: &str = "rules! {\n    bad_thing::BadThing,\n    other::Other,\n}\n";

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<(String, String)> =
            files.iter().map(|(path, text)| (format!("catalog/policy/src/{path}"), (*text).to_owned())).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        lines(&rules(&Tree::made_up(&files)))
    }

    fn two(list: &str, first: (&str, &str), second: &str) -> Vec<String> {
        let (first, first_text) = (format!("rules/{}", first.0), format!("{PAGE}{}", first.1));
        found(&[("rules.rs", list), (&first, &first_text), ("rules/other.rs", &format!("{PAGE}{second}"))])
    }

    #[test]
    fn a_rule_in_its_file_and_on_the_list_is_accepted() {
        assert_eq!(two(ALL, ("bad_thing.rs", GOOD), OTHER), <[&str; 0]>::default());
        // The page can also be within the declaration.
        let within = format!("//! Head.\nrule! {{\n{}    BadThing\n}}\n", PAGE.replace("//!", "    ///"));
        let files = [("rules.rs", "rules! { bad_thing::BadThing, }"), ("rules/bad_thing.rs", within.as_str())];
        assert_eq!(found(&files), <[&str; 0]>::default());
    }

    #[test]
    fn a_file_has_one_rule() {
        let none = two(ALL, ("bad_thing.rs", "fn a() {}\n"), OTHER);
        assert!(none.iter().any(|line| line.contains("expected one rule in the file, found 0")), "{none:?}");
        let two_rules = two(ALL, ("bad_thing.rs", &format!("{GOOD}rule! {{ Second {{}} }}")), OTHER);
        assert!(two_rules.iter().any(|line| line.contains("expected one rule in the file, found 2")), "{two_rules:?}");
        let deep = found(&[("rules/a/bad_thing.rs", &format!("{PAGE}{GOOD}"))]);
        assert!(deep[0].contains("expected no rule in the file, found 1"), "{deep:?}");
    }

    #[test]
    fn a_file_is_named_after_its_rule() {
        let found = two(ALL, ("bad.rs", GOOD), OTHER);
        assert_eq!(
            found,
            ["catalog/policy/src/rules/bad.rs:11: the file of the rule `BadThing` has another name: name the \
              file bad_thing.rs"]
        );
    }

    #[test]
    fn headings_are_there_in_their_order() {
        for page in [PAGE.replace("//! ## Fix\n", ""), PAGE.replace("Example", "Fix"), format!("{PAGE}//! ## More\n")] {
            let found = found(&[
                ("rules.rs", "rules! { bad_thing::BadThing, }"),
                ("rules/bad_thing.rs", &format!("{page}{GOOD}")),
            ]);
            assert_eq!(found.len(), 1);
            assert!(found[0].contains("unexpected headings of the rule's page: What it checks, "), "{found:?}");
        }
    }

    #[test]
    fn the_list_names_every_rule_and_nothing_else() {
        assert_eq!(
            two("rules! { other::Other, }", ("bad_thing.rs", GOOD), OTHER),
            ["catalog/policy/src/rules/bad_thing.rs:1: the rule `BadThing` is not listed: add the line \
             `bad_thing::BadThing,` to catalog/policy/src/rules.rs"]
        );
        assert_eq!(
            two(&ALL.replace('}', "    gone::Gone,\n}"), ("bad_thing.rs", GOOD), OTHER),
            ["catalog/policy/src/rules.rs:4: `gone::Gone` is listed, but is not a rule: remove the line or add \
             catalog/policy/src/rules/gone.rs"]
        );
    }

    #[test]
    fn a_finding_of_another_rule_is_not_reported_by_its_type() {
        let second = "rule! { Other {} }\nfn check() { cx.report::<super::bad_thing::BadThing>(place, text) }\n";
        let found = two(ALL, ("bad_thing.rs", GOOD), second);
        assert!(
            found[0].contains("other.rs:1: `<super::bad_thing::BadThing>` is used outside of its rule"),
            "{found:?}"
        );
        let own = "rule! { Other {} }\nfn check() { cx.report::<Self>(a); cx.suggest::<Other>(b); report(c) }\n";
        assert_eq!(two(ALL, ("bad_thing.rs", GOOD), own), <[&str; 0]>::default());
    }

    #[test]
    fn a_finding_is_reported_by_its_own_rule_only() {
        let second = "rule! { Other {} }\nfn check() { report(crate::FindingId::BadThing) }\n";
        assert_eq!(
            two(ALL, ("bad_thing.rs", GOOD), second),
            [
                "catalog/policy/src/rules/other.rs:12: `crate::FindingId::BadThing` is used outside of its rule: report the \
             finding in catalog/policy/src/rules/bad_thing.rs only"
            ]
        );
    }
}
