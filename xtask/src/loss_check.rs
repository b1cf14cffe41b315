//! Refuses an update that loses a disproportionate number of facts, unless an option names the loss.
//!
//! If a page's layout changes, or the parser overlooks something, one kind of fact suddenly becomes rare while all
//! others grow. So each [`FactKind`] is counted separately. The facts in the generated files are compared with the
//! facts that are about to be written:
//!
//! | refused when | because |
//! | --- | --- |
//! | a service is gone | AWS rarely removes a service, so its page may have been lost by mistake |
//! | a service loses a fifth or more of its actions, resource types, condition keys or operations, and at least 2 | AWS retires names one by one, and a single name is not a trend |
//! | a service that had at least 5 facts of a kind has lost them all | the cause may be a column or section that is no longer read |
//! | over all services, a fifth or more of a kind is lost, and at least 2 | a loss that is small in each service can be large in total |
//! | over all services, no fact of a kind is left | in a small catalog, a lost column can be the loss of a single fact |
//! | a table of earlier months loses a name that no page has, or the month of an action that a page has | a file of `docs-src` was emptied or truncated, and these names are recorded nowhere else |
//!
//! Correct updates sometimes remove all facts of a kind from a service that had fewer than 5 of them.
//!
//! A fact is lost if it no longer exists, even if another fact replaced it. Facts about a name disappear with the name:
//! the links of removed actions are not a separate loss. Each loss is reported once. If only one service has losses of
//! a kind, the loss is reported for that service. If several services have losses and the total is disproportionate,
//! one report is about the whole catalog. Otherwise each service with a disproportionate loss gets a report. Each
//! report names the option that accepts the loss.

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

/// A loss is disproportionate if it is at least a fifth (1 / `PART`) of the facts.
const PART: usize = 5;
/// The loss of fewer names than this is not a trend.
const NAMES: usize = 2;
/// A service with fewer facts of a kind than this may lose them all.
const FACTS: usize = 5;
/// The option that accepts a loss.
const OPTION: ConsentOption = ConsentOption { name: "--accept-loss", noun: "loss" };

/// Compares the facts in the generated files that `plan` would change with the new facts in `services`.
///
/// Reports each loss that `accepted` does not name, and each value of `accepted` that no loss needs.
pub fn check(plan: &Plan, services: &[Service], accepted: &[String], found: &mut Vec<Diagnostic>) {
    let acceptance = Acceptance { accepted, unread: &Unread::default(), is_continued: false };
    check_previous(&Previous::read(plan), plan, services, acceptance, found);
}

/// Does the same as [`check`] with services that have already been read back. Returns the value of `--accept-loss` for
/// each loss, accepted or not.
pub fn check_previous(
    previous: &Previous,
    plan: &Plan,
    services: &[Service],
    acceptance: Acceptance<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut losses: Vec<Question> = previous.unreadable.iter().map(unreadable).collect();
    // Services that could not be read keep their generated files, so they lose nothing.
    losses.extend(compare(&previous.services, services, &previous.kept));
    losses.extend(history::questions(plan, services));
    question::settle(losses, OPTION, acceptance, found)
}

/// Returns the question about facts that would be lost.
fn loss(flag: String, message: String, place: String) -> Question {
    let help = format!(
        "check whether AWS removed these facts or the pages are no longer read correctly; \
         `--accept-loss {flag}` accepts the loss"
    );
    Question { flag, code: Code::Loss, message, place: Place::Path(place), help }
}

fn unreadable(UnreadableFile { name, file, error }: &UnreadableFile) -> Question {
    Question {
        flag: name.clone(),
        code: Code::NotReadBack,
        message: format!("a generated file cannot be read back, so its losses are unknown: {error}"),
        place: Place::Path(file.clone()),
        help: format!(
            "restore the file, for instance from git; to skip the comparison of its contents, remove it or pass \
             `--accept-loss {name}`"
        ),
    }
}

/// The facts of one kind that one service has lost.
struct ServiceLoss<'a> {
    before: &'a PreviousService,
    /// The number of old facts about names that still exist, including the lost facts.
    of: usize,
    /// The number of facts before, and the number now.
    counts: (usize, usize),
    names: Vec<String>,
}

/// Returns a question for each loss. `before` has the old states of the changed services, and `services` the new states
/// of all services.
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

/// A kind and a name in lower case.
type KindAndName = (FactKind, String);

/// Returns the names that facts can be about.
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

/// Returns the disproportionate losses of one kind. `unchanged` is the number of facts in services that do not change.
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

/// Returns, for example, "`ses` loses 3 of its 5 actions (5 before, 2 now)".
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
