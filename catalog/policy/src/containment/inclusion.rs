//! Decides if a pattern is within a union of patterns, with an automaton.
//!
//! The automaton reads the strings of the narrow pattern, and follows the set of positions in the union that each string
//! reaches. A string that reaches no end is not in the union. Characters that no pattern contains all lead to the same
//! positions, so one of them represents all.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::{
    answer::Answer,
    greedy,
    mark::{Mark, Reach, Symbol},
    pattern::Pattern,
    positions::Positions,
    work::Work,
};

/// Decides if each string of a pattern is in at least one of several patterns.
///
/// A variable has the same value in all patterns. If a pattern has a variable, the answer is never `No`.
pub fn within<'p>(narrow: &Pattern<'p>, wide: &[&Pattern<'p>], work: &mut Work) -> Answer {
    let mut is_exact = !narrow.has_variable();
    let (mut union, mut is_decided) = (Vec::new(), false);
    for wide in wide {
        if !work.spend(narrow.marks().len().min(wide.marks().len()) / 8 + 1) {
            return Answer::Unknown;
        }
        if greedy::differ_at_start(narrow.marks(), wide.marks()) {
            continue;
        }
        is_exact &= !wide.has_variable();
        if !work.spend(narrow.marks().len().saturating_mul(wide.marks().len()) / 8) {
            return Answer::Unknown;
        }
        let answer = greedy::within(narrow.marks(), wide.marks());
        if answer == Some(true) {
            return Answer::Yes;
        }
        // The pattern may still contain a part of the narrow one.
        union.push(wide.marks());
        is_decided = answer.is_some();
    }
    let answer = match union.as_slice() {
        [] => Answer::No,
        [_] if is_decided => Answer::No,
        _ => Automaton::new(narrow.marks(), &union).run(work),
    };
    if is_exact { answer } else { answer.or_unknown() }
}

/// The automaton of a union, and the narrow pattern whose strings it reads.
struct Automaton<'u, 'p> {
    narrow: &'u [Mark<'p>],
    /// The marks of all patterns. `None` is the end of a pattern.
    wide: Vec<Option<Mark<'p>>>,
    /// The positions of the ends.
    ends: Positions,
    /// The positions from which every string leads to an end.
    everything: Positions,
    /// The characters on which a position depends.
    alphabet: Vec<Symbol<'p>>,
}

impl<'u, 'p> Automaton<'u, 'p> {
    fn new(narrow: &'u [Mark<'p>], union: &[&'u [Mark<'p>]]) -> Self {
        let wide: Vec<_> = union.iter().flat_map(|marks| marks.iter().copied().map(Some).chain([None])).collect();
        let (mut ends, mut everything) = (Positions::none(wide.len()), Positions::none(wide.len()));
        let mut characters = BTreeSet::from([':']);
        for (at, mark) in wide.iter().enumerate() {
            match mark {
                None => ends.add(at),
                Some(Mark::Any(Reach::Everything)) if matches!(wide.get(at + 1), Some(None)) => everything.add(at),
                Some(Mark::Character(character) | Mark::Letter(character)) => {
                    characters.insert(*character);
                }
                Some(_) => {}
            }
        }
        let alphabet = characters.into_iter().map(Symbol::Character).chain([Symbol::Other]).collect();
        Self { narrow, wide, ends, everything, alphabet }
    }

    fn run(&self, work: &mut Work) -> Answer {
        let mut start = Positions::none(self.wide.len());
        let mut is_start = true;
        for (at, mark) in self.wide.iter().enumerate() {
            if is_start {
                self.add(&mut start, at);
            }
            is_start = mark.is_none();
        }
        // For each position in the narrow pattern, the smallest sets that were reached there.
        let mut seen = vec![Vec::<Positions>::new(); self.narrow.len() + 1];
        let mut open = vec![(0, start)];
        while let Some((at, reached)) = open.pop() {
            let Some(known) = seen.get_mut(at) else { continue };
            if !work.spend(known.len() + 1) {
                return Answer::Unknown;
            }
            // A larger set leads to an end whenever a smaller one does.
            if reached.meets(&self.everything) || known.iter().any(|known| known.is_within(&reached)) {
                continue;
            }
            if reached.is_empty() {
                return Answer::No;
            }
            known.retain(|known| !reached.is_within(known));
            known.push(reached.clone());
            let Some(mark) = self.narrow.get(at).copied() else {
                if !reached.meets(&self.ends) {
                    return Answer::No;
                }
                continue;
            };
            let next = if matches!(mark, Mark::Any(_)) { at } else { at + 1 };
            for symbol in self.symbols(mark) {
                if !work.spend(self.wide.len() / 8 + 1) {
                    return Answer::Unknown;
                }
                open.push((next, self.step(&reached, symbol)));
            }
            if matches!(mark, Mark::Any(_)) {
                open.push((at + 1, reached));
            }
        }
        Answer::Yes
    }

    /// Returns the symbols that a mark of the narrow pattern accepts and that lead to different positions.
    fn symbols(&self, mark: Mark<'p>) -> Vec<Symbol<'p>> {
        match mark {
            Mark::Character(character) => vec![Symbol::Character(character)],
            Mark::Letter(letter) => {
                vec![Symbol::Character(letter), Symbol::Character(letter.to_ascii_uppercase())]
            }
            Mark::Variable(variable) => vec![Symbol::Variable(variable)],
            Mark::One(_) | Mark::Any(_) => {
                self.alphabet.iter().copied().filter(|symbol| mark.accepts(*symbol)).collect()
            }
        }
    }

    /// Adds a position, and the positions that it leads to without input.
    fn add(&self, to: &mut Positions, mut at: usize) {
        to.add(at);
        while let Some(Some(Mark::Any(_))) = self.wide.get(at) {
            at += 1;
            to.add(at);
        }
    }

    fn step(&self, from: &Positions, symbol: Symbol<'p>) -> Positions {
        let mut to = Positions::none(self.wide.len());
        for at in from.iter() {
            if let Some(Some(mark)) = self.wide.get(at)
                && mark.accepts(symbol)
            {
                self.add(&mut to, if matches!(mark, Mark::Any(_)) { at } else { at + 1 });
            }
        }
        to
    }
}
