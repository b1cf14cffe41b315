//! `Action` and `NotAction`: what they name, and what they say twice.

mod overlap;

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use super::{PolicyCatalog, Rules, breadth, report::EXPLANATION};
use crate::{
    PolicyKind,
    document::{Document, Effect, Node, Statement, Text},
    finding::FindingId as Id,
};
use catalog_core::{
    NameError, NameErrorKind, NameKind,
    ascii_case::CaseInsensitive,
    nearest::{LONGEST, distance},
    resolve::{self, Pattern, ServiceNames},
    syntax::{self, Parts},
    wildcard,
};

/// What a statement's `Action` stands for.
pub(super) struct Actions<'t, S> {
    /// Each text that the catalog could make something of.
    pub(super) named: Vec<(Text<'t>, Pattern<'t, S>)>,
    /// Whether that is all the statement is meant to be about. Only then can anything be said of what it is not about.
    pub(super) complete: bool,
}

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    /// Checks the names, and says what they stand for.
    pub(super) fn actions(&mut self, statement: Statement<'t>) -> Actions<'t, C::Service> {
        let mut actions = Actions { named: Vec::new(), complete: statement.not_actions().is_none() };
        for list in [statement.actions(), statement.not_actions()].into_iter().flatten() {
            let mut named = Vec::new();
            for text in list.strings() {
                if self.report.is_full() {
                    break;
                }
                if self.kind == PolicyKind::ResourceControl
                    && statement.effect() == Some(Effect::Deny)
                    && breadth::is_everything(text.text)
                {
                    let message = format!("{} names the services: `s3:*`, `sts:*`", self.kind.described());
                    self.report.find(Id::ForbiddenAction, text.place, message);
                }
                match self.action(text) {
                    Some(pattern) => named.push((text, pattern)),
                    None => actions.complete = false,
                }
            }
            overlap::check(list, &named, self.report);
            actions.named = named;
        }
        if statement.actions().is_none() {
            actions.named.clear();
            actions.complete = false;
        }
        actions
    }

    /// What a text stands for, if the catalog knows that.
    fn action(&mut self, text: Text<'t>) -> Option<Pattern<'t, C::Service>> {
        self.report.spend(1);
        if breadth::is_everything(text.text) {
            return Some(Pattern::Everything);
        }
        if !wildcard::has_wildcard(text.text) {
            if let Some((service, position)) = self.catalog.find_action(text.text) {
                return Some(Pattern::One(service, position));
            }
        } else if let Ok(Parts { prefix, name }) = syntax::parse(text.text, NameKind::Action, true)
            && let Some(service) = self.catalog.find_service(prefix)
        {
            let matches = self.first_match(service, name).is_some();
            // A page that leaves its actions out has none to match.
            if matches || service.actions_are_left_out() {
                return matches.then_some(Pattern::Matching(service, name));
            }
        }
        if !self.report.declares_action(text.text) && self.report.spend(EXPLANATION) {
            self.unknown_action(text);
        }
        None
    }

    fn first_match(&mut self, service: C::Service, pattern: &str) -> Option<usize> {
        let own = pattern.bytes().filter(|byte| *byte != b'*').count();
        // The longest name has fewer bytes.
        if own > LONGEST {
            return None;
        }
        let first = self.catalog.matching(service, pattern).next();
        // Most patterns find a match at once; a long one is compared for longer.
        let work = first.map_or(EXPLANATION, |position| position as u64 / 8 + 1);
        self.report.spend(work.saturating_mul(pattern.len() as u64 / 64 + 1));
        first
    }

    /// Says what is wrong with a text that names no action and matches none.
    #[cold]
    fn unknown_action(&mut self, text: Text<'t>) {
        let error = match resolve::pattern(self.catalog, text.text) {
            Err(error) => error,
            Ok(Pattern::Matching(service, _)) => resolve::no_match(service, text.text),
            Ok(_) => return,
        };
        let id = match error.kind() {
            NameErrorKind::LeftOut => return,
            NameErrorKind::WildcardInPrefix => Id::WildcardService,
            NameErrorKind::UnknownService if is_typo(text.text, &error) => Id::UnknownService,
            NameErrorKind::UnknownService => Id::UncatalogedService,
            NameErrorKind::UnknownName if is_typo(text.text, &error) => Id::UnknownAction,
            NameErrorKind::UnknownName => Id::UncatalogedAction,
            NameErrorKind::Operation => Id::OperationNotAction,
            NameErrorKind::NoMatch => Id::NoMatch,
            _ => Id::MalformedAction,
        };
        let mut message = error.to_string();
        if id == Id::UncatalogedAction {
            message += if message.ends_with('?') { " What" } else { "; what" };
            message += " does exist can be declared";
        }
        let mut only = error.operation_actions();
        let suggestion = match (only.next(), only.next()) {
            (Some(action), None) => Some(action.to_string()),
            _ => replacement(text.text, &error).filter(|text| self.may_be(text)),
        };
        self.report.suggest(id, text.place, message, suggestion);
    }

    /// Whether nothing speaks against a text as an action: a name that is kept behind another prefix may be wrong, too.
    fn may_be(&self, text: &str) -> bool {
        let Some(Parts { prefix, .. }) = syntax::split(text) else { return false };
        let is_hidden = || self.catalog.find_service(prefix).is_some_and(ServiceNames::actions_are_left_out);
        wildcard::has_wildcard(text) || self.catalog.find_action(text).is_some() || is_hidden()
    }

    /// Notes what a caller of the statement's actions needs besides, where the policy does not allow it. Patterns are left
    /// alone: nobody means each of their actions.
    pub(super) fn needs(&mut self, actions: &Actions<'t, C::Service>) {
        if self.kind != PolicyKind::Identity {
            return;
        }
        for (text, pattern) in &actions.named {
            let Pattern::One(service, position) = *pattern else { continue };
            let Some(needed) = self.catalog.needs(service, position) else { continue };
            let mut missing = String::new();
            for needed in needed {
                if !self.allows(&needed) {
                    missing += if missing.is_empty() { "`" } else { ", `" };
                    missing += &needed;
                    missing += "`";
                }
            }
            if !missing.is_empty() {
                let message =
                    format!("a caller of `{}` needs {missing}, too, which the policy does not allow", text.text);
                self.report.find(Id::DependentActionMissing, text.place, message);
            }
        }
    }

    /// Whether any statement of the policy allows an action.
    fn allows(&mut self, action: &str) -> bool {
        let document = self.document;
        let allowed = self.allowed.get_or_insert_with(|| Allowed::of(document));
        self.report.spend(allowed.patterns.len() as u64 + 1);
        allowed.others
            || allowed.names.contains(&CaseInsensitive::new(action))
            || allowed.patterns.iter().any(|pattern| wildcard::matches(pattern, action))
    }
}

/// What the statements of a policy allow, all together.
pub(super) struct Allowed<'t> {
    names: BTreeSet<CaseInsensitive<'t>>,
    patterns: Vec<&'t str>,
    /// Whether a statement allows all but some.
    others: bool,
}

impl<'t> Allowed<'t> {
    fn of(document: Document<'t>) -> Self {
        let mut allowed = Self { names: BTreeSet::new(), patterns: Vec::new(), others: false };
        for statement in document.statements().filter(|statement| statement.effect() == Some(Effect::Allow)) {
            allowed.others |= statement.not_actions().is_some();
            for text in statement.actions().into_iter().flat_map(Node::strings) {
                if breadth::is_everything(text.text) {
                    allowed.others = true;
                } else if wildcard::has_wildcard(text.text) {
                    allowed.patterns.push(text.text);
                } else {
                    allowed.names.insert(CaseInsensitive::new(text.text));
                }
            }
        }
        allowed
    }
}

/// What to write for a wrong name. Where only the service is known, the name is kept.
pub(super) fn replacement(text: &str, error: &NameError) -> Option<String> {
    let suggestion = error.suggestion()?.to_string();
    match suggestion.strip_suffix('…') {
        None => Some(suggestion),
        Some(prefix) => syntax::split(text).map(|parts| format!("{prefix}{}", parts.name)),
    }
}

/// Whether an unknown name is so like a known one that somebody has mistyped it.
///
/// AWS's own policies name actions that its pages do not list any more, or never did, and those are often like their
/// neighbours: `Describe` for `Get`, one thing for several. So a typo is a letter or two that no word explains: left out,
/// added, changed or swapped, and the name is as long as to leave no doubt. A letter more or less at the end is a plural.
pub(super) fn is_typo(text: &str, error: &NameError) -> bool {
    let Some(meant) = replacement(text, error) else { return false };
    let (Some(given), Some(meant)) = (syntax::split(text), syntax::split(&meant)) else { return false };
    let same_prefix = catalog_core::ascii_case::eq(given.prefix, meant.prefix);
    if !same_prefix {
        // Only one of the two parts is wrong, and that one by a letter. A pattern says little of what is meant, and short
        // prefixes are alike: `sms` is no `sns`, it is retired.
        let is_clear = !wildcard::has_wildcard(given.name) || given.prefix.len() >= 5;
        return is_clear
            && catalog_core::ascii_case::eq(given.name, meant.name)
            && distance(given.prefix, meant.prefix) == Some(1);
    }
    let plural = |one: &str, other: &str| {
        other.strip_suffix(['s', 'S']).is_some_and(|stem| catalog_core::ascii_case::eq(stem, one))
    };
    let version = |one: &str, other: &str| {
        let stem = |text: &'_ str| text.trim_end_matches(|c: char| c.is_ascii_digit() || c == 'V').len();
        stem(one) < one.len() || stem(other) < other.len()
    };
    let (one, other) = (given.name, meant.name);
    let length = one.len().min(other.len());
    match distance(one, other) {
        Some(1) => length >= 5 && !plural(one, other) && !plural(other, one) && !version(one, other),
        Some(2) => length >= 12 && one.len() == other.len() && !version(one, other),
        _ => false,
    }
}
