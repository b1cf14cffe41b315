//! Assigns unique identifiers to the names of one enum.

use crate::rust_names;
use crate::rust_names::distinct::Rank;
use std::collections::{HashMap, HashSet};

/// The names of one enum, and the inputs that determine their identifiers.
pub(super) struct Names<'a> {
    /// A unique key for each name: the name itself or, for an API operation, also its SDK client and page.
    pub(super) keys: Vec<&'a str>,
    /// The identifiers that the rule gives, or `None` for a name without a letter or digit.
    pub(super) by_rule: &'a [Option<String>],
    /// The identifiers that are chosen by hand, by key.
    pub(super) chosen: &'a HashMap<&'a str, &'a str>,
    /// The identifiers in the generated files, by key.
    pub(super) given: Option<&'a HashMap<String, String>>,
}

/// The identifiers of the names of one enum.
#[derive(Debug, Default)]
pub(super) struct Assigned {
    /// The identifier of each name, or `None` for a name without a letter or digit.
    pub(super) identifiers: Vec<Option<String>>,
    /// Pairs of a name with an alternative identifier, and the name that has the identifier from the rule instead.
    pub(super) others: Vec<(usize, usize)>,
    /// Pairs of a name and an earlier name with the same chosen identifier.
    pub(super) clashes: Vec<(usize, usize)>,
}

impl<'a> Names<'a> {
    /// Assigns an identifier to each name.
    ///
    /// A chosen identifier is always used. Otherwise, the identifier is the first of these that no other name has:
    ///
    /// 1. the identifier in the generated file,
    /// 2. the identifier that the rule gives,
    /// 3. one of the name's `alternatives`.
    pub(super) fn assign<A: Iterator<Item = String>>(
        &self,
        rank: impl Fn(usize) -> Rank<'a>,
        alternatives: impl Fn(usize, &str) -> A,
    ) -> Assigned {
        let mut seen = HashSet::with_capacity(self.by_rule.len());
        let meet = self.by_rule.iter().flatten().any(|identifier| !seen.insert(identifier.as_str()));
        if !meet && self.chosen.is_empty() && self.given.is_none() {
            return Assigned { identifiers: self.by_rule.to_vec(), ..Assigned::default() };
        }
        let mut assigned = Assigned { identifiers: vec![None; self.by_rule.len()], ..Assigned::default() };
        let mut taken: HashMap<String, usize> = HashMap::with_capacity(self.by_rule.len());
        for (at, (key, slot)) in self.keys.iter().zip(&mut assigned.identifiers).enumerate() {
            let Some(chosen) = self.chosen.get(key) else { continue };
            *slot = Some((*chosen).to_owned());
            match taken.get(*chosen) {
                Some(first) => assigned.clashes.push((at, *first)),
                None => drop(taken.insert((*chosen).to_owned(), at)),
            }
        }
        let mut open: Vec<usize> = Vec::new();
        for (at, ((key, rule), slot)) in self.keys.iter().zip(self.by_rule).zip(&mut assigned.identifiers).enumerate() {
            if slot.is_some() || rule.is_none() {
                continue;
            }
            let given = self.given.and_then(|given| given.get(*key));
            match given.filter(|given| rust_names::is_variant(given) && !taken.contains_key(*given)) {
                Some(given) => {
                    taken.insert(given.clone(), at);
                    *slot = Some(given.clone());
                }
                None => open.push(at),
            }
        }
        open.sort_by_key(|at| rank(*at));
        for by_rule in [true, false] {
            for &at in &open {
                let (Some(Some(rule)), Some(slot)) = (self.by_rule.get(at), assigned.identifiers.get_mut(at)) else {
                    continue;
                };
                let mut candidates: Box<dyn Iterator<Item = String>> =
                    if by_rule { Box::new(std::iter::once(rule.clone())) } else { Box::new(alternatives(at, rule)) };
                if slot.is_none() {
                    *slot = candidates.find(|candidate| !taken.contains_key(candidate));
                    taken.extend(slot.iter().map(|identifier| (identifier.clone(), at)));
                }
            }
        }
        let names = self.keys.iter().zip(self.by_rule).zip(&assigned.identifiers).enumerate();
        let others = names.filter_map(|(at, ((key, rule), identifier))| {
            let other = *taken.get(rule.as_ref()?)?;
            (!self.chosen.contains_key(key) && identifier != rule && other != at).then_some((at, other))
        });
        assigned.others = others.collect();
        assigned
    }
}
