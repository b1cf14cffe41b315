//! Damages values of the whole catalog. No damage may be written without a question.

#![allow(clippy::unwrap_used, reason = "a test may panic at the first error")]

use std::path::Path;
use std::sync::LazyLock;
use xtask::change_check;
use xtask::check::Identifiers;
use xtask::loss_check;
use xtask::model::{AccessLevel, ConditionKeyType, Requirement, Service};
use xtask::pipeline;
use xtask::previous::{Previous, PreviousService};
use xtask::progress::Progress;
use xtask::question::Acceptance;
use xtask::read;
use xtask::unread::Unread;
use xtask::write::Plan;

/// The services of this repository's pages.
static SERVICES: LazyLock<Vec<Service>> = LazyLock::new(|| {
    let mut found = Vec::new();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs-src");
    let folder = read::folder(&path, "docs-src", &mut found);
    let services = pipeline::services(&folder, Progress::Hidden, &mut found);
    services.into_iter().map(|lowered| lowered.service).collect()
});

/// Returns the options that both checks ask for if `services` replace the repository's services. As in a run, only
/// changed services are compared.
fn asked(services: &[Service]) -> Vec<String> {
    let pairs = SERVICES.iter().zip(services).filter(|(old, new)| old != new);
    let previous = |(old, _): (&Service, &Service)| {
        let service =
            PreviousService { service: old.clone(), identifiers: Identifiers::default(), file: String::new() };
        (old.prefix.clone(), service)
    };
    let previous = Previous { services: pairs.map(previous).collect(), ..Previous::default() };
    let acceptance = Acceptance { accepted: &[], unread: &Unread::default(), is_continued: false };
    let losses = loss_check::check_previous(&previous, &Plan::default(), services, acceptance, &mut Vec::new());
    let changes = change_check::questions(&previous, services, &losses);
    let mut asked: Vec<String> = losses.into_iter().chain(changes.into_iter().map(|change| change.flag)).collect();
    // Flipped marks are two kinds of damage, because some marks are removed and others are added.
    asked.dedup_by(|one, other| one == other && one.ends_with("permission-only"));
    asked
}

/// A kind of damage: the word of its kind of value, and a function that changes the values that `is_hit` selects by
/// index.
struct Harm {
    word: &'static str,
    harm: fn(&mut Service, &dyn Fn(usize) -> bool),
}

/// Each kind of damage that a faulty reader can do to values.
const HARMS: [Harm; 7] = [
    Harm { word: "access-levels", harm: writes_are_reads },
    Harm { word: "required-marks", harm: |service, is_hit| marks(service, is_hit, true) },
    Harm { word: "required-marks", harm: |service, is_hit| marks(service, is_hit, false) },
    Harm { word: "types", harm: types_are_bool },
    Harm { word: "arns", harm: arns_are_cut },
    Harm { word: "permission-only", harm: marks_are_flipped },
    Harm { word: "dependent-actions", harm: dependents_are_replaced },
];

fn writes_are_reads(service: &mut Service, is_hit: &dyn Fn(usize) -> bool) {
    let levels = service.actions.iter_mut().flat_map(|action| &mut action.access_levels);
    let writes = levels.filter(|level| **level == AccessLevel::Write).enumerate();
    writes.filter(|(nth, _)| is_hit(*nth)).for_each(|(_, level)| *level = AccessLevel::Read);
}

fn rows(service: &mut Service) -> impl Iterator<Item = &mut Requirement> {
    service.actions.iter_mut().flat_map(|action| &mut action.rows)
}

/// Makes every optional resource type required, or the reverse.
fn marks(service: &mut Service, is_hit: &dyn Fn(usize) -> bool, required: bool) {
    let resources = rows(service).flat_map(|row| &mut row.resource_types);
    let others = resources.filter(|resource| resource.required == Some(!required)).enumerate();
    others.filter(|(nth, _)| is_hit(*nth)).for_each(|(_, resource)| resource.required = Some(required));
}

fn types_are_bool(service: &mut Service, is_hit: &dyn Fn(usize) -> bool) {
    let types = service.condition_keys.iter_mut().filter_map(|key| key.value_type.as_mut());
    let strings = types.filter(|value_type| **value_type == ConditionKeyType::String).enumerate();
    strings.filter(|(nth, _)| is_hit(*nth)).for_each(|(_, value_type)| *value_type = ConditionKeyType::Bool);
}

fn arns_are_cut(service: &mut Service, is_hit: &dyn Fn(usize) -> bool) {
    let hit = service.resource_types.iter_mut().enumerate().filter(|(nth, _)| is_hit(*nth));
    for arn in hit.flat_map(|(_, item)| &mut item.arns) {
        *arn = arn.rsplit_once(':').map_or_else(String::new, |(front, _)| front.to_owned());
    }
}

fn marks_are_flipped(service: &mut Service, is_hit: &dyn Fn(usize) -> bool) {
    let hit = service.actions.iter_mut().enumerate().filter(|(nth, _)| is_hit(*nth));
    hit.for_each(|(_, action)| action.permission_only = !action.permission_only);
}

fn dependents_are_replaced(service: &mut Service, is_hit: &dyn Fn(usize) -> bool) {
    let lists = rows(service).filter_map(|row| row.dependent_actions.as_mut());
    let lists = lists.filter(|list| !list.is_empty()).enumerate().filter(|(nth, _)| is_hit(*nth));
    lists.for_each(|(_, list)| *list = vec!["odd:Action".to_owned()]);
}

/// Returns the repository's services, with damage to those that `is_harmed` selects.
fn harmed(harm: &Harm, is_harmed: impl Fn(&Service) -> bool, is_hit: &dyn Fn(usize) -> bool) -> Vec<Service> {
    let mut services = SERVICES.clone();
    services.iter_mut().filter(|service| is_harmed(service)).for_each(|service| (harm.harm)(service, is_hit));
    services
}

#[test]
fn the_same_pages_ask_nothing() {
    assert_eq!(asked(&SERVICES), [""; 0]);
}

/// Checks that damage to many services causes one question. Losses that the loss check finds in single services are
/// allowed.
fn assert_asked(harm: &Harm, is_harmed: impl Fn(&Service) -> bool, is_hit: &dyn Fn(usize) -> bool, what: &str) {
    let asked = asked(&harmed(harm, is_harmed, is_hit));
    let word = harm.word;
    assert_eq!(asked.last().map(String::as_str), Some(word), "{what}: {word}");
    let is_loss = |flag: &&String| word == "dependent-actions" && flag.ends_with(":dependent-actions");
    let others: Vec<_> = asked.iter().rev().skip(1).filter(|flag| !is_loss(flag)).collect();
    assert!(others.is_empty(), "{what}: {word} and {others:?}");
}

#[test]
fn a_harm_to_all_services_is_one_question() {
    for harm in &HARMS {
        assert_asked(harm, |_| true, &|_| true, "all");
        assert_asked(harm, |_| true, &|nth| nth % 2 == 1, "half of all");
        assert_asked(harm, |_| true, &|nth| nth == 0, "one of each service");
    }
}

#[test]
fn a_harm_to_all_small_services_is_one_question() {
    for harm in &HARMS {
        let is_small = |service: &Service| {
            let mut hit = service.clone();
            (harm.harm)(&mut hit, &|nth| nth == 3);
            // Select services that have at most three values of this kind.
            hit == *service
        };
        assert_asked(harm, is_small, &|_| true, "small services");
    }
}

#[test]
fn a_harm_to_one_service_is_its_question() {
    let of = |word: &'static str| HARMS.iter().find(|harm| harm.word == word).unwrap();
    for (word, prefixes) in [
        ("access-levels", ["sqs", "athena", "ec2"]),
        ("required-marks", ["batch", "events", "ec2"]),
        ("types", ["batch", "kms", "ec2"]),
        ("arns", ["batch", "events", "ec2"]),
        ("permission-only", ["scheduler", "batch", "ec2"]),
    ] {
        for prefix in prefixes {
            let flag = format!("{prefix}:{word}");
            let is_harmed = |service: &Service| service.prefix == prefix;
            assert_eq!(asked(&harmed(of(word), is_harmed, &|_| true)), [flag.as_str()]);
            assert_eq!(asked(&harmed(of(word), is_harmed, &|nth| nth % 2 == 0)), [flag.as_str()], "half");
        }
    }
    let harm = of("dependent-actions");
    let of_ec2 = |service: &Service| service.prefix == "ec2";
    assert_eq!(asked(&harmed(harm, of_ec2, &|_| true)), ["ec2:dependent-actions"]);
    assert_eq!(asked(&harmed(harm, of_ec2, &|nth| nth % 2 == 0)), ["ec2:dependent-actions"]);
}

#[test]
fn a_format_of_each_type_that_goes_is_asked_about() {
    let drop_last = |service: &mut Service| {
        let several = service.resource_types.iter_mut().filter(|item| item.arns.len() > 1);
        several.for_each(|item| item.arns.truncate(item.arns.len() - 1));
    };
    let mut services = SERVICES.clone();
    services.iter_mut().for_each(drop_last);
    // Few types have several formats, and most of these types belong to one service. So only that service causes a
    // question.
    assert_eq!(asked(&services), ["apigateway:arns"]);
}

#[test]
fn two_values_of_nine_services_pass() {
    for harm in &HARMS {
        let large: Vec<&str> = SERVICES
            .iter()
            .filter(|service| service.actions.len() > 60)
            .map(|service| service.prefix.as_str())
            .take(9)
            .collect();
        let is_harmed = |service: &Service| large.contains(&service.prefix.as_str());
        let asked = asked(&harmed(harm, is_harmed, &|nth| nth < 2));
        // A truncated format causes a question, even if few formats are truncated.
        if harm.word == "arns" {
            assert!(!asked.is_empty() && asked.iter().all(|flag| flag.ends_with(":arns")), "{asked:?}");
            continue;
        }
        // In a service, the two damaged actions can be the only actions with dependent actions. That is a loss.
        let losses = ["aps:dependent-actions"];
        assert!(asked.iter().all(|flag| losses.contains(&flag.as_str())), "{}: {asked:?}", harm.word);
    }
}
