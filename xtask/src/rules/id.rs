//! The ids of rules: which are possible, and the Rust names that follow from them.

/// The groups that a rule may declare, by the names of their variants.
pub(crate) const GROUPS: &[&str] = &["Malformed", "NoEffect", "Security", "Style", "Restriction", "Configuration"];

/// Returns the name of a type for a module: `UnknownAction` for `unknown_action`.
pub(crate) fn pascal_case(module: &str) -> String {
    let words = module.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    });
    words.collect()
}

/// Returns the fault of a string as the id of a rule, if it has one.
pub(crate) fn fault(id: &str) -> Option<&'static str> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !id.split('-').all(is_word) {
        return Some("an id is made of lower-case words with hyphens, such as `unknown-action`");
    }
    let module = id.replace('-', "_");
    let is_identifier = |name: &str| syn::parse_str::<syn::Ident>(name).is_ok();
    // `rules/mod.rs` would be the parent of the rules, and the types of the prelude would be hidden.
    if module == "mod" || ["none", "some", "ok", "err"].contains(&id) || !is_identifier(&pascal_case(&module)) {
        return Some("the name is taken in Rust: choose one that says what the rule reports");
    }
    if !is_identifier(&module) {
        return Some("the word is a keyword of Rust: choose one that says what the rule reports");
    }
    is_group(id).then_some("a group of findings has this name, and configurations could not tell the two apart")
}

/// Returns true if a group has a name.
fn is_group(id: &str) -> bool {
    GROUPS.iter().any(|group| *group == pascal_case(&id.replace('-', "_")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_words() {
        assert!(["a", "public-function"].into_iter().all(|id| fault(id).is_none()));
        assert!(
            ["", "A", "a_b", "a-", "-a", "a--b", "a1", "é", "self", "fn", "mod", "none", "style", "no-effect"]
                .into_iter()
                .all(|id| fault(id).is_some())
        );
    }
}
