//! Checks that prose uses plain words. It must not contain the phrases in `words.txt`, which also lists replacements.

mod list;

use self::list::{List, Phrase};
use crate::{
    prose::{self, Kind, Passage, Prose},
    tree::Tree,
    violation::{Violation, assert_none},
};

/// The list of phrases. The comments in the list describe its format.
const LIST: &str = include_str!("words.txt");
const LIST_PATH: &str = "xtask/tests/tidy/words.txt";

/// The maximum number of lines in `[allowed]`, which may keep a phrase.
const MOST_ALLOWED: usize = 30;

fn words(list: &List, prose: &[Prose]) -> Vec<Violation> {
    let mut found = list.errors.clone();
    let mut is_used = vec![false; list.allowed.len()];
    for file in prose {
        for passage in &file.passages {
            for (at, phrase) in list.in_passage(passage) {
                let line = passage.line(at);
                let source = file.source.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
                match list.allowed.iter().position(|entry| entry.path == file.path && entry.line == source) {
                    Some(entry) => is_used[entry] = true,
                    None => found.push(violation(&file.path, line, phrase)),
                }
            }
        }
    }
    let unused = list.allowed.iter().zip(is_used).filter(|(_, is_used)| !is_used);
    found.extend(unused.map(|(entry, _)| {
        let wrong = format!("the allowed line is not in {}, or contains no phrase of the list", entry.path);
        Violation::new(LIST_PATH, entry.number, wrong, "remove the entry")
    }));
    found
}

fn violation(path: &str, line: usize, phrase: &Phrase) -> Violation {
    let wrong = format!("{} `{}`", phrase.place.wrong(), phrase.text);
    Violation::new(path, line, wrong, format!("write: {}", phrase.instead))
}

#[test]
fn prose_uses_plain_words() {
    let list = List::parse(LIST, LIST_PATH);
    assert_none(words(&list, prose::in_repository()));
}

#[test]
fn few_lines_are_allowed() {
    let allowed = List::parse(LIST, LIST_PATH).allowed.len();
    assert!(
        allowed <= MOST_ALLOWED,
        "[allowed] has {allowed} lines, but the limit is {MOST_ALLOWED}: rewrite some of these lines"
    );
}

#[test]
fn every_sort_of_prose_is_read() {
    let has = |path: &str, kind: Kind| {
        let mut files = prose::in_repository().iter().filter(|file| file.path.ends_with(path));
        files.any(|file| file.passages.iter().any(|passage| passage.kind == kind))
    };
    for (path, kind) in [
        ("README.md", Kind::Cell),
        ("README.md", Kind::Heading),
        ("ARCHITECTURE.md", Kind::Item),
        (".ci/run", Kind::Paragraph),
        ("ci.yml", Kind::Paragraph),
        ("Cargo.toml", Kind::Paragraph),
        ("catalog/src/lib.rs", Kind::Paragraph),
        ("xtask/src/cli.rs", Kind::Message),
    ] {
        assert!(has(path, kind), "{path} has no {kind:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::lines;

    const SMALL: &str = "[words]\ngizmo => device\nzip* => close\nin the nick => soon\n[exceptions]\na red gizmo\n\
                         [sentences]\nSo => Therefore\n[documentation]\nThat => begin with a verb\n[allowed]\n";

    fn found(allowed: &str, path: &str, source: &str) -> Vec<String> {
        let list = List::parse(&format!("{SMALL}{allowed}"), "words.txt");
        lines(&words(&list, &prose::in_tree(&Tree::made_up(&[(path, source)]))))
    }

    fn plain(path: &str, source: &str) {
        assert_eq!(found("", path, source), <[&str; 0]>::default(), "{source}");
    }

    #[test]
    fn a_phrase_is_reported_in_every_sort_of_prose() {
        for (path, source, line) in [
            ("a.md", "One.\n\nThe Gizmo.\n", 3),
            ("a.md", "| a | gizmo |\n| - | - |\n", 1),
            ("a.rs", "// A gizmo.\n", 1),
            ("a.rs", "/// One.\n///\n/// Two\n/// `x` gizmo.\nfn a() {}\n", 4),
            ("a.rs", "fn a() {\n    b(\"the gizmo\")\n}\n", 2),
            ("a.toml", "a = 1\n# gizmo\n", 2),
        ] {
            let expected = format!("{path}:{line}: found `gizmo`: write: device");
            assert_eq!(found("", path, source), [expected], "{source}");
        }
    }

    #[test]
    fn a_phrase_is_whole_words_over_line_ends() {
        assert_eq!(found("", "a.md", "He zipped.\n"), ["a.md:1: found `zip*`: write: close"]);
        assert_eq!(found("", "a.md", "One in\nthe nick.\n"), ["a.md:1: found `in the nick`: write: soon"]);
        plain("a.md", "Gizmos, a gizmo-like, unzipped, `gizmo`.\n");
        plain("a.rs", "fn gizmo() { a(\"gizmo\") }\n");
    }

    #[test]
    fn an_exception_is_a_longer_phrase() {
        plain("a.md", "It is a red gizmo.\n");
        assert_eq!(found("", "a.md", "A red\ngizmo and a gizmo.\n"), ["a.md:2: found `gizmo`: write: device"]);
    }

    #[test]
    fn sentences_and_documentation_have_their_own_words() {
        let expected = ["a.md:2: a sentence begins with `So`: write: Therefore"];
        assert_eq!(found("", "a.md", "One thing.\nSo it is.\n"), expected);
        plain("a.md", "# So it is\n\nAnd so. Is it? That is.\n");
        let expected = ["a.rs:1: documentation begins with `That`: write: begin with a verb"];
        assert_eq!(found("", "a.rs", "/// That thing.\nfn a() {}\n"), expected);
        plain("a.rs", "// That thing.\n");
    }

    #[test]
    fn a_line_can_be_allowed() {
        let allowed = "a.md: The gizmo. => its name\n";
        assert_eq!(found(allowed, "a.md", "The gizmo.\n"), <[&str; 0]>::default());
        let expected = [
            "a.md:1: found `gizmo`: write: device",
            "xtask/tests/tidy/words.txt:12: the allowed line is not in a.md, or contains no phrase of the list: remove \
             the entry",
        ];
        assert_eq!(found(allowed, "a.md", "The other gizmo.\n"), expected);
    }

    #[test]
    fn wrong_lines_of_the_list_are_reported() {
        let allowed = "a.md: The gizmo.\nno entry => reason\n";
        let expected = [
            "words.txt:12: the line has no ` => `: write `phrase => instead`",
            "words.txt:13: the entry does not name a line of a file: write `path: line => reason`",
        ];
        assert_eq!(found(allowed, "a.md", "One.\n"), expected);
    }

    #[test]
    fn a_passage_without_words_has_none() {
        let passages: Vec<Passage> = prose::in_tree(&Tree::made_up(&[("a.md", "\n")])).remove(0).passages;
        assert_eq!(passages, []);
    }
}
