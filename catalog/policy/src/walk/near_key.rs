//! Finds the intended condition key for a key that the actions of the statement do not support.

use alloc::{format, string::String};

use catalog_core::{
    ascii_case, key_template,
    nearest::Nearest,
    resolve::Pattern,
    syntax::{self, Parts},
};

use crate::{catalog::PolicyCatalog, context::Context, subject::Actions};

/// The work of comparing a key with the keys of one action, in comparisons of names.
const KEYS: u64 = 4;

/// Returns the key of the actions that was probably intended. It has a similar name and the same prefix, or the same
/// name and another prefix.
pub(super) fn find<C: PolicyCatalog>(
    given: &str,
    actions: &Actions<'_, C::Service>,
    cx: &mut Context<'_, '_, C>,
) -> Option<String> {
    let given = KeyParts::from_key(given)?;
    let mut nearest = Nearest::new(given.name);
    let (mut near, mut elsewhere) = (None, None);
    let mut offer = |known: &'static str| {
        // Compare a key that has a tag only with templates, and a key that has no tag only with the other keys.
        let Some(known) = KeyParts::from_known(known).filter(|known| known.tag.is_some() == given.tag.is_some()) else {
            return;
        };
        if !ascii_case::eq(known.prefix, given.prefix) {
            elsewhere = elsewhere.or(ascii_case::eq(known.name, given.name).then_some(known));
        } else if nearest.offer(known.name) {
            near = Some(known);
        }
    };
    let mut look = |service, position| {
        cx.catalog.action_keys(service, position)?.for_each(&mut offer);
        cx.report.spend(KEYS).then_some(())
    };
    for (_, pattern) in &actions.named {
        match *pattern {
            Pattern::Everything => {}
            Pattern::One(service, position) => look(service, position)?,
            Pattern::Matching(service, name) => {
                cx.catalog.matching(service, name).try_for_each(|position| look(service, position))?;
            }
        }
    }
    let KeyParts { prefix, name, .. } = elsewhere.or(near)?;
    Some(given.tag.map_or_else(|| format!("{prefix}:{name}"), |tag| format!("{prefix}:{name}/{tag}")))
}

/// The parts of a key, such as `aws:ResourceTag/team`.
#[derive(Clone, Copy)]
struct KeyParts<'a> {
    prefix: &'a str,
    name: &'a str,
    tag: Option<&'a str>,
}

impl<'a> KeyParts<'a> {
    fn from_key(key: &'a str) -> Option<Self> {
        let Parts { prefix, name } = syntax::split(key)?;
        let (name, tag) = name.split_once('/').map_or((name, None), |(name, tag)| (name, Some(tag)));
        Some(Self { prefix, name, tag })
    }

    /// Returns the parts of a key that a page lists. A template counts as a key with an empty tag.
    fn from_known(known: &'a str) -> Option<Self> {
        match key_template::split(known) {
            Some((beginning, _)) => Self::from_key(beginning).filter(|named| named.tag == Some("")),
            None => Self::from_key(known),
        }
    }
}
