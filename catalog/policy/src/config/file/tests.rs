//! Files and what is read of them; wrong files and what is said.

use super::*;
use crate::{
    finding::{Finding, FindingId, Group, LIMIT, Severity},
    json::Span,
};
use alloc::string::ToString as _;

/// Without the places of the entries, which a configuration made in code has not.
fn unplaced(mut config: Config) -> Config {
    for entry in &mut config.allowances {
        entry.span = Span::default();
    }
    for entry in config.actions.iter_mut().chain(&mut config.condition_keys) {
        entry.span = Span::default();
    }
    config
}

const EVERYTHING: &str = r#"
allow = ["empty-sid", 'large']
warn = ["unknown-action"]
deny = ["security", "uncatalogued-action"]
deny-warnings = true

[[allow-at]]
id = "allow-everything"
file = "policies/admin*.json"
path = "/Statement/0"

[[allow-at]]
path = "/Statement/1/"
id = "no-match"

[actions]
allow = ["freetier:List*"]

[condition-keys]
allow = ["mailer:*", "mailer:Sender/${Name}"]
"#;

#[test]
fn a_file_says_what_the_methods_say() {
    let expected = Config::new()
        .allow(FindingId::EmptySid)
        .allow(FindingId::Large)
        .warn(FindingId::UnknownAction)
        .deny(Group::Security)
        .deny(FindingId::UncatalogedAction)
        .allow_in(FindingId::AllowEverything, Some("policies/admin*.json"), Some("/Statement/0"))
        .allow_at(FindingId::NoMatch, "/Statement/1")
        .action("freetier:List*")
        .condition_key("mailer:*")
        .condition_key("mailer:Sender/${Name}")
        .deny_warnings(true);
    assert_eq!(unplaced(Config::from_toml(EVERYTHING).unwrap()), expected);
    for nothing in ["", "# nothing\n", "\u{feff}", "deny-warnings = false", "allow = []\nallow-at = []\nactions = {}"] {
        assert_eq!(Config::from_toml(nothing).unwrap(), Config::new(), "{nothing:?}");
    }
}

#[test]
fn an_entry_that_nothing_needs_is_pointed_at() {
    let config = Config::from_toml(EVERYTHING).unwrap();
    let at = |note: &Finding| {
        let Span { start, end } = note.span;
        let range = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
        (note.pointer.clone(), EVERYTHING.get(range).unwrap())
    };
    let notes = config.unneeded(&config.usage());
    let expected = [
        ("/allow/0", r#""empty-sid""#),
        ("/allow/1", "'large'"),
        ("/allow-at/0", r#""allow-everything""#),
        ("/allow-at/1", r#""no-match""#),
        ("/actions/allow/0", r#""freetier:List*""#),
        ("/condition-keys/allow/0", r#""mailer:*""#),
        ("/condition-keys/allow/1", r#""mailer:Sender/${Name}""#),
    ];
    assert_eq!(notes.iter().map(at).collect::<Vec<_>>(), expected.map(|(pointer, text)| (pointer.into(), text)));
    assert!(notes.iter().all(|note| note.severity == Severity::Note));
}

/// Each file with the whole of what is said about it.
const WRONG: &[(&str, &str)] = &[
    ("alow = []", "1:1: the configuration has no `alow`: did you mean `allow`?"),
    (
        "frobnicate = 1",
        "1:1: the configuration has no `frobnicate`: it may have `allow`, `warn`, `deny`, `allow-at`, `actions`, `condition-keys`, \
         `deny-warnings`",
    ),
    ("deny_warnings = true", "1:1: the configuration has no `deny_warnings`: did you mean `deny-warnings`?"),
    (
        "deny-warnings = 'yes'",
        "1:17: `deny-warnings` is true or false, and here is a string: write `deny-warnings = true`",
    ),
    (
        "allow = 'empty-sid'",
        "1:9: `allow` is a list of finding ids and groups, and here is a string: write `allow = [\"empty-sid\"]`",
    ),
    ("allow = ['emptysid']", "1:10: unknown finding `emptysid`: did you mean `empty-sid`?"),
    ("allow = ['E501']", "1:10: unknown finding `E501`: `catalog lint --list` prints all ids and groups"),
    (
        "allow = ['too-many-findings', 'malformed-json']",
        "1:10: `too-many-findings` is always an error: the check could not go on, and may have missed more\n\
         1:31: `malformed-json` is always an error: the check could not go on, and may have missed more",
    ),
    (
        "allow = ['large', 'styel']\nwarn = ['large']\ndeny = [1, 'style', 'malformed-json']",
        "1:19: unknown finding `styel`: did you mean `style`?\n\
         2:9: `large` is in `allow` as well: keep one of the two entries\n\
         3:9: `deny` is a list of finding ids and groups, and here is an integer: write `deny = [\"empty-sid\"]`\n\
         3:21: `malformed-json` is always an error: the check could not go on, and may have missed more",
    ),
    ("allow-at = true", "1:12: `allow-at` is a list of tables, and here is a boolean: write `[[allow-at]]`"),
    ("[allow-at]\nid = 'large'", "1:1: `allow-at` is a list of tables, and here is a table: write `[[allow-at]]`"),
    ("allow-at = [7]", "1:13: `allow-at` is a list of tables, and here is an integer: write `[[allow-at]]`"),
    (
        "[[allow-at]]\nid = 'large'",
        "1:1: neither `file` nor `path` says where it is allowed: add one, or move the id to `allow`",
    ),
    (
        "[[allow-at]]\npath = '/Statement'",
        "1:1: `id` is missing: write which finding is allowed, `id = \"allow-everything\"`",
    ),
    (
        "[[allow-at]]\nid = 1\npath = 2\nfile = 3.0\nline = 4",
        "2:6: `id` is a finding id, and here is an integer: write `id = \"allow-everything\"`\n\
         3:8: `path` is a JSON pointer, and here is an integer: write `path = \"/Statement/0\"`\n\
         4:8: `file` is a text, and here is a float: write `file = \"policies/*.json\"`\n\
         5:1: an entry of `allow-at` has no `line`: it may have `id`, `file`, `path`",
    ),
    ("[[allow-at]]\nid = 'large'\npath = 'Statement/0'", "3:8: a JSON pointer begins with `/`: write `/Statement/0`"),
    (
        "[[allow-at]]\nid = 'large'\npath = '/a~/b'",
        "3:8: in a JSON pointer `~` is written `~0`, and `/` within a name `~1`",
    ),
    (
        "[[allow-at]]\nid = 'large'\nfile = 'policies\\a.json'",
        "3:8: `\\` is no divider of folders here: write it from the folder of this file, with `/`, as `policies/*.json`",
    ),
    (
        "[[allow-at]]\nid = 'large'\nfile = ''\n[[allow-at]]\nid = 'large'\nfile = './a.json'",
        "3:8: an empty text names no file: write it from the folder of this file, with `/`, as `policies/*.json`\n\
         6:8: a file is named without `./`: write it from the folder of this file, with `/`, as `policies/*.json`",
    ),
    (
        "actions = ['ses:*']",
        "1:11: `actions` is a table, and here is a list: write `[actions]` and below it `allow = [\"freetier:List*\"]`",
    ),
    ("[actions]\nalow = []", "2:1: `actions` has no `alow`: did you mean `allow`?"),
    (
        "[actions]\nallow = ['*', 'ses:[sS]end', 'ses:']",
        "2:10: `*` has no colon: an action is written `service:Name`, as `ses:SendEmail`: write `allow = \
         [\"freetier:List*\"]`\n\
         2:15: `ses:[sS]end` has `[` at byte 4, which IAM does not allow in an action (its wildcards are `*` and `?`): \
         write `allow = [\"freetier:List*\"]`\n\
         2:30: `ses:` names no action behind its colon: write `allow = [\"freetier:List*\"]`",
    ),
    (
        "[condition-keys]\nallow = ['user name', {}]",
        "2:10: `user name` has a space at byte 4, which IAM does not allow in a condition key: write `allow = \
         [\"mailer:*\"]`\n\
         2:23: `allow` is a list of patterns of condition keys, and here is a table: write `allow = [\"mailer:*\"]`",
    ),
    ("allow = [", "1:10: this is no TOML: unclosed array, expected `]`"),
    (
        "allow = []\nallow = []\nx = \"",
        "2:1: this is no TOML: duplicate key\n3:6: this is no TOML: invalid basic string, expected `\"`",
    ),
];

#[test]
fn each_wrong_file_says_what_to_write() {
    for (text, expected) in WRONG {
        assert_eq!(Config::from_toml(text).unwrap_err().to_string(), *expected, "{text}");
    }
}

#[test]
fn a_file_without_end_ends() {
    let list = |entry: &str, count: usize| format!("allow = [{}]", format!("{entry},").repeat(count));
    let error = Config::from_toml(&list("'empty-sid'", 100_000)).unwrap_err();
    assert!(error.to_string().contains("more than 1 MiB"), "{error}");
    assert_eq!(Config::from_toml(&list("'empty-sit'", 50_000)).unwrap_err().problems().len(), LIMIT);
    assert_eq!(Config::from_toml(&"= 1\n".repeat(50_000)).unwrap_err().problems().len(), LIMIT);
    assert!(Config::from_toml(&format!("allow = {}", "[".repeat(500_000))).is_err());
    let many = Config::from_toml(&list("'empty-sid'", 50_000)).unwrap();
    assert_eq!(many.unneeded(&many.usage()).len(), LIMIT);
    let many = Config::from_toml(&format!("[actions]\n{}", list("'ses:*'", 50_000))).unwrap();
    assert_eq!(many.unneeded(&many.usage()).len(), LIMIT);
}
