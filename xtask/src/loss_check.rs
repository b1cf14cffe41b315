//! The loss check: an update that loses facts out of proportion is refused, unless a flag names the loss.
//!
//! A layout that changes, or a reader that misses something, shows as one kind of fact that is suddenly rare while
//! everything else grows. So each [`FactKind`] is counted by itself, and what the generated files say now is compared with
//! what they would say:
//!
//! | refused when | because |
//! | --- | --- |
//! | a service is gone | pages do not vanish by the way |
//! | a service loses a fifth or more of its actions, resource types, condition keys or operations, and at least 2 | AWS retires names one by one; one name is never a trend |
//! | a service that had at least 5 facts of a kind has lost them all | a column or a section that is no longer read leaves nothing; below 5 it happens in honest updates |
//! | over all services, a fifth or more of a kind is lost, and at least 2 | what is too little in each service may be much in all |
//! | over all services, nothing of a kind is left | the last one of a kind is how a lost column looks from a small catalog |
//! | a table of earlier months loses a name that no page has, or the month of an action that a page has | a file of `docs-src` was emptied or cut, and nothing else has these names |
//!
//! A fact is lost when it was there and no longer is, whatever came in its place. Facts about a name go with the name:
//! the links of actions that are gone are not another loss. Each loss is told once: as the service's if one service has all of
//! it, else as the catalog's if that trips, else as each service's. The flag that accepts it is part of what is told.

mod facts;
mod history;

pub use facts::FactKind;

use crate::counts;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::emit::SERVICES;
use crate::model::Service;
use crate::previous::{Previous, PreviousService, UnreadableFile};
use crate::question::{self, Acceptance, ConsentOption, Question};
use crate::unread::Unread;
use crate::write::Plan;
use facts::Fact;
use std::collections::{BTreeMap, HashSet};

/// One part in so many is out of proportion.
const PART: usize = 5;
/// Fewer names than this are no trend.
const NAMES: usize = 2;
/// A service with fewer facts of a kind may lose them all.
const FACTS: usize = 5;
/// The option that accepts a loss.
const OPTION: ConsentOption = ConsentOption { name: "--accept-loss", noun: "loss" };

/// Compares what the generated files say now, as far as `plan` would change them, with `services`, which are to be
/// written. Each of `accepted` must be needed.
pub fn check(plan: &Plan, services: &[Service], accepted: &[String], found: &mut Vec<Diagnostic>) {
    let acceptance = Acceptance { accepted, unread: &Unread::default(), is_continued: false };
    check_previous(&Previous::read(plan), plan, services, acceptance, found);
}

/// Does the same with services that have been read back. Returns the value of `--accept-loss` for each loss, accepted or
/// not.
pub fn check_previous(
    previous: &Previous,
    plan: &Plan,
    services: &[Service],
    acceptance: Acceptance<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut losses: Vec<Question> = previous.unreadable.iter().map(unreadable).collect();
    // What could not be read stays as it is.
    losses.extend(compare(&previous.services, services, &previous.kept));
    losses.extend(history::questions(plan, services));
    question::settle(losses, OPTION, acceptance, found)
}

/// Returns the question about facts that would be lost.
fn loss(flag: String, message: String, place: String) -> Question {
    let help = format!(
        "find out whether AWS has removed this or the pages are no longer read as they should be; \
         `--accept-loss {flag}` accepts it"
    );
    Question { flag, code: Code::Loss, message, place: Place::Path(place), help }
}

fn unreadable(UnreadableFile { name, file, error }: &UnreadableFile) -> Question {
    Question {
        flag: name.clone(),
        code: Code::NotReadBack,
        message: format!("a generated file cannot be read back, and what would be lost is unknown: {error}"),
        place: Place::Path(file.clone()),
        help: format!(
            "restore the file, for instance from git; or remove it, or pass `--accept-loss {name}`, and what it \
             held is not compared"
        ),
    }
}

/// The facts of one kind that one service has lost.
struct ServiceLoss<'a> {
    before: &'a PreviousService,
    /// The number of facts about names that are still there, lost or not.
    of: usize,
    /// The number of facts before, and the number now.
    counts: (usize, usize),
    names: Vec<String>,
}

/// Every loss from the changed services as they were to all services as they are.
fn compare(before: &BTreeMap<String, PreviousService>, services: &[Service], kept: &[Service]) -> Vec<Question> {
    let now: BTreeMap<&str, &Service> = services.iter().map(|service| (service.prefix.as_str(), service)).collect();
    let (mut losses, mut pairs) = (Vec::new(), Vec::new());
    for (prefix, before) in before {
        match now.get(prefix.as_str()) {
            Some(&new) => pairs.push((before, new, names(new))),
            None => losses.push(gone(before)),
        }
    }
    for &kind in FactKind::ALL {
        let lost: Vec<ServiceLoss<'_>> =
            pairs.iter().map(|(before, new, names)| lost(kind, before, new, names)).collect();
        if lost.iter().all(|lost| lost.names.is_empty()) {
            continue;
        }
        let unchanged = services.iter().filter(|service| !before.contains_key(&service.prefix));
        let unchanged = unchanged.chain(kept).map(|service| facts::facts(kind, service).len()).sum();
        losses.extend(losses_of(kind, &lost, unchanged));
    }
    losses
}

/// A name and its kind; the name is in lower case.
type KindAndName = (FactKind, String);

/// The names that facts can be about.
fn names(service: &Service) -> HashSet<KindAndName> {
    let kinds = FactKind::ALL.iter().filter(|kind| kind.is_names());
    kinds.flat_map(|kind| facts::facts(*kind, service)).flat_map(|fact| fact.names).collect()
}

fn lost<'a>(
    kind: FactKind,
    before: &'a PreviousService,
    new: &Service,
    names: &HashSet<KindAndName>,
) -> ServiceLoss<'a> {
    let (old_facts, new_facts) = (facts::facts(kind, &before.service), facts::facts(kind, new));
    let known: HashSet<_> = new_facts.iter().map(Fact::key).collect();
    let comparable: Vec<&Fact> =
        old_facts.iter().filter(|fact| kind.is_names() || fact.names.iter().all(|name| names.contains(name))).collect();
    let names = comparable.iter().filter(|fact| !known.contains(&fact.key())).map(|fact| fact.shown.clone()).collect();
    ServiceLoss { before, of: comparable.len(), counts: (old_facts.len(), new_facts.len()), names }
}

/// Returns the losses of one kind that are out of proportion; `unchanged` facts are in services that do not change.
fn losses_of(kind: FactKind, all: &[ServiceLoss<'_>], unchanged: usize) -> Vec<Question> {
    let sum = |number: fn(&ServiceLoss<'_>) -> usize| all.iter().map(number).sum::<usize>() + unchanged;
    let lost: usize = all.iter().map(|lost| lost.names.len()).sum();
    let (of, before, now) = (sum(|lost| lost.of), sum(|lost| lost.counts.0), sum(|lost| lost.counts.1));
    let in_catalog = now == 0 || (lost >= NAMES && lost * PART >= of);
    let losing: Vec<&ServiceLoss<'_>> = all.iter().filter(|lost| !lost.names.is_empty()).collect();
    if in_catalog && losing.len() > 1 {
        let names = losing.iter().flat_map(|lost| {
            let prefix = &lost.before.service.prefix;
            lost.names.iter().map(move |name| format!("{prefix}:{name}"))
        });
        let what = counted("the catalog", kind, (lost, of), (before, now));
        let most = losing.iter().rev().max_by_key(|lost| lost.names.len());
        let most =
            most.map(|lost| format!("most in `{}` ({} of {})", lost.before.service.prefix, lost.names.len(), lost.of));
        let most = most.unwrap_or_default();
        let message = format!("{what}, in {} services, {most}: {}", losing.len(), some(names, lost));
        return vec![loss(kind.word().to_owned(), message, SERVICES.to_owned())];
    }
    let out_of_proportion = |lost: &&&ServiceLoss<'_>| {
        let count = lost.names.len();
        let names = kind.is_names() && count >= NAMES && count * PART >= lost.of;
        let facts = !kind.is_names() && count == lost.of && count >= FACTS;
        in_catalog || names || facts
    };
    let told = |lost: &&ServiceLoss<'_>| {
        let prefix = &lost.before.service.prefix;
        let count = lost.names.len();
        let what = counted(&format!("`{prefix}`"), kind, (count, lost.of), lost.counts);
        let message = format!("{what}: {}", some(lost.names.iter().cloned(), count));
        loss(format!("{prefix}:{}", kind.word()), message, lost.before.file.clone())
    };
    losing.iter().filter(out_of_proportion).map(told).collect()
}

/// `ses` loses 3 of its 5 actions (5 before, 2 now)
fn counted(who: &str, kind: FactKind, (lost, of): (usize, usize), (before, now): (usize, usize)) -> String {
    let noun = kind.noun();
    let share = if lost == of { format!("all of its {of} {noun}") } else { format!("{lost} of its {of} {noun}") };
    format!("{who} loses {share} ({before} before, {now} now)")
}

/// Returns the first few of `count` names.
fn some(names: impl Iterator<Item = String>, count: usize) -> String {
    question::some(names.map(|name| format!("`{name}`")), count)
}

fn gone(PreviousService { service, file, .. }: &PreviousService) -> Question {
    let message = format!("the service `{}` is gone, with {}", service.prefix, counts::contents(service));
    loss(format!("{}:service", service.prefix), message, file.clone())
}
