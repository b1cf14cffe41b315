//! Checks the ids of rules, and converts them to Rust names.

/// The groups that a rule may declare, by the names of their variants.
pub(crate) const GROUPS: &[&str] = &["Malformed", "NoEffect", "Security", "Style", "Restriction", "Configuration"];

/// Returns the type name for a module name, such as `UnknownAction` for `unknown_action`.
pub(crate) fn pascal_case(module: &str) -> String {
    let words = module.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    });
    words.collect()
}

/// Returns the problem with a string as a rule's id, or `None` if it is a valid id.
pub(crate) fn fault(id: &str) -> Option<&'static str> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !id.split('-').all(is_word) {
        return Some("use lower-case words with hyphens, such as `unknown-action`");
    }
    let module = id.replace('-', "_");
    let is_identifier = |name: &str| syn::parse_str::<syn::Ident>(name).is_ok();
    // `rules/mod.rs` would be the parent of the rules, and the other names would hide those of the prelude.
    if module == "mod" || ["none", "some", "ok", "err"].contains(&id) || !is_identifier(&pascal_case(&module)) {
        return Some("the name has another meaning in Rust: describe what the rule reports");
    }
    if !is_identifier(&module) {
        return Some("the word is a Rust keyword: describe what the rule reports");
    }
    is_group(id).then_some("a group of findings has this name: configurations could not distinguish the two")
}

/// Returns true if a group of findings has this name.
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
