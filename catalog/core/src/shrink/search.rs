//! Makes a list pattern by pattern, and replaces patterns until no replacement makes the list shorter.

use super::{
    candidates::{Candidates, Forms},
    cut::Cut,
    list::List,
};

/// Writes a list of patterns in the given forms. For each name that the list lacks, adds the pattern with the fewest
/// characters per new name.
pub(super) fn fill(list: &mut List<'_, '_, '_>, candidates: &mut Candidates<'_, '_, '_>, forms: Forms) {
    list.clear();
    let mut next = 0;
    while let Some(name) = list.wanted_from(next) {
        next = name + 1;
        if !list.lacks(name) {
            continue;
        }
        let mut best: Option<(Cut, usize, usize)> = None;
        candidates.visit(name, forms, &mut |cut, matched| {
            let new = matched.iter().filter(|position| list.lacks(**position)).count();
            let cost = list.names.cost(cut);
            let is_better = |(_, best_new, best_cost): (Cut, usize, usize)| {
                let (this, best) = (new.saturating_mul(best_cost), best_new.saturating_mul(cost));
                this > best || this == best && cost < best_cost
            };
            if best.is_none_or(is_better) {
                best = Some((cut, new, cost));
            }
        });
        if let Some((cut, ..)) = best {
            list.push(cut, candidates.matched(cut));
        }
    }
    list.remove_unnecessary();
}

/// Replaces patterns by one that is shorter than they are together, until there is no such pattern.
///
/// Makes the new pattern from one name per pattern of the list, which only that pattern matches. A new pattern that
/// replaces it must match that name.
pub(super) fn improve(list: &mut List<'_, '_, '_>, candidates: &mut Candidates<'_, '_, '_>) {
    let mut is_shorter = true;
    while is_shorter {
        is_shorter = false;
        let mut next = 0;
        while let Some(name) = list.wanted_from(next) {
            next = name + 1;
            if list.is_first_of_owner(name) {
                candidates.visit(name, Forms::All, &mut |cut, matched| is_shorter |= list.replace(cut, matched));
            }
        }
    }
}
