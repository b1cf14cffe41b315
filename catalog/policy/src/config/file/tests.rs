//! Tests of valid files and their configurations, and of invalid files and their messages.

use super::*;
use crate::{
    finding::{Finding, FindingId, Group, LIMIT, Severity},
    json::Span,
    kind::PolicyKind,
};
use alloc::string::ToString as _;

/// Removes the spans of the entries, because a configuration that was made in code has none.
fn unplaced(mut config: Config) -> Config {
    for entry in &mut config.allowances {
        entry.span = Span::default();
    }
    for entry in config.actions.iter_mut().chain(&mut config.condition_keys).chain(&mut config.placeholders) {
        entry.span = Span::default();
    }
    for (nth, entry) in config.kinds.iter_mut().enumerate() {
        entry.span = Span::default();
        entry.pointer = format!("/kind/{nth}/files");
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

[[kind]]
files = "scp/*.json"
kind = "scp"

[[kind]]
files = ["buckets/*.json", "bucket.json"]
kind = "bucket"

[placeholders]
patterns = ["${bucket}", "{{*}}"]
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
        .kind("scp/*.json", PolicyKind::ServiceControl)
        .kind("buckets/*.json", PolicyKind::Bucket)
        .kind("bucket.json", PolicyKind::Bucket)
        .placeholder("${bucket}")
        .placeholder("{{*}}")
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
        ("/kind/0/files", r#""scp/*.json""#),
        ("/kind/1/files/0", r#""buckets/*.json""#),
        ("/kind/1/files/1", r#""bucket.json""#),
        ("/placeholders/patterns/0", r#""${bucket}""#),
        ("/placeholders/patterns/1", r#""{{*}}""#),
    ];
    assert_eq!(notes.iter().map(at).collect::<Vec<_>>(), expected.map(|(pointer, text)| (pointer.into(), text)));
    assert!(notes.iter().all(|note| note.severity == Severity::Note));
}

/// Invalid files, each with all its messages.
const WRONG: &[(&str, &str)] = &[
    ("alow = []", "1:1: unknown key `alow` in the configuration: did you mean `allow`?"),
    (
        "frobnicate = 1",
        "1:1: unknown key `frobnicate` in the configuration: expected one of `allow`, `warn`, `deny`, `allow-at`, \
         `actions`, `condition-keys`, `kind`, `placeholders`, `deny-warnings`",
    ),
    ("deny_warnings = true", "1:1: unknown key `deny_warnings` in the configuration: did you mean `deny-warnings`?"),
    ("deny-warnings = 'yes'", "1:17: expected a boolean, found a string: write `deny-warnings = true`"),
    (
        "allow = 'empty-sid'",
        "1:9: expected a list of finding ids and groups, found a string: write `allow = [\"empty-sid\"]`",
    ),
    ("allow = ['emptysid']", "1:10: unknown finding `emptysid`: did you mean `empty-sid`?"),
    ("allow = ['E501']", "1:10: unknown finding `E501`: `catalog lint --list` prints all ids and groups"),
    (
        "allow = ['too-many-findings', 'malformed-json']",
        "1:10: `too-many-findings` is always an error, because the check stops there: remove it\n\
         1:31: `malformed-json` is always an error, because the check stops there: remove it",
    ),
    (
        "allow = ['large', 'styel']\nwarn = ['large']\ndeny = [1, 'style', 'malformed-json']",
        "1:19: unknown finding `styel`: did you mean `style`?\n\
         2:9: `large` is also in `allow`: keep one of the two entries\n\
         3:9: expected a string, found an integer: write `deny = [\"empty-sid\"]`\n\
         3:21: `malformed-json` is always an error, because the check stops there: remove it",
    ),
    ("allow-at = true", "1:12: expected a list of tables, found a boolean: write `[[allow-at]]`"),
    ("[allow-at]\nid = 'large'", "1:1: expected a list of tables, found a table: write `[[allow-at]]`"),
    ("allow-at = [7]", "1:13: expected a table, found an integer: write `[[allow-at]]`"),
    ("[[allow-at]]\nid = 'large'", "1:1: missing `file` or `path`: add one of them, or move the id to `allow`"),
    (
        "[[allow-at]]\npath = '/Statement'",
        "1:1: missing `id`: add the finding to allow, such as `id = \"allow-everything\"`",
    ),
    (
        "[[allow-at]]\nid = 1\npath = 2\nfile = 3.0\nline = 4",
        "2:6: expected a finding id or a group, found an integer: write `id = \"allow-everything\"`\n\
         3:8: expected a JSON pointer, found an integer: write `path = \"/Statement/0\"`\n\
         4:8: expected the path of a file, found a float: write `file = \"policies/*.json\"`\n\
         5:1: unknown key `line` in an entry of `allow-at`: expected one of `id`, `file`, `path`",
    ),
    (
        "[[allow-at]]\nid = 'large'\npath = 'Statement/0'",
        "3:8: a JSON pointer must begin with `/`: write `/Statement/0`",
    ),
    (
        "[[allow-at]]\nid = 'large'\npath = '/a~/b'",
        "3:8: invalid `~` in a JSON pointer: write `~0` for `~`, and `~1` for `/` within a name",
    ),
    (
        "[[allow-at]]\nid = 'large'\nfile = 'policies\\a.json'",
        "3:8: `\\` is not a valid path separator: write a path relative to this file, with `/`, such as \
         `policies/*.json`",
    ),
    (
        "[[allow-at]]\nid = 'large'\nfile = ''\n[[allow-at]]\nid = 'large'\nfile = './a.json'",
        "3:8: expected the path of a file, found an empty string: write a path relative to this file, with `/`, such \
         as `policies/*.json`\n\
         6:8: a path cannot begin with `./`: write a path relative to this file, with `/`, such as `policies/*.json`",
    ),
    (
        "actions = ['ses:*']",
        "1:11: expected a table, found a list: write `[actions]`, followed by `allow = [\"freetier:List*\"]`",
    ),
    ("[actions]\nalow = []", "2:1: unknown key `alow` in `actions`: did you mean `allow`?"),
    (
        "[actions]\nallow = ['*', 'ses:[sS]end', 'ses:']",
        "2:10: `*` has no colon: expected an action such as `ses:SendEmail`: write `allow = \
         [\"freetier:List*\"]`\n\
         2:15: `ses:[sS]end` has `[` at byte 4, which IAM does not allow in an action (the only wildcards are `*` and \
         `?`): write `allow = [\"freetier:List*\"]`\n\
         2:30: `ses:` has no action name after the colon: write `allow = [\"freetier:List*\"]`",
    ),
    (
        "[condition-keys]\nallow = ['user name', {}]",
        "2:10: `user name` has a space at byte 4, which IAM does not allow in a condition key: write `allow = \
         [\"mailer:*\"]`\n\
         2:23: expected a string, found a table: write `allow = [\"mailer:*\"]`",
    ),
    ("kind = 'scp'\n", "1:8: expected a list of tables, found a string: write `[[kind]]`"),
    (
        "[[kind]]\nfiles = 'scp/*.json'\nkind = 'scp2'\n[[kind]]\nfiles = '*'\nkind = 'service'",
        "3:8: unknown policy kind `scp2`: did you mean `scp`?\n\
         6:8: unknown policy kind `service`: expected one of `identity`, `resource`, `trust`, `service-control`, \
         `resource-control`, `permission-boundary`, `session`, `vpc-endpoint`, `bucket`, `queue`, `topic`, `key`, \
         `repository`, `table`, `secret`, `function`",
    ),
    (
        "[[kind]]\nfile = 'a.json'\n",
        "1:1: missing `files`: add it, such as `files = \"scp/*.json\"`\n\
         1:1: missing `kind`: add it, such as `kind = \"service-control\"`\n\
         2:1: unknown key `file` in an entry of `kind`: did you mean `files`?",
    ),
    (
        "[[kind]]\nfiles = ['./a.json', 7]\nkind = 1\n[[kind]]\nfiles = 2\nkind = 'trust'",
        "2:10: a path cannot begin with `./`: write a path relative to this file, with `/`, such as `policies/*.json`\n\
         2:22: expected a string, found an integer: write `files = \"scp/*.json\"`\n\
         3:8: expected a kind of policy, found an integer: write `kind = \"service-control\"`\n\
         5:9: expected a path of files or a list of paths, found an integer: write `files = \"scp/*.json\"`",
    ),
    (
        "placeholders = ['<x>']",
        "1:16: expected a table, found a list: write `[placeholders]`, followed by `patterns = [\"{{*}}\"]`",
    ),
    ("[placeholders]\npattern = []", "2:1: unknown key `pattern` in `placeholders`: did you mean `patterns`?"),
    (
        "[placeholders]\npatterns = '<x>'",
        "2:12: expected a list of placeholders, found a string: write `patterns = [\"{{*}}\"]`",
    ),
    (
        "[placeholders]\npatterns = [1, '', '{}', 'x*', '<*>*', '${aws:username}']",
        "2:13: expected a string, found an integer: write `patterns = [\"{{*}}\"]`\n\
         2:16: expected a placeholder, found an empty string: write a placeholder such as `{{region}}` or `${*}`\n\
         2:20: `{}` has no letter or digit: write a placeholder such as `{{region}}` or `${*}`\n\
         2:26: `x*` needs punctuation on both sides of `*`, which matches any name: write a placeholder such as \
         `{{region}}` or `${*}`\n\
         2:32: `<*>*` has more than one `*`, which matches any name: write a placeholder such as `{{region}}` or `${*}`\n\
         2:40: `${aws:username}` is a policy variable, which AWS replaces: remove it",
    ),
    ("allow = [", "1:10: invalid TOML: unclosed array, expected `]`"),
    (
        "allow = []\nallow = []\nx = \"",
        "2:1: invalid TOML: duplicate key\n3:6: invalid TOML: invalid basic string, expected `\"`",
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
    assert!(error.to_string().contains("larger than 1 MiB"), "{error}");
    assert_eq!(Config::from_toml(&list("'empty-sit'", 50_000)).unwrap_err().problems().len(), LIMIT);
    assert_eq!(Config::from_toml(&"= 1\n".repeat(50_000)).unwrap_err().problems().len(), LIMIT);
    assert!(Config::from_toml(&format!("allow = {}", "[".repeat(500_000))).is_err());
    let many = Config::from_toml(&list("'empty-sid'", 50_000)).unwrap();
    assert_eq!(many.unneeded(&many.usage()).len(), LIMIT);
    let error = Config::from_toml(&format!("[placeholders]\npatterns = [{}]", "'<x>',".repeat(101))).unwrap_err();
    assert_eq!(error.to_string(), "2:613: expected at most 100 placeholders: use `*` to match any name");
    let many = Config::from_toml(&format!("[actions]\n{}", list("'ses:*'", 50_000))).unwrap();
    assert_eq!(many.unneeded(&many.usage()).len(), LIMIT);
}
