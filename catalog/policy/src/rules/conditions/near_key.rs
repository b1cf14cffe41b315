//! The key that was meant by one that exists, and that requests for the actions of the statement do not carry.

use alloc::{format, string::String};

use super::Rules;
use crate::{
    condition_key,
    rules::{PolicyCatalog, actions::Actions},
};
use catalog_core::{
    ascii_case,
    nearest::Nearest,
    resolve::Pattern,
    syntax::{self, Parts},
};

/// What it takes to compare a key to those of an action, measured in names.
const KEYS: u64 = 4;

impl<C: PolicyCatalog> Rules<'_, '_, '_, C> {
    /// The key that requests for the actions do carry, and that is called nearly so behind the same prefix, or just so
    /// behind another.
    pub(super) fn near_key(&mut self, given: &str, actions: &Actions<'_, C::Service>) -> Option<String> {
        let given = Named::of(given)?;
        let mut nearest = Nearest::new(given.name);
        let (mut near, mut elsewhere) = (None, None);
        let mut offer = |known: &'static str| {
            // Both have a tag's key behind the name, or none has.
            let Some(known) = Named::of_known(known).filter(|known| known.tag.is_some() == given.tag.is_some()) else {
                return;
            };
            if !ascii_case::eq(known.prefix, given.prefix) {
                elsewhere = elsewhere.or(ascii_case::eq(known.name, given.name).then_some(known));
            } else if nearest.offer(known.name) {
                near = Some(known);
            }
        };
        let mut look = |service, position| {
            self.catalog.action_keys(service, position)?.for_each(&mut offer);
            self.report.spend(KEYS).then_some(())
        };
        for (_, pattern) in &actions.named {
            match *pattern {
                Pattern::Everything => {}
                Pattern::One(service, position) => look(service, position)?,
                Pattern::Matching(service, name) => {
                    self.catalog.matching(service, name).try_for_each(|position| look(service, position))?;
                }
            }
        }
        let Named { prefix, name, .. } = elsewhere.or(near)?;
        Some(given.tag.map_or_else(|| format!("{prefix}:{name}"), |tag| format!("{prefix}:{name}/{tag}")))
    }
}

/// The parts of a key: `aws:ResourceTag/team`.
#[derive(Clone, Copy)]
struct Named<'a> {
    prefix: &'a str,
    name: &'a str,
    tag: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn of(key: &'a str) -> Option<Self> {
        let Parts { prefix, name } = syntax::split(key)?;
        let (name, tag) = name.split_once('/').map_or((name, None), |(name, tag)| (name, Some(tag)));
        Some(Self { prefix, name, tag })
    }

    /// Those of a key that a page lists; a template is one with a tag.
    fn of_known(known: &'a str) -> Option<Self> {
        match condition_key::template(known) {
            Some((beginning, _)) => Self::of(beginning).filter(|named| named.tag == Some("")),
            None => Self::of(known),
        }
    }
}
