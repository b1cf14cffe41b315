//! Tests of errors: their kinds, their places and their messages.

use alloc::{format, string::ToString as _};

use super::super::{super::YamlErrorKind as Kind, parse};
use crate::json::{DEPTH_LIMIT, SIZE_LIMIT};

#[test]
fn each_mistake_has_its_message_at_its_place() {
    for (text, place, words) in [
        ("Action: *\n", "1:9", "an unquoted `*` begins an alias in YAML: quote it: `'*'`"),
        ("Action: [*]\n", "1:10", "an unquoted `*` begins an alias in YAML: quote it: `'*'`"),
        ("a: *Get # b\n", "1:4", "unknown alias `*Get`: quote a string that begins with `*`, as in `'*Get'`"),
        ("a: &x 1\n---\nb: *x\n", "3:4", "unknown alias `*x`"),
        ("a: &x [*x]\n", "1:8", "the alias `*x` is inside of its own value: remove it"),
        ("a: & b\n", "1:4", "an unquoted `&` begins an anchor in YAML: quote the string"),
        ("a: @b\n", "1:4", "a string cannot begin with `@`: quote it"),
        ("a: `b`\n", "1:4", "a string cannot begin with a grave accent: quote it"),
        ("a: %b\n", "1:4", "a string cannot begin with `%`: quote it"),
        ("é:\n\tb: c\n", "2:1", "YAML does not allow a tab here: use spaces"),
        ("a:\tb\n", "1:3", "YAML does not allow a tab here: use spaces"),
        ("a: b: c\n", "1:5", "unexpected `: `: quote the string if the colon is part of it"),
        ("a: b\n c: d\n", "2:3", "the line continues the string above: fix its indentation"),
        ("a: \"b\nc: d\n", "1:4", "unclosed string: close it with `\"`"),
        ("a: 'b\nc: d\n", "1:4", "unclosed string: close it with `'`"),
        ("a: \"b\" c\n", "1:8", "unexpected text after a quoted string: write `\\\"` for a quote inside of it"),
        ("a: 'b' c\n", "1:8", "unexpected text after a quoted string: write `''` for a quote inside of it"),
        (
            "a: \"b\\.c\"\n",
            "1:6",
            "invalid escape in double quotes: write `\\\\` for a backslash, or use single quotes",
        ),
        ("a: [b\nc: d\n", "1:4", "unclosed `[`: close it with `]`"),
        ("a:\n  b: {c: d,\n", "2:6", "unclosed `{`: close it with `}`"),
        ("a: b]\nc: ]\n", "2:4", "`]` without an opening bracket: remove it"),
        ("a: [!Sub b-${c}]\n", "1:13", "expected `,` or `]` after an item: quote a string that contains a bracket"),
        ("a: [b] c\n", "1:8", "unexpected text after a value: quote the whole value, or start a new line"),
        ("a:\n  - b\n - c\n", "3:2", "the indentation fits no line above"),
        ("a: |\n   b\n  c\n", "3:3", "the indentation fits no line above"),
        ("a: b # c\n  d\n", "1:6", "a comment cannot interrupt a string: move the comment, or quote the string"),
        ("a: - b\n", "1:4", "unexpected list item: start the list on a new line, or quote the `-`"),
        ("a: | b\n", "1:4", "invalid block after `|` or `>`"),
        ("a:\n  b: c\n  d\n", "3:3", "expected `:` after a name"),
        ("a:\n  b: c\n  d # e\n\n # f\n  g: h\n", "3:3", "expected `:` after a name"),
        ("? [a, b]\n: c\n", "1:3", "a name cannot be a list or a mapping"),
        ("a: &x b\n<<: *x\n", "1:7", "expected a mapping or a list of mappings after `<<`"),
        ("a: !e!b c\n", "1:4", "invalid tag"),
        ("a: [b,, c]\n", "1:7", "expected a value: remove the extra character, or quote it"),
        ("a: b\u{7}\n", "1:5", "YAML does not allow the character U+0007: remove it"),
        ("a: b\n\u{feff}c: d\n", "2:1", "a byte-order mark inside the file: remove the invisible character"),
    ] {
        let error = parse(text.as_bytes()).unwrap_err();
        assert_eq!(error.position(text.as_bytes()).to_string(), place, "{text}{error}");
        assert!(error.to_string().starts_with(words), "{text}{error}");
    }
}

#[test]
fn depth_and_size_have_an_end() {
    let brackets = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let lists = |depth: usize| "- ".repeat(depth) + "a";
    let tags = |depth: usize| "- !If ".repeat(depth);
    assert!(parse(brackets(DEPTH_LIMIT).as_bytes()).is_ok() && parse(lists(DEPTH_LIMIT).as_bytes()).is_ok());
    for text in
        [brackets(DEPTH_LIMIT + 1), lists(DEPTH_LIMIT + 1), brackets(10_000), lists(100_000), "[".repeat(10_000)]
    {
        assert_eq!(parse(text.as_bytes()).unwrap_err().kind(), &Kind::TooDeep);
    }
    assert!(parse(tags(100_000).as_bytes()).is_err());
    let tagged = format!("{}!Ref a{}", "[".repeat(DEPTH_LIMIT), "]".repeat(DEPTH_LIMIT));
    assert_eq!(parse(tagged.as_bytes()).unwrap_err().kind(), &Kind::TooDeep);
    let aliased = format!("- &x {}\n- {}*x{}", brackets(40), "[".repeat(40), "]".repeat(40));
    assert_eq!(parse(aliased.as_bytes()).unwrap_err().kind(), &Kind::TooDeep);
    let large = alloc::vec![b' '; SIZE_LIMIT + 1];
    assert_eq!(parse(&large).unwrap_err().kind(), &Kind::TooLarge);
}

#[test]
fn a_bomb_of_aliases_is_an_error() {
    let mut text = alloc::string::String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..20 {
        let aliases = alloc::vec![format!("*a{}", level - 1); 10].join(", ");
        text.extend([format!("a{level}: &a{level} [{aliases}]\n")]);
    }
    let error = parse(text.as_bytes()).unwrap_err();
    assert_eq!((error.kind(), error.position(text.as_bytes()).line), (&Kind::TooManyCopies, 5));
    assert_eq!(error.to_string(), "aliases copy more than 4 MiB: repeat smaller values");
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), "*a, ".repeat(100));
    assert_eq!(parse(long.as_bytes()).unwrap_err().kind(), &Kind::TooManyCopies);
}
