//! Tests the change check for values, months and copies of pages: refused updates, accepted updates, and options.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic at the first error")]

#[path = "support/full.rs"]
mod full;
#[path = "support/model.rs"]
mod model;
mod support;

use full::full;
use proptest::prelude::{Just, Strategy as _, prop_assert_eq, proptest};
use std::path::Path;
use support::{copy, fixtures, tree, xtask};
use xtask::change_check::{self, ValueKind};
use xtask::diagnostic::{Code, Diagnostic, Place};
use xtask::loss_check::FactKind;
use xtask::model::{AccessLevel, ConditionKeyType, Edition, Requirement, Service};
use xtask::progress::Progress;
use xtask::regen::{self, Consent, PlanOptions, Planned};
use xtask::write;

/// Returns the errors of the change check about an update. Changes in `accepted` have consent.
fn changes(old: &[Service], new: &[Service], accepted: &[&str]) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    let mut found = Vec::new();
    write::plan(folder.path(), "", model::files(old), &mut found).apply().unwrap();
    let plan = write::plan(folder.path(), "", model::files(new), &mut found);
    let accepted: Vec<_> = accepted.iter().map(|&flag| flag.to_owned()).collect();
    change_check::check(&plan, new, &accepted, &mut found);
    found
}

/// Returns the values of `--accept-change` that the errors ask for.
fn asked(found: &[Diagnostic]) -> Vec<String> {
    let flag = |error: &Diagnostic| {
        let help = error.help.as_ref().unwrap();
        help.split_once("--accept-change ").unwrap().1.split('`').next().unwrap().to_owned()
    };
    found.iter().map(flag).collect()
}

fn rows(service: &mut Service) -> impl Iterator<Item = &mut Requirement> {
    service.actions.iter_mut().flat_map(|action| &mut action.rows)
}

/// A kind of value, and a function that changes the first values of a service.
type Changer = (&'static str, fn(&mut Service, usize));
const CHANGERS: [Changer; 6] = [
    ("access-levels", |service, count| {
        service.actions.iter_mut().take(count).for_each(|action| action.access_levels = vec![AccessLevel::Read]);
    }),
    ("required-marks", |service, count| {
        rows(service).take(count).for_each(|row| row.resource_types[0].required = Some(false));
    }),
    ("types", |service, count| {
        let keys = service.condition_keys.iter_mut().take(count);
        keys.for_each(|key| key.value_type = Some(ConditionKeyType::Bool));
    }),
    ("arns", |service, count| {
        service.resource_types.iter_mut().take(count).for_each(|item| item.arns = vec!["arn:y".to_owned()]);
    }),
    ("permission-only", |service, count| {
        service.actions.iter_mut().take(count).for_each(|action| action.permission_only = false);
    }),
    ("dependent-actions", |service, count| {
        rows(service).take(count).for_each(|row| row.dependent_actions = Some(vec!["iam:GetRole".to_owned()]));
    }),
];

fn prefixes(count: usize) -> Vec<Service> {
    (0..count).map(|nth| full(&format!("s{nth:02}"))).collect()
}

#[test]
fn each_kind_is_asked_about_in_one_service_and_can_be_accepted() {
    let old = prefixes(6);
    for (kind, change) in CHANGERS {
        let mut new = old.clone();
        change(&mut new[2], 4);
        let flag = format!("s02:{kind}");
        assert_eq!(asked(&changes(&old, &new, &[])), [flag.as_str()]);
        assert_eq!(changes(&old, &new, &[&flag]), []);
        // Three of ten values are less than a third, and fewer than five.
        let mut new = old.clone();
        change(&mut new[2], 3);
        assert_eq!(changes(&old, &new, &[]), [], "{kind}");
    }
    let words: Vec<_> = ValueKind::ALL.iter().map(|kind| kind.word()).collect();
    assert_eq!(words, CHANGERS.map(|(kind, _)| kind));
}

#[test]
fn each_kind_is_asked_about_in_all_services_together() {
    let old = prefixes(12);
    for (kind, change) in CHANGERS {
        // Changes in ten services cause a question, even if only one value changes in each.
        let mut new = old.clone();
        new.iter_mut().take(10).for_each(|service| change(service, 1));
        assert_eq!(asked(&changes(&old, &new, &[])), [kind]);
        // Changes in nine services pass, because nine values of 120 are also less than a tenth.
        let mut new = old.clone();
        new.iter_mut().take(9).for_each(|service| change(service, 1));
        assert_eq!(changes(&old, &new, &[]), [], "{kind}");
        // Six values of 60 are a tenth, so they cause a question.
        let mut new = old[..6].to_vec();
        for service in &mut new {
            change(service, 1);
        }
        assert_eq!(asked(&changes(&old[..6], &new, &[])), [kind]);
        // If four services exceed a limit, one question is about the whole catalog. If three do, each of them gets a
        // question.
        let mut new = old.clone();
        new.iter_mut().take(4).for_each(|service| change(service, 10));
        assert_eq!(asked(&changes(&old, &new, &[])), [kind]);
        let mut new = old.clone();
        new.iter_mut().take(3).for_each(|service| change(service, 10));
        let of_each = ["s00", "s01", "s02"].map(|prefix| format!("{prefix}:{kind}"));
        assert_eq!(asked(&changes(&old, &new, &[])), of_each);
    }
}

#[test]
fn services_that_do_not_change_count_in_the_whole() {
    let [(kind, change), ..] = CHANGERS;
    // Eight values are a tenth or more of 40, but less than a tenth of 120.
    for (services, flags) in [(4, vec![kind]), (12, Vec::new())] {
        let old = prefixes(services);
        let mut new = old.clone();
        new.iter_mut().take(4).for_each(|service| change(service, 2));
        assert_eq!(asked(&changes(&old, &new, &[])), flags);
    }
}

#[test]
fn a_value_of_one_side_is_not_a_change() {
    let old = prefixes(2);
    let mut new = old.clone();
    for service in &mut new {
        service.actions.iter_mut().for_each(|action| action.access_levels.clear());
        service.resource_types.iter_mut().for_each(|item| item.arns.clear());
        service.condition_keys.iter_mut().for_each(|key| key.value_type = None);
        rows(service).for_each(|row| row.dependent_actions = None);
        rows(service).for_each(|row| row.resource_types[0].required = None);
    }
    assert_eq!(changes(&old, &new, &[]), []);
    assert_eq!(changes(&new, &old, &[]), []);
    assert_eq!(changes(&old[..1], &old, &[]), []);
    assert_eq!(changes(&old, &old[..1], &[]), []);
}

#[test]
fn the_order_of_words_and_rows_is_no_value() {
    let mut old = prefixes(1);
    for action in &mut old[0].actions {
        action.access_levels = vec![AccessLevel::Write, AccessLevel::Tagging];
        action.rows.push(Requirement { condition_keys: Vec::new(), ..action.rows[0].clone() });
    }
    let mut new = old.clone();
    for action in &mut new[0].actions {
        action.access_levels.reverse();
        action.rows.reverse();
        action.name.make_ascii_uppercase();
    }
    assert_eq!(changes(&old, &new, &[]), []);
    // If a type is required in only some of the rows, the value is different.
    new[0].actions.iter_mut().for_each(|action| action.rows[0].resource_types[0].required = Some(false));
    let found = changes(&old, &new, &[]);
    assert_eq!(asked(&found), ["s00:required-marks"]);
    assert!(found[0].message.contains("`ACTION0 → type0` (now also optional)"), "{}", found[0].message);
}

#[test]
fn the_message_shows_what_of_a_set_comes_or_goes() {
    let arns = |words: &[&str]| {
        let mut services = prefixes(1);
        services[0]
            .resource_types
            .iter_mut()
            .for_each(|item| item.arns = words.iter().map(ToString::to_string).collect());
        services
    };
    for (old, new, said) in [
        (&["arn:a"][..], &["arn:a", "arn:b"][..], "`type0` (now also arn:b)"),
        (&["arn:b", "arn:a"], &["arn:a"], "`type0` (no longer arn:b)"),
        (&["arn:a", "arn:b"], &["arn:a", "arn:c"], "`type0` (arn:a, arn:b → arn:a, arn:c)"),
        (&["a", "b", "c", "d", "e"], &["f"], "`type0` (a, b, c and 2 more → f)"),
    ] {
        let found = changes(&arns(old), &arns(new), &[]);
        assert!(found[0].message.contains(said), "{}", found[0].message);
    }
}

#[test]
fn the_message_has_counts_and_both_values() {
    let old = prefixes(6);
    let mut new = old.clone();
    CHANGERS[0].1(&mut new[2], 7);
    let found = changes(&old, &new, &[]);
    assert_eq!(
        found[0].message,
        "`s02` changes the access levels of 7 of its 10 actions: `Action0` (Write → Read), `Action1` (Write → Read), \
         `Action2` (Write → Read), `Action3` (Write → Read), `Action4` (Write → Read) and 2 more"
    );
    assert_eq!(found[0].code, Code::ValueChange);
    let help = "look at `list_s02.md`: if AWS has changed this, `--accept-change s02:access-levels` accepts it; if not, the \
                parser misreads the pages";
    assert_eq!(found[0].help.as_deref(), Some(help));

    for service in &mut new {
        CHANGERS[0].1(service, 7);
    }
    let found = changes(&old, &new, &[]);
    assert_eq!(
        found[0].message,
        "the catalog changes the access levels of 42 of its 60 actions, in 6 services, most in `s00` (7 of 10): \
         `s00:Action0` (Write → Read), `s00:Action1` (Write → Read), `s00:Action2` (Write → Read), `s00:Action3` \
         (Write → Read), `s00:Action4` (Write → Read) and 37 more"
    );
}

#[test]
fn what_is_accepted_must_change() {
    let old = prefixes(6);
    let mut new = old.clone();
    CHANGERS[2].1(&mut new[2], 7);
    let found = changes(&old, &new, &["s02:type", "s02:types", "s02:types"]);
    let said: Vec<_> = found.iter().map(|error| (error.code, error.message.as_str(), error.help.as_deref())).collect();
    let nothing = "`--accept-change s02:type` is not needed: no change has this name";
    let twice = "repeated option `--accept-change s02:types`";
    assert_eq!(
        said,
        [
            (Code::UnneededAcceptance, nothing, Some("did you mean `s02:types`?")),
            (Code::UnneededAcceptance, twice, Some("remove one of the two")),
        ]
    );
}

proptest! {
    #[test]
    fn the_same_service_in_any_order_asks_nothing(
        (old, new) in model::service().prop_flat_map(|service| (Just(service.clone()), model::shuffled(service)))
    ) {
        prop_assert_eq!(changes(&[old], &[new], &[]), []);
    }
}

#[test]
fn each_word_is_a_word_of_the_loss_check() {
    // If the loss check reports a loss with the same word, the change check skips the change.
    for kind in ValueKind::ALL {
        assert!(FactKind::ALL.iter().any(|fact| fact.word() == kind.word()), "{}", kind.word());
    }
}

/// Returns a page with actions. Its anchors name `file`.
fn page(prefix: &str, file: &str, actions: std::ops::Range<usize>, level: &str) -> String {
    let row = |nth| format!("| Act{nth} | Acts\\. | {level} |  |  |  |\n");
    let rows: String = actions.map(row).collect();
    format!(
        "# Actions, resources, and condition keys for Mail<a name=\"list_{file}\"></a>\n\n\
         Mail \\(service prefix: `{prefix}`\\) provides what this page lists\\.\n\n\
         ## Actions defined by Mail<a name=\"{file}-actions-as-permissions\"></a>\n\n\
         | Actions | Description | Access level | Resource types \\(\\*required\\) | Condition keys | Dependent actions |\n\
         | --- | --- | --- | --- | --- | --- |\n{rows}\n\
         ## Resource types defined by Mail<a name=\"{file}-resources-for-iam-policies\"></a>\n\n\
         Mail does not support specifying a resource ARN in the `Resource` element\\.\n\n\
         ## Condition keys for Mail<a name=\"{file}-policy-keys\"></a>\n\n\
         Mail has no service\\-specific context keys\\.\n"
    )
}

const REGEN: [&str; 5] = ["regen", "--docs-src", "docs-src", "--out", "out"];

/// Creates a directory with a page of `mail`, a page of `post`, the months, and the generated files.
fn generated(editions: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "list_mail.md", &page("mail", "mail", 0..20, "Write"));
    put(folder.path(), "list_post.md", &page("post", "post", 0..20, "Write"));
    put(folder.path(), "editions.toml", editions);
    let planned = plan(folder.path(), &[], None);
    planned.plan.unwrap().plan.apply().unwrap();
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    std::fs::create_dir_all(folder.join("docs-src")).unwrap();
    std::fs::write(folder.join("docs-src").join(name), text).unwrap();
}

/// Plans a run in October 2026, or in another month if one is given.
fn plan(folder: &Path, accepted: &[&str], this_month: Option<Edition>) -> Planned {
    let changes: Vec<_> = accepted.iter().map(|&flag| flag.to_owned()).collect();
    let this_month = this_month.or_else(|| Edition::new(2026, 10));
    let options = PlanOptions {
        docs_src: &folder.join("docs-src"),
        docs_src_shown: "docs-src",
        out: &folder.join("out"),
        out_shown: "out",
        consent: Some(Consent { losses: &[], changes: &changes, this_month }),
        is_continued: false,
    };
    regen::plan(options, Progress::Hidden)
}

/// The option and the message of an error, with the line and column of its place in a file.
type Told = (String, String, Option<(usize, usize)>);

fn told(planned: &Planned) -> Vec<Told> {
    let found: Vec<Diagnostic> = planned.report.found.iter().filter(|found| found.is_error()).cloned().collect();
    let at = |error: &Diagnostic| match &error.places[0].0 {
        Place::Text(file, span) => planned.report.folder.sources.position(*file, span.start),
        Place::Path(_) => None,
    };
    let flags = asked(&found);
    found.iter().zip(flags).map(|(error, flag)| (flag, error.message.clone(), at(error))).collect()
}

const EDITIONS: &str = "edition = '2026-09'\ndependent-actions = '2026-07'\n[pages]\n'list_post.md' = '2026-08'\n";

#[test]
fn a_month_that_goes_back_is_asked_about() {
    for (from, to, flag, message, place) in [
        (
            "edition = '2026-09'",
            "edition = '2026-06'",
            "edition",
            "the edition of the pages would be 2026-06, but the generated files state 2026-09",
            (1, 11),
        ),
        (
            "'list_post.md' = '2026-08'",
            "'list_post.md' = '2026-05'",
            "list_post.md:edition",
            "the edition of the page `list_post.md` would be 2026-05, but the generated files state 2026-08",
            (4, 18),
        ),
        (
            "dependent-actions = '2026-07'",
            "dependent-actions = '2025-12'",
            "dependent-actions:edition",
            "the edition of the dependent actions would be 2025-12, but the generated files state 2026-07",
            (2, 21),
        ),
    ] {
        // Add a third page, so that `edition` is the month of most pages.
        let folder = generated(EDITIONS);
        put(folder.path(), "list_fax.md", &page("fax", "fax", 0..20, "Write"));
        plan(folder.path(), &[], None).plan.unwrap().plan.apply().unwrap();
        put(folder.path(), "editions.toml", &EDITIONS.replace(from, to));
        let planned = plan(folder.path(), &[], None);
        assert_eq!(told(&planned), [(flag.to_owned(), message.to_owned(), Some(place))]);
        assert_eq!(planned.asked.changes, [flag]);
        let planned = plan(folder.path(), &[flag], None);
        assert_eq!(told(&planned), []);
        planned.plan.unwrap().plan.apply().unwrap();
        assert_eq!(plan(folder.path(), &[], None).asked.changes, [""; 0]);
    }
}

#[test]
fn a_month_that_is_not_stated_any_more_is_asked_about() {
    let folder = generated("edition = '2026-09'\n");
    put(folder.path(), "editions.toml", "");
    let planned = plan(folder.path(), &[], None);
    let message = "the edition of the pages would no longer be stated, but the generated files state 2026-09";
    assert_eq!(told(&planned), [("edition".to_owned(), message.to_owned(), Some((1, 1)))]);

    // Without a separate month, an old fact would get the month of the pages.
    let folder = generated("edition = '2026-09'\ndependent-actions = '2026-07'\n");
    put(folder.path(), "editions.toml", "edition = '2026-09'\n");
    let flag = "dependent-actions:edition";
    assert_eq!(plan(folder.path(), &[], None).asked.changes, [flag]);
    assert_eq!(told(&plan(folder.path(), &[flag], None)), []);
    // A newer stated month needs no consent.
    put(folder.path(), "editions.toml", "edition = '2026-09'\ndependent-actions = '2026-08'\n");
    assert_eq!(plan(folder.path(), &[], None).asked.changes, [""; 0]);
}

#[test]
fn a_month_in_the_future_is_asked_about_until_it_is_accepted() {
    let folder = generated("edition = '2026-09'\n");
    put(
        folder.path(),
        "editions.toml",
        "edition = '2026-11'\npermission-only = '2026-12'\n[pages]\n'list_post.md' = '2027-01'\n",
    );
    let planned = plan(folder.path(), &[], None);
    let said = [
        ("edition", "the edition of the pages is 2026-11, which is in the future: this month is 2026-10", (1, 11)),
        (
            "permission-only:edition",
            "the edition of the permission-only marks is 2026-12, which is in the future: this month is 2026-10",
            (2, 19),
        ),
        (
            "list_post.md:edition",
            "the edition of the page `list_post.md` is 2027-01, which is in the future: this month is 2026-10",
            (4, 18),
        ),
    ];
    assert_eq!(told(&planned), said.map(|(flag, message, at)| (flag.to_owned(), message.to_owned(), Some(at))));
    // For a run in January 2027, no stated month is in the future, because the current month is not.
    assert_eq!(told(&plan(folder.path(), &[], Edition::new(2027, 1))), []);
    let planned = plan(folder.path(), &["edition", "permission-only:edition", "list_post.md:edition"], None);
    planned.plan.unwrap().plan.apply().unwrap();
    assert_eq!(told(&plan(folder.path(), &[], None)), []);
    // The page of a new service has no accepted month yet.
    put(folder.path(), "list_fax.md", &page("fax", "fax", 0..20, "Write"));
    put(
        folder.path(),
        "editions.toml",
        "edition = '2026-11'\npermission-only = '2026-12'\n[pages]\n'list_post.md' = '2027-01'\n'list_fax.md' = '2027-02'\n",
    );
    assert_eq!(plan(folder.path(), &[], None).asked.changes, ["list_fax.md:edition"]);
}

#[test]
fn the_months_of_the_repository_are_not_in_the_future() {
    let folder = generated("");
    std::fs::remove_file(folder.path().join("docs-src/editions.toml")).unwrap();
    assert_eq!(plan(folder.path(), &[], Edition::new(2020, 1)).asked.changes, [""; 0]);
}

#[test]
fn a_month_of_a_fact_in_the_future_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/facts/docs-src"), &folder.path().join("docs-src"));
    let months = |this_month| {
        let planned = plan(folder.path(), &[], this_month);
        let found = planned.report.found.into_iter().filter(|found| found.code == Code::BadFact);
        found.map(|found| found.message).collect::<Vec<_>>()
    };
    assert_eq!(months(None), [""; 0]);
    let found = months(Edition::new(2026, 1));
    assert!(found[0].ends_with("is in the future: this month is 2026-01"), "{found:?}");
}

#[test]
fn a_copy_of_a_page_is_asked_about() {
    let folder = generated("edition = '2026-09'\n");
    // The new page is a copy: with the original anchors, with edited anchors, or with only some of the actions.
    for (text, message) in [
        (page("mail", "mail", 0..20, "Write"), "the anchors of the page `list_mail2.md` name `list_mail.md`"),
        (
            page("mail", "mail2", 0..20, "Write"),
            "the page `list_mail2.md` shares 20 of its 20 actions with `list_mail.md`, another page of `mail` of \
             2026-09: `Act0`, `Act1`, `Act2`, `Act3`, `Act4` and 15 more",
        ),
        (
            page("mail", "mail2", 15..35, "Write"),
            "the page `list_mail2.md` shares 5 of its 20 actions with `list_mail.md`, another page of `mail` of \
             2026-09: `Act15`, `Act16`, `Act17`, `Act18`, `Act19`",
        ),
    ] {
        put(folder.path(), "list_mail2.md", &text);
        let planned = plan(folder.path(), &[], None);
        let told: Vec<_> = told(&planned).into_iter().map(|(flag, message, _)| (flag, message)).collect();
        assert_eq!(told, [("list_mail2.md:copy".to_owned(), message.to_owned())]);
    }
    // A page can leave out its actions, as pages of 2020 do. Such a page shares no actions, so it does not count as a
    // copy.
    let all = page("mail", "mail2", 0..20, "Write");
    let (head, table) = all.split_once("| Actions").unwrap();
    let (_, rest) = table.split_once("## Resource").unwrap();
    let left_out = "[\\[See the AWS documentation website for more details\\]](http://example.com/list_mail2.html)";
    put(folder.path(), "list_mail2.md", &format!("{head}{left_out}\n\n## Resource{rest}"));
    let message = "the new page `list_mail2.md` of `mail` would cause some actions to be left out";
    assert_eq!(told(&plan(folder.path(), &[], None))[0].1, message);
    // A second page of a service may share a few actions.
    put(folder.path(), "list_mail2.md", &page("mail", "mail2", 16..36, "Write"));
    assert_eq!(told(&plan(folder.path(), &[], None)), []);
    // An older page with a stated month may share all actions.
    put(folder.path(), "list_mail2.md", &page("mail", "mail2", 0..20, "Write"));
    put(folder.path(), "editions.toml", "edition = '2026-09'\n[pages]\n'list_mail2.md' = '2018-04'\n");
    let planned = plan(folder.path(), &[], None);
    assert_eq!(told(&planned), []);
    planned.plan.unwrap().plan.apply().unwrap();
    // The older page needs consent if its month is no longer stated, but not after it was accepted.
    put(folder.path(), "editions.toml", "edition = '2026-09'\n");
    assert_eq!(plan(folder.path(), &[], None).asked.changes, ["list_mail2.md:copy"]);
    plan(folder.path(), &["list_mail2.md:copy"], None).plan.unwrap().plan.apply().unwrap();
    assert_eq!(plan(folder.path(), &[], None).asked.changes, [""; 0]);
    put(folder.path(), "list_mail2.md", &page("mail", "mail2", 0..21, "Write"));
    assert_eq!(plan(folder.path(), &[], None).asked.changes, [""; 0]);
}

#[test]
fn a_page_that_was_saved_over_another_is_asked_about() {
    let folder = generated("edition = '2026-09'\n");
    put(folder.path(), "list_post.md", &page("mail", "mail", 0..20, "Write"));
    let planned = plan(folder.path(), &[], None);
    assert_eq!(
        (planned.asked.losses.as_slice(), planned.asked.changes.as_slice()),
        (&["post:service".to_owned()][..], &["list_post.md:copy".to_owned()][..],)
    );
    assert_eq!(planned.report.errors(), 2);
}

#[test]
fn a_new_service_with_the_anchors_of_another_is_asked_about() {
    let folder = generated("edition = '2026-09'\n");
    put(folder.path(), "list_mailer.md", &page("mailer", "mail", 0..20, "Write"));
    assert_eq!(plan(folder.path(), &[], None).asked.changes, ["list_mailer.md:copy"]);
    put(folder.path(), "list_mailer.md", &page("mailer", "mailer", 0..20, "Write"));
    assert_eq!(plan(folder.path(), &[], None).asked.changes, [""; 0]);
}

#[test]
fn regen_names_the_command_that_accepts_all_and_a_check_asks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (name, edition) in [("mail", "Write"), ("post", "Write"), ("fax", "Write")] {
        put(folder.path(), &format!("list_{name}.md"), &page(name, name, 0..20, edition));
    }
    put(folder.path(), "editions.toml", "edition = '2026-09'\n");
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    std::fs::remove_file(folder.path().join("docs-src/list_fax.md")).unwrap();
    put(folder.path(), "list_post.md", &page("post", "post", 0..20, "Read"));
    put(folder.path(), "list_mail2.md", &page("mail", "mail2", 0..20, "Write"));
    put(folder.path(), "editions.toml", "edition = '2026-08'\n");
    let before = tree(folder.path());
    let run = xtask(folder.path(), &REGEN);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert_eq!(tree(folder.path()), before);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("change", run.stderr));

    let run = xtask(folder.path(), &[&REGEN[..], &["--message-format", "json"]].concat());
    let last: serde_json::Value = serde_json::from_str(run.stderr.lines().last().unwrap()).unwrap();
    assert_eq!(last["summary"]["accept_loss"], serde_json::json!(["fax:service"]));
    let flags = ["post:access-levels", "edition", "list_mail2.md:copy"];
    assert_eq!(last["summary"]["accept_change"], serde_json::json!(flags));

    let check = xtask(folder.path(), &[&REGEN[..], &["--check"]].concat());
    assert_eq!(check.status, Some(1));
    assert!(!check.stderr.contains("error["), "{}", check.stderr);
    let check = xtask(folder.path(), &[&REGEN[..], &["--check", "--accept-change", "x"]].concat());
    assert_eq!(check.status, Some(2), "{}", check.stderr);

    let accept = flags.iter().flat_map(|flag| ["--accept-change", flag]);
    let accepting: Vec<_> = REGEN.into_iter().chain(["--accept-loss", "fax:service"]).chain(accept).collect();
    let run = xtask(folder.path(), &accepting);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert_eq!(xtask(folder.path(), &REGEN).status, Some(0));
    let run = xtask(folder.path(), &accepting);
    assert_eq!(run.stderr.matches("error[unneeded-acceptance]").count(), 4, "{}", run.stderr);
}

#[test]
fn a_check_does_not_depend_on_the_clock() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixtures("golden/editions/docs-src"), &folder.path().join("docs-src"));
    put(folder.path(), "editions.toml", "edition = \"9999-12\"\n");
    let run = xtask(folder.path(), &REGEN);
    assert!(run.stderr.contains("error[edition-change]"), "{}", run.stderr);
    let accepting = [&REGEN[..], &["--accept-change", "edition"]].concat();
    assert_eq!(xtask(folder.path(), &accepting).status, Some(0));
    assert_eq!(xtask(folder.path(), &[&REGEN[..], &["--check"]].concat()).status, Some(0));
}
