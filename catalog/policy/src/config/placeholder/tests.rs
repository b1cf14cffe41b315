//! Tests of placeholders: which strings match, which match wins, and which holes they become.

use alloc::{string::ToString as _, vec::Vec};

use proptest::prelude::*;

use super::*;
use crate::{
    finding::FindingId,
    json::Data,
    kind::PolicyKind,
    testing::{FULL, allow_with, policy},
    walk::check_text,
};

fn config(patterns: &[&str]) -> Config {
    patterns.iter().fold(Config::new(), |config, pattern| config.placeholder(pattern))
}

fn found(patterns: &[&str], text: &str) -> Vec<alloc::string::String> {
    let config = config(patterns);
    config.gaps(text, &mut config.usage()).iter().map(|gap| gap.piece.written().to_string()).collect()
}

#[test]
fn each_style_of_placeholders_is_found() {
    for (pattern, text, expected) in [
        ("${bucket}", "a${bucket}b${buckets}", &["${bucket}"][..]),
        ("${*}", "${a}${ a_b-c.d }${}${ }${*}${?}${$}${aws:username}${a, 'b'}", &["${a}", "${ a_b-c.d }"]),
        ("${self:*}", "${self:custom.x}${aws:userid}", &["${self:custom.x}"]),
        ("{{*}}", "{{a}}{{ .Values.b }}{{#if x}}{{{a}}}{{ a b }}", &["{{a}}", "{{ .Values.b }}", "{{a}}", "{{ a b }}"]),
        ("{{ * }}", "{{a}}{{ b }}", &["{{a}}", "{{ b }}"]),
        ("{{ .Values.* }}", "{{ .Values.a }}{{.Values.a}}", &["{{ .Values.a }}"]),
        ("{{ x | quote }}", "{{ x | quote }}{{ x }}", &["{{ x | quote }}"]),
        ("<*>", "<account-id><your account><><a\"b>", &["<account-id>", "<your account>"]),
        ("%(*)s", "%(a)s%(b)d%(c)stop", &["%(a)s", "%(c)s"]),
        ("__*__", "__A____B_C__", &["__A__", "__B_C__"]),
        ("@@*@@", "@@a@@b@@", &["@@a@@"]),
        ("ACCOUNT_ID", "ACCOUNT_ID-a/ACCOUNT_IDS/MY_ACCOUNT_ID/ACCOUNT_ID", &["ACCOUNT_ID", "ACCOUNT_ID"]),
        ("$NAME", "$NAME$NAMES", &["$NAME", "$NAME"]),
        // These patterns match nothing.
        ("", "a", &[]),
        ("{}", "{}", &[]),
        ("a*b", "axb", &[]),
        ("{*}*", "{x}*", &[]),
    ] {
        assert_eq!(found(&[pattern], text), expected, "{pattern}");
    }
    let long = "x".repeat(200);
    assert_eq!(found(&["<*>"], &alloc::format!("<{long}>")), <[&str; 0]>::default());
}

#[test]
fn the_first_and_then_the_longest_match_wins_and_only_its_entry_is_needed() {
    assert_eq!(found(&["{*}", "{{*}}", "<{{a}}"], "<{{a}} {b} {{c}}"), ["<{{a}}", "{b}", "{{c}}"]);
    let config = config(&["{{*}}", "{{a}}", "<*>"]);
    let mut usage = config.usage();
    config.gaps("{{a}}", &mut usage);
    let unneeded = |usage: &Usage| config.unneeded(usage).iter().map(|note| note.pointer.clone()).collect::<Vec<_>>();
    assert_eq!(unneeded(&usage), ["/placeholders/patterns/0", "/placeholders/patterns/2"]);
    let mut other = config.usage();
    config.gaps("{{b}}<c>", &mut other);
    usage.merge(&other);
    assert_eq!(unneeded(&usage), <[&str; 0]>::default());
}

#[test]
fn a_policy_is_checked_around_its_placeholders() {
    let check = |text: &str, config: &Config| {
        let outcome = check_text(text.as_bytes(), PolicyKind::Identity, FULL, config);
        let findings = outcome.findings.iter().map(|finding| (finding.id, finding.span)).collect::<Vec<_>>();
        (findings, config.unneeded(&outcome.usage).len())
    };
    let text =
        policy("\"Effect\": \"Allow\", \"Action\": [\"ses:${verb}Email\", {{actions}}], \"Resource\": <resources>");
    assert_eq!(check(&text, &config(&["${*}", "{{*}}", "<resources>"])), (Vec::new(), 0));
    let findings = check(&text, &Config::new()).0;
    assert_eq!(findings.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [FindingId::MalformedJson]);
    // A mistake has its place in the source.
    let text = policy(&allow_with(", \"Sid\": \"\"").replace("Allow", "{{effect}}"));
    let (findings, unneeded) = check(&text, &config(&["{{*}}", "@@*@@"]));
    let [(FindingId::EmptySid, span)] = *findings else { panic!("{findings:?}") };
    assert_eq!((text.get(span.start as usize..span.end as usize), unneeded), (Some("\"\""), 1));
}

#[test]
fn strings_and_names_of_a_tree_get_holes() {
    let text = br#"{"a{{x}}": ["{{y}}", "b", "\u007b{z}}c", 1], "d": "<e>"}"#;
    let config = config(&["{{*}}"]);
    let mut usage = config.usage();
    let mut tree = json::parse(text).unwrap();
    config.fill_holes(&mut tree, &mut usage);
    assert_eq!(tree.to_string(), json::parse(text).unwrap().to_string());
    let Data::Object(members) = &tree.data else { panic!("expected an object") };
    let Data::Array(items) = &members[0].value.data else { panic!("expected a list") };
    assert_eq!((&*members[0].name, members[0].name_hole.as_ref().map(|hole| hole.written())), ("a*", Some("a{{x}}")));
    let holes: Vec<_> =
        items.iter().filter_map(Value::as_hole).map(|hole| (hole.is_total(), hole.stand_in())).collect();
    assert_eq!(holes, [(true, "*"), (false, "*c")]);
    assert_eq!(members[1].value.as_str(), Some("<e>"));
}

#[test]
fn masked_placeholders_come_back() {
    let source = "[\"é{{x}}x\", {{ a.b }}, {{y}}: 1, <a>]";
    let config = config(&["{{*}}", "<*>"]);
    let masked = config.mask(source, &mut config.usage());
    assert_eq!(masked.text().len(), source.len());
    // A parser of another syntax would read the words as strings.
    let mut tree = Value::new(Span::default(), Data::String(masked.text().into()));
    masked.fill_holes(&mut tree);
    config.fill_holes(&mut tree, &mut config.usage());
    let hole = tree.as_hole().unwrap();
    assert_eq!((hole.written(), hole.stand_in()), (source, "[\"é*x\", *, *: 1, *]"));
    // A source that has one of the characters is left as it is.
    let source = "{{x}}\u{f0001}";
    assert_eq!(config.mask(source, &mut config.usage()).text(), source);
}

proptest! {
    #[test]
    fn placeholders_are_in_order_and_masks_come_back(text in "([{}<>a x$é\u{f0000}\n]|\\{\\{b\\}\\}){0,30}") {
        let config = config(&["{{*}}", "{*}", "<*>", "${*}", "$a", "x"]);
        let gaps = config.gaps(&text, &mut config.usage());
        let mut end = 0;
        for gap in &gaps {
            prop_assert!(end <= gap.span.start && gap.span.start < gap.span.end);
            prop_assert_eq!(text.get(gap.span.start as usize..gap.span.end as usize), Some(gap.piece.written()));
            end = gap.span.end;
        }
        let masked = config.mask(&text, &mut config.usage());
        prop_assert_eq!(masked.text().len(), text.len());
        let mut tree = Value::new(Span::default(), Data::String(masked.text().into()));
        masked.fill_holes(&mut tree);
        let written = tree.as_str().map_or_else(|| tree.as_hole().map(crate::hole::Hole::written), Some);
        prop_assert_eq!(written, Some(&*text));
    }
}
