//! Checks that the relative links of Markdown lead to files and directories of the repository.

use std::path::{Component, Path};

use pulldown_cmark::{Event, Parser, Tag};

use crate::{
    tree::{Tree, extension, is_input},
    violation::{Violation, assert_none},
};

/// Paths with Markdown that has other links: for rustdoc, or by AWS.
const OTHER_LINKS: &[&str] = &["catalog/src/", "docs-src/list_"];

fn links(tree: &Tree) -> Vec<Violation> {
    let is_read = |path: &str| {
        extension(path) == Some("md") && !is_input(path) && !OTHER_LINKS.iter().any(|other| path.starts_with(other))
    };
    tree.files().filter(|(path, _)| is_read(path)).flat_map(|(path, text)| in_file(tree, path, text)).collect()
}

fn in_file(tree: &Tree, path: &str, text: &str) -> Vec<Violation> {
    let mut found = Vec::new();
    for (event, range) in Parser::new(text).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        let target = dest_url.split('#').next().unwrap_or_default();
        if target.is_empty() || target.contains("://") {
            continue;
        }
        let exists = resolve(path, target).is_some_and(|target| tree.has(&target));
        if !exists {
            let line = text.get(..range.start).unwrap_or_default().matches('\n').count() + 1;
            let wrong = format!("the link `{dest_url}` leads to no file of the repository");
            found.push(Violation::new(path, line, wrong, "correct the link"));
        }
    }
    found
}

/// Returns the path from the root of the repository to the target of a link in a file.
fn resolve(file: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for component in Path::new(target).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::ParentDir => _ = parts.pop()?,
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

#[test]
fn relative_links_lead_to_files() {
    assert_none(links(Tree::repository()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    fn found(path: &str, text: &str) -> Vec<String> {
        lines(&links(&Tree::made_up(&[(path, text), ("a/b.md", ""), ("LICENSE", "")])))
    }

    #[test]
    fn links_to_files_and_directories_are_accepted() {
        for (path, text) in [
            ("c.md", "[b](a/b.md) [b](a/b.md#head) [a](a) [l](LICENSE) [w](https://x) [h](#head)"),
            ("a/c.md", "[b](b.md) [l](../LICENSE)"),
            ("catalog/src/c.md", "[b](mod@b)"),
        ] {
            assert_eq!(found(path, text), <[&str; 0]>::default(), "{text}");
        }
    }

    #[test]
    fn a_dead_link_is_reported_at_its_line() {
        let expected = "c.md:3: the link `a/d.md#x` leads to no file of the repository: correct the link";
        assert_eq!(found("c.md", "One\n\n[d](a/d.md#x)\n"), [expected]);
        for text in ["[d](../LICENSE)", "[d](/LICENSE)", "[d](a/b)"] {
            assert_eq!(found("c.md", text).len(), 1, "{text}");
        }
    }
}
