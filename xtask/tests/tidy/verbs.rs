//! Checks that the documentation of a function begins with a verb in the third person. If the function returns `bool`
//! and the verb is "Returns", it must begin with "Returns true if".

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{
    tree::Tree,
    violation::{Violation, assert_none},
};

/// The beginning of the documentation of a function that returns `bool`.
const BOOL: &str = "Returns true if ";

/// Keywords that can precede the `fn` of a function.
const QUALIFIERS: &[&str] = &["pub", "default", "const", "async", "unsafe", "extern"];

fn verbs(tree: &Tree) -> Vec<Violation> {
    tree.hand_written().flat_map(|(path, text)| in_file(path, text)).collect()
}

fn in_file(path: &str, text: &str) -> Vec<Violation> {
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut functions = Vec::new();
    scan(tokens, &mut functions);
    let mut found = Vec::new();
    let mut next = 0;
    for function in functions {
        // Functions come in the order of the file, so the search continues after the previous function.
        let line = line_of(text, &function, next).unwrap_or(next + 1);
        next = line;
        let sentence = function.first_line.trim();
        let first = sentence.split_whitespace().next().unwrap_or_default();
        if !is_verb(first) {
            let wrong = format!("the documentation of a function begins with `{first}`");
            found.push(Violation::new(path, line, wrong, "begin with a verb, such as \"Returns\" or \"Parses\""));
        } else if function.is_bool && first == "Returns" && !sentence.starts_with(BOOL) {
            let wrong = "the documentation of a function that returns `bool` does not state when it is true";
            found.push(Violation::new(path, line, wrong, format!("begin with \"{BOOL}\"")));
        }
    }
    found
}

/// Returns the number of the first line of a function's documentation, searching from the line `after`.
fn line_of(text: &str, function: &Function, after: usize) -> Option<usize> {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let is_attribute = |line: &&&str| line.starts_with("///") || line.starts_with("#[");
    let is_at = |at: &usize| {
        let mut lines = lines.iter().skip(*at);
        let begins = lines.next().and_then(|line| line.strip_prefix("///")) == Some(function.first_line.as_str());
        begins && lines.find(|line| !is_attribute(line)).is_some_and(|line| line.contains("fn "))
    };
    (after..lines.len()).find(is_at).map(|at| at + 1)
}

/// Returns true if a word can be a verb in the third person.
fn is_verb(word: &str) -> bool {
    let word = word.trim_end_matches([',', ':']);
    let letters = word.strip_suffix('s').unwrap_or_default();
    letters.starts_with(char::is_uppercase) && letters.chars().skip(1).all(char::is_lowercase)
}

/// A function with documentation.
struct Function {
    /// The first line of the documentation, with its leading space.
    first_line: String,
    is_bool: bool,
}

/// Adds the documented functions in tokens to `found`, in the order of the source.
fn scan(tokens: TokenStream, found: &mut Vec<Function>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut documentation: Option<String> = None;
    let mut rest = tokens.as_slice();
    while let [token, after @ ..] = rest {
        rest = after;
        match (token, after) {
            (TokenTree::Punct(mark), [TokenTree::Group(attribute), after @ ..])
                if mark.as_char() == '#' && attribute.delimiter() == Delimiter::Bracket =>
            {
                rest = after;
                documentation = documentation.or_else(|| doc(attribute.stream()));
            }
            (TokenTree::Ident(word), [_, after @ ..]) if *word == "fn" => {
                let is_bool = returns_bool(after);
                found.extend(documentation.take().map(|first_line| Function { first_line, is_bool }));
            }
            (TokenTree::Ident(word), _) if QUALIFIERS.iter().any(|qualifier| word == qualifier) => {}
            // `pub(crate)` and `extern "C"`.
            (TokenTree::Group(group), [TokenTree::Ident(_), ..]) if group.delimiter() == Delimiter::Parenthesis => {}
            (TokenTree::Literal(_), [TokenTree::Ident(word), ..]) if *word == "fn" => {}
            (TokenTree::Group(group), _) => {
                documentation = None;
                scan(group.stream(), found);
            }
            _ => documentation = None,
        }
    }
}

/// Returns the text of an attribute that is a line of a doc comment.
fn doc(attribute: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    let [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] = tokens.as_slice() else {
        return None;
    };
    let text = syn::parse_str::<syn::LitStr>(&text.to_string()).ok()?.value();
    (*name == "doc").then_some(text)
}

/// Returns true if a function, given as the tokens after its name, returns `bool`.
fn returns_bool(tokens: &[TokenTree]) -> bool {
    let is_body = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    };
    let signature: Vec<String> = tokens.iter().take_while(|token| !is_body(token)).map(ToString::to_string).collect();
    let signature = signature.split(|token| token == "where").next().unwrap_or_default();
    matches!(signature, [.., dash, arrow, result] if dash == "-" && arrow == ">" && result == "bool")
}

#[test]
fn the_documentation_of_a_function_begins_with_a_verb() {
    assert_none(verbs(Tree::repository()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    fn found(text: &str) -> Vec<String> {
        lines(&verbs(&Tree::made_up(&[("a.rs", text)])))
    }

    #[test]
    fn a_verb_is_accepted() {
        for text in [
            "/// Returns it.\nfn a() -> u8 { 1 }",
            "/// Checks, and\n/// The rest.\npub(crate) const unsafe extern \"C\" fn a() {}",
            "/// Returns true if so.\n#[must_use]\npub fn a(b: bool) -> bool where u8: Copy { true }",
            "/// The type.\nstruct A;\nfn a() {}",
            "/// The field.\nstruct A { a: fn() -> bool }",
            "fn a() -> bool { true }",
        ] {
            assert_eq!(found(text), <[&str; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn a_noun_is_reported_at_its_line() {
        let expected = "a.rs:4: the documentation of a function begins with `The`: begin with a verb, such as \
                        \"Returns\" or \"Parses\"";
        assert_eq!(
            found("/// The type.\nstruct A;\nimpl A {\n    /// The type.\n    pub fn a(&self) {}\n}"),
            [expected]
        );
        assert_eq!(found("macro_rules! a { () => { /// The thing.\n #[inline] const fn a() {} } }").len(), 1);
        assert_eq!(found("trait A { /// Whether so.\n fn a() -> bool; }").len(), 1);
    }

    #[test]
    fn a_bool_states_when_it_is_true() {
        let found = found("/// Returns the answer.\nfn a<T: Fn() -> u8>() -> bool { true }");
        let expected = "a.rs:1: the documentation of a function that returns `bool` does not state when it is true: begin \
                        with \"Returns true if \"";
        assert_eq!(found, [expected]);
    }
}
